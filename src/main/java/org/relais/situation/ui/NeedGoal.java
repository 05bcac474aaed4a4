package org.relais.situation.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.UI;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.plan.AddGoal;
import org.relais.plan.GoalDomain;
import org.relais.plan.Goals;
import org.relais.shared.FreeText;
import org.relais.shared.GoalId;
import org.relais.situation.Need;
import org.relais.situation.NeedDomain;
import org.relais.situation.page.NeedAction;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;

/**
 * Proposes a goal for a fragile domain (domain reference F.1) in one click: a draft in the care plan, in the words of the
 * need, which the person and the team then agree on or drop.
 */
@Component
class NeedGoal implements NeedAction {

    private final SocialDesk desk;
    private final Goals goals;

    NeedGoal(SocialDesk desk, Goals goals) {
        this.desk = desk;
        this.goals = goals;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String labelKey() {
        return "situation.need.goal.add";
    }

    @Override
    public Glyph glyph() {
        return Glyph.FLAG;
    }

    @Override
    public boolean offered(Grant social, Need need) {
        return !need.answered()
                && need.level() == desk.lists().matrix().goalLevel()
                && social.centres().contains(need.centre())
                && desk.access().roleWrites(Section.PLAN);
    }

    @Override
    public void act(Grant social, Need need, Consumer<String> done) {
        var words = new SituationWords(desk, UI.getCurrentOrThrow().getLocale());
        var statement = statement(need, words);
        new FieldErrors().run(() -> {
            goals.add(
                    desk.access().grant(social.person(), Section.PLAN, Right.WRITE, Purpose.CARE),
                    new AddGoal(
                            GoalId.create(), need.centre(), domain(need.domain()), statement, null, null, null, null));
            done.accept(words.say("situation.need.goal.done", statement));
        });
    }

    static GoalDomain domain(NeedDomain need) {
        return need == NeedDomain.PHYSICAL_HEALTH ? GoalDomain.HEALTH : GoalDomain.valueOf(need.name());
    }

    private static String statement(Need need, SituationWords words) {
        var said = need.answer().need();
        var line = said == null || said.isBlank()
                ? words.say(
                        "situation.need.goal.statement", words.say(need.domain().key()))
                : said.strip().replaceAll("\\s+", " ");
        var most = FreeText.LINE * 3 / 4;
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }
}
