package org.relais.person;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Section;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;

/** Reads everything administrative about one person; a summary knows only the name. */
@Component
class PersonDetailsReader {
    private final JdbcClient jdbc;
    private final PersonRegister register;
    private final ContactBook contacts;
    private final RelativeBook relatives;

    PersonDetailsReader(JdbcClient jdbc, PersonRegister register, ContactBook contacts, RelativeBook relatives) {
        this.jdbc = jdbc;
        this.register = register;
        this.contacts = contacts;
        this.relatives = relatives;
    }

    PersonDetails read(Grant grant) {
        var person = grant.person();
        if (grant.level(Section.ADMINISTRATIVE) != Level.READ) {
            throw new NotFound();
        }
        var identities = register.allIdentities(person);
        var head = jdbc.sql("SELECT file_number, version FROM person_person WHERE id = ?")
                .param(person.value())
                .query((row, number) -> new Head(new FileNumber(row.getInt("file_number")), row.getLong("version")))
                .optional()
                .orElseThrow(NotFound::new);
        var identifiers = jdbc.sql("SELECT system_name, identifier FROM person_identifier WHERE person_id IN (:people)")
                .param("people", values(grant.people()))
                .query((row, number) -> new Identifier(row.getString("system_name"), row.getString("identifier")))
                .list();
        var current = identities.getFirst();
        var display = current.display();
        return new PersonDetails(
                new PersonName(
                        person,
                        display,
                        display.equals(current.alias()),
                        head.number().toString(),
                        current.birthDate()),
                identities.stream().map(IdentityRow::version).toList(),
                identifiers,
                contacts.of(grant.people()),
                relatives.of(grant.people()),
                head.version());
    }

    static Set<UUID> values(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).collect(Collectors.toSet());
    }

    private record Head(FileNumber number, long version) {}
}
