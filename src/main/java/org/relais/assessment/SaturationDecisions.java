package org.relais.assessment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;
import org.relais.staff.Role;

/**
 * By which scale NEWS2 reads a person's saturation: the first, unless a physician of the centre recorded a target of 88
 * to 92 % because of hypercapnic respiratory failure (domain reference A.13). What was scored before stays as it was.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class SaturationDecisions {

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final AccessService access;
    private final Clock clock;

    SaturationDecisions(JdbcClient jdbc, Timeline timeline, AccessService access, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The scale by which the centre reads the person's saturation.
     *
     * @param grant to read or write the medical section
     */
    @Transactional(readOnly = true)
    public SaturationScale scale(Grant grant, CentreId centre) {
        access.require(grant, Section.MEDICAL, Right.READ);
        return jdbc.sql("SELECT d.scale FROM assessment_saturation_decision d WHERE d.person_id IN (:people)"
                        + " AND d.centre_id = :centre AND NOT EXISTS (SELECT 1 FROM assessment_saturation_taken_back b"
                        + " WHERE b.decision_id = d.id) ORDER BY d.decided_at DESC, d.id DESC LIMIT 1")
                .param("people", values(grant.people()))
                .param("centre", centre.value())
                .query((row, number) -> SaturationScale.valueOf(row.getString("scale")))
                .optional()
                .orElse(SaturationScale.SCALE_1);
    }

    /**
     * Decides for a scale. It stands in the record, with its reason.
     *
     * @param write a physician's grant to write in the medical section
     * @throws InvalidInput at {@code scale}, {@code reason} or {@code centre}
     */
    public void decide(Grant write, DecideSaturationScale command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        if (write.actor().role() != Role.PHYSICIAN) {
            throw new InvalidInput("scale", "assessment.error.saturation-physician");
        }
        if (!write.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "assessment.error.centre");
        }
        var reason = FreeText.require("reason", command.reason(), FreeText.LINE);
        if (reason.codePointCount(0, reason.length()) < Signing.SHORTEST_REASON) {
            throw new InvalidInput("reason", "assessment.error.reason-too-short", Signing.SHORTEST_REASON);
        }
        if (decided(write, command)) {
            return;
        }
        var now = clock.instant();
        var entry = timeline.append(
                write,
                NewEntry.of(
                                write.person(),
                                Section.MEDICAL,
                                Discipline.MEDICAL,
                                EntryTypes.SATURATION_SCALE,
                                now,
                                command.centre(),
                                command.id())
                        .by(write.actor().id())
                        .saying(null, reason)
                        .with(Map.of(EntryTypes.SCALE, command.scale().name())));
        insert(write, command, entry);
        access.recordChange(write, write.person(), AccessAction.CREATE, "saturation-scale", command.id());
    }

    /** Counts the decision of this entry no more; nothing happens when the entry is none's. */
    void takeBack(PersonId person, EntryId entry) {
        jdbc.sql("""
                        INSERT INTO assessment_saturation_taken_back (decision_id, recorded_at)
                        SELECT d.id, ? FROM assessment_saturation_decision d WHERE d.entry_id = ? AND d.person_id = ?""")
                .param(Utc.column(clock.instant()))
                .param(entry.value())
                .param(person.value())
                .update();
    }

    private boolean decided(Grant write, DecideSaturationScale command) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM assessment_saturation_decision"
                        + " WHERE id = :id AND person_id IN (:people))")
                .param("id", command.id().value())
                .param("people", values(write.people()))
                .query(Boolean.class)
                .single();
    }

    private void insert(Grant write, DecideSaturationScale command, EntryId entry) {
        try {
            jdbc.sql("""
                            INSERT INTO assessment_saturation_decision
                                (id, person_id, centre_id, scale, decided_at, decided_by, entry_id)
                            VALUES (?,?,?,?,?,?,?)""")
                    .param(command.id().value())
                    .param(write.person().value())
                    .param(command.centre().value())
                    .param(command.scale().name())
                    .param(Utc.column(clock.instant()))
                    .param(write.actor().id().value())
                    .param(entry.value())
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new Conflict("assessment.error.already-signed");
        }
    }

    private static List<UUID> values(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }
}
