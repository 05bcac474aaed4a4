package org.relais.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.WorkingDays;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;

/** Which day it is in a centre, and on which one the next thing about a referral should be known. */
@Component
class ReferralDays {

    private final Centres centres;
    private final WorkingDays workingDays;
    private final RuleInForce<ReferralRule> rule;
    private final Clock clock;

    ReferralDays(Centres centres, WorkingDays workingDays, RuleInForce<ReferralRule> rule, Clock clock) {
        this.centres = centres;
        this.workingDays = workingDays;
        this.rule = rule;
        this.clock = clock;
    }

    LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    LocalDate day(CentreId centre, Instant instant) {
        return centres.centre(centre).serviceDay().of(instant);
    }

    /** Service days until a day: 0 today, negative when it has passed. */
    int until(CentreId centre, LocalDate day) {
        return centres.centre(centre).serviceDay().daysUntil(day, clock.instant());
    }

    Instant endOf(CentreId centre, LocalDate day) {
        return centres.centre(centre).serviceDay().endOf(day);
    }

    /**
     * The service day on which the next thing should be known; null when nothing is awaited. What is counted in days and
     * falls on a closed day is asked on the next working day.
     *
     * @param sentOn when the letter left
     * @param awaitedOn the day until which the partner said it needs
     */
    @Nullable
    LocalDate dueOn(
            CentreId id,
            ReferralState state,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate awaitedOn,
            @Nullable Instant appointmentAt) {
        if (!state.awaiting() || sentOn == null) {
            return null;
        }
        var centre = centres.centre(id);
        var terms = rule.now();
        return switch (state) {
            case SENT -> workingDays.after(centre, centre.serviceDay().startOf(sentOn), terms.receivedWorkingDays());
            case APPOINTMENT ->
                appointmentAt == null
                        ? open(centre, sentOn.plusDays(terms.appointmentDays()))
                        : open(centre, centre.serviceDay().of(appointmentAt).plusDays(terms.outcomeDays()));
            default -> awaitedOn != null ? awaitedOn : open(centre, sentOn.plusDays(terms.appointmentDays()));
        };
    }

    private LocalDate open(Centre centre, LocalDate day) {
        var open = day;
        while (!workingDays.isWorkingDay(centre, open)) {
            open = open.plusDays(1);
        }
        return open;
    }
}
