package org.relais.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Who the people are and who does what when, in the order of time, over the two years that end now. The same seed and
 * number of people give the same script, but for the instants, which are counted from now.
 *
 * @param people by their number in the acts
 */
record Script(List<Invented> people, List<Act> acts) {

    /** The people with a story of their own, who are always there. */
    static final int FEWEST = Stories.COUNT;

    /** As many as a service of this size sees; fewer of them are the first of these. */
    static final int MOST = 400;

    private static final String GENERATOR = "L64X128MixRandom";
    private static final int DAYS = 730;

    // No act can be older than the rules it goes by: those of the house are in force from the beginning of this year
    private static final LocalDate RULES = LocalDate.of(2025, 1, 6);

    Script {
        people = List.copyOf(people);
        acts = List.copyOf(acts);
    }

    /**
     * Writes the script.
     *
     * @param count how many people, from {@link #FEWEST} to {@link #MOST}
     */
    static Script of(long seed, int count, Instant now) {
        var writing = new Writing(seed, now, NoteTexts.read());
        writing.stories();
        writing.population(Math.min(count, MOST) - writing.people.size());
        writing.leaveDraftsAfterTheirLastNote();
        writing.acts.sort(Comparator.comparing(Act::at).thenComparing(act -> act.deed() instanceof Deed.LeaveDraft));
        return new Script(writing.people, writing.acts);
    }

    /** How many days before now the first act can be. */
    static int days(Instant now) {
        var today = LocalDate.ofInstant(now, DemonstrationHouse.ZONE);
        return Math.toIntExact(Math.min(DAYS, ChronoUnit.DAYS.between(RULES, today)));
    }

    private static final class Writing {

        private final long seed;
        private final Instant now;
        private final NoteTexts texts;
        private final List<Invented> people = new ArrayList<>();
        private final List<Act> acts = new ArrayList<>();
        private final BedPlan beds = new BedPlan();

        Writing(long seed, Instant now, NoteTexts texts) {
            this.seed = seed;
            this.now = now;
            this.texts = texts;
        }

        void stories() {
            new Stories(this::course, beds).tell();
        }

        // Everybody is planned, however few of them come: who comes meets the same life
        void population(int count) {
            if (count <= 0) {
                return;
            }
            var random = generator(seed);
            var crowd = new Crowd(people);
            // Kept for a transfer that was accepted
            beds.take(Ward.RESIDENCE, "3A", midnight(8), midnight(-365));
            Population.of(MOST - FEWEST, days(now), random, beds, this::midnight).stream()
                    .limit(count)
                    .forEach(career -> {
                        var alias = career.last().ward() == Ward.DROP_IN && random.nextInt(4) > 0;
                        var person = alias ? crowd.unnamed(random) : crowd.named(random);
                        new Ways(course(career.diesInBed() ? person.comingFor(Invented.Substance.ALCOHOL) : person))
                                .tell(career);
                    });
        }

        // At some hours the round of the day comes after the text left open: signing it would use that draft up.
        void leaveDraftsAfterTheirLastNote() {
            acts.replaceAll(act -> act.deed() instanceof Deed.LeaveDraft draft ? afterTheirLastNote(act, draft) : act);
        }

        private Act afterTheirLastNote(Act act, Deed.LeaveDraft draft) {
            var at = acts.stream()
                    .filter(other ->
                            other.person() == act.person() && other.colleague().equals(act.colleague()))
                    .filter(other -> other.deed() instanceof Deed.SignNote note
                            && note.type().equals(draft.type()))
                    .map(Act::at)
                    .filter(signed -> !signed.isBefore(act.at()))
                    .max(Comparator.naturalOrder());
            return at.isEmpty() ? act : new Act(at.get(), act.colleague(), act.person(), act.deed());
        }

        private Instant midnight(int daysAgo) {
            return LocalDate.ofInstant(now, DemonstrationHouse.ZONE)
                    .minusDays(daysAgo)
                    .atStartOfDay(DemonstrationHouse.ZONE)
                    .toInstant();
        }

        private Course course(Invented person) {
            var number = people.size();
            people.add(person);
            return new Course(number, person, generator(seed + 7_919L * (number + 1)), now, texts, acts::add);
        }

        private static RandomGenerator generator(long seed) {
            return RandomGeneratorFactory.of(GENERATOR).create(seed);
        }
    }
}
