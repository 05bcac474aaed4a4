package org.relais.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
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
import org.relais.staff.HomeAddresses;

/** Whether the person's address, as it is or was, is the home of the member of staff; compared as keyed hashes. */
@Component
class SameAddress implements AccessQuestion {

    private final JdbcClient jdbc;
    private final HomeAddresses homes;

    SameAddress(JdbcClient jdbc, HomeAddresses homes) {
        this.jdbc = jdbc;
        this.homes = homes;
    }

    @Override
    public String code() {
        return "same-address";
    }

    @Override
    public Set<UUID> yes(Collection<AskedAccess> asked, QuestionTerms terms) {
        var staff = homes.of(asked.stream().map(AskedAccess::actor).collect(Collectors.toSet()));
        var known = asked.stream()
                .filter(access -> staff.containsKey(access.actor()))
                .toList();
        if (known.isEmpty()) {
            return Set.of();
        }
        var addresses = addresses(KnownNames.people(known));
        return known.stream()
                .filter(access -> {
                    var home = Objects.requireNonNull(staff.get(access.actor()));
                    return access.people().stream()
                            .anyMatch(person ->
                                    addresses.getOrDefault(person, Set.of()).contains(home));
                })
                .map(AskedAccess::row)
                .collect(Collectors.toSet());
    }

    private Map<PersonId, Set<String>> addresses(Set<PersonId> people) {
        var hashes = new HashMap<PersonId, Set<String>>();
        jdbc.sql("SELECT person_id, contact FROM person_contact WHERE person_id IN (:people) AND kind = :kind")
                .param("people", PersonDetailsReader.values(people))
                .param("kind", ContactKind.ADDRESS.name())
                .query(row -> {
                    var person = new PersonId(Utc.uuid(row, "person_id"));
                    homes.hash(row.getString("contact"))
                            .ifPresent(hash -> hashes.computeIfAbsent(person, _ -> new HashSet<>())
                                    .add(hash));
                });
        return hashes;
    }
}
