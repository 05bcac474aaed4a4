package org.relais.indicator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.TaskContext;
import org.relais.centre.CentreKind;
import org.relais.centre.CentreSetup;
import org.relais.centre.OpenCentre;
import org.relais.centre.UnitKind;
import org.relais.episode.EndReason;
import org.relais.episode.Priority;
import org.relais.shared.BedEventId;
import org.relais.shared.BedId;
import org.relais.shared.BedReservationId;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeEventId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.ServiceDay;
import org.relais.shared.StaffId;
import org.relais.shared.StayId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.support.ActingAs.actingAs;

/**
 * Two years of care of many people in four centres of different time zones, told at random, against a slow reckoning
 * that walks through them day by day and person by person. What changes is summed up as it changes, and a rebuild finds
 * the same.
 */
@RelaisTest
// Of its own: a rebuild reads everybody, also whom another test's log names
@TestPropertySource(properties = "relais.indicator.interval=2d")
class CareHistoriesTests {

    private static final int RECORDS = 340;
    private static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);
    private static final LocalDate HORIZON = LocalDate.of(2027, 1, 1);

    private final Random random = new Random(20_261_123);
    private final List<Place> places = new ArrayList<>();
    private final List<PersonId> records = new ArrayList<>();
    private final Map<PersonId, PersonId> merged = new HashMap<>();
    private final List<Care> cares = new ArrayList<>();
    private final LinkedHashMap<BedId, List<Closing>> closings = new LinkedHashMap<>();

    @Autowired
    CentreSetup setup;

    @Autowired
    SummingUp summing;

    @Autowired
    FactChanges changes;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_sums_are_those_of_a_slow_reckoning_whatever_changes_and_a_rebuild_changes_nothing() {
        places.add(open("Europe/Paris", LocalTime.MIDNIGHT));
        places.add(open("Europe/Stockholm", LocalTime.of(4, 0)));
        places.add(open("America/New_York", LocalTime.of(6, 30)));
        places.add(open("Pacific/Auckland", LocalTime.MIDNIGHT));
        for (var number = 0; number < RECORDS; number++) {
            records.add(PersonId.create());
        }
        transaction.executeWithoutResult(_ -> {
            records.forEach(record ->
                    jdbc.update("INSERT INTO access_person (person_id, version) VALUES (?, 0)", record.value()));
            records.forEach(this::tell);
            for (var pair = 0; pair < 40; pair++) {
                merge();
            }
            places.forEach(place -> place.beds().keySet().forEach(bed -> {
                if (random.nextInt(3) > 0) {
                    close(bed, BEGIN.plusDays(random.nextInt(500)));
                }
            }));
            records.forEach(changes::changed);
        });
        assertThat(cares.size()).isGreaterThan(800);
        agree();
        var seen = new TreeMap<String, Integer>();
        for (var step = 0; step < 24; step++) {
            var kind = step;
            transaction.executeWithoutResult(_ -> seen.merge(change(kind), 1, Integer::sum));
            agree();
        }
        assertThat(seen).containsOnlyKeys("close", "correct", "end", "error", "late", "merge", "part");
        rebuilt();
        // Many at once: who is asked first still has what the other one gets
        transaction.executeWithoutResult(_ -> {
            for (var pair = 0; pair < 20; pair++) {
                merge();
                part();
            }
            records.forEach(changes::changed);
        });
        agree();
        transaction.executeWithoutResult(_ -> {
            for (var pair = 0; pair < 20; pair++) {
                part();
                merge();
            }
        });
        summing.rebuild();
        compare();
        rebuilt();
    }

    private void rebuilt() {
        var before = sums();
        summing.rebuild();
        assertThat(sums()).isEqualTo(before);
        compare();
    }

    private void agree() {
        TaskContext.run("indicator-sums", summing::bringUpToDate);
        compare();
    }

    private void compare() {
        var expected = new Reckoning();
        var facts = facts();
        assertThat(facts.counts.stream().sorted().toList())
                .isEqualTo(expected.counts.stream().sorted().toList());
        assertThat(facts.nights).isEqualTo(expected.occupied);
        assertThat(facts.available).isEqualTo(expected.available);
        var days = summed("indicator_day", "day");
        assertThat(days).isEqualTo(facts.days);
        var months = new TreeMap<String, Long>();
        days.forEach(
                (key, value) -> months.merge(key.replaceFirst("(\\d{4}-\\d{2})-\\d{2}", "$1-01"), value, Long::sum));
        assertThat(summed("indicator_month", "month")).isEqualTo(months);
    }

    // --- what is told

    private void tell(PersonId record) {
        var at = moment(BEGIN.plusDays(random.nextInt(400)));
        @Nullable Care before = null;
        while (at.isBefore(moment(HORIZON.minusDays(365))) && random.nextInt(10) < 9) {
            var care = random.nextInt(10) < 7 ? stay(record, before, at) : follow(record, at);
            keep(care);
            if (care.reason == EndReason.DIED) {
                return;
            }
            if (care.ended == null) {
                if (care.inpatient) {
                    return;
                }
                at = at.plus(Duration.ofHours(random.nextInt(24 * 60)));
                before = null;
            } else if (care.inpatient) {
                before = care;
                at = care.ended.plus(gap());
            } else {
                before = null;
                at = random.nextBoolean() ? care.ended.plus(gap()) : at.plus(Duration.ofHours(random.nextInt(24 * 20)));
            }
        }
    }

    private Duration gap() {
        return switch (random.nextInt(6)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofMinutes(1L + random.nextInt(24 * 60));
            case 2, 3 -> Duration.ofMinutes(1L + random.nextInt(10 * 24 * 60));
            case 4 -> Duration.ofMinutes(1L + random.nextInt(40 * 24 * 60));
            default -> Duration.ofDays(41L + random.nextInt(200));
        };
    }

    private Care stay(PersonId record, @Nullable Care before, Instant at) {
        var care = new Care(record, places.get(random.nextInt(places.size())), at);
        care.inpatient = true;
        if (before != null && at.equals(before.ended) && before.reason == EndReason.TRANSFERRED_OTHER) {
            care.comesFrom = before.id;
        } else {
            ask(care);
        }
        var hours =
                switch (random.nextInt(4)) {
                    case 0 -> 1 + random.nextInt(30);
                    case 1, 2 -> 24 + random.nextInt(24 * 25);
                    default -> 24 * 60 + random.nextInt(24 * 70);
                };
        end(care, at.plus(Duration.ofHours(hours)));
        var unit = random.nextInt(4) == 0 ? care.place.residence() : care.place.ward();
        var begin = at;
        var parts = Math.min(hours, 1 + random.nextInt(3));
        care.firstUnit = unit;
        for (var part = 0; part < parts; part++) {
            var next = begin.plus(Duration.ofHours(1L + random.nextInt(hours / parts)));
            var last = part == parts - 1 || (care.ended != null && !next.isBefore(care.ended));
            var end = last ? care.ended : next;
            care.stays.add(new Bedded(
                    StayId.create(), unit, random.nextInt(5) == 0 ? null : care.place.bed(unit, random), begin, end));
            if (last) {
                break;
            }
            if (end != null && !last) {
                begin = end;
                if (random.nextInt(3) == 0) {
                    unit = unit.equals(care.place.ward()) ? care.place.residence() : care.place.ward();
                } else if (random.nextInt(6) == 0) {
                    // Some days at home, followed by the team
                    var back = begin.plus(Duration.ofMinutes(30L + random.nextInt(60 * 24 * 12)));
                    if (care.ended != null && !back.isBefore(care.ended)) {
                        break;
                    }
                    begin = back;
                }
            }
        }
        var bed = care.stays.getFirst().bed();
        if (bed != null && random.nextInt(5) == 0) {
            care.keptSince = at.minus(Duration.ofHours(random.nextInt(48)));
        }
        return care;
    }

    private Care follow(PersonId record, Instant at) {
        var care = new Care(record, places.get(random.nextInt(places.size())), at);
        care.firstUnit = care.place.team();
        ask(care);
        end(care, at.plus(Duration.ofHours(1L + random.nextInt(24 * 120))));
        if (care.ended == null
                && cares.stream()
                        .anyMatch(other -> other.record.equals(record)
                                && other.ended == null
                                && other.firstUnit.equals(care.firstUnit))) {
            care.ended = at.plus(Duration.ofDays(20));
            care.reason = EndReason.COMPLETED;
        }
        return care;
    }

    private void ask(Care care) {
        care.enquired = care.opened.minus(Duration.ofHours(random.nextInt(24 * 15)));
        if (random.nextBoolean()) {
            care.waiting = random.nextBoolean()
                    ? care.opened.minus(Duration.ofMinutes(random.nextInt(60 * 12)))
                    : care.enquired;
            care.priority =
                    List.of(Priority.HIGH, Priority.NORMAL, Priority.LOW).get(random.nextInt(3));
        }
    }

    private void end(Care care, Instant at) {
        if (random.nextInt(12) == 0) {
            return;
        }
        care.ended = at;
        care.reason = switch (random.nextInt(20)) {
            case 0 -> EndReason.DIED;
            case 1 -> EndReason.ENTERED_IN_ERROR;
            case 2, 3, 4, 5, 6 -> EndReason.TRANSFERRED_OTHER;
            default -> EndReason.COMPLETED;
        };
    }

    private String change(int step) {
        return switch (step % 8) {
            case 0 -> {
                var care = cares.get(random.nextInt(cares.size()));
                care.reason = EndReason.ENTERED_IN_ERROR;
                care.ended = care.ended == null ? care.opened.plus(Duration.ofDays(1)) : care.ended;
                update(care);
                yield "error";
            }
            case 1 -> {
                var open = cares.stream().filter(care -> care.ended == null).toList();
                var care = open.get(random.nextInt(open.size()));
                var last = care.stays.isEmpty()
                        ? care.opened
                        : care.stays.getLast().from();
                care.ended = last.plus(Duration.ofHours(1L + random.nextInt(24 * 100)));
                care.reason = random.nextBoolean() ? EndReason.DIED : EndReason.COMPLETED;
                if (!care.stays.isEmpty()) {
                    care.stays.add(care.stays.removeLast().until(care.ended));
                }
                update(care);
                yield "end";
            }
            case 2, 3 -> {
                var record = records.get(random.nextInt(records.size()));
                var late = follow(record, moment(BEGIN.plusDays(random.nextInt(700))));
                keep(late);
                changes.changed(record);
                yield "late";
            }
            case 4 -> {
                var care = cares.get(random.nextInt(cares.size()));
                var from = care.opened.minus(Duration.ofHours(1L + random.nextInt(50)));
                if (!care.stays.isEmpty()) {
                    var first = care.stays.removeFirst();
                    care.stays.addFirst(new Bedded(first.id(), first.unit(), null, from, first.until()));
                }
                care.keptSince = null;
                care.opened = from;
                care.enquired = care.enquired == null || care.enquired.isAfter(from) ? from : care.enquired;
                care.waiting = care.waiting == null || care.waiting.isAfter(from) ? null : care.waiting;
                update(care);
                yield "correct";
            }
            case 5 -> {
                merge();
                yield "merge";
            }
            case 6 -> {
                part();
                yield "part";
            }
            default -> {
                var beds = List.copyOf(closings.sequencedKeySet());
                close(
                        beds.get(random.nextInt(beds.size())),
                        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(200)));
                yield "close";
            }
        };
    }

    private void merge() {
        var free = records.stream()
                .filter(record -> !merged.containsKey(record) && !merged.containsValue(record))
                .toList();
        var absorbed = free.get(random.nextInt(free.size()));
        var surviving = records.get(random.nextInt(records.size()));
        if (merged.containsKey(surviving) || surviving.equals(absorbed)) {
            merge();
            return;
        }
        merged.put(absorbed, surviving);
        jdbc.update(
                "INSERT INTO access_merge (id, absorbed_id, surviving_id, linked_at, linked_by, reason, live)"
                        + " VALUES (?,?,?,?,?,'One person',TRUE)",
                UUID.randomUUID(),
                absorbed.value(),
                surviving.value(),
                Utc.column(Instant.EPOCH),
                StaffId.create().value());
        changes.changed(absorbed);
        changes.changed(surviving);
    }

    private void part() {
        var absorbed = records.stream().filter(merged::containsKey).findFirst().orElseThrow();
        var surviving = Objects.requireNonNull(merged.remove(absorbed));
        jdbc.update("UPDATE access_merge SET live = NULL WHERE absorbed_id = ? AND live", absorbed.value());
        changes.changed(absorbed);
        changes.changed(surviving);
    }

    private void close(BedId bed, LocalDate from) {
        var list = closings.computeIfAbsent(bed, _ -> new ArrayList<>());
        var at = moment(list.isEmpty() ? from : HORIZON.minusDays(200).plusDays(list.size()));
        if (!list.isEmpty() && !at.isAfter(list.getLast().at())) {
            at = list.getLast().at().plusSeconds(3_600);
        }
        var acts = List.of("CLOSED", "CLOSED", "REOPENED", "CLEANED", "CLOSED", "CLEANED", "CLOSED");
        for (var act : acts.subList(0, 1 + random.nextInt(acts.size()))) {
            list.add(new Closing(at, !act.equals("CLOSED")));
            bedEvent(bed, act, at, null, null);
            at = at.plus(
                    random.nextBoolean()
                            ? Duration.ofMinutes(1L + random.nextInt(600))
                            : Duration.ofHours(random.nextInt(24 * 20)));
        }
    }

    private Instant moment(LocalDate day) {
        return day.atTime(random.nextInt(24), random.nextInt(60))
                .atZone(ZoneId.of("UTC"))
                .toInstant();
    }

    // --- rows

    private void keep(Care care) {
        cares.add(care);
        jdbc.update(
                "INSERT INTO episode_episode (id, version, person_id, centre_id, unit_id, kind, state, enquired_at,"
                        + " waiting_since, priority, opened_at, ended_at, end_reason, last_act_at, comes_from, live,"
                        + " staying) VALUES (?,0,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                care.id.value(),
                care.record.value(),
                care.place.centre().value(),
                (care.stays.isEmpty() ? care.firstUnit : care.stays.getLast().unit()).value(),
                care.inpatient ? "INPATIENT" : "OUTPATIENT",
                care.ended == null ? "OPEN" : "CLOSED",
                Utc.columnOrNull(care.enquired),
                Utc.columnOrNull(care.waiting),
                care.priority == null ? null : care.priority.name(),
                Utc.column(care.opened),
                Utc.columnOrNull(care.ended),
                care.reason == null ? null : care.reason.name(),
                Utc.column(care.opened),
                care.comesFrom == null ? null : care.comesFrom.value(),
                care.ended == null ? true : null,
                (care.ended == null && care.inpatient) ? true : null);
        jdbc.update(
                "INSERT INTO episode_event (id, episode_id, person_id, act, at, recorded_at, recorded_by, unit_id)"
                        + " VALUES (?,?,?,?,?,?,?,?)",
                EpisodeEventId.create().value(),
                care.id.value(),
                care.record.value(),
                care.inpatient ? "ADMITTED" : "OUTPATIENT_STARTED",
                Utc.column(care.opened),
                Utc.column(care.opened),
                StaffId.create().value(),
                care.firstUnit.value());
        keepStays(care);
        var bed = care.stays.isEmpty() ? null : care.stays.getFirst().bed();
        if (care.keptSince != null && bed != null) {
            var reservation = BedReservationId.create();
            bedEvent(bed, "RESERVED", care.keptSince, care.record, reservation);
            bedEvent(bed, "FULFILLED", care.opened, care.record, reservation);
        }
    }

    private void keepStays(Care care) {
        for (var stay : care.stays) {
            jdbc.update(
                    "INSERT INTO episode_stay (id, episode_id, unit_id, bed_id, begins_at, ends_at, present)"
                            + " VALUES (?,?,?,?,?,?,?)",
                    stay.id().value(),
                    care.id.value(),
                    stay.unit().value(),
                    stay.bed() == null ? null : stay.bed().value(),
                    Utc.column(stay.from()),
                    Utc.columnOrNull(stay.until()),
                    stay.until() == null ? true : null);
        }
    }

    private void update(Care care) {
        jdbc.update(
                "UPDATE episode_episode SET opened_at = ?, enquired_at = ?, waiting_since = ?, ended_at = ?,"
                        + " end_reason = ?, state = ?, live = ?, staying = ? WHERE id = ?",
                Utc.column(care.opened),
                Utc.columnOrNull(care.enquired),
                Utc.columnOrNull(care.waiting),
                Utc.columnOrNull(care.ended),
                care.reason == null ? null : care.reason.name(),
                care.ended == null ? "OPEN" : "CLOSED",
                care.ended == null ? true : null,
                (care.ended == null && care.inpatient) ? true : null,
                care.id.value());
        jdbc.update("DELETE FROM episode_stay WHERE episode_id = ?", care.id.value());
        keepStays(care);
        changes.changed(care.record);
    }

    private void bedEvent(
            BedId bed, String act, Instant at, @Nullable PersonId person, @Nullable BedReservationId reservation) {
        jdbc.update(
                "INSERT INTO episode_bed_event (id, bed_id, act, at, recorded_at, recorded_by, person_id,"
                        + " reservation_id) VALUES (?,?,?,?,?,?,?,?)",
                BedEventId.create().value(),
                bed.value(),
                act,
                Utc.column(at),
                Utc.column(at),
                StaffId.create().value(),
                person == null ? null : person.value(),
                reservation == null ? null : reservation.value());
    }

    private Place open(String zone, LocalTime cutOff) {
        var code = "C" + UUID.randomUUID().toString().substring(0, 8);
        return actingAs("setup", Role.ADMINISTRATOR, () -> {
            var centre = setup.openCentre(new OpenCentre(
                    code, "Centre " + code, CentreKind.INPATIENT_DETOX, ZoneId.of(zone), cutOff, "FR", null));
            var ward = setup.openUnit(centre, "Ward", UnitKind.WARD);
            var residence = setup.openUnit(centre, "Residence", UnitKind.RESIDENCE);
            var team = setup.openUnit(centre, "Team", UnitKind.OUTPATIENT_TEAM);
            var beds = new LinkedHashMap<BedId, UnitId>();
            setup.openRoom(ward, "1", List.of("A", "B", "C", "D")).forEach(bed -> beds.put(bed, ward));
            setup.openRoom(residence, "2", List.of("A", "B")).forEach(bed -> beds.put(bed, residence));
            return new Place(centre, new ServiceDay(ZoneId.of(zone), cutOff), ward, residence, team, beds);
        });
    }

    // --- what was counted

    private Counted facts() {
        var counted = new Counted();
        var nights = new TreeMap<String, TreeMap<LocalDate, Integer>>();
        var beds = new TreeMap<String, TreeMap<LocalDate, Integer>>();
        places.forEach(place -> jdbc.query(
                "SELECT * FROM indicator_fact WHERE centre_id = ?",
                row -> {
                    var fact = FactTable.fact(row);
                    var unit = Objects.requireNonNull(fact.unit());
                    var key = fact.figure() + " " + unit + " " + fact.day();
                    counted.days.merge(key + " " + fact.amount() + " facts", 1L, Long::sum);
                    counted.days.merge(key + " above", (long) fact.numerator(), Long::sum);
                    counted.days.merge(key + " below", (long) fact.denominator(), Long::sum);
                    if (fact.figure().equals("K1")) {
                        nights.computeIfAbsent(unit.toString(), _ -> new TreeMap<>())
                                .merge(fact.day(), fact.numerator(), Integer::sum);
                        beds.computeIfAbsent(unit.toString(), _ -> new TreeMap<>())
                                .merge(fact.day(), fact.denominator(), Integer::sum);
                    } else {
                        counted.counts.add(count(
                                fact.figure(),
                                unit,
                                Objects.requireNonNull(fact.person()),
                                fact.day(),
                                fact.numerator(),
                                fact.denominator(),
                                fact.amount()));
                    }
                },
                place.centre().value()));
        nights.forEach((unit, steps) -> counted.nights.putAll(standing(unit, steps)));
        beds.forEach((unit, steps) -> counted.available.putAll(standing(unit, steps)));
        return counted;
    }

    // What stands on each night, of what was added until then
    private static Map<String, Integer> standing(String unit, NavigableMap<LocalDate, Integer> steps) {
        var found = new HashMap<String, Integer>();
        var sum = 0;
        for (var change : steps.headMap(BEGIN.minusDays(30), false).values()) {
            sum += change;
        }
        for (var night = BEGIN.minusDays(30); night.isBefore(HORIZON); night = night.plusDays(1)) {
            sum += steps.getOrDefault(night, 0);
            if (sum != 0) {
                found.put(unit + " " + night, sum);
            }
        }
        return found;
    }

    private Map<String, Long> summed(String table, String day) {
        var found = new TreeMap<String, Long>();
        places.forEach(place -> jdbc.query(
                "SELECT * FROM " + table + " WHERE centre_id = ?",
                row -> {
                    var key = row.getString("figure") + " " + Utc.uuid(row, "unit_id") + " "
                            + row.getObject(day, LocalDate.class);
                    var amounts = FigureTable.amounts(row.getString("amounts"));
                    amounts.forEach((amount, times) -> found.put(key + " " + amount + " facts", times));
                    var without = row.getLong("facts")
                            - amounts.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum();
                    if (without > 0) {
                        found.put(key + " null facts", without);
                    }
                    found.put(key + " above", row.getLong("numerator"));
                    found.put(key + " below", row.getLong("denominator"));
                },
                place.centre().value()));
        return found;
    }

    private Set<String> sums() {
        var all = new LinkedHashSet<String>();
        for (var table : List.of("indicator_fact", "indicator_day", "indicator_month")) {
            places.forEach(place -> jdbc.queryForList(
                            "SELECT * FROM " + table + " WHERE centre_id = ? ORDER BY 1, 2, 3, 4, 5",
                            place.centre().value())
                    .forEach(row -> all.add(table + row)));
        }
        return all;
    }

    private static String count(
            String figure,
            UnitId unit,
            PersonId person,
            LocalDate day,
            int numerator,
            int denominator,
            @Nullable Integer amount) {
        return "%s %s %s %s %d/%d %s".formatted(figure, unit, person, day, numerator, denominator, amount);
    }

    private static final class Counted {

        final List<String> counts = new ArrayList<>();
        final Map<String, Integer> nights = new HashMap<>();
        final Map<String, Integer> available = new HashMap<>();
        final Map<String, Long> days = new TreeMap<>();
    }

    /** The same, slowly: night by night, person by person. */
    private final class Reckoning {

        final List<String> counts = new ArrayList<>();
        final Map<String, Integer> occupied = new HashMap<>();
        final Map<String, Integer> available = new HashMap<>();

        Reckoning() {
            var people = new HashMap<PersonId, List<Care>>();
            for (var care : cares) {
                if (care.reason != EndReason.ENTERED_IN_ERROR) {
                    people.computeIfAbsent(merged.getOrDefault(care.record, care.record), _ -> new ArrayList<>())
                            .add(care);
                }
            }
            people.forEach((person, theirs) -> {
                theirs.sort(Comparator.comparing((Care care) -> care.opened).thenComparing(care -> care.id.value()));
                theirs.forEach(this::nights);
                theirs.forEach(care -> waiting(person, care));
                starts(person, theirs);
                var runs = theirs.stream().flatMap(care -> runs(care).stream()).toList();
                runs.forEach(run -> length(person, run));
                runs.forEach(run -> discharge(person, run, runs, theirs));
            });
            places.forEach(place -> place.beds().forEach((bed, unit) -> beds(place, bed, unit)));
        }

        private void nights(Care care) {
            for (var stay : care.stays) {
                var night = care.day(stay.from());
                while (night.isBefore(stay.until() == null ? HORIZON : care.day(stay.until()))
                        && night.isBefore(HORIZON)) {
                    occupied.merge(stay.unit() + " " + night, 1, Integer::sum);
                    night = night.plusDays(1);
                }
            }
        }

        private void beds(Place place, BedId bed, UnitId unit) {
            var acts = closings.getOrDefault(bed, List.of());
            for (var night = BEGIN.minusDays(30); night.isBefore(HORIZON); night = night.plusDays(1)) {
                var closes = place.days().startOf(night.plusDays(1));
                var open = true;
                for (var act : acts) {
                    open = act.at().isBefore(closes) ? act.open() : open;
                }
                if (open) {
                    available.merge(unit + " " + night, 1, Integer::sum);
                }
            }
        }

        private void waiting(PersonId person, Care care) {
            var asked = care.waiting == null ? care.enquired : care.waiting;
            if (asked != null && care.comesFrom == null) {
                var opened = care.day(care.opened);
                var days = 0;
                while (care.day(asked).plusDays(days).isBefore(opened)) {
                    days++;
                }
                counts.add(count("K5", care.firstUnit, person, opened, 0, 1, days));
            }
        }

        private void length(PersonId person, Run run) {
            var end = run.until();
            if (end != null) {
                var left = run.care().day(end);
                var days = 0;
                while (run.care().day(run.from()).plusDays(days).isBefore(left)) {
                    days++;
                }
                counts.add(count("K2", run.left(), person, left, 0, 1, days));
            }
        }

        private void starts(PersonId person, List<Care> theirs) {
            var left = new ArrayList<>(theirs);
            while (!left.isEmpty()) {
                var first = left.removeFirst();
                var start = first.day(first.opened);
                var together = new ArrayList<>(List.of(first));
                var last = start;
                var without = 0;
                for (var day = start; without < 7 && day.isBefore(HORIZON.plusYears(1)); day = day.plusDays(1)) {
                    while (!left.isEmpty() && first.day(left.getFirst().opened).equals(day)) {
                        together.add(left.removeFirst());
                    }
                    var today = day;
                    if (together.stream()
                            .anyMatch(care ->
                                    care.ended == null || !first.day(care.ended).isBefore(today))) {
                        last = day;
                        without = 0;
                    } else {
                        without++;
                    }
                }
                var ripe = start.plusDays(90);
                var died = together.stream()
                        .anyMatch(care -> care.reason == EndReason.DIED
                                && first.day(Objects.requireNonNull(care.ended)).isBefore(ripe));
                counts.add(count("K4", first.firstUnit, person, start, !died && !last.isBefore(ripe) ? 1 : 0, 1, null));
                if (died) {
                    counts.add(count("K4_DIED", first.firstUnit, person, start, 1, 0, null));
                }
            }
        }

        private void discharge(PersonId person, Run run, List<Run> runs, List<Care> theirs) {
            var end = run.until();
            if (end == null
                    || theirs.stream()
                            .anyMatch(care -> care.reason == EndReason.DIED
                                    && !Objects.requireNonNull(care.ended).isAfter(end))) {
                return;
            }
            var left = run.care().day(end);
            for (var other : runs) {
                if (!other.equals(run) && other.from().isBefore(end) && other.goesOnAt(end)) {
                    return;
                }
                if (!other.equals(run)
                        && !other.from().isBefore(end)
                        && run.care().day(other.from()).equals(left)) {
                    return;
                }
            }
            var again = false;
            for (var days = 1; days <= 30; days++) {
                for (var other : runs) {
                    again |= run.care().day(other.from()).equals(left.plusDays(days))
                            && admission(other, runs)
                            && !planned(other, run);
                }
            }
            counts.add(count("K6", run.left(), person, left, again ? 1 : 0, 1, null));
        }

        private boolean admission(Run run, List<Run> runs) {
            for (var other : runs) {
                if (other.equals(run) || other.from().isAfter(run.from())) {
                    continue;
                }
                var end = other.until();
                if (end == null
                        || end.isAfter(run.from())
                        || other.care().day(end).equals(other.care().day(run.from()))) {
                    return false;
                }
            }
            return true;
        }

        private boolean planned(Run run, Run before) {
            var care = run.care();
            var admitted = care.day(run.from());
            var first = run.from().equals(care.opened);
            if (first && care.keptSince != null && care.day(care.keptSince).isBefore(admitted)) {
                return true;
            }
            if (!first) {
                return false;
            }
            if (care.comesFrom != null) {
                return true;
            }
            if (care.waiting == null) {
                return false;
            }
            if (care.priority != Priority.HIGH && care.day(care.waiting).isBefore(admitted)) {
                return true;
            }
            var end = Objects.requireNonNull(before.until());
            return !before.care().day(care.waiting).isAfter(before.care().day(end));
        }

        private Collection<Run> runs(Care care) {
            var runs = new ArrayList<Run>();
            for (var stay : care.stays) {
                var last = runs.isEmpty() ? null : runs.getLast();
                if (last != null && stay.from().equals(last.until())) {
                    runs.set(runs.size() - 1, new Run(care, last.from(), stay.until(), stay.unit()));
                } else {
                    runs.add(new Run(care, stay.from(), stay.until(), stay.unit()));
                }
            }
            return runs;
        }
    }

    /** From an admission to a discharge. */
    private record Run(Care care, Instant from, @Nullable Instant until, UnitId left) {

        boolean goesOnAt(Instant moment) {
            return until == null || until.isAfter(moment);
        }
    }

    private record Closing(Instant at, boolean open) {}

    private record Bedded(
            StayId id,
            UnitId unit,
            @Nullable BedId bed,
            Instant from,
            @Nullable Instant until) {

        Bedded until(Instant end) {
            return new Bedded(id, unit, bed, from, end);
        }
    }

    private record Place(
            CentreId centre, ServiceDay days, UnitId ward, UnitId residence, UnitId team, Map<BedId, UnitId> beds) {

        BedId bed(UnitId unit, Random random) {
            var of = beds.keySet().stream()
                    .filter(bed -> unit.equals(beds.get(bed)))
                    .toList();
            return of.get(random.nextInt(of.size()));
        }
    }

    private static final class Care {

        final EpisodeId id = EpisodeId.create();
        final PersonId record;
        final Place place;
        final List<Bedded> stays = new ArrayList<>();
        UnitId firstUnit;
        boolean inpatient;

        @Nullable
        Instant enquired;

        @Nullable
        Instant waiting;

        @Nullable
        Priority priority;

        @Nullable
        Instant keptSince;

        Instant opened;

        @Nullable
        Instant ended;

        @Nullable
        EndReason reason;

        @Nullable
        EpisodeId comesFrom;

        Care(PersonId record, Place place, Instant opened) {
            this.record = record;
            this.place = place;
            this.opened = opened;
            this.firstUnit = place.team();
        }

        LocalDate day(Instant moment) {
            return place.days().of(moment);
        }
    }
}
