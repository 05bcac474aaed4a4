package org.relais.record;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.Id;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.Slice;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The timeline of a record: what every room appends to, and what the page reads, newest first. */
@Service
@Transactional(readOnly = true)
public class Timeline {

    /**
     * An entry with its amendments. The index is named: where hardly anything was amended the server takes all entries
     * that amend nothing for one group, and would read the whole table rather than look there.
     */
    private static final String AMENDED =
            " LEFT JOIN record_entry a FORCE INDEX (record_entry_amends) ON a.amends_id = e.id";

    private final JdbcClient jdbc;
    private final AccessService access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Timeline(JdbcClient jdbc, AccessService access, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Appends an entry within the transaction of the act it tells of. The caller has checked its grant or scope and
     * writes the access-log row of the act itself.
     *
     * @throws InvalidInput when the time lies ahead or a text is too long or holds control characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public EntryId append(Authority authority, NewEntry entry) {
        access.require(authority, entry.person(), entry.section());
        var now = clock.instant();
        if (entry.occurredAt().isAfter(now)) {
            throw new InvalidInput("occurredAt", "record.error.future");
        }
        var title = FreeText.optionalLine("title", entry.title(), FreeText.LINE);
        var text = FreeText.optional("text", entry.text(), FreeText.NOTE);
        var id = EntryId.create();
        jdbc.sql("""
                        INSERT INTO record_entry
                            (id, person_id, centre_id, unit_id, section, discipline, type, occurred_at, recorded_at, author_id,
                             title, text, detail, source_id, visibility, imported_from, amends_id, amendment, draft_id)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(id.value())
                .param(entry.person().value())
                .param(entry.centre().value())
                .param(value(unit(authority, entry)))
                .param(entry.section().name())
                .param(entry.discipline().name())
                .param(entry.type())
                .param(Utc.column(entry.occurredAt()))
                .param(Utc.column(now))
                .param(value(entry.author()))
                .param(title)
                .param(text)
                .param(TextMap.writeOrNull(entry.detail()))
                .param(entry.source().value())
                .param(entry.visibility().name())
                .param(entry.importedFrom())
                .param(value(entry.amends()))
                .param(entry.amendment() == null ? null : entry.amendment().name())
                .param(value(entry.draft()))
                .update();
        events.publishEvent(new EntryAppended(entry.person(), Objects.requireNonNullElse(entry.amends(), id)));
        if (entry.amendment() == Amendment.ENTERED_IN_ERROR && entry.amends() != null) {
            events.publishEvent(new EntryTakenBack(authority, entry.person(), entry.amends()));
        }
        return id;
    }

    /**
     * One page, newest first, each entry with its amendments.
     *
     * @param before read on from here; null for the newest
     * @param size how many entries, 1 to 100
     */
    public Slice<EntryRow> page(Grant record, TimelineFilter filter, @Nullable Cursor before, int size) {
        access.requireRecord(record);
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 entries: " + size);
        }
        var reach = new EntryReach(record);
        var parameters = reach.parameters();
        parameters.put("people", values(record.people()));
        parameters.put("limit", size + 1);
        var where = new StringBuilder(EntryReach.VISIBLE);
        if (!filter.disciplines().isEmpty()) {
            where.append(" AND e.discipline IN (:disciplines)");
            parameters.put("disciplines", names(filter.disciplines()));
        }
        if (!filter.types().isEmpty()) {
            where.append(" AND e.type IN (:types) AND ").append(EntryReach.KNOWN);
            parameters.put("types", filter.types());
        }
        if (before != null) {
            where.append(" AND (e.occurred_at < :at OR (e.occurred_at = :at AND e.id < :id))");
            parameters.put("at", Utc.column(before.occurredAt()));
            parameters.put("id", before.id().value());
        }
        var rows = jdbc.sql("SELECT " + EntryRows.COLUMNS + " FROM (SELECT * FROM record_entry e"
                        + " WHERE e.person_id IN (:people) AND e.amends_id IS NULL AND " + where
                        + " ORDER BY e.occurred_at DESC, e.id DESC LIMIT :limit) e" + AMENDED
                        + " ORDER BY e.occurred_at DESC, e.id DESC, a.recorded_at, a.id")
                .params(parameters)
                .query(new EntryRows(reach));
        return Slice.of(rows, size);
    }

    /** How many entries the grant shows, by discipline and type, and who wrote them when last. */
    public TimelineCounts counts(Grant record) {
        access.requireRecord(record);
        var parameters = new EntryReach(record).parameters();
        parameters.put("people", values(record.people()));
        var disciplines = new EnumMap<Discipline, Integer>(Discipline.class);
        var types = new HashMap<String, Integer>();
        var wrote = new HashMap<StaffId, Instant>();
        jdbc.sql("SELECT discipline, IF(known, type, NULL) AS known_type, IF(known, author_id, NULL) AS known_author,"
                        + " COUNT(*) AS entries, MAX(occurred_at) AS latest"
                        + " FROM (SELECT e.discipline, e.type, e.author_id, e.occurred_at, " + EntryReach.KNOWN
                        + " AS known FROM record_entry e"
                        + " WHERE e.person_id IN (:people) AND e.amends_id IS NULL AND " + EntryReach.VISIBLE
                        + ") counted GROUP BY discipline, known_type, known_author")
                .params(parameters)
                .query(row -> {
                    var entries = row.getInt("entries");
                    disciplines.merge(Discipline.valueOf(row.getString("discipline")), entries, Integer::sum);
                    var type = row.getString("known_type");
                    if (type != null) {
                        types.merge(type, entries, Integer::sum);
                    }
                    var author = Utc.uuidOrNull(row, "known_author");
                    if (author != null) {
                        var latest = Utc.instant(row, "latest");
                        wrote.merge(new StaffId(author), latest, (one, other) -> one.isAfter(other) ? one : other);
                    }
                });
        return new TimelineCounts(disciplines, types, wrote);
    }

    /** One entry with its amendments; empty when there is none of this person that the grant shows. */
    public Optional<EntryRow> entry(Grant record, EntryId id) {
        access.requireRecord(record);
        var reach = new EntryReach(record);
        var parameters = reach.parameters();
        parameters.put("people", values(record.people()));
        parameters.put("id", id.value());
        List<EntryRow> rows = jdbc.sql("SELECT " + EntryRows.COLUMNS + " FROM record_entry e" + AMENDED
                        + " WHERE e.id = :id AND e.person_id IN (:people) AND e.amends_id IS NULL AND "
                        + EntryReach.VISIBLE + " ORDER BY a.recorded_at, a.id")
                .params(parameters)
                .query(new EntryRows(reach));
        return rows.stream().findFirst();
    }

    /**
     * Entries with their amendments, for the page of a room.
     *
     * @param section a grant for a section, and what stands in another one is left out; or for the record. What is not
     *     shown is left out
     */
    public Map<EntryId, EntryRow> entries(Grant section, Collection<EntryId> ids) {
        var record = section.section() == Section.RECORD;
        if (record) {
            access.requireRecord(section);
        } else {
            access.require(section, section.section(), Right.READ);
        }
        if (ids.isEmpty()) {
            return Map.of();
        }
        var reach = new EntryReach(section);
        var parameters = reach.parameters();
        parameters.put("people", values(section.people()));
        parameters.put("every", record);
        parameters.put("section", section.section().name());
        parameters.put("ids", ids.stream().map(EntryId::value).toList());
        List<EntryRow> rows = jdbc.sql("SELECT " + EntryRows.COLUMNS + " FROM record_entry e" + AMENDED
                        + " WHERE e.id IN (:ids) AND e.person_id IN (:people) AND (:every OR e.section = :section)"
                        + " AND e.amends_id IS NULL AND " + EntryReach.VISIBLE + " ORDER BY e.id, a.recorded_at, a.id")
                .params(parameters)
                .query(new EntryRows(reach));
        return rows.stream().collect(Collectors.toUnmodifiableMap(EntryRow::id, Function.identity()));
    }

    private static Set<String> names(Set<Discipline> disciplines) {
        return disciplines.stream().map(Discipline::name).collect(Collectors.toSet());
    }

    // A lock on a unit closes what was written in it: the author does not choose which one that is.
    private static @Nullable UnitId unit(Authority authority, NewEntry entry) {
        return authority instanceof Grant grant ? grant.unitIn(entry.centre()).orElse(null) : entry.unit();
    }

    private static List<UUID> values(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
