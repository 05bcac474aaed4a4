package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.detox.GiveHandOver;
import org.relais.detox.HandOverNow;
import org.relais.detox.HandOverNow.Which;
import org.relais.detox.HandOvers;
import org.relais.detox.ShiftPlans;
import org.relais.shared.HandOverId;
import org.relais.staff.Role;

/** The last two hand-overs of the withdrawal ward: one that was received, and one that waits for whoever comes. */
@Component
@ConditionalOnProperty("relais.demonstration")
class HandOverDeeds {

    private static final Duration BEFORE_CHANGE = Duration.ofMinutes(10);
    private static final String SENTENCE = "Dort mieux la lumière allumée, accepte volontiers de parler.";

    private final HandOvers handOvers;
    private final ShiftPlans plans;
    private final AccessService access;
    private final HouseIndex house;

    HandOverDeeds(HandOvers handOvers, ShiftPlans plans, AccessService access, HouseIndex house) {
        this.handOvers = handOvers;
        this.plans = plans;
        this.access = access;
        this.house = house;
    }

    /** What is done when, in the order of time: between what the script does then. */
    SortedMap<Instant, Runnable> until(Instant now) {
        var deeds = new TreeMap<Instant, Runnable>();
        DemonstrationSeed.actAs("y.haddad", Role.NURSE, () -> {
            var centre = house.centre(Cast.TILLEULS);
            var shifts = plans.of(centre);
            var zone = plans.zone(centre);
            var latest = now.minusSeconds(60);
            var coming = shifts.next(now, zone);
            var last = shifts.opens(coming, latest) ? coming : shifts.last(now, zone);
            var before = shifts.last(last.began(), zone);
            var given = before.at().minus(BEFORE_CHANGE);
            deeds.put(given, () -> DemonstrationSeed.actAs("m.lefort", Role.NURSE, this::give));
            deeds.put(
                    before.at().plus(BEFORE_CHANGE),
                    () -> DemonstrationSeed.actAs("y.haddad", Role.NURSE, this::receive));
            var usual = last.at().minus(BEFORE_CHANGE);
            deeds.put(
                    usual.isBefore(latest) ? usual : latest,
                    () -> DemonstrationSeed.actAs("y.haddad", Role.NURSE, this::give));
        });
        return deeds;
    }

    private void give() {
        var unit = house.unit(Ward.WITHDRAWAL).id();
        now().pages().stream()
                .filter(page -> !page.withheld() && page.sentence() == null)
                .findFirst()
                .ifPresent(page -> handOvers.write(
                        access.grant(page.person(), Section.MEDICAL, Right.WRITE, Purpose.CARE),
                        unit,
                        now().change().at(),
                        SENTENCE,
                        0));
        var read = read();
        handOvers.give(
                scope(Section.ADMINISTRATIVE),
                scope(Section.MEDICAL),
                scope(Section.RISK),
                new GiveHandOver(HandOverId.create(), unit, read.change().at(), Locale.FRENCH));
    }

    private void receive() {
        var given = read().given();
        if (given != null) {
            handOvers.receive(scope(Section.MEDICAL), given.id());
        }
    }

    private HandOverNow read() {
        var now = now();
        now.pages()
                .forEach(page -> handOvers.read(
                        scope(Section.ADMINISTRATIVE),
                        scope(Section.MEDICAL),
                        house.unit(Ward.WITHDRAWAL).id(),
                        now.change().at(),
                        page.person(),
                        page.basis()));
        return now;
    }

    private HandOverNow now() {
        return handOvers.of(
                scope(Section.ADMINISTRATIVE),
                scope(Section.MEDICAL),
                scope(Section.RISK),
                house.unit(Ward.WITHDRAWAL).id(),
                Which.CURRENT,
                Locale.FRENCH);
    }

    private Scope scope(Section section) {
        return access.scope(section, Purpose.CARE, null);
    }
}
