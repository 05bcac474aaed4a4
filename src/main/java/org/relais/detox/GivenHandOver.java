package org.relais.detox;

import java.time.Instant;
import java.util.List;

import org.relais.centre.Unit;
import org.relais.shared.CentreId;
import org.relais.shared.HandOverId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * A hand-over that was signed.
 *
 * @param change the change of shifts it was for
 * @param language of its words
 * @param receipts who signed for it, the first one first
 * @param told the charge nurses who were told that nobody did, in time order
 */
public record GivenHandOver(
        HandOverId id,
        UnitId unit,
        CentreId centre,
        Instant change,
        String language,
        StaffId givenBy,
        Instant givenAt,
        List<Mark> receipts,
        List<Mark> told) {

    public GivenHandOver {
        receipts = List.copyOf(receipts);
        told = List.copyOf(told);
    }

    /** Who, and when. */
    public record Mark(StaffId staff, Instant at) {}

    /** Whether the member of staff signed for it. */
    public boolean receivedBy(StaffId staff) {
        return receipts.stream().anyMatch(receipt -> receipt.staff().equals(staff));
    }

    /** One of these that nobody signed for in time, without anything about a person. */
    public record Unreceived(HandOverId id, Unit unit, Instant change, StaffId givenBy, Instant dueAt) {}
}
