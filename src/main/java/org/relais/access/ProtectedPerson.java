package org.relais.access;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.audit.AccessQuestion;
import org.relais.audit.AskedAccess;
import org.relais.audit.QuestionTerms;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/** Whether the person was protected when the record was asked for. */
@Component
class ProtectedPerson implements AccessQuestion {

    private final JdbcClient jdbc;

    ProtectedPerson(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "protected-person";
    }

    @Override
    public Set<UUID> yes(Collection<AskedAccess> asked, QuestionTerms terms) {
        var since = new HashMap<PersonId, Instant>();
        jdbc.sql("SELECT person_id, protected_at FROM access_protection WHERE person_id IN (:people)")
                .param(
                        "people",
                        FactRows.values(asked.stream()
                                .flatMap(access -> access.people().stream())
                                .collect(Collectors.toSet())))
                .query(row -> {
                    since.put(new PersonId(Utc.uuid(row, "person_id")), Utc.instant(row, "protected_at"));
                });
        return asked.stream()
                .filter(access -> access.people().stream()
                        .anyMatch(person ->
                                !since.getOrDefault(person, Instant.MAX).isAfter(access.at())))
                .map(AskedAccess::row)
                .collect(Collectors.toSet());
    }
}
