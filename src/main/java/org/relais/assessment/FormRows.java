package org.relais.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;

import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.assessment.AssessmentRow.Findings;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Reads forms, one line for each rated item, and cuts them to what the grant shows. */
class FormRows implements ResultSetExtractor<List<AssessmentRow>> {

    private final Grant grant;

    FormRows(Grant grant) {
        this.grant = grant;
    }

    @Override
    public List<AssessmentRow> extractData(ResultSet lines) throws SQLException {
        var rows = new LinkedHashMap<UUID, AssessmentRow>();
        while (lines.next()) {
            var id = Utc.uuid(lines, "id");
            var known = rows.get(id);
            if (known == null) {
                var level = level(lines);
                if (level == EntryLevel.FULL || level == EntryLevel.SUMMARY) {
                    rows.put(id, row(lines, level));
                }
            } else if (known.findings() != null) {
                rows.put(id, withItem(known, known.findings(), lines));
            }
        }
        return new ArrayList<>(rows.values());
    }

    private EntryLevel level(ResultSet line) throws SQLException {
        var own = grant.actor().id().value().equals(Utc.uuid(line, "scorer_id"));
        var unit = Utc.uuidOrNull(line, "unit_id");
        return grant.entryLevel(
                Section.MEDICAL,
                new CentreId(Utc.uuid(line, "centre_id")),
                unit == null ? null : new UnitId(unit),
                own);
    }

    private static AssessmentRow row(ResultSet line, EntryLevel level) throws SQLException {
        return new AssessmentRow(
                new AssessmentId(Utc.uuid(line, "id")),
                new EntryId(Utc.uuid(line, "entry_id")),
                line.getString("instrument"),
                line.getInt("rule_version"),
                Utc.instant(line, "occurred_at"),
                Utc.instant(line, "recorded_at"),
                new CentreId(Utc.uuid(line, "centre_id")),
                new StaffId(Utc.uuid(line, "scorer_id")),
                !line.getBoolean("newest"),
                !line.getBoolean("stands"),
                level == EntryLevel.FULL ? findings(line) : null);
    }

    private static Findings findings(ResultSet line) throws SQLException {
        var severity = line.getString("severity");
        var alerts = line.getString("alerts");
        var measured = Utc.uuidOrNull(line, "form_id") != null;
        return new Findings(
                AssessmentStatus.valueOf(line.getString("status")),
                VitalSignRows.integer(line, "total"),
                line.getString("band"),
                severity == null ? null : Severity.valueOf(severity),
                line.getString("profile"),
                item(line),
                alerts == null ? List.of() : List.of(alerts.split(",", -1)),
                PartResult.read(line.getString("parts")),
                line.getString("reason"),
                line.getString("reason_detail"),
                line.getString("comment"),
                measured ? VitalSignRows.read(line) : null,
                measured ? VitalSignRows.decimal(line, "blood_equivalent") : null);
    }

    private static Map<String, Integer> item(ResultSet line) throws SQLException {
        @Nullable String item = line.getString("item");
        return item == null ? Map.of() : Map.of(item, line.getInt("value"));
    }

    private static AssessmentRow withItem(AssessmentRow row, Findings findings, ResultSet line) throws SQLException {
        var values = new LinkedHashMap<>(findings.values());
        values.putAll(item(line));
        return new AssessmentRow(
                row.id(),
                row.entry(),
                row.instrument(),
                row.version(),
                row.occurredAt(),
                row.recordedAt(),
                row.centre(),
                row.scorer(),
                row.superseded(),
                row.takenBack(),
                new Findings(
                        findings.status(),
                        findings.total(),
                        findings.band(),
                        findings.severity(),
                        findings.profile(),
                        values,
                        findings.alerts(),
                        findings.parts(),
                        findings.reason(),
                        findings.reasonDetail(),
                        findings.comment(),
                        findings.signs(),
                        findings.bloodEquivalent()));
    }
}
