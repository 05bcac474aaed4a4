package org.relais.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/** The numbers of records, for whoever audits: all they learn of a person. */
@Service
public class RecordNumbers {

    private final JdbcClient jdbc;
    private final AccessService access;

    RecordNumbers(JdbcClient jdbc, AccessService access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /**
     * Whose record has the number, if it is one and somebody's. The person is logged.
     *
     * @param scope over the access log
     * @param typed such as {@code RL-20418} or {@code 20418}
     */
    public Optional<PersonId> find(Scope scope, String typed) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var found = FileNumber.parse(typed)
                .flatMap(asked -> jdbc.sql("SELECT id FROM person_person WHERE file_number = ?")
                        .param(asked.digits())
                        .query((row, number) -> new PersonId(Utc.uuid(row, "id")))
                        .optional());
        access.show(scope, found.stream().toList());
        return found;
    }

    /**
     * The numbers of these people's records. They are logged before they are read.
     *
     * @param scope over the access log
     */
    public Map<PersonId, String> of(Scope scope, Collection<PersonId> people) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var asked = access.show(scope, new LinkedHashSet<>(people));
        if (asked.isEmpty()) {
            return Map.of();
        }
        var numbers = new HashMap<PersonId, String>();
        jdbc.sql("SELECT id, file_number FROM person_person WHERE id IN (:people)")
                .param("people", asked.stream().map(Id::value).toList())
                .query(row -> {
                    numbers.put(
                            new PersonId(Utc.uuid(row, "id")), new FileNumber(row.getInt("file_number")).toString());
                });
        return Map.copyOf(numbers);
    }
}
