package org.relais.reintegration.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.person.PersonRoutes;
import org.relais.plan.Planners;
import org.relais.reintegration.Caseworkers;
import org.relais.reintegration.ReintegrationRoutes;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.reintegration.StepDomain;
import org.relais.reintegration.StepFilter;
import org.relais.reintegration.TrackKind;
import org.relais.shared.PersonId;
import org.relais.situation.Need;
import org.relais.situation.NeedAnswer;
import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsAssessments;
import org.relais.situation.Occasion;
import org.relais.situation.SocialCases;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DateField;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: a need that was rated becomes a step in one click, and counts from its day. */
@RelaisTest
@Import({Caseworkers.class, Planners.class, SocialCases.class})
class NeedStepTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Planners planners;

    @Autowired
    SocialCases social;

    @Autowired
    NeedsAssessments needs;

    @Autowired
    ReintegrationSteps steps;

    @Autowired
    NeedStep action;

    Place here;
    PersonId person;
    LocalDate today;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = caseworkers.register(here, "Rémi");
        today = caseworkers.today();
    }

    @Test
    void every_domain_of_needs_has_a_domain_of_steps() {
        assertThat(Arrays.stream(NeedDomain.values()).map(NeedStep::domain)).doesNotContainNull();
        assertThat(NeedStep.domain(NeedDomain.PHYSICAL_HEALTH)).isEqualTo(StepDomain.HEALTH);
    }

    @Test
    void an_urgent_need_becomes_a_step_in_its_words_under_the_goal_and_due_when_the_need_is() {
        var goal = planners.add(here, person, "Un chez-moi");
        var need = rated(1, "Dort  dans sa voiture\ndepuis lundi");
        here.as(Role.SOCIAL_WORKER, () -> {
            openBoard();
            var write = caseworkers.write(person);
            assertThat(action.offered(write, need)).isTrue();
            var said = new ArrayList<String>();
            action.act(write, need, said::add);
            assertThat(said).singleElement().asString().contains("Dort dans sa voiture depuis lundi");
            assertThat(steps.of(caseworkers.read(person), StepFilter.ALL).steps())
                    .singleElement()
                    .satisfies(step -> {
                        assertThat(step.title()).isEqualTo("Dort dans sa voiture depuis lundi");
                        assertThat(step.domain()).isEqualTo(StepDomain.HOUSING);
                        assertThat(step.goal()).isEqualTo(goal.id());
                        assertThat(step.dueOn()).isEqualTo(need.dueOn());
                    });
            return true;
        });
    }

    @Test
    void a_need_without_a_day_is_due_as_the_rule_says_and_one_that_does_not_apply_is_not_offered() {
        var need = rated(2, null);
        here.as(Role.SOCIAL_WORKER, () -> {
            openBoard();
            action.act(caseworkers.write(person), need, said -> {});
            assertThat(steps.of(caseworkers.read(person), StepFilter.ALL).steps())
                    .singleElement()
                    .satisfies(step -> assertThat(step.dueOn()).isEqualTo(today.plusDays(steps.daysForNeed())));
            var none = new Need(need.id(), person, here.centre(), NeedDomain.DEBTS, NeedAnswer.level(0), null, false);
            assertThat(action.offered(caseworkers.write(person), none)).isFalse();
            return true;
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_project_counts_from_the_first_rating_that_called_for_a_goal() {
        sign(today.minusDays(30), 2, null);
        sign(today.minusDays(20), 1, null);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openBoard();
            press(page, "reintegration.track.open");
            var dialog = find(Dialog.class).single();
            Select<TrackKind> kind = find(Select.class, dialog).single();
            kind.setValue(TrackKind.HOUSING);
            assertThat(find(DateField.class, dialog).single().getValue()).isEqualTo(today.minusDays(30));
            press(dialog, "reintegration.track.open");
            assertThat(text(page.getElement())).contains(page.getTranslation("reintegration.track.days.housing", 30));
            return true;
        });
    }

    private Need rated(int level, @org.jspecify.annotations.Nullable String words) {
        sign(today, level, words);
        return here.as(
                Role.SOCIAL_WORKER,
                () -> needs.of(social.read(person))
                        .current()
                        .orElseThrow()
                        .need(NeedDomain.HOUSING)
                        .orElseThrow());
    }

    private void sign(LocalDate day, int level, @org.jspecify.annotations.Nullable String words) {
        here.as(Role.SOCIAL_WORKER, () -> {
            var answers = new EnumMap<NeedDomain, NeedAnswer>(NeedDomain.class);
            answers.put(NeedDomain.HOUSING, new NeedAnswer(level, words, null, null, null));
            return needs.sign(social.write(person), social.rating(here, Occasion.REVIEW, day, answers));
        });
    }

    private Component openBoard() {
        UI.getCurrent().navigate(PersonRoutes.record(person, ReintegrationRoutes.SECTION));
        return (Component) getCurrentView();
    }

    private void press(Component within, String key) {
        List<BusyButton> all = find(BusyButton.class, within)
                .withCondition(one -> one.getText().equals(one.getTranslation(key)))
                .all();
        all.getFirst().click();
    }

    private static String text(Element element) {
        return element.isTextNode()
                ? element.getText()
                : element.getChildren().map(NeedStepTests::text).reduce("", (one, next) -> one + "\n" + next);
    }
}
