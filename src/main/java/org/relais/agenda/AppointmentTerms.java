package org.relais.agenda;

import java.time.Clock;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.centre.CentreKind;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleInForce;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;

/**
 * The terms of appointments, as read from {@code rules/appointment} (domain reference E.1).
 *
 * @param lateCancellationHours a person who cancels later than this before the beginning cancels late
 * @param openAllDays the kinds of centres that keep no weekends and public holidays
 * @param attendanceMinutesBefore from how long before the beginning somebody can have come
 * @param missedTaskWorkingDays when whoever held a missed one should have taken it up again
 */
public record AppointmentTerms(
        RuleHeader rule,
        int lateCancellationHours,
        Set<CentreKind> openAllDays,
        int backDays,
        int aheadDays,
        int shortestMinutes,
        int longestMinutes,
        int mostTimes,
        int mostWeeksApart,
        int mostColleagues,
        int attendanceMinutesBefore,
        int missedTaskWorkingDays)
        implements Rule {

    static final RuleKind<AppointmentTerms> KIND =
            new RuleKind<>("appointment", AppointmentTerms.class, AppointmentTerms::check);

    public AppointmentTerms {
        openAllDays = Set.copyOf(openAllDays);
    }

    private void check() {
        if (lateCancellationHours < 0
                || backDays < 0
                || aheadDays < 1
                || shortestMinutes < 1
                || longestMinutes < shortestMinutes
                || longestMinutes > 24 * 60
                || mostTimes < 2
                || mostWeeksApart < 1
                || mostColleagues < 1
                || attendanceMinutesBefore < 0
                || missedTaskWorkingDays < 1) {
            throw new IllegalArgumentException("A term of appointments makes no sense");
        }
    }

    /** Declares the kind to the rule files. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        RuleKind<AppointmentTerms> appointmentTermsKind() {
            return KIND;
        }

        @Bean
        RuleInForce<AppointmentTerms> appointmentTerms(Rules rules, Clock clock) {
            return new RuleInForce<>(rules, clock, KIND, "APPOINTMENTS");
        }
    }
}
