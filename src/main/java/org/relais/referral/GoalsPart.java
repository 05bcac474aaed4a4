package org.relais.referral;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.plan.Goals;
import org.relais.referral.page.LetterPart;

/** What the person wants to reach, in their own words. */
@Component
class GoalsPart implements LetterPart {

    private final Goals goals;

    GoalsPart(Goals goals) {
        this.goals = goals;
    }

    @Override
    public Section section() {
        return Section.PLAN;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String titleKey() {
        return "referral.letter.goals";
    }

    @Override
    public Optional<String> paragraph(Grant grant, Locale locale) {
        var words = goals.of(grant).goals().stream()
                .filter(goal -> goal.state().open())
                .map(goal -> ReferralTexts.say(locale, "referral.letter.goal", goal.statement()))
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
