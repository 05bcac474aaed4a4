package org.relais.exchange.fhir;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import ca.uhn.fhir.parser.IJsonLikeParser;
import ca.uhn.fhir.parser.json.jackson.JacksonStructure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

import org.relais.exchange.referral.Fault;

/**
 * Takes a bundle apart and has each resource parsed by itself, so that a fault is known by its entry. The narrative is
 * not parsed: it repeats the data for readers without a program.
 */
final class EntryReading {

    private static final Set<String> TYPES =
            Set.of("transaction", "batch", "collection", "document", "message", "searchset");

    private final FhirR4 fhir;
    private final IJsonLikeParser parser;

    EntryReading(FhirR4 fhir) {
        this.fhir = fhir;
        this.parser = fhir.parser();
    }

    List<Entry> entries(ObjectNode root) {
        var type = root.path("resourceType").asText("?");
        if (!type.equals("Bundle")) {
            throw new Refused("Bundle.resourceType", Fault.NOT_A_BUNDLE, fhir.knows(type) ? type : "?");
        }
        var resources = detachResources(root);
        var bundle = (Bundle) parse(root, "Bundle");
        requireCurrent(bundle, root);
        var entries = new ArrayList<Entry>(resources.size());
        for (int i = 0; i < resources.size(); i++) {
            entries.add(entry(i, resources.get(i), bundle.getEntry().get(i)));
        }
        return entries;
    }

    // What is left of the root is a bundle of empty entries, which the parser checks on its own.
    private List<ObjectNode> detachResources(ObjectNode root) {
        var resources = new ArrayList<ObjectNode>();
        var list = root.path("entry");
        if (!(list instanceof ArrayNode) && !list.isMissingNode()) {
            throw new Refused("Bundle.entry", Fault.WRONG_SHAPE);
        }
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof ObjectNode entry)) {
                throw new Refused("Bundle.entry[" + i + "]", Fault.WRONG_SHAPE);
            }
            var resource = entry.remove("resource");
            if (resource == null) {
                throw new Refused("Bundle.entry[" + i + "]", Fault.ENTRY_WITHOUT_RESOURCE);
            }
            if (!(resource instanceof ObjectNode object)) {
                throw new Refused(Entry.path(i), Fault.WRONG_SHAPE);
            }
            // An entry of nothing would vanish from the parsed list and shift the others.
            if (entry.isEmpty()) {
                entry.put("fullUrl", "urn:relais:entry:" + i);
            }
            resources.add(object);
        }
        return resources;
    }

    private static void requireCurrent(Bundle bundle, JsonNode root) {
        var type = bundle.hasType() ? bundle.getType().toCode() : "?";
        if (!TYPES.contains(type)) {
            throw new Refused("Bundle.type", Fault.BUNDLE_TYPE, type);
        }
        if (bundle.getEntry().size() != root.path("entry").size()) {
            throw new Refused("Bundle.entry", Fault.INVALID_RESOURCE);
        }
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            if (bundle.getEntry().get(i).getRequest().getMethod() == HTTPVerb.DELETE) {
                throw new Refused("Bundle.entry[" + i + "].request.method", Fault.ENTRY_DELETES);
            }
        }
    }

    private Entry entry(int index, ObjectNode json, Bundle.BundleEntryComponent shell) {
        var path = Entry.path(index);
        var type = json.path("resourceType").asText("?");
        if (!fhir.knows(type)) {
            throw new Refused(path + ".resourceType", Fault.UNKNOWN_RESOURCE, type);
        }
        var narrative = json.remove("text");
        var resource = (Resource) parse(json, path);
        if (narrative != null) {
            json.set("text", narrative);
        }
        var url = shell.getFullUrl();
        var fullUrl = url == null || url.startsWith("urn:relais:entry:") ? null : url;
        var id = resource.getIdElement().getIdPart();
        if (id == null || id.isBlank()) {
            id = fullUrl;
        }
        return new Entry(index, json, resource, fullUrl, id == null ? hash(json) : id, id == null);
    }

    private IBaseResource parse(ObjectNode json, String path) {
        var structure = new JacksonStructure();
        structure.setNativeObject(json);
        try {
            return parser.parseResource(structure);
        } catch (Unfit unfit) {
            throw unfit.within(new JsonPaths(json, path));
        } catch (RuntimeException unforeseen) {
            // The parser's own message quotes the content of the record, so only the place is passed on.
            throw new Refused(path, Fault.INVALID_RESOURCE);
        }
    }

    private static String hash(ObjectNode json) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(json.toString().getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
