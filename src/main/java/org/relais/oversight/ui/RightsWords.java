package org.relais.oversight.ui;

import java.util.ArrayList;
import java.util.List;

import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.oversight.HeldRights;
import org.relais.oversight.SignedReview;
import org.relais.staff.HeldFunction;
import org.relais.staff.StaffMember;

/** Puts what somebody holds into words. */
final class RightsWords {

    private final LogWords words;
    private final Centres centres;

    RightsWords(LogWords words, Centres centres) {
        this.words = words;
        this.centres = centres;
    }

    /** Each centre with the units named for them, or the whole of it. */
    String places(HeldRights rights) {
        var member = rights.holder().member();
        var places = new ArrayList<String>();
        for (var centre : centres.all()) {
            if (member.wholeCentres().contains(centre.id())) {
                places.add(centre.name());
            } else if (member.centres().contains(centre.id())) {
                places.add(words.text("oversight.rights.units", centre.name(), units(member, centre)));
            }
        }
        return orNothing(places);
    }

    String functions(HeldRights rights) {
        return orNothing(
                rights.holder().functions().stream().map(this::function).toList());
    }

    /** How many accesses for a time, and until when. */
    String given(HeldRights rights) {
        var given = rights.given();
        return given.until() == null
                ? LogWords.NOTHING
                : words.text(
                        "oversight.rights.given.until",
                        given.accesses(),
                        words.formats().date(given.until()));
    }

    String number(int number) {
        return number == 0 ? LogWords.NOTHING : words.formats().number(number);
    }

    String used(HeldRights rights) {
        var used = rights.lastUsed();
        return used == null
                ? words.text("oversight.rights.never")
                : words.formats().dateTime(used);
    }

    /** "Signed on 19.11.2026 14:05 by …". */
    String signed(SignedReview review) {
        return words.text(
                "oversight.rights.signed",
                words.formats().dateTime(review.at()),
                words.name(review.by()),
                review.accounts(),
                review.dormant());
    }

    private String function(HeldFunction held) {
        var name = words.text(held.function().key());
        var centre = words.centre(held.centre());
        return held.until() == null
                ? words.text("oversight.rights.function", name, centre)
                : words.text(
                        "oversight.rights.function.until",
                        name,
                        centre,
                        words.formats().date(held.until()));
    }

    private static String units(StaffMember member, Centre centre) {
        return String.join(
                ", ",
                centre.units().stream()
                        .filter(unit -> member.units().contains(unit.id()))
                        .map(unit -> unit.name())
                        .toList());
    }

    private static String orNothing(List<String> found) {
        return found.isEmpty() ? LogWords.NOTHING : String.join(" · ", found);
    }
}
