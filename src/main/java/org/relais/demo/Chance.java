package org.relais.demo;

import java.util.List;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/** Picks among answers by how often they are given. */
final class Chance {

    private final RandomGenerator random;

    Chance(RandomGenerator random) {
        this.random = random;
    }

    /** Whether it is so, in so many of a hundred cases. */
    boolean of(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** One of the words, each followed by a colon and its weight: {@code "YES:3 NO:1"}. */
    String weighed(String words) {
        var choices = words.split(" ", -1);
        var left = random.nextInt(
                List.of(choices).stream().mapToInt(Chance::weight).sum());
        for (var choice : choices) {
            left -= weight(choice);
            if (left < 0) {
                return choice.substring(0, choice.indexOf(':'));
            }
        }
        throw new IllegalStateException(words);
    }

    /** As {@link #weighed}; {@code -} stands for what was not asked. */
    @Nullable
    String asked(String words) {
        var answer = weighed(words);
        return answer.equals("-") ? null : answer;
    }

    private static int weight(String choice) {
        return Integer.parseInt(choice.substring(choice.indexOf(':') + 1));
    }
}
