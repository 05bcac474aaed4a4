package org.relais.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.relais.episode.CountedEpisode.InUnit;
import org.relais.episode.CountedEpisode.Inpatient;
import org.relais.indicator.Fact;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.ServiceDay;
import org.relais.shared.UnitId;

/**
 * How the treatments of one person count (domain reference H.3):
 *
 * <ul>
 *   <li>K1: a night in a unit, from the service day of coming on to that of leaving, whose night does not count. A stay
 *       without a bed yet counts too.
 *   <li>K2: days from the admission to the discharge, in the unit that is left. Beds and units of the centre may change
 *       meanwhile; a transfer to another centre, or to outpatient care, is a discharge.
 *   <li>K4: a start of treatment, inpatient or not, in the unit where it begins, and whether it goes on 90 days later.
 *       What begins anywhere within 7 days of an end goes on from it and is no start. K4_DIED: a death before day 90.
 *   <li>K5: days from the accepted referral to the beginning, in the unit where it begins. Who comes by a transfer has
 *       waited for nothing.
 *   <li>K6: a discharge from a stay, and whether an unplanned admission follows 1 to 30 days later in any centre. What
 *       goes on elsewhere on the same day is a transfer: no discharge, and no admission. A death is no discharge.
 * </ul>
 *
 * <p>An admission is planned, and no readmission, when it is the arrival of a transfer, when the bed was kept for the
 * person since an earlier service day, or when they were on the waiting list for it: since an earlier service day and
 * not with high priority, or with any priority already on the day of the discharge before.
 *
 * <p>Days between two places are counted by the calendar of the centre in which the fact counts, so that one moment is
 * one day although their clocks differ.
 */
final class EpisodeCounting {

    static final String OCCUPANCY = "K1";

    private static final String LENGTH_OF_STAY = "K2";
    private static final String RETENTION = "K4";
    private static final String RETENTION_DIED = "K4_DIED";
    private static final String WAITING_TIME = "K5";
    private static final String READMISSION = "K6";

    /** What it counts. */
    static final Set<String> FIGURES =
            Set.of(OCCUPANCY, LENGTH_OF_STAY, RETENTION, RETENTION_DIED, WAITING_TIME, READMISSION);

    private static final int RETAINED_AFTER = 90;
    private static final int LONGEST_GAP = 7;
    private static final int READMITTED_WITHIN = 30;

    private static final Comparator<Inpatient> BY_BEGINNING = Comparator.comparing(Inpatient::begins)
            .thenComparing(stay -> stay.lastsBeyond(stay.begins()))
            .thenComparing(stay -> stay.first().id().value());

    private final Function<CentreId, ServiceDay> calendars;

    EpisodeCounting(Function<CentreId, ServiceDay> calendars) {
        this.calendars = calendars;
    }

    /** The facts about a person, of all the treatments in the records that are theirs; none of them an error. */
    List<Fact> of(PersonId person, List<CountedEpisode> episodes) {
        var facts = new Facts(person);
        var stays = episodes.stream()
                .flatMap(episode -> episode.inpatient().stream())
                .sorted(BY_BEGINNING)
                .toList();
        episodes.forEach(episode -> nights(facts, episode));
        stays.forEach(stay -> lengthOfStay(facts, stay));
        episodes.forEach(episode -> waitingTime(facts, episode));
        retention(facts, episodes);
        readmission(facts, stays, death(episodes));
        return facts.found;
    }

    private void nights(Facts facts, CountedEpisode episode) {
        for (var stay : episode.stays()) {
            var first = day(episode.centre(), stay.begins());
            var end = stay.ends();
            var last = end == null ? null : day(episode.centre(), end);
            if (!first.equals(last)) {
                facts.add(OCCUPANCY, stay, episode, first, 1, 0, null);
                if (last != null) {
                    facts.add(OCCUPANCY, stay, episode, last, -1, 0, null);
                }
            }
        }
    }

    private void lengthOfStay(Facts facts, Inpatient stay) {
        var end = stay.ends();
        if (end != null) {
            var centre = stay.episode().centre();
            var left = day(centre, end);
            var days = days(day(centre, stay.begins()), left);
            facts.add(LENGTH_OF_STAY, stay, left, 0, 1, days);
        }
    }

    private void waitingTime(Facts facts, CountedEpisode episode) {
        var asked = episode.asked();
        if (asked != null && !episode.arrived()) {
            var opened = day(episode.centre(), episode.opened());
            facts.add(WAITING_TIME, episode, opened, 0, 1, days(day(episode.centre(), asked), opened));
        }
    }

    private void retention(Facts facts, List<CountedEpisode> episodes) {
        var chain = new ArrayList<CountedEpisode>();
        var inOrder = episodes.stream()
                .sorted(Comparator.comparing(CountedEpisode::opened)
                        .thenComparing(episode -> episode.id().value()))
                .toList();
        for (var episode : inOrder) {
            if (!chain.isEmpty() && !goesOn(chain, episode)) {
                retention(facts, chain.getFirst(), chain);
                chain.clear();
            }
            chain.add(episode);
        }
        if (!chain.isEmpty()) {
            retention(facts, chain.getFirst(), chain);
        }
    }

    private boolean goesOn(List<CountedEpisode> chain, CountedEpisode next) {
        var centre = chain.getFirst().centre();
        var end = end(chain);
        return end == null || days(day(centre, end), day(centre, next.opened())) <= LONGEST_GAP;
    }

    private void retention(Facts facts, CountedEpisode first, List<CountedEpisode> chain) {
        var centre = first.centre();
        var start = day(centre, first.opened());
        var ripe = start.plusDays(RETAINED_AFTER);
        var end = end(chain);
        var death = death(chain);
        var died = death != null && day(centre, death).isBefore(ripe);
        var retained = !died && (end == null || !day(centre, end).isBefore(ripe));
        facts.add(RETENTION, first, start, retained ? 1 : 0, 1, null);
        if (died) {
            facts.add(RETENTION_DIED, first, start, 1, 0, null);
        }
    }

    private void readmission(Facts facts, List<Inpatient> stays, @Nullable Instant death) {
        var admissions = admissions(stays);
        for (var place = 0; place < stays.size(); place++) {
            var index = stays.get(place);
            var end = index.ends();
            if (end != null && (death == null || death.isAfter(end)) && isDischarge(stays, place, end)) {
                var readmitted = admissions.stream().anyMatch(stay -> readmits(stay, index, end));
                var left = day(index.episode().centre(), end);
                facts.add(READMISSION, index, left, readmitted ? 1 : 0, 1, null);
            }
        }
    }

    // Not where the person stays on elsewhere, or goes on the same day
    private boolean isDischarge(List<Inpatient> stays, int place, Instant end) {
        var centre = stays.get(place).episode().centre();
        for (var other = 0; other < stays.size(); other++) {
            var next = stays.get(other);
            var goesOn = next.begins().isBefore(end)
                    ? next.lastsBeyond(end)
                    : other > place && sameDay(centre, end, next.begins());
            if (other != place && goesOn) {
                return false;
            }
        }
        return true;
    }

    // Those that do not go on from another one
    private List<Inpatient> admissions(List<Inpatient> stays) {
        var found = new ArrayList<Inpatient>();
        for (var place = 0; place < stays.size(); place++) {
            var stay = stays.get(place);
            if (stays.subList(0, place).stream().noneMatch(before -> goesOn(before, stay))) {
                found.add(stay);
            }
        }
        return found;
    }

    private boolean goesOn(Inpatient before, Inpatient stay) {
        var end = before.ends();
        return end == null
                || end.isAfter(stay.begins())
                || sameDay(before.episode().centre(), end, stay.begins());
    }

    private boolean readmits(Inpatient stay, Inpatient index, Instant end) {
        var centre = index.episode().centre();
        var after = days(day(centre, end), day(centre, stay.begins()));
        return after >= 1 && after <= READMITTED_WITHIN && !planned(stay, index, end);
    }

    private boolean planned(Inpatient stay, Inpatient index, Instant end) {
        var episode = stay.episode();
        var admitted = day(episode.centre(), stay.begins());
        var kept = stay.first().keptSince();
        if (kept != null && day(episode.centre(), kept).isBefore(admitted)) {
            return true;
        }
        if (!stay.beganEpisode()) {
            return false;
        }
        var waiting = episode.waitingSince();
        if (episode.arrived() || waiting == null) {
            return episode.arrived();
        }
        var before = index.episode().centre();
        var decided = day(episode.centre(), waiting).isBefore(admitted);
        return (decided && episode.priority() != Priority.HIGH)
                || !day(before, waiting).isAfter(day(before, end));
    }

    // Null while one of them goes on
    private static @Nullable Instant end(List<CountedEpisode> chain) {
        Instant last = Instant.MIN;
        for (var episode : chain) {
            var end = episode.ended();
            if (end == null) {
                return null;
            }
            last = end.isAfter(last) ? end : last;
        }
        return last;
    }

    private static @Nullable Instant death(List<CountedEpisode> episodes) {
        Instant first = null;
        for (var episode : episodes) {
            var end = episode.ended();
            if (end != null && episode.endedByDeath() && (first == null || end.isBefore(first))) {
                first = end;
            }
        }
        return first;
    }

    private boolean sameDay(CentreId centre, Instant one, Instant other) {
        return day(centre, one).equals(day(centre, other));
    }

    private LocalDate day(CentreId centre, Instant moment) {
        return calendars.apply(centre).of(moment);
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    /** Facts about one person. */
    private static final class Facts {

        private final PersonId person;
        private final List<Fact> found = new ArrayList<>();

        private Facts(PersonId person) {
            this.person = person;
        }

        void add(
                String figure,
                InUnit stay,
                CountedEpisode episode,
                LocalDate day,
                int numerator,
                int denominator,
                @Nullable Integer amount) {
            add(figure, stay.id().value(), episode.centre(), stay.unit(), day, numerator, denominator, amount);
        }

        void add(
                String figure,
                Inpatient stay,
                LocalDate day,
                int numerator,
                int denominator,
                @Nullable Integer amount) {
            var left = stay.last().unit();
            var centre = stay.episode().centre();
            add(figure, stay.first().id().value(), centre, left, day, numerator, denominator, amount);
        }

        void add(
                String figure,
                CountedEpisode episode,
                LocalDate day,
                int numerator,
                int denominator,
                @Nullable Integer amount) {
            add(figure, episode.id().value(), episode.centre(), episode.unit(), day, numerator, denominator, amount);
        }

        private void add(
                String figure,
                UUID source,
                CentreId centre,
                UnitId unit,
                LocalDate day,
                int numerator,
                int denominator,
                @Nullable Integer amount) {
            found.add(new Fact(figure, source, centre, unit, person, day, numerator, denominator, amount));
        }
    }
}
