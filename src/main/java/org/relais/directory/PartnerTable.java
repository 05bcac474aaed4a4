package org.relais.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.InvalidInput;
import org.relais.shared.PartnerId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** Reads and writes partners, each version of them and what the search goes by. Many rows cost few statements. */
@Component
class PartnerTable {

    private static final int BATCH = 500;
    private static final int ROWS_A_STATEMENT = 300;
    private static final String COLUMNS = "name, needs, offer, eligibility, languages, cost, opening_hours, capacity,"
            + " telephone, email, website, address, place, verified_on, safe_place, peer_led, withdrawn";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final PartnerChecks checks;

    PartnerTable(JdbcClient jdbc, JdbcTemplate template, PartnerChecks checks) {
        this.jdbc = jdbc;
        this.template = template;
        this.checks = checks;
    }

    /** One partner as it shall stand; the version is the one it gets. */
    record Written(PartnerId id, PartnerDetails details, int version) {}

    /** What a partner is found by when a file does not name its id. */
    static String key(PartnerDetails details) {
        return SearchWords.folded(Objects.requireNonNull(details.name())) + "|"
                + (details.place() == null ? "" : SearchWords.folded(details.place()));
    }

    /** @throws InvalidInput at {@code name} when another partner of that name is in that place */
    void insert(Collection<Written> partners, String kind, Instant at, StaffId by) {
        try {
            template.batchUpdate(
                    "INSERT INTO directory_partner (id, name_key, version, changed_at, changed_by, " + COLUMNS
                            + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                    partners,
                    BATCH,
                    (statement, partner) -> {
                        statement.setObject(1, partner.id().value());
                        statement.setString(2, key(partner.details()));
                        statement.setInt(3, partner.version());
                        statement.setObject(4, Utc.column(at));
                        statement.setObject(5, by.value());
                        values(statement, 6, partner.details());
                    });
        } catch (DuplicateKeyException _) {
            throw new InvalidInput("name", "directory.error.twice");
        }
        keep(partners, kind, at, by);
        writeSearch(partners);
    }

    /** The partners that did not stand at the version before. */
    Set<PartnerId> update(Collection<Written> partners, String kind, Instant at, StaffId by) {
        var stale = new LinkedHashSet<PartnerId>();
        var list = List.copyOf(partners);
        int[][] counts;
        try {
            counts = template.batchUpdate(
                    "UPDATE directory_partner SET name_key = ?, version = ?, changed_at = ?, changed_by = ?, "
                            + Arrays.stream(COLUMNS.split(", ?"))
                                    .map(column -> column + " = ?")
                                    .collect(Collectors.joining(", "))
                            + " WHERE id = ? AND version = ?",
                    list,
                    BATCH,
                    (statement, partner) -> {
                        statement.setString(1, key(partner.details()));
                        statement.setInt(2, partner.version());
                        statement.setObject(3, Utc.column(at));
                        statement.setObject(4, by.value());
                        values(statement, 5, partner.details());
                        statement.setObject(22, partner.id().value());
                        statement.setInt(23, partner.version() - 1);
                    });
        } catch (DuplicateKeyException _) {
            throw new InvalidInput("name", "directory.error.twice");
        }
        var position = 0;
        for (var batch : counts) {
            for (var count : batch) {
                if (count == 0) {
                    stale.add(list.get(position).id());
                }
                position++;
            }
        }
        if (stale.isEmpty()) {
            keep(list, kind, at, by);
            writeSearch(list);
        }
        return stale;
    }

    Optional<Partner> find(PartnerId id, int verifiedDays) {
        return jdbc.sql("SELECT * FROM directory_partner WHERE id = ?")
                .param(id.value())
                .query((row, number) -> partner(row, verifiedDays))
                .optional();
    }

    /** Every partner, locked until the transaction ends: for a file that is compared with all of them. */
    List<Partner> all(boolean locked, int verifiedDays) {
        return jdbc.sql("SELECT * FROM directory_partner" + (locked ? " FOR UPDATE" : ""))
                .query((row, number) -> partner(row, verifiedDays))
                .list();
    }

    List<Partner> search(PartnerFilter filter, @Nullable PartnerCursor after, int limit, int verifiedDays) {
        var parameters = new HashMap<String, Object>();
        var where = where(filter, parameters, verifiedDays);
        if (after != null) {
            where.append(" AND (name > :name OR (name = :name AND id > :id))");
            parameters.put("name", after.name());
            parameters.put("id", after.id().value());
        }
        parameters.put("limit", limit);
        return jdbc.sql("SELECT * FROM directory_partner WHERE " + where + " ORDER BY name, id LIMIT :limit")
                .params(parameters)
                .query((row, number) -> partner(row, verifiedDays))
                .list();
    }

    int count(PartnerFilter filter, int verifiedDays) {
        var parameters = new HashMap<String, Object>();
        var where = where(filter, parameters, verifiedDays);
        return jdbc.sql("SELECT COUNT(*) FROM directory_partner WHERE " + where)
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    /** How many partners have that name, wherever they are. */
    int named(String name) {
        return jdbc.sql("SELECT COUNT(*) FROM directory_partner WHERE name_key LIKE ?")
                .param(SearchWords.folded(name) + "|%")
                .query(Integer.class)
                .single();
    }

    List<String> places() {
        return jdbc.sql("SELECT DISTINCT place FROM directory_partner WHERE place IS NOT NULL AND NOT withdrawn"
                        + " ORDER BY place LIMIT 500")
                .query(String.class)
                .list();
    }

    List<String> languages() {
        return jdbc.sql("SELECT DISTINCT language FROM directory_partner_language ORDER BY language")
                .query(String.class)
                .list();
    }

    List<PartnerVersion> versions(PartnerId id) {
        var rows = jdbc.sql("SELECT * FROM directory_partner_version WHERE partner_id = ? ORDER BY version")
                .param(id.value())
                .query((row, number) -> new PartnerVersion(
                        row.getInt("version"),
                        details(row),
                        row.getString("kind").equals(PartnerDirectory.IMPORT),
                        Set.of(),
                        Utc.instant(row, "changed_at"),
                        new StaffId(Utc.uuid(row, "changed_by"))))
                .list();
        var versions = new ArrayList<PartnerVersion>();
        @Nullable PartnerDetails before = null;
        for (var row : rows) {
            versions.add(new PartnerVersion(
                    row.version(),
                    row.details(),
                    row.imported(),
                    before == null ? Set.of() : before.differences(row.details()),
                    row.at(),
                    row.by()));
            before = row.details();
        }
        Collections.reverse(versions);
        return versions;
    }

    private StringBuilder where(PartnerFilter filter, Map<String, Object> parameters, int verifiedDays) {
        var where = new StringBuilder(filter.withdrawnToo() ? "TRUE" : "NOT withdrawn");
        if (filter.need() != null) {
            where.append(" AND id IN (SELECT partner_id FROM directory_partner_need WHERE domain = :need)");
            parameters.put("need", filter.need().name());
        }
        if (filter.language() != null) {
            where.append(" AND id IN (SELECT partner_id FROM directory_partner_language WHERE language = :language)");
            parameters.put("language", filter.language());
        }
        if (filter.place() != null) {
            where.append(" AND place = :place");
            parameters.put("place", filter.place());
        }
        if (filter.safePlace()) {
            where.append(" AND safe_place");
        }
        if (filter.peerLed()) {
            where.append(" AND peer_led");
        }
        if (filter.verificationDue()) {
            where.append(" AND (verified_on IS NULL OR verified_on < :oldest)");
            parameters.put("oldest", checks.today().minusDays(verifiedDays));
        }
        var words = filter.text() == null ? List.<String>of() : SearchWords.of(filter.text());
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var close = new ArrayList<>(SearchWords.neighbours(word));
            close.add(word);
            where.append(" AND id IN (SELECT partner_id FROM directory_partner_word WHERE whole AND word LIKE :begins")
                    .append(i)
                    .append(" UNION SELECT partner_id FROM directory_partner_word WHERE word IN (:close")
                    .append(i)
                    .append("))");
            parameters.put("begins" + i, word + "%");
            parameters.put("close" + i, close);
        }
        if (filter.text() != null && words.isEmpty()) {
            where.append(" AND FALSE");
        }
        return where;
    }

    private void keep(Collection<Written> partners, String kind, Instant at, StaffId by) {
        template.batchUpdate(
                "INSERT INTO directory_partner_version (partner_id, version, kind, changed_at, changed_by, " + COLUMNS
                        + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                partners,
                BATCH,
                (statement, partner) -> {
                    statement.setObject(1, partner.id().value());
                    statement.setInt(2, partner.version());
                    statement.setString(3, kind);
                    statement.setObject(4, Utc.column(at));
                    statement.setObject(5, by.value());
                    values(statement, 6, partner.details());
                });
    }

    private void writeSearch(Collection<Written> partners) {
        var ids = partners.stream().map(partner -> partner.id().value()).toList();
        for (int from = 0; from < ids.size(); from += BATCH) {
            var some = ids.subList(from, Math.min(from + BATCH, ids.size()));
            for (var table : List.of("need", "language", "word")) {
                jdbc.sql("DELETE FROM directory_partner_" + table + " WHERE partner_id IN (:ids)")
                        .param("ids", some)
                        .update();
            }
        }
        var needs = new ArrayList<Object[]>();
        var languages = new ArrayList<Object[]>();
        var words = new ArrayList<Object[]>();
        for (var partner : partners) {
            var id = partner.id().value();
            partner.details().needs().forEach(need -> needs.add(new Object[] {need.name(), id}));
            partner.details().languages().forEach(language -> languages.add(new Object[] {language, id}));
            words.addAll(words(partner.details(), id));
        }
        insertMany("directory_partner_need (domain, partner_id)", 2, needs);
        insertMany("directory_partner_language (language, partner_id)", 2, languages);
        insertMany("directory_partner_word (word, whole, partner_id)", 3, words);
    }

    private static List<Object[]> words(PartnerDetails details, UUID id) {
        var named = new LinkedHashSet<>(SearchWords.of(details.name() + " " + orEmpty(details.place())));
        var whole = new LinkedHashSet<>(named);
        whole.addAll(SearchWords.of(orEmpty(details.offer())));
        var close = new LinkedHashSet<String>();
        named.forEach(word -> close.addAll(SearchWords.neighbours(word)));
        var rows = new ArrayList<Object[]>();
        whole.forEach(word -> rows.add(new Object[] {word, true, id}));
        close.forEach(word -> rows.add(new Object[] {word, false, id}));
        return rows;
    }

    private void insertMany(String into, int width, List<Object[]> rows) {
        var row = "(" + String.join(",", Collections.nCopies(width, "?")) + ")";
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            var some = rows.subList(from, Math.min(from + ROWS_A_STATEMENT, rows.size()));
            template.update(
                    "INSERT INTO " + into + " VALUES " + String.join(",", Collections.nCopies(some.size(), row)),
                    some.stream().flatMap(Arrays::stream).toArray());
        }
    }

    private static void values(java.sql.PreparedStatement statement, int from, PartnerDetails details)
            throws SQLException {
        var at = from;
        statement.setString(at++, details.name());
        statement.setString(
                at++, joined(details.needs().stream().sorted().map(Need::name).toList()));
        statement.setString(at++, details.offer());
        statement.setString(at++, details.eligibility());
        statement.setString(at++, joined(new TreeSet<>(details.languages())));
        statement.setString(at++, details.cost());
        statement.setString(at++, details.openingHours());
        statement.setString(at++, details.capacity());
        statement.setString(at++, details.telephone());
        statement.setString(at++, details.email());
        statement.setString(at++, details.website());
        statement.setString(at++, details.address());
        statement.setString(at++, details.place());
        statement.setObject(at++, details.verifiedOn());
        statement.setBoolean(at++, details.safePlace());
        statement.setBoolean(at++, details.peerLed());
        statement.setBoolean(at, details.withdrawn());
    }

    private Partner partner(ResultSet row, int verifiedDays) throws SQLException {
        var details = details(row);
        var verified = details.verifiedOn();
        return new Partner(
                new PartnerId(Utc.uuid(row, "id")),
                details,
                row.getInt("version"),
                Utc.instant(row, "changed_at"),
                new StaffId(Utc.uuid(row, "changed_by")),
                verified == null || verified.isBefore(checks.today().minusDays(verifiedDays)));
    }

    private static PartnerDetails details(ResultSet row) throws SQLException {
        return new PartnerDetails(
                row.getString("name"),
                split(row.getString("needs")).stream().map(Need::valueOf).collect(Collectors.toSet()),
                row.getString("offer"),
                row.getString("eligibility"),
                split(row.getString("languages")),
                row.getString("cost"),
                row.getString("opening_hours"),
                row.getString("capacity"),
                row.getString("telephone"),
                row.getString("email"),
                row.getString("website"),
                row.getString("address"),
                row.getString("place"),
                row.getObject("verified_on", LocalDate.class),
                row.getBoolean("safe_place"),
                row.getBoolean("peer_led"),
                row.getBoolean("withdrawn"));
    }

    private static String joined(Collection<String> words) {
        return String.join(",", words);
    }

    private static Set<String> split(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(","));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
