package org.relais.demo;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.relais.demo.Invented.Substance;
import org.relais.person.Gender;

/** Invents people by name, or by alias, as they come to a service in a French town. No name twice. */
final class Crowd {

    private static final List<String> WOMEN = List.of(
            "Aïcha",
            "Agnès",
            "Awa",
            "Beatriz",
            "Camélia",
            "Chloé",
            "Delphine",
            "Ebba",
            "Fatoumata",
            "Florence",
            "Gülay",
            "Hanna",
            "Inès",
            "Ivana",
            "Jade",
            "Karima",
            "Leïla",
            "Linnéa",
            "Louise",
            "Maïssa",
            "Manon",
            "Mariama",
            "Mirela",
            "Nadia",
            "Odile",
            "Paula",
            "Rokia",
            "Sigrid",
            "Solène",
            "Teresa",
            "Valérie",
            "Yasmine",
            "Zineb");
    private static final List<String> MEN = List.of(
            "Abdou",
            "Adrien",
            "Amine",
            "André",
            "Björn",
            "Bruno",
            "Cheikh",
            "Damien",
            "Dimitri",
            "Emil",
            "Fabrice",
            "Farid",
            "Gaël",
            "Goran",
            "Hakim",
            "Henrik",
            "Ibrahima",
            "Jérôme",
            "Joaquim",
            "Kévin",
            "Lassana",
            "Ludovic",
            "Mehdi",
            "Moussa",
            "Nuno",
            "Olivier",
            "Oskar",
            "Pascal",
            "Rachid",
            "Sébastien",
            "Tiago",
            "Ulf",
            "Yann");
    private static final List<String> FAMILIES = List.of(
            "Abgrall",
            "Andrade",
            "Ba",
            "Bakari",
            "Bengtsson",
            "Benhaddou",
            "Bertin",
            "Boucher",
            "Carvalho",
            "Chaumet",
            "Cissé",
            "Coulibaly",
            "Daumas",
            "Delmas",
            "Diallo",
            "Diop",
            "Eklund",
            "Estève",
            "Fauré",
            "Ferreira",
            "Fontanel",
            "Gacem",
            "Garnier",
            "Guillou",
            "Haddadi",
            "Hedlund",
            "Ilić",
            "Jacquet",
            "Kaboré",
            "Kerrien",
            "Lacombe",
            "Lahlou",
            "Lopes",
            "Lundmark",
            "Mansouri",
            "Marchetti",
            "Mendy",
            "Mercadal",
            "Nyström",
            "Ouedraogo",
            "Pacheco",
            "Pelissier",
            "Pinto",
            "Popescu",
            "Quintin",
            "Rahmani",
            "Rodrigues",
            "Roussel",
            "Sangaré",
            "Sjöberg",
            "Soumaré",
            "Tahiri",
            "Teixeira",
            "Thelin",
            "Traoré",
            "Vasconcelos",
            "Vidal",
            "Wallin",
            "Yılmaz");
    private static final List<String> ALIASES = List.of(
            "Comète",
            "Zéphyr",
            "Nova",
            "Le Grand",
            "Pixel",
            "Luciole",
            "Kestrel",
            "Momo",
            "Safran",
            "Atlas",
            "Lune",
            "Rafale",
            "Capu",
            "Petit Louis",
            "Écume",
            "Bruyère",
            "Tempo",
            "Minuit",
            "Arlequin",
            "Vega");
    private final Set<String> given = new HashSet<>();

    /** @param known whose names nobody else gets */
    Crowd(Collection<Invented> known) {
        known.forEach(person -> given.add(person.given() + " " + person.family()));
    }

    /** Somebody who says their name. */
    Invented named(RandomGenerator random) {
        while (true) {
            var gender = random.nextInt(5) < 2 ? Gender.FEMALE : Gender.MALE;
            var first = one(gender == Gender.FEMALE ? WOMEN : MEN, random);
            var family = one(FAMILIES, random);
            var birth = LocalDate.of(1958 + random.nextInt(47), 1 + random.nextInt(12), 1 + random.nextInt(28));
            if (given.add(first + " " + family)) {
                return Invented.named(first, family, birth, gender, substance(random));
            }
        }
    }

    /** Somebody who says no more than what to be called. */
    Invented unnamed(RandomGenerator random) {
        while (true) {
            var alias = one(ALIASES, random) + "-" + (10 + random.nextInt(90));
            if (given.add(alias)) {
                var gender =
                        random.nextInt(3) == 0 ? Gender.NOT_SAID : random.nextBoolean() ? Gender.MALE : Gender.FEMALE;
                return Invented.alias(alias, gender, substance(random));
            }
        }
    }

    private static Substance substance(RandomGenerator random) {
        return Substance.valueOf(
                new Chance(random).weighed("ALCOHOL:41 COCAINE:20 HEROIN:16 CANNABIS:11 TRAMADOL:7 DIAZEPAM:5"));
    }

    private static <T> T one(List<T> some, RandomGenerator random) {
        return some.get(random.nextInt(some.size()));
    }
}
