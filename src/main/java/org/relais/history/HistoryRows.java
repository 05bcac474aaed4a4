package org.relais.history;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.HistoryItemId;
import org.relais.shared.Utc;

/** Reads rows as they stand in the tables. */
final class HistoryRows {

    private HistoryRows() {}

    static ProblemRow problem(ResultSet row, int number) throws SQLException {
        return new ProblemRow(
                id(row),
                code(row),
                row.getBoolean("active"),
                row.getString("clinical_status"),
                row.getString("verification"),
                row.getString("severity"),
                time(row, "onset"),
                row.getString("onset_text"),
                time(row, "abated"),
                time(row, "recorded"),
                row.getString("remark"),
                listedAt(row),
                provenance(row));
    }

    static MedicationRow medication(ResultSet row, int number) throws SQLException {
        return new MedicationRow(
                id(row),
                code(row),
                ImportedMedication.Kind.valueOf(row.getString("kind")),
                row.getString("status"),
                row.getString("dosage"),
                time(row, "authored"),
                row.getString("requester"),
                row.getString("reason"),
                row.getString("remark"),
                listedAt(row),
                provenance(row));
    }

    static EncounterRow encounter(ResultSet row, int number) throws SQLException {
        return new EncounterRow(
                id(row),
                code(row),
                row.getString("kind"),
                row.getString("status"),
                time(row, "started"),
                time(row, "ended"),
                row.getString("place"),
                row.getString("reason"),
                listedAt(row),
                provenance(row));
    }

    static ObservationRow observation(ResultSet row, int number) throws SQLException {
        return new ObservationRow(
                id(row),
                code(row),
                row.getString("category"),
                row.getString("status"),
                time(row, "effective"),
                value(row),
                ObservationParts.read(row.getString("parts")),
                row.getString("remark"),
                listedAt(row),
                provenance(row));
    }

    private static HistoryItemId id(ResultSet row) throws SQLException {
        return new HistoryItemId(Utc.uuid(row, "id"));
    }

    private static GivenCode code(ResultSet row) throws SQLException {
        return new GivenCode(
                row.getString("code_system"),
                row.getString("code"),
                Objects.requireNonNullElse(row.getString("words"), ""));
    }

    private static Instant listedAt(ResultSet row) throws SQLException {
        return Utc.instant(row, "listed_at");
    }

    private static Provenance provenance(ResultSet row) throws SQLException {
        return new Provenance(
                row.getString("imported_from"),
                Utc.instant(row, "imported_at"),
                new CentreId(Utc.uuid(row, "centre_id")));
    }

    private static @Nullable GivenTime time(ResultSet row, String column) throws SQLException {
        var at = Utc.instantOrNull(row, column + "_at");
        return at == null ? null : new GivenTime(at, GivenTime.Precision.valueOf(row.getString(column + "_precision")));
    }

    private static @Nullable GivenValue value(ResultSet row) throws SQLException {
        var amount = row.getString("amount");
        var words = row.getString("value_text");
        return amount == null && words == null
                ? null
                : new GivenValue(
                        amount == null ? null : new BigDecimal(amount),
                        row.getString("comparator"),
                        row.getString("unit"),
                        words);
    }
}
