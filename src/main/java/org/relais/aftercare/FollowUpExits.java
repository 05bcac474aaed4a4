package org.relais.aftercare;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.episode.DischargeQuestion;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeChange.PersonDischarged;
import org.relais.episode.EpisodeState;
import org.relais.rules.RuleInForce;
import org.relais.shared.FollowUpId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;

/**
 * Every end of a treatment leaves its follow-up, as yet not asked for; whoever ends it may say at once what the person
 * answered. A death ends what was agreed.
 */
@Component
class FollowUpExits implements DischargeQuestion {

    /** What names the question in the command of a discharge. */
    static final String CODE = "aftercare";

    private final FollowUpTable table;
    private final FollowUpCourse course;
    private final RuleInForce<AftercareRule> rule;
    private final AftercareDays days;
    private final Clock clock;

    FollowUpExits(
            FollowUpTable table,
            FollowUpCourse course,
            RuleInForce<AftercareRule> rule,
            AftercareDays days,
            Clock clock) {
        this.table = table;
        this.course = course;
        this.rule = rule;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String labelKey() {
        return "aftercare.ask";
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                choice(FollowUpAnswer.NOT_ASKED), choice(FollowUpAnswer.AGREED), choice(FollowUpAnswer.DECLINED));
    }

    @Override
    public boolean asked(EpisodeState state, EndReason reason) {
        return state == EpisodeState.OPEN && rule.now().exits().contains(reason);
    }

    @Override
    public void answered(PersonDischarged discharged, String choice) {
        var answer = choices().stream()
                .filter(one -> one.code().equals(choice))
                .findFirst()
                .map(one -> FollowUpAnswer.valueOf(one.code()))
                .orElseThrow(() -> new InvalidInput(CODE, "shared.error.required"));
        if (answer != FollowUpAnswer.NOT_ASKED) {
            var exit = discharged.occurrence();
            var people = people(exit.authority(), exit.person());
            var row = table.ofEpisode(people, exit.episode()).orElseThrow(NotFound::new);
            course.answer(exit.authority(), people, row, answer, null);
        }
    }

    @EventListener
    void discharged(PersonDischarged discharged) {
        var exit = discharged.occurrence();
        if (discharged.reason() == EndReason.DIED) {
            course.died(exit.authority(), people(exit.authority(), exit.person()));
        } else if (discharged.destination() != null && rule.now().exits().contains(discharged.reason())) {
            var applied = rule.now();
            var by = exit.authority().actor().id();
            var now = clock.instant();
            table.insert(
                    new FollowUpRow(
                            FollowUpId.create(),
                            exit.person(),
                            exit.centre(),
                            exit.unit(),
                            exit.episode(),
                            days.day(exit.centre(), exit.at()),
                            FollowUpAnswer.NOT_ASKED,
                            false,
                            null,
                            null,
                            applied.rule().version(),
                            1,
                            by,
                            now,
                            by,
                            List.of()),
                    now);
        }
    }

    private static Set<PersonId> people(Authority authority, PersonId person) {
        return authority instanceof Grant grant ? grant.people() : Set.of(person);
    }

    private static Choice choice(FollowUpAnswer answer) {
        return new Choice(answer.name(), answer.key());
    }
}
