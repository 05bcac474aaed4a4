package org.relais.person;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.ContactId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** Writes and reads how a person can be reached. Within the caller's transaction. */
@Component
class ContactBook {
    private static final int LONGEST = 300;
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9 ()./-]+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 15;

    private final JdbcClient jdbc;
    private final Clock clock;

    ContactBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ContactId add(PersonId person, AddContact contact, StaffId author) {
        var id = ContactId.create();
        jdbc.sql("""
                        INSERT INTO person_contact (id, person_id, kind, contact, recorded_at, recorded_by)
                        VALUES (?,?,?,?,?,?)""")
                .params(
                        id.value(),
                        person.value(),
                        contact.kind().name(),
                        checked(contact),
                        Utc.column(clock.instant()),
                        author.value())
                .update();
        return id;
    }

    /** Nothing happens when it has ended already. */
    void end(Collection<PersonId> people, ContactId contact, StaffId author) {
        jdbc.sql("""
                        UPDATE person_contact SET ended_at = :now, ended_by = :by
                        WHERE id = :id AND person_id IN (:people) AND ended_at IS NULL""")
                .param("now", Utc.column(clock.instant()))
                .param("by", author.value())
                .param("id", contact.value())
                .param("people", PersonDetailsReader.values(people))
                .update();
    }

    List<Contact> of(Collection<PersonId> people) {
        return jdbc.sql("""
                        SELECT id, kind, contact, recorded_at FROM person_contact
                        WHERE person_id IN (:people) AND ended_at IS NULL ORDER BY recorded_at, id""")
                .param("people", PersonDetailsReader.values(people))
                .query((row, number) -> new Contact(
                        new ContactId(Utc.uuid(row, "id")),
                        ContactKind.valueOf(row.getString("kind")),
                        row.getString("contact"),
                        Utc.instant(row, "recorded_at")))
                .list();
    }

    /** A telephone number with 6 to 15 digits, or null when blank. */
    static @Nullable String telephone(String field, @Nullable String typed) {
        var number = FreeText.optionalLine(field, typed, 40);
        if (number == null) {
            return null;
        }
        var digits = number.chars().filter(Character::isDigit).count();
        if (!TELEPHONE.matcher(number).matches() || digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            throw new InvalidInput(field, "person.error.telephone");
        }
        return number;
    }

    static String checked(AddContact contact) {
        var field = contact.kind().name().toLowerCase(java.util.Locale.ROOT);
        return switch (contact.kind()) {
            case TELEPHONE -> {
                var number = telephone(field, contact.value());
                if (number == null) {
                    throw new InvalidInput(field, "shared.error.required");
                }
                yield number;
            }
            case EMAIL -> {
                var address = FreeText.requireLine(field, contact.value(), FreeText.LINE);
                if (!EMAIL.matcher(address).matches()) {
                    throw new InvalidInput(field, "person.error.email");
                }
                yield address;
            }
            case ADDRESS -> FreeText.require(field, contact.value(), LONGEST);
        };
    }
}
