package org.relais.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Section;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The tables of signed forms. Rows are only ever added. */
@Component
class Forms {

    // The newest correction counts; what it replaced does not.
    private static final String NOT_SUPERSEDED =
            "NOT EXISTS (SELECT 1 FROM assessment_form later WHERE later.supersedes_id = f.id)";

    // One's own, and of the others what neither a centre nor the person keeps back
    private static final String READABLE = "(f.scorer_id = :me OR (:all AND (f.centre_id IN (:centres) OR :anywhere)"
            + " AND (f.unit_id IS NULL OR f.unit_id NOT IN (:lockedUnits))))";

    private static final String NOT_TAKEN_BACK =
            "NOT EXISTS (SELECT 1 FROM assessment_taken_back back WHERE back.form_id = f.id)";

    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;

    Forms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The form, if this member of staff signed it for this person. */
    Optional<SignedAssessment> signed(Grant write, AssessmentId id) {
        return jdbc.sql("SELECT entry_id FROM assessment_form"
                        + " WHERE id = :id AND person_id IN (:people) AND scorer_id = :me")
                .param("id", id.value())
                .param("people", values(write.people()))
                .param("me", write.actor().id().value())
                .query((row, number) -> new SignedAssessment(id, new EntryId(Utc.uuid(row, "entry_id"))))
                .optional();
    }

    /** The form to be corrected, locked until the end of the transaction. */
    Optional<Earlier> earlier(Grant write, AssessmentId id) {
        return jdbc.sql("SELECT f.scorer_id, f.person_id, f.entry_id, f.instrument, f.status, " + NOT_SUPERSEDED
                        + " AND "
                        + NOT_TAKEN_BACK
                        + " AS newest FROM assessment_form f WHERE f.id = :id AND f.person_id IN (:people) FOR UPDATE")
                .param("id", id.value())
                .param("people", values(write.people()))
                .query((row, number) -> new Earlier(
                        new StaffId(Utc.uuid(row, "scorer_id")),
                        new PersonId(Utc.uuid(row, "person_id")),
                        new EntryId(Utc.uuid(row, "entry_id")),
                        row.getString("instrument"),
                        AssessmentStatus.valueOf(row.getString("status")),
                        row.getBoolean("newest")))
                .optional();
    }

    /**
     * The totals before a moment at the same centre and unit, newest first: what an entry tells of the course must be
     * readable for whoever may read the entry. Of a section the person locked they are the author's own.
     */
    List<EarlierTotal> totalsBefore(Grant write, Form form, @Nullable Series series, @Nullable Id except, int most) {
        return jdbc.sql("SELECT f.total, f.occurred_at FROM assessment_form f"
                        + " WHERE f.person_id IN (:people) AND f.instrument = :instrument"
                        + " AND f.status = 'SCORED' AND f.centre_id = :centre"
                        + " AND (f.unit_id IS NULL OR f.unit_id = :unit) AND (:all OR f.scorer_id = :me)"
                        + " AND f.occurred_at < :moment AND f.id <> :except"
                        + " AND (:item IS NULL OR EXISTS (SELECT 1 FROM assessment_item i"
                        + " WHERE i.form_id = f.id AND i.item = :item AND i.value = :value)) AND "
                        + NOT_SUPERSEDED + " AND " + NOT_TAKEN_BACK
                        + " ORDER BY f.occurred_at DESC, f.id DESC LIMIT :most")
                .param("people", values(write.people()))
                .param("instrument", form.instrument())
                .param("centre", form.centre().value())
                .param("unit", unit(write, form.centre()))
                .param("all", write.level(Section.MEDICAL) != Level.OWN)
                .param("me", write.actor().id().value())
                .param("moment", Utc.column(form.occurredAt()))
                .param("item", series == null ? null : series.item())
                .param("value", series == null ? 0 : series.value())
                .param("except", except == null ? NOTHING : except.value())
                .param("most", most)
                .query((row, number) -> new EarlierTotal(row.getInt("total"), Utc.instant(row, "occurred_at")))
                .list();
    }

    /** When the instrument was last filled in before a moment, of what the grant shows; what counts no more left out. */
    Optional<Instant> lastBefore(Grant write, String instrument, Instant moment) {
        var parameters = reach(write, instrument);
        parameters.put("moment", Utc.column(moment));
        return jdbc.sql("SELECT f.occurred_at FROM assessment_form f WHERE f.person_id IN (:people)"
                        + " AND f.instrument = :instrument AND f.status = 'SCORED' AND f.occurred_at < :moment AND "
                        + READABLE + " AND " + NOT_SUPERSEDED + " AND " + NOT_TAKEN_BACK
                        + " ORDER BY f.occurred_at DESC LIMIT 1")
                .params(parameters)
                .query((row, number) -> Utc.instant(row, "occurred_at"))
                .optional();
    }

    /** The instruments that the person has forms of, as far as the grant shows them. */
    Set<String> instruments(Grant read) {
        return new TreeSet<>(
                jdbc.sql("SELECT DISTINCT f.instrument FROM assessment_form f WHERE f.person_id IN (:people) AND "
                                + READABLE)
                        .params(reach(read, ""))
                        .query(String.class)
                        .list());
    }

    void insert(Grant write, Form form, @Nullable AssessmentId supersedes, EntryId entry, Instant recordedAt) {
        jdbc.sql("""
                        INSERT INTO assessment_form
                            (id, person_id, centre_id, unit_id, instrument, rule_version, status, total, band, profile, severity,
                             alerts, reason, reason_detail, comment, occurred_at, recorded_at, scorer_id,
                             supersedes_id, entry_id)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(form.id().value())
                .param(write.person().value())
                .param(form.centre().value())
                .param(unit(write, form.centre()))
                .param(form.instrument())
                .param(form.version())
                .param(form.status().name())
                .param(form.total())
                .param(form.band())
                .param(form.profile())
                .param(name(form.severity()))
                .param(form.alerts().isEmpty() ? null : String.join(",", form.alerts()))
                .param(form.reason())
                .param(form.reasonDetail())
                .param(form.comment())
                .param(Utc.column(form.occurredAt()))
                .param(Utc.column(recordedAt))
                .param(write.actor().id().value())
                .param(supersedes == null ? null : supersedes.value())
                .param(entry.value())
                .update();
    }

    /** Counts the form of this entry no more; nothing happens when the entry is no form's. */
    void takeBack(PersonId person, EntryId entry, Instant at) {
        jdbc.sql("""
                        INSERT INTO assessment_taken_back (form_id, recorded_at)
                        SELECT f.id, ? FROM assessment_form f WHERE f.entry_id = ? AND f.person_id = ?""")
                .param(Utc.column(at))
                .param(entry.value())
                .param(person.value())
                .update();
    }

    void insertItems(AssessmentId form, Map<String, Integer> values) {
        if (values.isEmpty()) {
            return;
        }
        var parameters = new ArrayList<@Nullable Object>();
        values.forEach((item, value) -> {
            parameters.add(form.value());
            parameters.add(item);
            parameters.add(value);
        });
        var rows = values.keySet().stream().map(item -> "(?,?,?)").collect(Collectors.joining(","));
        jdbc.sql("INSERT INTO assessment_item (form_id, item, value) VALUES " + rows)
                .params(parameters)
                .update();
    }

    void insertParts(AssessmentId form, List<PartResult> parts) {
        if (parts.isEmpty()) {
            return;
        }
        var parameters = new ArrayList<@Nullable Object>();
        for (int place = 0; place < parts.size(); place++) {
            var part = parts.get(place);
            parameters.add(form.value());
            parameters.add(part.part());
            parameters.add(place);
            parameters.add(part.total());
            parameters.add(part.band());
            parameters.add(name(part.severity()));
        }
        var rows = parts.stream().map(part -> "(?,?,?,?,?,?)").collect(Collectors.joining(","));
        jdbc.sql("INSERT INTO assessment_part (form_id, part, place, total, band, severity) VALUES " + rows)
                .params(parameters)
                .update();
    }

    /** One page of a course, newest first. */
    List<AssessmentRow> page(Grant read, String instrument, @Nullable AssessmentCursor before, int limit) {
        var parameters = reach(read, instrument);
        parameters.put("limit", limit);
        var older = "";
        if (before != null) {
            older = " AND (f.occurred_at < :at OR (f.occurred_at = :at AND f.id < :id))";
            parameters.put("at", Utc.column(before.occurredAt()));
            parameters.put("id", before.id().value());
        }
        return jdbc.sql("SELECT f.*, " + NOT_SUPERSEDED + " AS newest, " + NOT_TAKEN_BACK
                        + " AS stands, (SELECT GROUP_CONCAT(p.part, ':', p.total, ':', COALESCE(p.band, ''), ':',"
                        + " COALESCE(p.severity, '') ORDER BY p.place) FROM assessment_part p WHERE p.form_id = f.id)"
                        + " AS parts, i.item, i.value, v.* FROM (SELECT *"
                        + " FROM assessment_form f WHERE f.person_id IN (:people) AND f.instrument = :instrument"
                        + " AND " + READABLE + older
                        + " ORDER BY f.occurred_at DESC, f.id DESC LIMIT :limit) f"
                        + " LEFT JOIN assessment_item i ON i.form_id = f.id"
                        + " LEFT JOIN assessment_vital_signs v ON v.form_id = f.id"
                        + " ORDER BY f.occurred_at DESC, f.id DESC")
                .params(parameters)
                .query(new FormRows(read));
    }

    /** Whether there are forms of the instrument that the grant does not show. */
    boolean withheld(Grant read, String instrument) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM assessment_form f WHERE f.person_id IN (:people)"
                        + " AND f.instrument = :instrument AND NOT " + READABLE + ")")
                .params(reach(read, instrument))
                .query(Boolean.class)
                .single();
    }

    private static Map<String, Object> reach(Grant read, String instrument) {
        var parameters = new HashMap<String, Object>();
        parameters.put("people", values(read.people()));
        parameters.put("instrument", instrument);
        parameters.put("me", read.actor().id().value());
        parameters.put("anywhere", read.shares(Section.MEDICAL));
        parameters.put("all", read.level(Section.MEDICAL) != Level.OWN);
        parameters.put("centres", values(read.centres()));
        parameters.put("lockedUnits", values(read.lockedUnits()));
        return parameters;
    }

    private static @Nullable UUID unit(Grant grant, CentreId centre) {
        return grant.unitIn(centre).map(UnitId::value).orElse(null);
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return ids.isEmpty() ? List.of(NOTHING) : ids.stream().map(Id::value).toList();
    }

    private static @Nullable String name(@Nullable Severity severity) {
        return severity == null ? null : severity.name();
    }

    record Earlier(
            StaffId scorer,
            PersonId person,
            EntryId entry,
            String instrument,
            AssessmentStatus status,
            boolean newest) {}

    /** The forms of one course: those that answered an item alike. */
    record Series(String item, int value) {}

    record EarlierTotal(int total, Instant occurredAt) {}
}
