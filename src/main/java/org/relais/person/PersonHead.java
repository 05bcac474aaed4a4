package org.relais.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;

/**
 * What stands at the top of every page about a person, cut to what the reader may see.
 *
 * @param birthYear when only the year is known
 * @param otherName the alias of a person shown under their name, or the name of a record merged into theirs;
 *     null otherwise
 * @param identified whether a name is known, even when the alias is shown
 * @param centres where the person is known
 * @param alerts those in force, most urgent first; without text where the reader may only know that there is one
 * @param relatives with what each may be told
 * @param version to be carried by every change of the identity
 */
public record PersonHead(
        PersonName name,
        @Nullable Integer birthYear,
        @Nullable Gender gender,
        @Nullable String otherName,
        boolean identified,
        Set<CentreId> centres,
        List<Alert> alerts,
        List<Relative> relatives,
        long version) {
    public PersonHead {
        centres = Set.copyOf(centres);
        alerts = List.copyOf(alerts);
        relatives = List.copyOf(relatives);
    }

    public @Nullable LocalDate birthDate() {
        return name.birthDate();
    }
}
