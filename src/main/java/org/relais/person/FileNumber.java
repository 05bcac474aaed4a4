package org.relais.person;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The number on a person's file: {@code RL-} and five or more digits. Drawn at random, so it says nothing. */
record FileNumber(int digits) {
    private static final Pattern TYPED = Pattern.compile("(?:rl)?[-\\s]?(\\d{5,9})");
    private static final int SMALLEST = 10_000;
    private static final int MOST_DIGITS = 9;

    /** A number to try; after each collision the next ones may be longer. */
    static FileNumber draw(int attempt, RandomGenerator random) {
        var from = SMALLEST;
        for (var more = attempt / 2; more > 0 && from < Math.pow(10, MOST_DIGITS - 1); more--) {
            from *= 10;
        }
        return new FileNumber(random.nextInt(from, from * 9) + from);
    }

    /** Reads {@code RL-20418}, {@code rl 20418} or {@code 20418}. */
    static Optional<FileNumber> parse(String text) {
        var matcher = TYPED.matcher(text.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(new FileNumber(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "RL-" + digits;
    }
}
