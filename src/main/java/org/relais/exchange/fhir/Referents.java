package org.relais.exchange.fhir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.Concept;
import org.relais.exchange.referral.Identifier;
import org.relais.exchange.referral.Mention;
import org.relais.exchange.referral.SourceKey;

/**
 * What the entries of one bundle point at. A reference may be the full URL of an entry, its type and id, a condition on
 * an identifier ({@code Practitioner?identifier=...}), a contained resource or an identifier alone; what it points at
 * may be in another file, read or not yet read.
 */
final class Referents {

    private final Identifier owner;
    private final Map<String, Entry> byReference = new HashMap<>();
    private final Set<Entry> medicationsUsed = new HashSet<>();

    /** @param owner by what the source knows the person: the first half of every source key */
    Referents(Identifier owner, List<Entry> entries) {
        this.owner = owner;
        for (var entry : entries) {
            if (entry.fullUrl() != null) {
                byReference.putIfAbsent(entry.fullUrl(), entry);
            }
            if (entry.resource().getIdElement().hasIdPart()) {
                byReference.putIfAbsent(entry.type() + "/" + entry.id(), entry);
            }
        }
    }

    SourceKey key(Entry entry) {
        return new SourceKey(String.valueOf(owner.system()), owner.value(), entry.type(), entry.id());
    }

    @Nullable
    Entry entry(Reference reference) {
        return reference.hasReference() ? byReference.get(reference.getReference()) : null;
    }

    /** What to show of the reference, or null when it is empty. */
    @Nullable
    Mention mention(Reference reference) {
        var entry = entry(reference);
        var text = text(reference, entry);
        return text == null ? null : new Mention(text, entry == null ? null : key(entry));
    }

    List<Mention> mentions(List<Reference> references) {
        return references.stream()
                .map(this::mention)
                .<Mention>mapMulti((mention, into) -> {
                    if (mention != null) {
                        into.accept(mention);
                    }
                })
                .toList();
    }

    /** The medication named in place, in a contained resource or in an entry of its own; null when it is not named. */
    @Nullable
    Concept medication(@Nullable Type medication, DomainResource within) {
        if (medication instanceof CodeableConcept concept) {
            return FhirValues.concept(concept);
        }
        if (!(medication instanceof Reference reference)) {
            return null;
        }
        var entry = entry(reference);
        if (entry != null) {
            if (LeavingOut.modified(entry)) {
                return null;
            }
            medicationsUsed.add(entry);
        }
        var target = entry == null ? contained(reference, within) : entry.resource();
        if (target instanceof Medication found && found.hasCode()) {
            return FhirValues.concept(found.getCode());
        }
        var mention = mention(reference);
        return mention == null ? null : new Concept(List.of(), mention.text());
    }

    boolean usedAsMedication(Entry entry) {
        return medicationsUsed.contains(entry);
    }

    private static @Nullable Resource contained(Reference reference, DomainResource within) {
        if (reference.getResource() instanceof Resource stitched) {
            return stitched;
        }
        return within.getContained().stream()
                .filter(each -> reference.hasReference()
                        && reference
                                .getReference()
                                .equals("#" + each.getIdElement().getIdPart()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(Reference reference, @Nullable Entry entry) {
        if (reference.hasDisplay()) {
            return reference.getDisplay();
        }
        var name = entry == null ? null : name(entry.resource());
        if (name != null) {
            return name;
        }
        if (reference.hasReference()) {
            return reference.getReference();
        }
        var identifier = reference.getIdentifier();
        if (!identifier.hasValue()) {
            return null;
        }
        return identifier.hasSystem() ? identifier.getSystem() + "|" + identifier.getValue() : identifier.getValue();
    }

    private static @Nullable String name(Resource resource) {
        return switch (resource) {
            case Practitioner practitioner -> words(practitioner.getNameFirstRep());
            case Organization organization -> organization.getName();
            case Location location -> location.getName();
            default -> null;
        };
    }

    private static @Nullable String words(HumanName name) {
        return name.isEmpty() ? null : name.getNameAsSingleString();
    }
}
