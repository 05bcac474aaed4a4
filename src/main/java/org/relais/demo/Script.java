package org.relais.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.relais.episode.Priority;

/**
 * Who the people are and who does what when, in the order of time, over the year that ends now. The same seed and
 * number of people give the same script, but for the instants, which are counted from now.
 *
 * @param people by their number in the acts
 */
record Script(List<Invented> people, List<Act> acts) {

    /** The people with a story of their own, who are always there. */
    static final int FEWEST = Stories.COUNT;

    private static final String GENERATOR = "L64X128MixRandom";
    private static final int RESIDENTS = 11;

    Script {
        people = List.copyOf(people);
        acts = List.copyOf(acts);
    }

    /**
     * Writes the script.
     *
     * @param count how many people, at least {@link #FEWEST}
     */
    static Script of(long seed, int count, Instant now) {
        var writing = new Writing(seed, now, NoteTexts.read());
        writing.stories();
        while (writing.people.size() < count) {
            writing.oneMore();
        }
        writing.acts.replaceAll(writing::afterTheirLastNote);
        writing.acts.sort(Comparator.comparing(Act::at).thenComparing(act -> act.deed() instanceof Deed.LeaveDraft));
        return new Script(writing.people, writing.acts);
    }

    private static final class Writing {

        private final long seed;
        private final Instant now;
        private final NoteTexts texts;
        private final List<Invented> people = new ArrayList<>();
        private final List<Act> acts = new ArrayList<>();
        private final BedPlan beds = new BedPlan();
        private final Crowd crowd = new Crowd();
        private final RandomGenerator random;
        private int residents;

        Writing(long seed, Instant now, NoteTexts texts) {
            this.seed = seed;
            this.now = now;
            this.texts = texts;
            this.random = generator(seed);
        }

        void stories() {
            new Stories(this::course, beds).tell();
        }

        // At some hours the round of the day comes after the text left open: signing it would use that draft up.
        Act afterTheirLastNote(Act act) {
            if (!(act.deed() instanceof Deed.LeaveDraft draft)) {
                return act;
            }
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

        // One turn of the wheel is twenty people.
        void oneMore() {
            switch (people.size() % 20) {
                case 0, 8, 12, 15, 17 -> Paths.followUp(named(), 20 + random.nextInt(310), -1, 24 + random.nextInt(20));
                case 4 -> {
                    var course = named();
                    Paths.followUp(course, 60 + random.nextInt(270), -1, 24 + random.nextInt(20));
                    ReferralPlot.usual(course);
                }
                case 1, 9 ->
                    Paths.dropIn(course(crowd.unnamed(random)), 15 + random.nextInt(320), 20 + random.nextInt(30));
                case 5 -> Paths.dropIn(named(), 15 + random.nextInt(320), 20 + random.nextInt(30));
                case 2, 6, 10, 14, 18 -> pastWithdrawal(named());
                case 3, 11 -> resident(named());
                case 7, 19 -> {
                    var began = 120 + random.nextInt(210);
                    Paths.followUp(named(), began, 10 + random.nextInt(began - 60), 24 + random.nextInt(16));
                }
                case 13 -> {
                    var wards = List.of(Ward.WITHDRAWAL, Ward.FOLLOW_UP, Ward.RESIDENCE);
                    Paths.waiting(
                            named(),
                            wards.get(random.nextInt(wards.size())),
                            3 + random.nextInt(50),
                            Priority.NORMAL,
                            null);
                }
                default -> {
                    var course = named();
                    Paths.ask(course, Ward.WITHDRAWAL, course.workday(1 + random.nextInt(4), 11));
                }
            }
        }

        private void pastWithdrawal(Course course) {
            var left = 9 + random.nextInt(320);
            var entered = left + 5 + random.nextInt(5);
            beds.find(Ward.WITHDRAWAL, course.day(entered + 1, 0), course.day(left - 1, 0))
                    .ifPresentOrElse(
                            bed -> Paths.withdrawal(course, entered, left, bed, 1),
                            () -> Paths.dropIn(course, entered, 30));
        }

        private void resident(Course course) {
            var present = residents++ < RESIDENTS;
            var left = present ? -1 : 8 + random.nextInt(150);
            var entered = left + 40 + random.nextInt(120);
            // Who would leave on a Saturday leaves on the Monday
            beds.find(Ward.RESIDENCE, course.day(entered + 1, 0), course.day(present ? -365 : left - 3, 0))
                    .ifPresentOrElse(
                            bed -> Paths.residence(course, entered, left, bed, 12 + random.nextInt(8)),
                            () -> Paths.followUp(course, entered, -1, 30));
        }

        private Course named() {
            return course(crowd.named(random));
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
