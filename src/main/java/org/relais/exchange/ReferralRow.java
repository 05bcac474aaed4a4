package org.relais.exchange;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.person.PersonName;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.ReferralId;

/**
 * A referral that was taken in.
 *
 * @param name null while the reader's centres no longer know the person
 * @param file the name of the file, without its folder
 * @param source the system it came from
 */
public record ReferralRow(
        ReferralId id,
        PersonId person,
        @Nullable PersonName name,
        CentreId centre,
        String file,
        String source,
        Instant importedAt,
        List<TypeResult> types,
        List<PartResult> parts) {

    public ReferralRow {
        types = List.copyOf(types);
        parts = List.copyOf(parts);
    }

    /** The place in the list, to read on from. */
    public ReferralCursor cursor() {
        return new ReferralCursor(importedAt, id);
    }

    /** How many entries of the file are in the record: brought by it, or there before. */
    public int kept() {
        return types.stream()
                .mapToInt(type -> type.imported() + type.alreadyThere())
                .sum();
    }

    public int leftOut() {
        return types.stream().mapToInt(TypeResult::leftOut).sum();
    }

    ReferralRow named(@Nullable PersonName person) {
        return new ReferralRow(id, this.person, person, centre, file, source, importedAt, types, parts);
    }
}
