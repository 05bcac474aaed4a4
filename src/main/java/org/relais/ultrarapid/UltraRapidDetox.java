package org.relais.ultrarapid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UltraRapidProcedureId;
import org.relais.shared.Utc;
import org.relais.staff.Role;

/**
 * The checklist of one person, and the beginning, which is refused while a point is open. Nobody can go against that.
 * Everything is {@link NotFound} at a centre that holds no permission, or in which the actor takes no part.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class UltraRapidDetox {

    /** The type of the entry of a beginning. */
    public static final String ENTRY = "ultrarapid.procedure";

    private final UltraRapidPermissions permissions;
    private final RuleInForce<UltraRapidChecklist> checklist;
    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final AccessService access;
    private final Clock clock;

    UltraRapidDetox(
            UltraRapidPermissions permissions,
            RuleInForce<UltraRapidChecklist> checklist,
            JdbcClient jdbc,
            Timeline timeline,
            AccessService access,
            Clock clock) {
        this.permissions = permissions;
        this.checklist = checklist;
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Every point as it stands for the person at a centre, in the order of the rule.
     *
     * @param read a grant for the medical section, in full
     */
    @Transactional(readOnly = true)
    public List<SignedPoint> points(Grant read, CentreId centre) {
        access.require(read, Section.MEDICAL, Right.READ);
        if (read.level(Section.MEDICAL) != Level.READ) {
            throw access.refuse(read, read.person(), "ultra-rapid-point", null);
        }
        requirePermitted(read, centre);
        return points(read.people(), centre);
    }

    /**
     * Signs that a point holds.
     *
     * @param write a grant to write in the medical section
     * @throws InvalidInput at {@code point} when the rule has no such point
     */
    public void sign(Grant write, SignPoint command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        requirePermitted(write, command.centre());
        if (checklist.now().points().stream().noneMatch(one -> one.code().equals(command.point()))) {
            throw new InvalidInput("point", "ultrarapid.error.point");
        }
        var signed = jdbc.sql("INSERT IGNORE INTO ultrarapid_point (id, person_id, centre_id, point, rule_version,"
                        + " signed_at, staff_id) VALUES (?,?,?,?,?,?,?)")
                .param(command.id().value())
                .param(write.person().value())
                .param(command.centre().value())
                .param(command.point())
                .param(checklist.now().rule().version())
                .param(Utc.column(clock.instant()))
                .param(write.actor().id().value())
                .update();
        if (signed == 1) {
            access.recordChange(write, write.person(), AccessAction.SIGN, "ultra-rapid-point", command.id());
        }
    }

    /**
     * Writes down that it begins now.
     *
     * @param write a grant to write in the medical section
     * @throws InvalidInput at {@code points} with how many are open; at {@code start} when not a physician begins it
     */
    public void start(Grant write, StartUltraRapid command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        requirePermitted(write, command.centre());
        if (begun(write, command.id())) {
            return;
        }
        if (write.actor().role() != Role.PHYSICIAN) {
            throw new InvalidInput("start", "ultrarapid.error.physician-starts");
        }
        var open = points(write.people(), command.centre()).stream()
                .filter(SignedPoint::open)
                .count();
        if (open > 0) {
            throw new InvalidInput("points", "ultrarapid.error.open", open);
        }
        var now = clock.instant();
        var entry = timeline.append(
                write,
                NewEntry.of(
                                write.person(),
                                Section.MEDICAL,
                                Discipline.MEDICAL,
                                ENTRY,
                                now,
                                command.centre(),
                                command.id())
                        .by(write.actor().id())
                        .with(Map.of(
                                "version", String.valueOf(checklist.now().rule().version()))));
        insert(write, command, now, entry);
        access.recordChange(write, write.person(), AccessAction.CREATE, "ultra-rapid-detox", command.id());
    }

    private void requirePermitted(Grant grant, CentreId centre) {
        permissions.requireEnabled();
        if (!grant.centres().contains(centre) || permissions.inForce(centre).isEmpty()) {
            throw new NotFound();
        }
    }

    private List<SignedPoint> points(Collection<PersonId> people, CentreId centre) {
        var rule = checklist.now();
        var valid = clock.instant().minus(Duration.ofHours(rule.signedWithinHours()));
        var last = new HashMap<String, SignedPoint>();
        jdbc.sql("""
                        SELECT p.point, p.signed_at, p.staff_id FROM ultrarapid_point p
                        WHERE p.person_id IN (:people) AND p.centre_id = :centre AND p.rule_version = :version
                          AND p.signed_at > COALESCE((SELECT MAX(x.started_at) FROM ultrarapid_procedure x
                                                      WHERE x.person_id IN (:people)), '1970-01-01')
                        ORDER BY p.signed_at, p.id""")
                .param("people", values(people))
                .param("centre", centre.value())
                .param("version", rule.rule().version())
                .query(row -> {
                    var at = Utc.instant(row, "signed_at");
                    var by = new StaffId(Utc.uuid(row, "staff_id"));
                    var code = row.getString("point");
                    rule.points().stream()
                            .filter(point -> point.code().equals(code))
                            .forEach(point -> last.put(code, new SignedPoint(point, by, at, at.isBefore(valid))));
                });
        return rule.points().stream()
                .map(point -> last.getOrDefault(point.code(), new SignedPoint(point, null, null, true)))
                .toList();
    }

    private boolean begun(Grant write, UltraRapidProcedureId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM ultrarapid_procedure WHERE person_id IN (:people) AND id = :id)")
                .param("people", values(write.people()))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private void insert(Grant write, StartUltraRapid command, Instant now, EntryId entry) {
        jdbc.sql("INSERT INTO ultrarapid_procedure (id, person_id, centre_id, rule_version, started_at, staff_id,"
                        + " entry_id) VALUES (?,?,?,?,?,?,?)")
                .param(command.id().value())
                .param(write.person().value())
                .param(command.centre().value())
                .param(checklist.now().rule().version())
                .param(Utc.column(now))
                .param(write.actor().id().value())
                .param(entry.value())
                .update();
    }

    private static List<UUID> values(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }
}
