package org.relais.reintegration.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.UI;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.reintegration.AddStep;
import org.relais.reintegration.Responsible;
import org.relais.reintegration.StepDomain;
import org.relais.shared.FreeText;
import org.relais.shared.StepId;
import org.relais.situation.Need;
import org.relais.situation.NeedDomain;
import org.relais.situation.page.NeedAction;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;

/**
 * Makes a step of a need in one click: of its domain, in the words of the need, for the author, due when the need is, and
 * under the open goal of that part of life when there is one.
 */
@Component
class NeedStep implements NeedAction {

    private final StepDesk desk;

    NeedStep(StepDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String labelKey() {
        return "reintegration.need.step";
    }

    @Override
    public Glyph glyph() {
        return Glyph.TARGET;
    }

    @Override
    public boolean offered(Grant social, Need need) {
        return !need.answered() && need.level() > 0 && social.centres().contains(need.centre());
    }

    @Override
    public void act(Grant social, Need need, Consumer<String> done) {
        var words = new StepWords(desk, UI.getCurrentOrThrow().getLocale());
        var domain = domain(need.domain());
        var title = title(need, words);
        var today = desk.today(need.centre());
        var due = need.dueOn() == null || need.dueOn().isBefore(today)
                ? today.plusDays(need.dueOn() == null ? desk.steps().daysForNeed() : 0)
                : need.dueOn();
        var goal = desk.openGoals(desk.record(social.person())).stream()
                .filter(one -> one.domain() == domain)
                .findFirst();
        new FieldErrors().run(() -> {
            desk.steps()
                    .add(
                            desk.access().fresh(social),
                            new AddStep(
                                    StepId.create(),
                                    need.centre(),
                                    domain,
                                    title,
                                    due,
                                    new Responsible.Worker(social.actor().id()),
                                    goal.map(LaneGoal::id).orElse(null),
                                    null));
            done.accept(words.say("reintegration.need.done", title, words.date(due)));
        });
    }

    static StepDomain domain(NeedDomain need) {
        return need == NeedDomain.PHYSICAL_HEALTH ? StepDomain.HEALTH : StepDomain.valueOf(need.name());
    }

    private static String title(Need need, StepWords words) {
        var said = need.answer().need();
        var line = said == null || said.isBlank()
                ? words.say(
                        "reintegration.need.title",
                        words.say(domain(need.domain()).key()))
                : said.strip().replaceAll("\\s+", " ");
        var most = FreeText.LINE / 2;
        return line.length() <= most ? line : line.substring(0, most - 1).stripTrailing() + "…";
    }
}
