package org.relais.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.Contact;
import org.relais.exchange.referral.IncomingPerson;
import org.relais.exchange.referral.LeftOutReason;
import org.relais.exchange.referral.SourceKey;
import org.relais.person.AddContact;
import org.relais.person.ContactKind;
import org.relais.person.Gender;
import org.relais.person.Identifier;
import org.relais.person.Identity;
import org.relais.person.RegisterPerson;
import org.relais.shared.CentreId;
import org.relais.shared.UnitId;

import static java.util.function.Predicate.not;

/** The person of a referral as the register takes them. */
final class PersonFacts {

    private static final int IDENTIFIER = 120;

    private final Account account;

    PersonFacts(Account account) {
        this.account = account;
    }

    /** By what the source knows the person, where the register can hold it whole. */
    static Optional<Identifier> owner(SourceKey source) {
        return identifier(source.ownerSystem(), source.owner());
    }

    RegisterPerson register(IncomingPerson person, CentreId centre, @Nullable UnitId unit) {
        var command = new RegisterPerson(centre, unit, identity(person));
        for (var contact : person.contacts()) {
            var accepted = contact(contact);
            if (accepted != null) {
                command = command.with(accepted);
            }
        }
        for (var given : person.identifiers()) {
            var identifier = identifier(given);
            if (identifier.isPresent()) {
                command = command.with(identifier.get());
            } else {
                account.partLeftOut("Patient.identifier", LeftOutReason.NOT_ACCEPTED);
            }
        }
        return command;
    }

    private Identity identity(IncomingPerson person) {
        var name = person.name();
        account.noPlace("Patient.name", person.names().size() > 1);
        account.noPlace("Patient.communication", !person.languages().isEmpty());
        if (name == null) {
            return new Identity(
                    person.source().owner(),
                    null,
                    null,
                    true,
                    person.birthDate(),
                    person.birthYear(),
                    gender(person.gender()));
        }
        account.noPlace("Patient.name.prefix", !name.prefixes().isEmpty());
        account.noPlace("Patient.name.suffix", !name.suffixes().isEmpty());
        var given = name.given().isEmpty() ? null : String.join(" ", name.given());
        var onlyText = given == null && name.family() == null;
        return new Identity(
                null,
                given,
                onlyText ? name.text() : name.family(),
                false,
                person.birthDate(),
                person.birthYear(),
                gender(person.gender()));
    }

    private @Nullable AddContact contact(Contact contact) {
        var path = contact instanceof Contact.Address ? "Patient.address" : "Patient.telecom";
        var command =
                switch (contact) {
                    case Contact.Number number -> number(number);
                    case Contact.Address address -> address(address);
                };
        if (command == null || !command.acceptable()) {
            account.partLeftOut(path, LeftOutReason.NOT_ACCEPTED);
            return null;
        }
        return command;
    }

    private static @Nullable AddContact number(Contact.Number number) {
        if ("old".equals(number.use())) {
            return null;
        }
        return switch (String.valueOf(number.system())) {
            case "phone", "sms" -> new AddContact(ContactKind.TELEPHONE, number.value());
            case "email" -> new AddContact(ContactKind.EMAIL, number.value());
            default -> null;
        };
    }

    private static @Nullable AddContact address(Contact.Address address) {
        var town = FactWords.list(Arrays.asList(
                address.postalCode() == null
                        ? address.city()
                        : address.postalCode() + (address.city() == null ? "" : " " + address.city()),
                address.state(),
                address.country()));
        var lines = new ArrayList<@Nullable String>(address.lines());
        lines.add(town);
        var text = FactWords.lines(lines);
        return text == null || "old".equals(address.use()) ? null : new AddContact(ContactKind.ADDRESS, text);
    }

    private static Optional<Identifier> identifier(org.relais.exchange.referral.Identifier given) {
        return identifier(given.system(), given.value());
    }

    private static Optional<Identifier> identifier(@Nullable String system, String value) {
        return Optional.ofNullable(system)
                .filter(not(String::isBlank))
                .filter(text -> text.length() <= IDENTIFIER
                        && value.length() <= IDENTIFIER
                        && !value.isBlank()
                        && (text + value).chars().noneMatch(Character::isISOControl))
                .map(text -> new Identifier(text, value));
    }

    private static @Nullable Gender gender(IncomingPerson.Gender gender) {
        return switch (gender) {
            case FEMALE -> Gender.FEMALE;
            case MALE -> Gender.MALE;
            case OTHER -> Gender.OTHER;
            case UNKNOWN -> null;
        };
    }
}
