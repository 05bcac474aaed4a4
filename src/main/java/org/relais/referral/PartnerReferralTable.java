package org.relais.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.ConsentPurpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.directory.Need;
import org.relais.shared.CentreId;
import org.relais.shared.ConsentId;
import org.relais.shared.EntryId;
import org.relais.shared.GoalId;
import org.relais.shared.Id;
import org.relais.shared.PartnerExchangeId;
import org.relais.shared.PartnerId;
import org.relais.shared.PartnerReferralId;
import org.relais.shared.PersonId;
import org.relais.shared.RelativeId;
import org.relais.shared.StaffId;
import org.relais.shared.StepId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Reads and writes referrals: how each stands, what was said of it on the way, its letter and its calls. */
@Component
class PartnerReferralTable {

    private static final UUID NOTHING = new UUID(0, 0);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final String PARTNER = "PARTNER";
    private static final String RELATIVE = "RELATIVE";

    private final JdbcClient jdbc;
    private final ReferralDays days;

    PartnerReferralTable(JdbcClient jdbc, ReferralDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** A referral whose every field was checked. */
    record New(
            PartnerReferralId id,
            CentreId centre,
            Recipient recipient,
            String recipientName,
            String subject,
            Need need,
            ConsentPurpose purpose,
            @Nullable StepId step,
            @Nullable GoalId goal) {}

    /** What can change in a referral. */
    record Standing(
            ReferralState state,
            @Nullable String outcome,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate awaitedOn,
            @Nullable Instant appointmentAt,
            @Nullable LocalDate dueOn) {}

    void insert(PersonId person, New referral, @Nullable UnitId unit, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO referral_referral
                            (id, person_id, centre_id, unit_id, kind, recipient_id, recipient, subject, domain, purpose,
                             step_id, goal_id, state, is_open, sort_on, version, created_at, created_by, changed_at,
                             changed_by)
                        VALUES (:id, :person, :centre, :unit, :kind, :recipientId, :recipient, :subject, :need, :purpose,
                                :step, :goal, 'DRAFT', TRUE, :never, 1, :at, :by, :at, :by)""")
                .param("id", referral.id().value())
                .param("person", person.value())
                .param("centre", referral.centre().value())
                .param("unit", value(unit))
                .param("kind", referral.recipient() instanceof Recipient.ToPartner ? PARTNER : RELATIVE)
                .param("recipientId", recipientId(referral.recipient()))
                .param("recipient", referral.recipientName())
                .param("subject", referral.subject())
                .param("need", referral.need().name())
                .param("purpose", referral.purpose().name())
                .param("step", value(referral.step()))
                .param("goal", value(referral.goal()))
                .param("never", NEVER)
                .param("at", Utc.column(at))
                .param("by", by.value())
                .update();
    }

    /** Whether the referral stood at the version and now stands as told. */
    boolean update(PartnerReferralId id, int version, Standing after, StaffId by, Instant at) {
        return jdbc.sql("""
                        UPDATE referral_referral
                        SET state = ?, is_open = ?, outcome = ?, sent_on = ?, awaited_on = ?, appointment_at = ?,
                            due_on = ?, sort_on = ?, version = version + 1, changed_at = ?, changed_by = ?
                        WHERE id = ? AND version = ?""")
                        .param(after.state().name())
                        .param(!after.state().loopClosed())
                        .param(after.outcome())
                        .param(after.sentOn())
                        .param(after.awaitedOn())
                        .param(Utc.columnOrNull(after.appointmentAt()))
                        .param(after.dueOn())
                        .param(after.dueOn() == null ? NEVER : after.dueOn())
                        .param(Utc.column(at))
                        .param(by.value())
                        .param(id.value())
                        .param(version)
                        .update()
                == 1;
    }

    void keep(
            PartnerReferralId id, int version, Standing standing, LocalDate on, EntryId entry, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO referral_change
                            (id, referral_id, version, state, happened_on, outcome, awaited_on, appointment_at, entry_id,
                             changed_at, changed_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?)""")
                .param(PartnerReferralId.create().value())
                .param(id.value())
                .param(version)
                .param(standing.state().name())
                .param(on)
                .param(standing.outcome())
                .param(standing.awaitedOn())
                .param(Utc.columnOrNull(standing.appointmentAt()))
                .param(entry.value())
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    /** Whether the letter of that version was written anew; the version counts up. */
    boolean rewrite(PartnerReferralId id, int version, List<LetterParagraph> letter, StaffId by, Instant at) {
        var changed = jdbc.sql("UPDATE referral_referral SET version = version + 1, changed_at = ?, changed_by = ?"
                        + " WHERE id = ? AND version = ?")
                .param(Utc.column(at))
                .param(by.value())
                .param(id.value())
                .param(version)
                .update();
        if (changed == 1) {
            write(id, letter);
        }
        return changed == 1;
    }

    void write(PartnerReferralId id, List<LetterParagraph> letter) {
        jdbc.sql("DELETE FROM referral_paragraph WHERE referral_id = ?")
                .param(id.value())
                .update();
        var number = 0;
        for (var paragraph : letter) {
            jdbc.sql("INSERT INTO referral_paragraph (referral_id, number, section, heading, text) VALUES (?,?,?,?,?)")
                    .param(id.value())
                    .param(++number)
                    .param(paragraph.section().name())
                    .param(paragraph.heading())
                    .param(paragraph.text())
                    .update();
        }
    }

    List<LetterParagraph> letter(PartnerReferralId id) {
        return jdbc.sql("SELECT section, heading, text FROM referral_paragraph WHERE referral_id = ? ORDER BY number")
                .param(id.value())
                .query((row, number) -> new LetterParagraph(
                        Section.valueOf(row.getString("section")), row.getString("heading"), row.getString("text")))
                .list();
    }

    void rely(PartnerReferralId id, Collection<ConsentId> consents, Instant at) {
        consents.forEach(
                consent -> jdbc.sql("INSERT INTO referral_consent (referral_id, consent_id, relied_at) VALUES (?,?,?)")
                        .param(id.value())
                        .param(consent.value())
                        .param(Utc.column(at))
                        .update());
    }

    /** Whether it was noted now; not when it was before. */
    boolean note(NoteExchange exchange, @Nullable String words, StaffId by, Instant at) {
        return jdbc.sql("INSERT IGNORE INTO referral_exchange (id, referral_id, kind, reached, words, at, by_staff)"
                                + " VALUES (?,?,?,?,?,?,?)")
                        .param(exchange.id().value())
                        .param(exchange.referral().value())
                        .param(exchange.kind().name())
                        .param(exchange.reached())
                        .param(words)
                        .param(Utc.column(at))
                        .param(by.value())
                        .update()
                == 1;
    }

    Optional<PartnerReferralRow> find(Collection<PersonId> people, PartnerReferralId id) {
        return jdbc.sql("SELECT * FROM referral_referral WHERE person_id IN (:people) AND id = :id")
                .param("people", values(people))
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    List<PartnerReferralRow> of(Collection<PersonId> people, int limit) {
        return jdbc.sql("""
                        SELECT * FROM referral_referral WHERE person_id IN (:people)
                        ORDER BY is_open DESC, CASE WHEN is_open THEN sort_on END, changed_at DESC, id LIMIT :limit""")
                .param("people", values(people))
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    List<PartnerReferralRow> ofSteps(Collection<PersonId> people, Collection<StepId> steps) {
        return jdbc.sql("SELECT * FROM referral_referral WHERE person_id IN (:people) AND step_id IN (:steps)"
                        + " ORDER BY is_open DESC, created_at DESC, id")
                .param("people", values(people))
                .param("steps", values(steps))
                .query(this::row)
                .list();
    }

    List<ReferralChangeRow> changes(PartnerReferralId id) {
        return jdbc.sql("SELECT * FROM referral_change WHERE referral_id = ? ORDER BY version LIMIT 200")
                .param(id.value())
                .query((row, number) -> new ReferralChangeRow(
                        row.getInt("version"),
                        ReferralState.valueOf(row.getString("state")),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("outcome"),
                        row.getObject("awaited_on", LocalDate.class),
                        Utc.instantOrNull(row, "appointment_at"),
                        Utc.instant(row, "changed_at"),
                        new StaffId(Utc.uuid(row, "changed_by"))))
                .list();
    }

    List<PartnerExchange> exchanges(PartnerReferralId id) {
        return jdbc.sql("SELECT * FROM referral_exchange WHERE referral_id = ? ORDER BY at DESC, id DESC LIMIT 200")
                .param(id.value())
                .query((row, number) -> new PartnerExchange(
                        new PartnerExchangeId(Utc.uuid(row, "id")),
                        ExchangeKind.valueOf(row.getString("kind")),
                        row.getBoolean("reached"),
                        row.getString("words"),
                        Utc.instant(row, "at"),
                        new StaffId(Utc.uuid(row, "by_staff"))))
                .list();
    }

    List<PartnerReferralRow> across(Scope scope, ReferralFilter filter, @Nullable ReferralCursor after, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("actor", scope.actor().id().value());
        parameters.put("centres", values(scope.centres()));
        parameters.put("hidden", values(scope.hidden()));
        parameters.put("whole", values(scope.actor().wholeCentres()));
        parameters.put("team", filter.team());
        parameters.put("limit", limit);
        var where = new StringBuilder("""
                        SELECT * FROM referral_referral
                        WHERE is_open AND person_id NOT IN (:hidden) AND centre_id IN (:centres)
                          AND (created_by = :actor OR (:team AND centre_id IN (:whole)))""");
        if (filter.need() != null) {
            where.append(" AND domain = :need");
            parameters.put("need", filter.need().name());
        }
        if (filter.lateOnly()) {
            where.append(" AND ").append(late(scope.centres(), parameters));
        }
        if (after != null) {
            where.append(" AND (sort_on > :sort OR (sort_on = :sort AND id > :id))");
            parameters.put("sort", after.sortOn());
            parameters.put("id", after.id().value());
        }
        return jdbc.sql(where + " ORDER BY sort_on, id LIMIT :limit")
                .params(parameters)
                .query(this::row)
                .list();
    }

    // Each centre has a day of its own; the database never derives one.
    private String late(Collection<CentreId> centres, Map<String, Object> parameters) {
        var alternatives = new ArrayList<String>(List.of("FALSE"));
        for (var centre : centres) {
            var number = alternatives.size();
            alternatives.add("(centre_id = :centre" + number + " AND due_on < :today" + number + ")");
            parameters.put("centre" + number, centre.value());
            parameters.put("today" + number, days.today(centre));
        }
        return "(" + String.join(" OR ", alternatives) + ")";
    }

    private PartnerReferralRow row(ResultSet row, int number) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var unit = Utc.uuidOrNull(row, "unit_id");
        var step = Utc.uuidOrNull(row, "step_id");
        var goal = Utc.uuidOrNull(row, "goal_id");
        var recipient = Utc.uuid(row, "recipient_id");
        @Nullable LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return new PartnerReferralRow(
                new PartnerReferralId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                centre,
                unit == null ? null : new UnitId(unit),
                row.getString("kind").equals(PARTNER)
                        ? new Recipient.ToPartner(new PartnerId(recipient))
                        : new Recipient.ToRelative(new RelativeId(recipient)),
                row.getString("recipient"),
                row.getString("subject"),
                Need.valueOf(row.getString("domain")),
                ConsentPurpose.valueOf(row.getString("purpose")),
                step == null ? null : new StepId(step),
                goal == null ? null : new GoalId(goal),
                ReferralState.valueOf(row.getString("state")),
                row.getString("outcome"),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("awaited_on", LocalDate.class),
                Utc.instantOrNull(row, "appointment_at"),
                dueOn,
                dueOn == null ? 0 : days.until(centre, dueOn),
                row.getObject("sort_on", LocalDate.class),
                row.getInt("version"),
                Utc.instant(row, "created_at"),
                new StaffId(Utc.uuid(row, "created_by")),
                Utc.instant(row, "changed_at"),
                new StaffId(Utc.uuid(row, "changed_by")));
    }

    private static UUID recipientId(Recipient recipient) {
        return switch (recipient) {
            case Recipient.ToPartner(var partner) -> partner.value();
            case Recipient.ToRelative(var relative) -> relative.value();
        };
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    /** Where a page begins; null for the first. */
    static UUID after(@Nullable PersonId last) {
        return last == null ? NOTHING : last.value();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }
}
