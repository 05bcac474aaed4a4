package org.relais.directory;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.shared.NotFound;
import org.relais.shared.SheetId;
import org.relais.shared.Slice;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;
import org.relais.shared.Utc;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Role;

/**
 * Sheets that staff print and hand out, for anyone signed in; social workers and coordinators keep them. A new text or
 * file is a new edition, older ones stay readable; one that should no longer be handed out is marked, never deleted.
 */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(isolation = Isolation.READ_COMMITTED)
public class SheetLibrary {

    private static final int LARGEST_PAGE = 100;
    private static final String COLUMNS =
            "s.*, e.number, e.title AS edition_title, e.kind, e.size, e.added_at, e.added_by";
    private static final String PDF = "PDF";
    private static final String TEXT = "TEXT";

    private final JdbcClient jdbc;
    private final SheetChecks checks;
    private final CurrentStaff current;
    private final Clock clock;

    SheetLibrary(JdbcClient jdbc, SheetChecks checks, CurrentStaff current, Clock clock) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Sheets by title.
     *
     * @param after read on from here; null for the first page
     * @param size how many, 1 to 100
     */
    @Transactional(readOnly = true)
    public Slice<Sheet> list(SheetFilter filter, @Nullable SheetCursor after, int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to 100 sheets: " + size);
        }
        var parameters = new HashMap<String, @Nullable Object>();
        var where = new StringBuilder(filter.withdrawnToo() ? "TRUE" : "s.withdrawn_at IS NULL");
        var role = filter.role();
        if (role != null) {
            where.append(" AND (s.role IS NULL OR s.role = :role)");
            parameters.put("role", role.name());
        }
        if (filter.language() != null) {
            where.append(" AND s.language = :language");
            parameters.put("language", filter.language());
        }
        if (after != null) {
            where.append(" AND (s.title > :title OR (s.title = :title AND s.id > :id))");
            parameters.put("title", after.title());
            parameters.put("id", after.id().value());
        }
        parameters.put("limit", size + 1);
        return Slice.of(
                jdbc.sql("SELECT " + COLUMNS + " FROM directory_sheet s JOIN directory_sheet_version e"
                                + " ON e.sheet_id = s.id AND e.number = s.latest WHERE " + where
                                + " ORDER BY s.title, s.id LIMIT :limit")
                        .params(parameters)
                        .query(SheetLibrary::sheet)
                        .list(),
                size);
    }

    /** The sheet, when there is one. */
    @Transactional(readOnly = true)
    public Optional<Sheet> find(SheetId id) {
        return read(id);
    }

    /** Every text or file of a sheet, the latest first. */
    @Transactional(readOnly = true)
    public List<Sheet.Edition> editions(SheetId id) {
        return jdbc.sql("SELECT number, title AS edition_title, kind, size, added_at, added_by"
                        + " FROM directory_sheet_version WHERE sheet_id = ? ORDER BY number DESC")
                .param(id.value())
                .query((row, number) -> edition(row))
                .list();
    }

    /**
     * One text or file of a sheet.
     *
     * @throws NotFound when there is none
     */
    @Transactional(readOnly = true)
    public SheetContent open(SheetId id, int number) {
        return jdbc.sql("SELECT * FROM directory_sheet_version WHERE sheet_id = ? AND number = ?")
                .param(id.value())
                .param(number)
                .query((row, index) -> row.getString("kind").equals(PDF)
                        ? new SheetContent.Pdf(row.getString("file_name"), row.getBytes("content"))
                        : (SheetContent) new SheetContent.Text(row.getString("text")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Adds a sheet.
     *
     * @throws org.relais.shared.InvalidInput at {@code title}, {@code language} or {@code content}
     */
    @PreAuthorize(PartnerDirectory.KEEPERS)
    public Sheet add(AddSheet command) {
        var before = read(command.id());
        if (before.isPresent()) {
            return before.get();
        }
        var title = checks.title(command.title());
        var language = checks.language(command.language());
        var content = checks.content(command.content());
        var role = command.role();
        jdbc.sql("INSERT INTO directory_sheet (id, title, role, language, latest, version) VALUES (?,?,?,?,1,1)")
                .param(command.id().value())
                .param(title)
                .param(role == null ? null : role.name())
                .param(language)
                .update();
        keep(command.id(), 1, title, content);
        return stored(command.id());
    }

    /**
     * Gives a sheet a new text or file; the older ones stay.
     *
     * @param expectedVersion the version on the screen
     * @throws StaleVersion when it was changed meanwhile
     * @throws org.relais.shared.InvalidInput at {@code title} or {@code content}
     */
    @PreAuthorize(PartnerDirectory.KEEPERS)
    public Sheet renew(SheetId id, int expectedVersion, @Nullable String title, @Nullable SheetContent content) {
        var checked = checks.title(title);
        var checkedContent = checks.content(content);
        var before = stored(id);
        changed(jdbc.sql("UPDATE directory_sheet SET title = ?, latest = latest + 1, version = version + 1"
                        + " WHERE id = ? AND version = ?")
                .param(checked)
                .param(id.value())
                .param(expectedVersion)
                .update());
        keep(id, before.latest().number() + 1, checked, checkedContent);
        return stored(id);
    }

    /**
     * Marks a sheet as no longer to be handed out, or takes the mark back.
     *
     * @throws StaleVersion when it was changed meanwhile
     */
    @PreAuthorize(PartnerDirectory.KEEPERS)
    public Sheet withdraw(SheetId id, int expectedVersion, boolean withdrawn) {
        changed(jdbc.sql("UPDATE directory_sheet SET withdrawn_at = ?, withdrawn_by = ?, version = version + 1"
                        + " WHERE id = ? AND version = ?")
                .param(withdrawn ? Utc.column(clock.instant()) : null)
                .param(withdrawn ? current.require().id().value() : null)
                .param(id.value())
                .param(expectedVersion)
                .update());
        return stored(id);
    }

    private void keep(SheetId id, int number, String title, SheetContent content) {
        var pdf = content instanceof SheetContent.Pdf file ? file : null;
        var words = content instanceof SheetContent.Text(var text) ? text : null;
        jdbc.sql("""
                        INSERT INTO directory_sheet_version
                            (sheet_id, number, title, kind, text, content, file_name, size, added_at, added_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?)""")
                .param(id.value())
                .param(number)
                .param(title)
                .param(pdf == null ? TEXT : PDF)
                .param(words)
                .param(pdf == null ? null : pdf.bytes())
                .param(pdf == null ? null : pdf.fileName())
                .param(
                        pdf == null
                                ? Objects.requireNonNull(words).getBytes(StandardCharsets.UTF_8).length
                                : pdf.bytes().length)
                .param(Utc.column(clock.instant()))
                .param(current.require().id().value())
                .update();
    }

    private Sheet stored(SheetId id) {
        return read(id).orElseThrow(NotFound::new);
    }

    private Optional<Sheet> read(SheetId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM directory_sheet s JOIN directory_sheet_version e"
                        + " ON e.sheet_id = s.id AND e.number = s.latest WHERE s.id = ?")
                .param(id.value())
                .query(SheetLibrary::sheet)
                .optional();
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new StaleVersion();
        }
    }

    private static Sheet sheet(ResultSet row, int number) throws SQLException {
        var role = row.getString("role");
        return new Sheet(
                new SheetId(Utc.uuid(row, "id")),
                row.getString("title"),
                role == null ? null : Role.valueOf(role),
                row.getString("language"),
                Utc.instantOrNull(row, "withdrawn_at"),
                edition(row),
                row.getInt("version"));
    }

    private static Sheet.Edition edition(ResultSet row) throws SQLException {
        return new Sheet.Edition(
                row.getInt("number"),
                row.getString("edition_title"),
                row.getString("kind").equals(PDF),
                row.getInt("size"),
                Utc.instant(row, "added_at"),
                new StaffId(Utc.uuid(row, "added_by")));
    }
}
