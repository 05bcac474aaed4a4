package org.relais.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

import org.relais.person.Gender;

/**
 * The texts of the notes by kind, read from {@code demo/notes_fr.txt}: a line holds a title, a bar, and the words. Slots
 * in braces become the person's name, a pronoun and the like.
 */
final class NoteTexts {

    private static final String FILE = "/demo/notes_fr.txt";

    private final Map<String, List<Deed.Text>> kinds;

    private NoteTexts(Map<String, List<Deed.Text>> kinds) {
        this.kinds = kinds;
    }

    static NoteTexts read() {
        try (var stream = Objects.requireNonNull(NoteTexts.class.getResourceAsStream(FILE), FILE)) {
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read " + FILE, unreadable);
        }
    }

    private static NoteTexts parse(String file) {
        var kinds = new LinkedHashMap<String, List<Deed.Text>>();
        var kind = "";
        for (var line : file.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                kind = line.substring(1, line.length() - 1);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                var bar = line.indexOf('|');
                kinds.computeIfAbsent(kind, _ -> new ArrayList<>())
                        .add(new Deed.Text(
                                line.substring(0, bar).strip(),
                                line.substring(bar + 1).strip()));
            }
        }
        return new NoteTexts(kinds);
    }

    /** How many there are. */
    int size() {
        return kinds.values().stream().mapToInt(List::size).sum();
    }

    /** One text of the kind for the person. */
    Deed.Text pick(String kind, Invented person, RandomGenerator random) {
        var texts = Objects.requireNonNull(kinds.get(kind), kind);
        return fill(texts.get(random.nextInt(texts.size())), person, random);
    }

    /** The n-th text of the kind, beginning again after the last. */
    Deed.Text at(String kind, int n, Invented person, RandomGenerator random) {
        var texts = Objects.requireNonNull(kinds.get(kind), kind);
        return fill(texts.get(Math.floorMod(n, texts.size())), person, random);
    }

    private static Deed.Text fill(Deed.Text text, Invented person, RandomGenerator random) {
        var slots = slots(person, random);
        return new Deed.Text(fill(text.title(), slots), fill(text.words(), slots));
    }

    private static String fill(String words, Map<String, String> slots) {
        var filled = words;
        for (var slot : slots.entrySet()) {
            filled = filled.replace("{" + slot.getKey() + "}", slot.getValue());
        }
        return filled;
    }

    // Somebody whose gender is not said is spoken of as "la personne", which is feminine in French.
    private static Map<String, String> slots(Invented person, RandomGenerator random) {
        var male = person.gender() == Gender.MALE;
        var slots = new LinkedHashMap<String, String>();
        slots.put("prénom", person.called());
        slots.put("il", male ? "il" : "elle");
        slots.put("Il", male ? "Il" : "Elle");
        slots.put("e", male ? "" : "e");
        slots.put("proche", one(random, "sa sœur", "son frère", "sa mère", "son père", "une amie", "un ami"));
        slots.put("association", one(random, "Le Seuil", "Rivages", "La Passerelle logement", "Toit commun"));
        slots.put("ville", one(random, "Vaubourg", "Saint-Aubert", "Les Essarts", "Montcaire"));
        return slots;
    }

    private static String one(RandomGenerator random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
