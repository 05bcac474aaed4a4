package org.relais.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.audit.AccessAction;
import org.relais.shared.CentreId;
import org.relais.shared.ConsentId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/**
 * What the person agreed may be shared, with whom and for what (PRI-04). Withdrawal acts at once for every later
 * reading; what was read before stays logged.
 */
@Service
@Transactional
public class SharingConsents {

    /** The text the person agreed to; a changed text is a new number. */
    public static final int TEXT_VERSION = 2;

    /** The longest language tag. */
    private static final int LANGUAGE = 5;

    private final JdbcClient jdbc;
    private final AccessService access;
    private final PersonVersions versions;
    private final Clock clock;

    SharingConsents(JdbcClient jdbc, AccessService access, PersonVersions versions, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.versions = versions;
        this.clock = clock;
    }

    /** What a consent for everything between all centres shares. */
    public static Set<Section> everything() {
        return Arrays.stream(Section.values())
                .filter(Section::shareable)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }

    /**
     * Every consent, those in force first, the latest first.
     *
     * @param grant for the record, or for the administrative section
     */
    @Transactional(readOnly = true)
    public List<SharingConsent> of(Grant grant) {
        requireReader(grant);
        var now = clock.instant();
        return jdbc
                .sql(
                        "SELECT * FROM access_sharing_consent WHERE person_id IN (:people) ORDER BY given_at DESC, id DESC")
                .param("people", FactRows.values(grant.people()))
                .query((row, number) -> consent(row, now))
                .list()
                .stream()
                .sorted(Comparator.comparing(SharingConsent::inForce).reversed())
                .toList();
    }

    /**
     * As {@link #of}, held as they are until the caller's transaction ends: a withdrawal at the same moment comes before
     * it and is seen, or after it.
     *
     * @param grant for the record, or for the administrative section
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<SharingConsent> held(Grant grant) {
        requireReader(grant);
        var now = clock.instant();
        return jdbc.sql("SELECT * FROM access_sharing_consent WHERE person_id IN (:people) LOCK IN SHARE MODE")
                .param("people", FactRows.values(grant.people()))
                .query((row, number) -> consent(row, now))
                .list();
    }

    /**
     * Who of these people agreed, for their care, that one of the scope's centres by its name reads who they are. A
     * record that another one absorbed, or that absorbed one, is left out: there the stricter side holds. One SQL.
     *
     * @param scope over the administrative section
     */
    @Transactional(readOnly = true)
    public Set<PersonId> agreed(Scope scope, Collection<PersonId> people) {
        access.require(scope, Section.ADMINISTRATIVE);
        if (people.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("""
                        SELECT c.person_id, c.sections FROM access_sharing_consent c
                        WHERE c.person_id IN (:people) AND c.recipient_centre_id IN (:centres)
                          AND c.withdrawn_at IS NULL AND c.organisation IS NULL AND c.purpose = 'CARE'
                          AND c.given_at <= :now AND (c.until_at IS NULL OR c.until_at > :now)
                          AND NOT EXISTS (SELECT 1 FROM access_merge m WHERE m.live
                                          AND (m.absorbed_id = c.person_id OR m.surviving_id = c.person_id))""")
                .param("people", FactRows.values(people))
                .param("centres", FactRows.values(scope.centres()))
                .param("now", Utc.column(clock.instant()))
                .query((row, number) ->
                        new Agreed(new PersonId(Utc.uuid(row, "person_id")), Sections.read(row.getString("sections"))))
                .list()
                .stream()
                .filter(agreed -> agreed.sections().contains(Section.ADMINISTRATIVE))
                .map(Agreed::person)
                .filter(person -> !scope.hidden().contains(person))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Records that the person agreed.
     *
     * @param grant to write in the administrative section
     * @throws InvalidInput at the property of the command that is refused
     */
    public ConsentId give(Grant grant, GiveConsent command) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var now = clock.instant();
        if (command.until() != null && !command.until().isAfter(now)) {
            throw new InvalidInput("until", "access.consent.error.until");
        }
        if (command.sections().isEmpty() || !command.sections().stream().allMatch(Section::shareable)) {
            throw new InvalidInput("sections", "access.consent.error.sections");
        }
        var organisation = FreeText.optionalLine("organisation", command.organisation(), FreeText.LINE);
        if (organisation != null && command.centre() != null) {
            throw new InvalidInput("organisation", "access.consent.error.recipient");
        }
        if (organisation == null && command.purpose() != ConsentPurpose.CARE) {
            throw new InvalidInput("purpose", "access.consent.error.purpose");
        }
        var id = ConsentId.create();
        jdbc.sql("""
                        INSERT INTO access_sharing_consent
                            (id, person_id, recipient_centre_id, organisation, sections, purpose, given_at, until_at,
                             language, text_version, recorded_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?)""")
                .param(id.value())
                .param(grant.person().value())
                .param(command.centre() == null ? null : command.centre().value())
                .param(organisation)
                .param(Sections.write(command.sections()))
                .param(command.purpose().name())
                .param(Utc.column(now))
                .param(Utc.columnOrNull(command.until()))
                .param(FreeText.requireLine("language", command.language(), LANGUAGE))
                .param(TEXT_VERSION)
                .param(grant.actor().id().value())
                .update();
        versions.changed(grant.person());
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "sharing-consent", id);
        return id;
    }

    /**
     * Withdraws one consent, at once. Nothing happens when it ended already.
     *
     * @param grant to write in the administrative section
     * @throws NotFound when it is not one of this person's
     */
    public void withdraw(Grant grant, ConsentId consent) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var known = jdbc.sql("SELECT COUNT(*) FROM access_sharing_consent WHERE id = :id AND person_id IN (:people)")
                .param("id", consent.value())
                .param("people", FactRows.values(grant.people()))
                .query(Integer.class)
                .single();
        if (known == 0) {
            throw new NotFound();
        }
        jdbc.sql("""
                        UPDATE access_sharing_consent SET withdrawn_at = ?, withdrawn_by = ?
                        WHERE id = ? AND withdrawn_at IS NULL""")
                .param(Utc.column(clock.instant()))
                .param(grant.actor().id().value())
                .param(consent.value())
                .update();
        versions.changed(grant.person());
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "sharing-consent", consent);
    }

    private void requireReader(Grant grant) {
        if (grant.section() == Section.ADMINISTRATIVE) {
            access.require(grant, Section.ADMINISTRATIVE, Right.READ);
        } else {
            access.requireRecord(grant);
        }
    }

    private static SharingConsent consent(ResultSet row, Instant now) throws SQLException {
        var until = Utc.instantOrNull(row, "until_at");
        var withdrawn = Utc.instantOrNull(row, "withdrawn_at");
        var given = Utc.instant(row, "given_at");
        var centre = Utc.uuidOrNull(row, "recipient_centre_id");
        return new SharingConsent(
                new ConsentId(Utc.uuid(row, "id")),
                centre == null ? null : new CentreId(centre),
                row.getString("organisation"),
                Sections.read(row.getString("sections")),
                ConsentPurpose.valueOf(row.getString("purpose")),
                given,
                until,
                withdrawn,
                row.getString("language"),
                row.getInt("text_version"),
                new StaffId(Utc.uuid(row, "recorded_by")),
                withdrawn == null && !given.isAfter(now) && (until == null || until.isAfter(now)));
    }

    private record Agreed(PersonId person, Set<Section> sections) {}
}
