package org.relais.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.person.PossibleDuplicate.Reason;
import org.relais.shared.PersonId;

/** Looks for people who may be the one who is about to be registered. */
@Component
class Duplicates {
    private static final int MOST = 5;
    private static final int BORN_ON_A_DAY = 60;

    private final PersonFinder finder;
    private final PersonLists lists;

    Duplicates(PersonFinder finder, PersonLists lists) {
        this.finder = finder;
        this.lists = lists;
    }

    /** The most telling first; at most five. */
    List<PossibleDuplicate> of(Scope scope, RegisterPerson command, IdentityRow identity) {
        var found = new LinkedHashMap<PersonId, PossibleDuplicate>();
        for (var identifier : command.identifiers()) {
            keep(lists.identified(scope, identifier), Reason.SAME_IDENTIFIER, found);
        }
        if (identity.birthDate() != null) {
            var name = named(identity);
            keep(
                    finder.bornOn(scope, identity.birthDate(), BORN_ON_A_DAY).stream()
                            .filter(other -> similar(name, other))
                            .toList(),
                    Reason.SAME_BIRTH_AND_SIMILAR_NAME,
                    found);
        }
        var name = named(identity);
        if (name.words().size() > 1) {
            keep(
                    finder.find(scope, scope.centres(), name, MOST).stream()
                            .filter(other -> mayBeBornWith(other, identity))
                            .toList(),
                    Reason.SAME_NAME,
                    found);
        }
        if (identity.alias() != null) {
            var alias = SearchText.parse(identity.alias());
            keep(
                    finder.find(scope, scope.centres(), alias, MOST).stream()
                            .filter(other -> other.alias() != null)
                            .filter(other -> mayBeBornWith(other, identity))
                            .toList(),
                    Reason.SIMILAR_ALIAS,
                    found);
        }
        return found.values().stream().limit(MOST).toList();
    }

    private static SearchText named(IdentityRow identity) {
        var words = java.util.stream.Stream.of(identity.givenName(), identity.familyName())
                .filter(part -> part != null)
                .flatMap(part -> NameWords.of(part).stream())
                .filter(word -> !NameWords.isNumber(word))
                .distinct()
                .toList();
        return new SearchText(null, null, words, List.of());
    }

    // On the same day of birth one word alike is enough: the other may be a married name or a short form.
    private static boolean similar(SearchText name, Found other) {
        return name.words().stream()
                .filter(word -> word.length() > 2)
                .anyMatch(word -> other.matching(new SearchText(null, null, List.of(word), List.of()))
                        .isPresent());
    }

    private static boolean mayBeBornWith(Found other, IdentityRow identity) {
        return other.yearOfBirth() == 0 || identity.yearOfBirth() == 0 || other.yearOfBirth() == identity.yearOfBirth();
    }

    private static void keep(List<Found> people, Reason reason, Map<PersonId, PossibleDuplicate> found) {
        people.forEach(person -> found.putIfAbsent(person.person(), new PossibleDuplicate(person.name(), reason)));
    }
}
