package org.relais.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rule "no grant, no read", seen from the database: a SELECT on a person's table is allowed only once a row of the
 * access log has been committed since the test began; and where the SELECT is bound to a person whom some log row
 * names, it must be a committed row that names this person.
 */
final class LoggedBeforeRead {

    private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern INSERT =
            Pattern.compile("^\\s*INSERT\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COLUMNS = Pattern.compile("\\(([^)]*)\\)\\s*values");
    private static final Pattern NOT_IN = Pattern.compile("NOT IN \\([?, ]*\\)");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Set<String> marked;
    private final Set<String> log;
    /** By statement, the tables of either kind it names. */
    private final Map<String, Set<String>> words = new ConcurrentHashMap<>();

    private final Map<String, List<SeenStatement>> uncommitted = new ConcurrentHashMap<>();
    private final Set<String> committed = ConcurrentHashMap.newKeySet();
    private final Set<String> everNamed = ConcurrentHashMap.newKeySet();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private volatile boolean anyCommitted;

    LoggedBeforeRead(Set<String> marked, Set<String> log) {
        this.marked = marked;
        this.log = log;
    }

    /** Called before a statement runs. */
    void before(SeenStatement statement) {
        if (!statement.isSelect() || !touches(statement, marked)) {
            return;
        }
        if (!anyCommitted) {
            violations.add("read before any log row was committed: " + statement);
            return;
        }
        var persons = ids(statement);
        persons.retainAll(everNamed);
        if (!persons.isEmpty() && persons.stream().noneMatch(committed::contains)) {
            violations.add("read before the log row of this person was committed: " + statement);
        }
    }

    /** Called after a statement succeeded. */
    void after(SeenStatement statement, boolean autoCommit) {
        if (!INSERT.matcher(statement.sql()).matches() || !touches(statement, log)) {
            return;
        }
        everNamed.addAll(named(statement));
        if (autoCommit) {
            commit(List.of(statement));
        } else {
            uncommitted
                    .computeIfAbsent(statement.connection(), connection -> new CopyOnWriteArrayList<>())
                    .add(statement);
        }
    }

    /** Called after a connection committed. */
    void committed(String connection) {
        var rows = uncommitted.remove(connection);
        if (rows != null) {
            commit(rows);
        }
    }

    /** Called after a connection rolled back or closed. */
    void forgotten(String connection) {
        uncommitted.remove(connection);
    }

    /** What was read too early since the last call. */
    List<String> takeViolations() {
        var taken = new ArrayList<>(violations);
        violations.clear();
        return taken;
    }

    /** Begins a new test: what was committed before no longer allows a read. */
    void begin() {
        committed.clear();
        anyCommitted = false;
    }

    private void commit(List<SeenStatement> rows) {
        rows.forEach(row -> committed.addAll(named(row)));
        anyCommitted = true;
    }

    private boolean touches(SeenStatement statement, Set<String> tables) {
        // The same statements come by the hundred thousand
        return !tables.isEmpty()
                && words
                        .computeIfAbsent(
                                statement.sql(),
                                sql -> WORD.matcher(sql.toLowerCase(Locale.ROOT))
                                        .results()
                                        .map(MatchResult::group)
                                        .filter(word -> marked.contains(word) || log.contains(word))
                                        .collect(Collectors.toSet()))
                        .stream()
                        .anyMatch(tables::contains);
    }

    /** The people a row of the log names: the values of its column {@code person_id}, in however many rows. */
    private static Set<String> named(SeenStatement statement) {
        var columns = COLUMNS.matcher(statement.sql().toLowerCase(Locale.ROOT));
        var people = new HashSet<String>();
        if (columns.find()) {
            var names = columns.group(1).split("\\s*,\\s*");
            for (int i = 0; i < statement.parameters().size(); i++) {
                if (names[i % names.length].strip().equals("person_id")) {
                    people.add(statement.parameters().get(i).toLowerCase(Locale.ROOT));
                }
            }
        }
        return people;
    }

    // Whom a list leaves out is not read
    private static Set<Integer> leftOut(String sql) {
        var places = new HashSet<Integer>();
        NOT_IN.matcher(sql).results().forEach(list -> {
            var first = places(sql.substring(0, list.start()));
            for (int i = 0; i < places(list.group()); i++) {
                places.add(first + i);
            }
        });
        return places;
    }

    private static int places(String sql) {
        return (int) sql.chars().filter(letter -> letter == '?').count();
    }

    private static Set<String> ids(SeenStatement statement) {
        var ids = new HashSet<String>();
        var leftOut = leftOut(statement.sql());
        for (int i = 0; i < statement.parameters().size(); i++) {
            var parameter = leftOut.contains(i) ? "" : statement.parameters().get(i);
            UUID.matcher(parameter.toLowerCase(Locale.ROOT)).results().forEach(found -> ids.add(found.group()));
        }
        return ids;
    }
}
