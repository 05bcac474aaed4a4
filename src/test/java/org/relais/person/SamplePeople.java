package org.relais.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.relais.shared.IdentityId;
import org.relais.shared.StaffId;

/** Invented people whose names are as unevenly common as real ones, and what is typed to find them. */
final class SamplePeople {
    private static final String[] SYLLABLES = {
        "ma", "ber", "lo", "cas", "tel", "ri", "dou", "vi", "gar", "nier", "sau", "fel", "mon", "ta", "per", "le",
        "gra", "del", "cor", "bin", "an", "ro", "jus", "ti", "ne", "pau", "cla", "hen", "fra", "lu"
    };
    private static final StaffId NOBODY = StaffId.create();

    private final Random random;
    private final List<String> families = new ArrayList<>();
    private final List<String> givens = new ArrayList<>();
    private final List<IdentityRow> some = new ArrayList<>();

    SamplePeople(Random random) {
        this.random = random;
        for (var number = 0; number < 20_000; number++) {
            families.add(name(2 + random.nextInt(3)));
        }
        for (var number = 0; number < 800; number++) {
            givens.add(name(2 + random.nextInt(2)));
        }
    }

    IdentityRow next() {
        var given = pick(givens) + (random.nextInt(4) == 0 ? "-" + pick(givens) : "");
        var identity = new IdentityRow(
                IdentityId.create(),
                null,
                given,
                pick(families),
                false,
                LocalDate.of(1940, 1, 1).plusDays(random.nextInt(25_000)),
                null,
                null,
                Instant.EPOCH,
                NOBODY);
        if (random.nextInt(20) == 0 || some.isEmpty()) {
            some.add(identity);
        }
        return identity;
    }

    /** The kind of a question, and the question. */
    String[] query(Random dice) {
        var person = some.get(dice.nextInt(some.size()));
        var family = String.valueOf(person.familyName()).toLowerCase(java.util.Locale.ROOT);
        var given = NameWords.of(String.valueOf(person.givenName())).getFirst();
        var year = String.valueOf(person.yearOfBirth()).substring(2);
        return switch (dice.nextInt(8)) {
            case 0 -> new String[] {"family", family};
            case 1 -> new String[] {"beginning", family.substring(0, Math.min(4, family.length()))};
            case 2 -> new String[] {"misspelt", misspelt(family, dice)};
            case 3 -> new String[] {"two beginnings", family.substring(0, 3) + " " + given.substring(0, 3)};
            case 4 -> new String[] {"misspelt and beginning", misspelt(family, dice) + " " + given.substring(0, 3)};
            case 5 -> new String[] {"beginning and year", family.substring(0, 3) + " " + year};
            case 6 -> new String[] {"misspelt and year", misspelt(family, dice) + " " + year};
            default -> new String[] {"given", given};
        };
    }

    private static String misspelt(String word, Random dice) {
        var at = dice.nextInt(word.length() - 1);
        return switch (dice.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            default -> word.substring(0, at) + "x" + word.substring(at + 1);
        };
    }

    // The tenth most common is about a tenth as common as the first, as names are.
    private String pick(List<String> names) {
        var rank = (int) Math.floor(Math.pow(names.size() + 1.0, random.nextDouble())) - 1;
        return names.get(Math.min(rank, names.size() - 1));
    }

    private String name(int syllables) {
        var name = new StringBuilder();
        for (var syllable = 0; syllable < syllables; syllable++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
