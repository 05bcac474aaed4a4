package org.relais.access;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;
import org.relais.staff.StaffMember;

/**
 * Decides from the matrix, the care relations and the sharing consent, in one statement. Holds no exception for
 * anybody: role alone is not enough, and a relation alone is not either.
 */
@Component
class Decisions {

    private final JdbcClient jdbc;
    private final Policy policy;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Policy policy, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    Decision decide(StaffMember actor, Question question) {
        if (!policy.everOpens(actor.role(), question.section(), question.right())) {
            return Decision.denied("role");
        }
        var facts = facts(actor, question.person()).orElse(null);
        if (facts == null || facts.centres().isEmpty()) {
            return Decision.denied("no-relation");
        }
        remember(question.person(), facts.version());
        return new Decision(
                true,
                facts.shared() ? "relation+consent" : "relation",
                levels(actor, question.section()),
                writable(actor, question.section()),
                facts.centres(),
                facts.shared(),
                facts.version());
    }

    /** The version a grant rests on, read once a request; -1 when there is no such person. */
    long versionOf(PersonId person) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(memo(person), RequestAttributes.SCOPE_REQUEST) instanceof Long known) {
            return known;
        }
        long version = jdbc.sql("SELECT version FROM access_person WHERE person_id = ?")
                .param(person.value())
                .query(Long.class)
                .optional()
                .orElse(-1L);
        remember(person, version);
        return version;
    }

    /** After a change within this request, the next check reads again. */
    void forget(PersonId person) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(memo(person), RequestAttributes.SCOPE_REQUEST);
        }
    }

    private Map<Section, Level> levels(StaffMember actor, Section asked) {
        var levels = new EnumMap<Section, Level>(Section.class);
        if (asked != Section.RECORD) {
            levels.put(asked, policy.level(actor.role(), asked));
            return levels;
        }
        for (var section : Section.values()) {
            levels.put(section, policy.level(actor.role(), section));
        }
        return levels;
    }

    private Set<Section> writable(StaffMember actor, Section asked) {
        return asked != Section.RECORD
                ? (policy.writable(actor.role(), asked) ? Set.of(asked) : Set.of())
                : Arrays.stream(Section.values())
                        .filter(section -> policy.writable(actor.role(), section))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }

    private Optional<Facts> facts(StaffMember actor, PersonId person) {
        var now = Utc.column(clock.instant());
        return jdbc.sql("""
                        SELECT p.version,
                               EXISTS (SELECT 1 FROM access_sharing_consent c
                                       WHERE c.person_id = p.person_id AND c.withdrawn_at IS NULL
                                         AND c.given_at <= :now AND (c.until_at IS NULL OR c.until_at > :now)) AS shared,
                               (SELECT GROUP_CONCAT(DISTINCT r.centre_id) FROM access_care_relation r
                                WHERE r.person_id = p.person_id
                                  AND r.begins_at <= :now AND (r.ends_at IS NULL OR r.ends_at > :now)
                                  AND ((r.staff_id = :staff AND (r.beyond_centre OR r.centre_id IN (:works)))
                                       OR r.unit_id IN (:units)
                                       OR (r.staff_id IS NULL AND r.centre_id IN (:centres)))) AS centres
                        FROM access_person p WHERE p.person_id = :person""")
                .param("now", now)
                .param("person", person.value())
                .param("staff", actor.id().value())
                // A relation of their own ends with the work in its centre, unless it was given to them beyond it
                .param("works", values(actor.centres()))
                .param("units", values(actor.units()))
                .param("centres", values(actor.wholeCentres()))
                .query((row, number) ->
                        new Facts(row.getLong("version"), row.getBoolean("shared"), centres(row.getString("centres"))))
                .optional();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static Set<UUID> values(Set<? extends Id> ids) {
        return ids.isEmpty()
                ? Set.of(new UUID(0, 0))
                : ids.stream().map(Id::value).collect(Collectors.toSet());
    }

    private static Set<CentreId> centres(@Nullable String concatenated) {
        return concatenated == null
                ? Set.of()
                : Arrays.stream(concatenated.split(",")).map(CentreId::parse).collect(Collectors.toSet());
    }

    private static void remember(PersonId person, long version) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(memo(person), version, RequestAttributes.SCOPE_REQUEST);
        }
    }

    private static String memo(PersonId person) {
        return Decisions.class.getName() + person;
    }

    private record Facts(long version, boolean shared, Set<CentreId> centres) {}
}
