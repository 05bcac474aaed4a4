package org.relais.detox;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.HandOverId;
import org.relais.shared.PersonId;
import org.relais.support.House.Member;
import org.relais.support.House.Place;

/** Hand-overs read, given and received by the nurses of a test's house. */
@TestComponent
public class HandOverRounds {

    /** Within the hour before the evening team comes. */
    public static final LocalTime BEFORE_EVENING = LocalTime.of(14, 20);

    private final HandOvers handOvers;
    private final HandOverWatch watch;
    private final AccessService access;

    HandOverRounds(HandOvers handOvers, HandOverWatch watch, AccessService access) {
        this.handOvers = handOvers;
        this.watch = watch;
        this.access = access;
    }

    /** What the node does each minute. */
    public void look() {
        watch.look();
    }

    /** To be called as somebody. */
    public Scope scope(Section section) {
        return access.scope(section, Purpose.CARE, null);
    }

    public HandOverNow now(Place place, Member member) {
        return now(place, member, Locale.FRENCH);
    }

    public HandOverNow now(Place place, Member member, Locale language) {
        return member.act(() -> handOvers.of(
                scope(Section.ADMINISTRATIVE),
                scope(Section.MEDICAL),
                scope(Section.RISK),
                place.ward(),
                HandOverNow.Which.CURRENT,
                language));
    }

    /** The page of one person. */
    public HandOverPage page(Place place, Member member, PersonId person) {
        return now(place, member).pages().stream()
                .filter(page -> page.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    /** Reads every page as it stands. */
    public HandOverNow read(Place place, Member member) {
        var now = now(place, member);
        member.act(() -> {
            var beds = scope(Section.ADMINISTRATIVE);
            var medical = scope(Section.MEDICAL);
            now.pages()
                    .forEach(page -> handOvers.read(
                            beds, medical, place.ward(), now.change().at(), page.person(), page.basis()));
            return now;
        });
        return now(place, member);
    }

    /** Signs without reading first. */
    public GivenHandOver sign(Place place, Member member, HandOverId id) {
        var change = now(place, member).change().at();
        return member.act(() -> handOvers.give(
                scope(Section.ADMINISTRATIVE),
                scope(Section.MEDICAL),
                scope(Section.RISK),
                new GiveHandOver(id, place.ward(), change, Locale.FRENCH)));
    }

    /** Reads and signs. */
    public GivenHandOver give(Place place, Member member) {
        read(place, member);
        return sign(place, member, HandOverId.create());
    }

    /** Signs for it without reading first. */
    public GivenHandOver accept(Member member, HandOverId id) {
        return member.act(() -> handOvers.receive(scope(Section.MEDICAL), id));
    }

    /** Reads and signs for it. */
    public GivenHandOver receive(Place place, Member member, HandOverId id) {
        read(place, member);
        return accept(member, id);
    }

    /** CIWA-Ar items that come to this total. */
    public static Map<String, Integer> ciwa(int total) {
        var values = new HashMap<String, Integer>();
        var left = total;
        for (var item : List.of(
                "NAUSEA",
                "TREMOR",
                "SWEATS",
                "ANXIETY",
                "AGITATION",
                "TACTILE",
                "AUDITORY",
                "VISUAL",
                "HEADACHE",
                "ORIENTATION")) {
            var value = item.equals("ORIENTATION") ? 0 : Math.min(7, left);
            values.put(item, value);
            left -= value;
        }
        return Map.copyOf(values);
    }
}
