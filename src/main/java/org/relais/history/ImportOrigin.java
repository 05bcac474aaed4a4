package org.relais.history;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/**
 * Whose facts come in, where, and from which system.
 *
 * @param centre the centre that takes them in; another one reads them only while the person agrees to sharing
 * @param unit the unit that was asked, where known; a member of staff takes in for the unit they work in, whatever stands
 *     here
 * @param system its name in one line, up to 120 characters, as staff will read it
 */
public record ImportOrigin(
        PersonId person, CentreId centre, @Nullable UnitId unit, String system) {

    public ImportOrigin(PersonId person, CentreId centre, String system) {
        this(person, centre, null, system);
    }
}
