package org.relais.reintegration.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.reintegration.TrackKind;
import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsAssessments;
import org.relais.situation.SituationHistory;
import org.relais.situation.SituationLists;
import org.relais.situation.Situations;
import org.relais.situation.StateKind;
import org.relais.situation.StatePeriod;

/** What a project takes from the person's situation: the first need, and how things stood at entry, exit and since. */
@Component
record SituationDesk(NeedsAssessments needs, Situations situations, SituationLists lists) {

    SituationHistory history(Grant social) {
        return situations.of(social);
    }

    /** The day of the first rating at which a need of the project's kind called for a goal. */
    Optional<LocalDate> firstNeed(Grant social, TrackKind kind) {
        return needs.of(social).holding().stream()
                .filter(rating -> rating.level(domain(kind))
                        .filter(level -> level != lists.matrix(rating.rule()).notApplicable()
                                && level <= lists.matrix(rating.rule()).goalLevel())
                        .isPresent())
                .map(rating -> rating.assessedOn())
                .min(LocalDate::compareTo);
    }

    /** How things stood in that part of life on each of the days; nothing where no state of the kind was told. */
    List<Stood> stood(SituationHistory history, TrackKind kind, List<Stood> days, Locale locale) {
        var state = state(kind);
        var stood = new ArrayList<Stood>();
        if (state == null || history.of(state).isEmpty()) {
            return stood;
        }
        for (var asked : days) {
            stood.add(new Stood(
                    asked.key(),
                    asked.day(),
                    history.of(state).stream()
                            .filter(period -> period.contains(asked.day()))
                            .findFirst()
                            .map(period -> word(period, locale))
                            .orElse(null)));
        }
        return stood;
    }

    private String word(StatePeriod period, Locale locale) {
        var row = period.state();
        return row.code() == null ? "" : lists.states(row.list()).word(row.kind(), row.code(), locale);
    }

    private static NeedDomain domain(TrackKind kind) {
        return switch (kind) {
            case HOUSING -> NeedDomain.HOUSING;
            case EDUCATION, TRAINING -> NeedDomain.EDUCATION;
            case EMPLOYMENT -> NeedDomain.EMPLOYMENT;
            case VOLUNTEERING, MEETING_PLACE -> NeedDomain.SOCIAL_NETWORK;
        };
    }

    private static @Nullable StateKind state(TrackKind kind) {
        return switch (kind) {
            case HOUSING -> StateKind.HOUSING;
            case EDUCATION -> StateKind.EDUCATION;
            case TRAINING -> StateKind.VOCATIONAL_COURSE;
            case EMPLOYMENT -> StateKind.WORK;
            case VOLUNTEERING, MEETING_PLACE -> null;
        };
    }

    /**
     * A day at which one asks how things stood, and the answer.
     *
     * @param key of the day's word in the bundles
     * @param word null where nothing was told for that day
     */
    record Stood(String key, LocalDate day, @Nullable String word) {}
}
