package org.relais.history;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/**
 * Whether answers can be true together. Pure; refuses at the field of the answer that contradicts, and repairs nothing
 * but surrounding blanks.
 *
 * @param age of the person today; empty when neither date nor year of birth is known
 * @param now where the centre is
 */
record SubstanceCheck(SubstanceList list, OptionalInt age, LocalDateTime now) {

    SubstanceAnswers checked(SubstanceAnswers told) {
        var primary = told.primary();
        if (primary == null) {
            throw new InvalidInput("primary", "shared.error.required");
        }
        known("primary", list.primary(), primary);
        known("route", list.routes(), told.route());
        known("frequency", list.frequencies(), told.frequency());
        known("polydrug", list.polydrug(), told.polydrug());
        known("injecting", list.injecting(), told.injecting());
        known("sharing", list.injecting(), told.sharing());
        secondary(primary, told.secondary());
        several(told);
        age("firstUse", told.firstUse());
        injecting(told);
        age("firstInjection", told.firstInjection());
        lastUse(told);
        return new SubstanceAnswers(
                primary,
                told.route(),
                told.frequency(),
                told.firstUse(),
                told.secondary(),
                told.polydrug(),
                told.injecting(),
                told.firstInjection(),
                told.sharing(),
                told.lastUseOn(),
                told.lastUseAt(),
                FreeText.optionalLine("lastUseAmount", told.lastUseAmount(), FreeText.LINE));
    }

    private void secondary(String primary, List<String> told) {
        told.forEach(code -> known("secondary", list.secondary(), code));
        if (new HashSet<>(told).size() != told.size()) {
            throw new InvalidInput("secondary", "history.error.twice");
        }
        if (told.size() > 1 && told.stream().anyMatch(list::alone)) {
            throw new InvalidInput("secondary", "history.error.alone");
        }
        if (told.size() > list.mostSecondary()) {
            throw new InvalidInput("secondary", "history.error.most-secondary", list.mostSecondary());
        }
        if (!list.alone(primary) && told.contains(primary)) {
            throw new InvalidInput("secondary", "history.error.primary-among-secondary");
        }
    }

    // That there is no other substance and that the use of several is the problem cannot both be
    private void several(SubstanceAnswers told) {
        var polydrug = told.polydrug();
        if (told.secondary().contains(list.noSecondary().code())
                && polydrug != null
                && !polydrug.equals(list.onlyOne())
                && !polydrug.equals(list.notKnown())) {
            throw new InvalidInput("polydrug", "history.error.polydrug-alone");
        }
    }

    private void injecting(SubstanceAnswers told) {
        var injecting = told.injecting();
        var never = list.neverInjected().equals(injecting);
        if (never && list.injectedRoute().equals(told.route())) {
            throw new InvalidInput("injecting", "history.error.injected-route");
        }
        if (never && told.firstInjection() != null) {
            throw new InvalidInput("firstInjection", "history.error.never-injected");
        }
        var sharing = told.sharing();
        if (never && sharing != null && !list.neverInjected().equals(sharing)) {
            throw new InvalidInput("sharing", "history.error.never-injected");
        }
        if (injecting != null
                && sharing != null
                && list.recency().contains(injecting)
                && list.recency().indexOf(sharing) > list.recency().indexOf(injecting)) {
            throw new InvalidInput("sharing", "history.error.shared-later");
        }
    }

    private void age(String field, @Nullable AgeAnswer told) {
        if (told == null || !(told.years() instanceof Integer years)) {
            return;
        }
        if (years < list.leastAge() || years > list.mostAge()) {
            throw new InvalidInput(field, "history.error.age", list.leastAge(), list.mostAge());
        }
        if (age.isPresent() && years > age.getAsInt()) {
            throw new InvalidInput(field, "history.error.older-than-now", age.getAsInt());
        }
    }

    private void lastUse(SubstanceAnswers told) {
        LocalDate day = told.lastUseOn();
        LocalTime time = told.lastUseAt();
        if (day == null) {
            if (time != null) {
                throw new InvalidInput("lastUseOn", "history.error.time-without-day");
            }
            return;
        }
        if (day.isAfter(now.toLocalDate())) {
            throw new InvalidInput("lastUseOn", "history.error.last-use-ahead");
        }
        if (time != null && day.atTime(time).isAfter(now)) {
            throw new InvalidInput("lastUseAt", "history.error.last-use-ahead");
        }
        if (list.notUsed().equals(told.frequency())
                && day.isAfter(now.toLocalDate().minusDays(list.frequencyDays()))) {
            throw new InvalidInput("lastUseOn", "history.error.used-lately", list.frequencyDays());
        }
    }

    private static void known(String field, List<SubstanceList.Choice> answers, @Nullable String code) {
        if (code != null && !SubstanceList.has(answers, code)) {
            throw new InvalidInput(field, "history.error.answer");
        }
    }
}
