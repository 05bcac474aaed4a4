package org.relais.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;

import org.relais.access.EntryLevel;
import org.relais.access.Section;
import org.relais.record.EntryRow.AmendmentRow;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Reads entries with their amendments, one line each pair, and cuts them to what the reach allows. */
class EntryRows implements ResultSetExtractor<List<EntryRow>> {

    /** Columns of the entry {@code e} and of an amendment {@code a}, for the select this extractor reads. */
    static final String COLUMNS = """
            e.id, e.centre_id, e.unit_id, e.section, e.discipline, e.type, e.occurred_at, e.recorded_at, e.author_id, e.title,
            e.text, e.detail, e.source_id, e.visibility, e.imported_from,
            a.id AS a_id, a.centre_id AS a_centre_id, a.unit_id AS a_unit_id, a.occurred_at AS a_occurred_at, a.recorded_at AS a_recorded_at,
            a.author_id AS a_author_id, a.text AS a_text, a.visibility AS a_visibility, a.amendment AS a_amendment""";

    private final EntryReach reach;

    EntryRows(EntryReach reach) {
        this.reach = reach;
    }

    @Override
    public List<EntryRow> extractData(ResultSet lines) throws SQLException {
        var entries = new LinkedHashMap<UUID, Entry>();
        while (lines.next()) {
            var id = Utc.uuid(lines, "id");
            var entry = entries.get(id);
            if (entry == null) {
                entry = entry(lines);
                entries.put(id, entry);
            }
            if (Utc.uuidOrNull(lines, "a_id") != null) {
                entry.amendments().add(amendment(lines, entry.row()));
            }
        }
        return entries.values().stream().map(Entry::complete).toList();
    }

    private Entry entry(ResultSet line) throws SQLException {
        var section = Section.valueOf(line.getString("section"));
        var centre = new CentreId(Utc.uuid(line, "centre_id"));
        var discipline = Discipline.valueOf(line.getString("discipline"));
        var visibility = Visibility.valueOf(line.getString("visibility"));
        var author = staff(line, "author_id");
        var level = reach.level(section, centre, unit(line, "unit_id"), discipline, visibility, author);
        var known = level != EntryLevel.EXISTENCE;
        var full = level == EntryLevel.FULL;
        var row = new EntryRow(
                new EntryId(Utc.uuid(line, "id")),
                level,
                reach.elsewhere(centre),
                Utc.instant(line, "occurred_at"),
                Utc.instant(line, "recorded_at"),
                discipline,
                known ? section : null,
                known ? line.getString("type") : null,
                known ? line.getString("title") : null,
                full ? line.getString("text") : null,
                full ? TextMap.read(line.getString("detail")) : Map.of(),
                centre,
                author,
                reach.own(author),
                full ? Utc.uuid(line, "source_id") : null,
                visibility,
                known ? line.getString("imported_from") : null,
                List.of());
        return new Entry(row, new ArrayList<>());
    }

    private AmendmentRow amendment(ResultSet line, EntryRow entry) throws SQLException {
        var author = staff(line, "a_author_id");
        var level = reach.level(
                Section.valueOf(line.getString("section")),
                new CentreId(Utc.uuid(line, "a_centre_id")),
                unit(line, "a_unit_id"),
                entry.discipline(),
                Visibility.valueOf(line.getString("a_visibility")),
                author);
        // Never more of a correction than of what it corrects.
        var readable = level == EntryLevel.FULL && entry.readable();
        Instant occurred = Utc.instant(line, "a_occurred_at");
        return new AmendmentRow(
                new EntryId(Utc.uuid(line, "a_id")),
                Amendment.valueOf(line.getString("a_amendment")),
                readable ? level : EntryLevel.EXISTENCE,
                occurred,
                Utc.instant(line, "a_recorded_at"),
                author,
                readable ? line.getString("a_text") : null);
    }

    private static @Nullable UnitId unit(ResultSet line, String column) throws SQLException {
        var id = Utc.uuidOrNull(line, column);
        return id == null ? null : new UnitId(id);
    }

    private static @Nullable StaffId staff(ResultSet line, String column) throws SQLException {
        var id = Utc.uuidOrNull(line, column);
        return id == null ? null : new StaffId(Objects.requireNonNull(id));
    }

    private record Entry(EntryRow row, List<AmendmentRow> amendments) {

        EntryRow complete() {
            return new EntryRow(
                    row.id(),
                    row.level(),
                    row.elsewhere(),
                    row.occurredAt(),
                    row.recordedAt(),
                    row.discipline(),
                    row.section(),
                    row.type(),
                    row.title(),
                    row.text(),
                    row.detail(),
                    row.centre(),
                    row.author(),
                    row.own(),
                    row.source(),
                    row.visibility(),
                    row.importedFrom(),
                    amendments);
        }
    }
}
