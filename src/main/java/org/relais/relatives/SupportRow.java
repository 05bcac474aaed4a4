package org.relais.relatives;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.person.Relation;
import org.relais.shared.CentreId;
import org.relais.shared.RelativeId;
import org.relais.shared.StaffId;
import org.relais.shared.SupportOfferId;
import org.relais.shared.UnitId;

/**
 * Support offered to a relative, with what they made of it.
 *
 * @param offeredOn a service day of the centre
 * @param answers in the order they were given; nothing of them is ever overwritten
 */
public record SupportRow(
        SupportOfferId id,
        RelativeId relative,
        String name,
        Relation relation,
        CentreId centre,
        @Nullable UnitId unit,
        SupportKind kind,
        LocalDate offeredOn,
        @Nullable String note,
        Instant recordedAt,
        StaffId recordedBy,
        List<Answered> answers) {

    public SupportRow {
        answers = List.copyOf(answers);
    }

    /** The last thing they said or did; null while they said nothing. */
    public @Nullable Answered last() {
        return answers.isEmpty() ? null : answers.getLast();
    }

    SupportRow with(List<Answered> facts) {
        return new SupportRow(
                id, relative, name, relation, centre, unit, kind, offeredOn, note, recordedAt, recordedBy, facts);
    }

    /** One thing a relative said or did about an offer. */
    public record Answered(
            int version,
            SupportAnswer answer,
            LocalDate on,
            @Nullable String note,
            Instant recordedAt,
            StaffId recordedBy) {}
}
