package org.relais.exchange.fhir;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.Contact;
import org.relais.exchange.referral.Fault;
import org.relais.exchange.referral.Identifier;
import org.relais.exchange.referral.IncomingPerson;
import org.relais.exchange.referral.IncomingPerson.Gender;
import org.relais.exchange.referral.LeftOutReason;
import org.relais.exchange.referral.PersonName;
import org.relais.shared.FreeText;

/** Reads the person of a bundle. */
final class PersonReading {

    private static final String FILE_NUMBER = "MR";
    private static final Set<String> FORMER = Set.of("old", "maiden");

    private final Clock clock;

    PersonReading(Clock clock) {
        this.clock = clock;
    }

    /**
     * By what the source knows the person, the same in every file of that source: its file number if there is one, else
     * an identifier of no stated type, else any; among equals the first by namespace. Without an identifier it is the
     * entry's own id.
     */
    static Identifier owner(Entry entry) {
        return identifiers((Patient) entry.resource()).stream()
                .filter(each -> each.system() != null)
                .min(Comparator.comparingInt((Identifier each) -> rank(each))
                        .thenComparing(each -> String.valueOf(each.system()))
                        .thenComparing(Identifier::value))
                .orElseGet(() -> new Identifier("urn:ietf:rfc:3986", entry.id(), null));
    }

    IncomingPerson read(Entry entry, Referents referents, Tally tally) {
        var patient = (Patient) entry.resource();
        requireShort(patient);
        var names = patient.getName().stream().map(PersonReading::name).toList();
        var birth = patient.getBirthDateElement();
        var birthDay = birth.hasValue() && birth.getPrecision() == TemporalPrecisionEnum.DAY;
        if (birth.hasValue()) {
            requirePast(patient);
            if (!birthDay) {
                tally.partLeftOut("Patient.birthDate", LeftOutReason.BIRTH_DATE_INCOMPLETE);
            }
        }
        var deceasedAt = patient.getDeceased() instanceof DateTimeType time ? FhirValues.time(time) : null;
        return new IncomingPerson(
                referents.key(entry),
                chosen(names),
                names,
                birthDay ? FhirValues.firstDay(birth) : null,
                birth.hasValue() ? birth.getYear() : null,
                gender(patient),
                deceasedAt != null
                        || (patient.getDeceased() instanceof BooleanType deceased && deceased.booleanValue()),
                deceasedAt,
                identifiers(patient),
                contacts(patient),
                languages(patient));
    }

    private static int rank(Identifier identifier) {
        if (FILE_NUMBER.equals(identifier.type())) {
            return 0;
        }
        return identifier.type() == null ? 1 : 2;
    }

    private static List<Identifier> identifiers(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(each -> each.hasValue())
                .map(each -> new Identifier(
                        each.getSystem(),
                        each.getValue(),
                        each.getType().getCodingFirstRep().getCode()))
                .toList();
    }

    private static PersonName name(HumanName name) {
        return new PersonName(
                name.hasUse() ? name.getUse().toCode() : null,
                name.getFamily(),
                texts(name.getGiven()),
                texts(name.getPrefix()),
                texts(name.getSuffix()),
                name.getText());
    }

    private static List<String> texts(List<StringType> texts) {
        return texts.stream()
                .map(PrimitiveType::getValue)
                .filter(text -> text != null)
                .toList();
    }

    private static @Nullable PersonName chosen(List<PersonName> names) {
        return names.stream()
                .min(Comparator.comparingInt((PersonName each) -> rank(each)))
                .orElse(null);
    }

    private static int rank(PersonName name) {
        if (name.use() == null) {
            return 2;
        }
        if (FORMER.contains(name.use())) {
            return 4;
        }
        return switch (name.use()) {
            case "official" -> 0;
            case "usual" -> 1;
            default -> 3;
        };
    }

    private static Gender gender(Patient patient) {
        if (!patient.hasGender()) {
            return Gender.UNKNOWN;
        }
        return switch (patient.getGender()) {
            case FEMALE -> Gender.FEMALE;
            case MALE -> Gender.MALE;
            case OTHER -> Gender.OTHER;
            default -> Gender.UNKNOWN;
        };
    }

    private static List<Contact> contacts(Patient patient) {
        var contacts = new ArrayList<Contact>();
        for (var telecom : patient.getTelecom()) {
            if (telecom.hasValue()) {
                contacts.add(new Contact.Number(
                        telecom.hasSystem() ? telecom.getSystem().toCode() : null,
                        telecom.hasUse() ? telecom.getUse().toCode() : null,
                        telecom.getValue()));
            }
        }
        patient.getAddress().forEach(address -> contacts.add(address(address)));
        return contacts;
    }

    private static Contact address(Address address) {
        return new Contact.Address(
                address.hasUse() ? address.getUse().toCode() : null,
                texts(address.getLine()),
                address.getPostalCode(),
                address.getCity(),
                address.getState(),
                address.getCountry());
    }

    private static List<String> languages(Patient patient) {
        return patient.getCommunication().stream()
                .sorted(Comparator.comparing(each -> !each.getPreferred()))
                .map(each -> each.getLanguage().getCodingFirstRep().getCode())
                .filter(code -> code != null)
                .toList();
    }

    private void requirePast(Patient patient) {
        var birth = patient.getBirthDateElement();
        FhirValues.time(birth);
        // The day before the date line has reached the rest of the world is still somebody's today.
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        if (FhirValues.firstDay(birth).isAfter(tomorrow)) {
            throw new Unfit(Fault.BIRTH_IN_FUTURE, "birthDate", null);
        }
    }

    private static void requireShort(Patient patient) {
        for (var name : patient.getName()) {
            requireShort("family", name.getFamily());
            name.getGiven().forEach(given -> requireShort(null, given.getValue()));
            requireShort("text", name.getText());
        }
        patient.getIdentifier().forEach(each -> requireShort("value", each.getValue()));
        patient.getTelecom().forEach(each -> requireShort("value", each.getValue()));
        patient.getAddress().forEach(address -> address.getLine().forEach(line -> requireShort(null, line.getValue())));
    }

    private static void requireShort(@Nullable String element, @Nullable String text) {
        if (text != null && text.codePointCount(0, text.length()) > FreeText.LINE) {
            throw new Unfit(Fault.TEXT_TOO_LONG, element, text);
        }
    }
}
