package org.relais.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;

/**
 * Who is a client of a year (domain reference H.1): whoever begins a treatment in it, once, at the earliest beginning
 * that counts. A treatment goes on, and does not count, where the person had a contact within the months of the rule;
 * one whose primary substance is excluded does not count either. Pure.
 */
final class CaseRule {

    static final String NEVER = "NEVER";
    static final String SAME = "PREV_SAME";
    static final String OTHER = "PREV_OTHER";
    static final String CONTINUING = "CONTINUING";

    private static final Comparator<Treatment> BY_BEGINNING = Comparator.comparing(Treatment::start)
            .thenComparing(treatment -> treatment.episode().value());

    private final int year;
    private final int contactMonths;

    CaseRule(int year, int contactMonths) {
        this.year = year;
        this.contactMonths = contactMonths;
    }

    /**
     * A treatment in service days of its centre.
     *
     * @param end the last day; null while it goes on
     */
    record Treatment(
            EpisodeId episode,
            PersonId person,
            CentreId centre,
            LocalDate start,
            @Nullable LocalDate end) {}

    /** What became of the treatments of a year. */
    record Outcome<C>(List<C> clients, int continuing, int excluded, int repeated) {}

    /**
     * The clients of the year.
     *
     * @param treatments of every year up to this one
     * @param client makes the client of a treatment from what the records know of earlier ones, and
     *     says whether they count
     */
    <C> Outcome<C> clients(
            Collection<Treatment> treatments, BiFunction<Treatment, @Nullable String, Judged<C>> client) {
        var byPerson = new HashMap<PersonId, ArrayList<Treatment>>();
        treatments.forEach(treatment -> byPerson.computeIfAbsent(treatment.person(), any -> new ArrayList<>())
                .add(treatment));
        var found = new HashMap<Treatment, C>();
        var continuing = 0;
        var excluded = 0;
        var repeated = 0;
        for (var own : byPerson.values()) {
            own.sort(BY_BEGINNING);
            var counted = false;
            for (var treatment : own) {
                if (treatment.start().getYear() != year) {
                    continue;
                }
                var judged = client.apply(treatment, previous(treatment, own).orElse(null));
                switch (judged.verdict()) {
                    case CONTINUING -> continuing++;
                    case EXCLUDED -> excluded++;
                    case CLIENT -> {
                        if (counted) {
                            repeated++;
                        } else {
                            counted = true;
                            found.put(treatment, judged.client());
                        }
                    }
                }
            }
        }
        return new Outcome<>(
                found.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(BY_BEGINNING))
                        .map(Map.Entry::getValue)
                        .toList(),
                continuing,
                excluded,
                repeated);
    }

    /** How a treatment is judged. */
    enum Verdict {
        CLIENT,
        CONTINUING,
        EXCLUDED
    }

    /** A client, and whether they count. */
    record Judged<C>(Verdict verdict, C client) {}

    /** What the records know of treatments before this one; empty where they know of none. */
    Optional<String> previous(Treatment treatment, Collection<Treatment> all) {
        return previous(treatment, all, contactMonths);
    }

    static Optional<String> previous(Treatment treatment, Collection<Treatment> all, int contactMonths) {
        var before = all.stream()
                .filter(one -> BY_BEGINNING.compare(one, treatment) < 0)
                .toList();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var since = treatment.start().minusMonths(contactMonths);
        var inContact =
                before.stream().anyMatch(one -> one.end() == null || one.end().isAfter(since));
        if (inContact) {
            return Optional.of(CONTINUING);
        }
        var same = before.stream().anyMatch(one -> one.centre().equals(treatment.centre()));
        return Optional.of(same ? SAME : OTHER);
    }

    /**
     * Whether the person was treated before, from what they said and what the records know. The records are believed
     * where they know of a treatment and the person of none; nobody is taken to be new who was not asked.
     */
    static String status(@Nullable String said, @Nullable String known, String notKnown) {
        if (known != null
                && (known.equals(CONTINUING) || said == null || said.equals(NEVER) || said.equals(notKnown))) {
            return known;
        }
        return said == null ? notKnown : said;
    }
}
