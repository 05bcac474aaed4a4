package org.relais.plan.ui;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.plan.GoalStepRow;
import org.relais.plan.GoalStepState;
import org.relais.plan.ReviewGoal;
import org.relais.plan.ReviewWording;
import org.relais.shared.Discipline;
import org.relais.uikit.Formats;

/** The words of a review, from the bundles of this room; no page need be open for it. */
@Component
class ReviewSentences implements ReviewWording {

    @Override
    public String summary(ReviewGoal goal, @Nullable Instant since, ZoneId zone, Locale language) {
        return new Said(goal, new Formats(language, zone), language).of(since);
    }

    /** What is said of one goal, in the making. */
    private record Said(ReviewGoal facts, Formats formats, Locale language) {

        String of(@Nullable Instant since) {
            var done = say("and", acts(), steps());
            var first = since == null ? say("start", done) : say("since", formats.date(since), done);
            return first + " " + standing();
        }

        private String acts() {
            var count = facts.acts().size();
            var counted = say("acts", count);
            if (count == 0) {
                return counted;
            }
            Map<Discipline, Integer> by = new EnumMap<>(Discipline.class);
            facts.acts().forEach(act -> by.merge(act.entry().discipline(), 1, Integer::sum));
            var professions = by.entrySet().stream()
                    .map(one -> say(
                            "by." + one.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'), one.getValue()))
                    .toList();
            return say("acts.by", counted, String.join(", ", professions));
        }

        private String steps() {
            var parts = new ArrayList<String>();
            count(parts, "done", step -> step.state() == GoalStepState.DONE);
            count(parts, "late", GoalStepRow::overdue);
            count(parts, "blocked", step -> step.state() == GoalStepState.BLOCKED && !step.overdue());
            count(
                    parts,
                    "open",
                    step -> (step.state() == GoalStepState.TODO || step.state() == GoalStepState.DOING)
                            && !step.overdue());
            return parts.isEmpty() ? say("steps.none") : say("steps", String.join(", ", parts));
        }

        private void count(List<String> parts, String what, Predicate<GoalStepRow> which) {
            var count = facts.steps().stream().filter(which).count();
            if (count > 0) {
                parts.add(say("steps." + what, count));
            }
        }

        private String standing() {
            var goal = facts.goal();
            var state = word(goal.state().key());
            var target = target();
            return goal.state() == facts.before()
                    ? say("stays", state.toLowerCase(language), target)
                    : say("moved", word(facts.before().key()), state, target);
        }

        private String target() {
            var goal = facts.goal();
            if (!goal.state().open()) {
                return goal.endedOn() == null ? "" : say("ended", formats.date(goal.endedOn()));
            }
            var on = goal.targetOn();
            var left = goal.daysLeft();
            if (on == null || left == null) {
                return "";
            }
            if (left == 0) {
                return say("target.today");
            }
            return left > 0 ? say("target.ahead", formats.date(on), left) : say("target.late", formats.date(on), -left);
        }

        private String say(String key, Object... arguments) {
            return word("plan.review.say." + key, arguments);
        }

        private String word(String key, Object... arguments) {
            var bundle = ResourceBundle.getBundle(
                    "i18n.plan.texts",
                    Locale.of(language.getLanguage()),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return new MessageFormat(bundle.getString(key), language).format(arguments);
        }
    }
}
