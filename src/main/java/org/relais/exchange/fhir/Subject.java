package org.relais.exchange.fhir;

import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.Patient;

import org.relais.exchange.referral.Fault;

/** The person of the bundle, and whether an entry is about them. A file that mixes persons is refused. */
final class Subject {

    private final Set<String> references = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();

    Subject(Entry patient) {
        if (patient.fullUrl() != null) {
            references.add(patient.fullUrl());
        }
        references.add("Patient/" + patient.id());
        ((Patient) patient.resource())
                .getIdentifier()
                .forEach(each -> identifiers.add(each.getSystem() + "|" + each.getValue()));
    }

    /**
     * Whether the entry says that it is about the person; false when it does not say of whom it speaks.
     *
     * @throws Refused when it is about somebody or something else
     */
    boolean of(Entry entry) {
        var field = entry.json().has("subject") ? "subject" : "patient";
        var subject = entry.json().path(field);
        var reference = subject.path("reference").asText("");
        if (!reference.isEmpty()) {
            if (!matches(reference)) {
                throw new Refused(entry.path() + "." + field + ".reference", Fault.OTHER_SUBJECT);
            }
            return true;
        }
        var identifier = subject.path("identifier");
        if (!identifier.has("value")) {
            return false;
        }
        if (!identifiers.contains(joined(identifier))) {
            throw new Refused(entry.path() + "." + field + ".identifier", Fault.OTHER_SUBJECT);
        }
        return true;
    }

    private boolean matches(String reference) {
        var condition = reference.indexOf("?identifier=");
        if (condition >= 0) {
            return reference.startsWith("Patient?")
                    && identifiers.contains(reference.substring(condition + "?identifier=".length()));
        }
        var version = reference.indexOf("/_history/");
        return references.contains(version < 0 ? reference : reference.substring(0, version));
    }

    private static String joined(JsonNode identifier) {
        return identifier.path("system").asText(null) + "|"
                + identifier.path("value").asText();
    }
}
