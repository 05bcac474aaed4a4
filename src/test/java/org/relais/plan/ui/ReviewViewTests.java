package org.relais.plan.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.person.PersonRoutes;
import org.relais.plan.GoalActs;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalState;
import org.relais.plan.Goals;
import org.relais.plan.MeetingRoutes;
import org.relais.plan.MoveGoal;
import org.relais.plan.Planners;
import org.relais.plan.ReviewMember;
import org.relais.plan.ReviewRow;
import org.relais.plan.Reviewers;
import org.relais.plan.Reviews;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.therapy.Psychologists;

import static org.assertj.core.api.Assertions.assertThat;

/** A review of the plan as its author holds it on the record page. */
@RelaisTest
@Import({Caseworkers.class, Planners.class, Psychologists.class, Reviewers.class})
class ReviewViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Planners planners;

    @Autowired
    Psychologists psychologists;

    @Autowired
    Reviewers reviewers;

    @Autowired
    Reviews reviews;

    @Autowired
    Goals goals;

    @Autowired
    GoalActs acts;

    Place here;
    PersonId person;
    LocalDate today;
    GoalRow goal;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = caseworkers.register(here, "Rémi");
        today = caseworkers.today();
        goal = planners.agreed(here, person, "Un chez-moi", today);
        var session = psychologists.sign(here, person, "Colère au foyer", "Il dit avoir dormi dehors.");
        here.as(Role.PSYCHOLOGIST, () -> {
            acts.link(planners.write(person), planners.record(person), goal.id(), session);
            return session;
        });
    }

    @Test
    void a_usual_review_takes_six_clicks_and_a_second_one_signs_nothing_more() {
        here.as(Role.SOCIAL_WORKER, () -> {
            // Opening the section is the first click, and choosing a state takes two
            var page = openSection();
            press(page, "plan.review.begin");
            var form = find(ReviewForm.class).single();
            assertThat(text(form))
                    .contains("Un chez-moi", "Colère au foyer", page.getTranslation("plan.review.goal.acts", 1))
                    .doesNotContain("dormi dehors");
            var summary = area(form, "plan.review.goal.summary").getValue();
            assertThat(summary).isNotBlank();
            members(form).setValue(Set.of(new ReviewMember.ThePerson()));
            state(form).setValue(GoalState.IN_PROGRESS);
            var sign = button(form, "plan.review.sign");
            sign.click();
            sign.click();
            assertThat(find(ReviewForm.class).exists()).isFalse();
            assertThat(text(find(ReviewCard.class).single())).contains(summary, "Un chez-moi");
            return true;
        });
        assertThat(stored()).singleElement().satisfies(review -> {
            assertThat(review.goals().getFirst().state()).isEqualTo(GoalState.IN_PROGRESS);
            assertThat(review.members())
                    .containsExactly(
                            new ReviewMember.ThePerson(),
                            new ReviewMember.Colleague(
                                    here.member(Role.SOCIAL_WORKER).id()));
        });
    }

    @Test
    void what_is_refused_is_said_at_the_goals_own_field_and_what_was_typed_stays() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            press(page, "plan.review.begin");
            var form = find(ReviewForm.class).single();
            test(area(form, "plan.review.words")).setValue("Je veux une porte à moi");
            state(form).setValue(GoalState.ATTAINED);
            press(form, "plan.review.sign");
            var evidence = field(form, "plan.review.goal.evidence");
            assertThat(evidence.isVisible()).isTrue();
            assertThat(evidence.isInvalid()).isTrue();
            assertThat(area(form, "plan.review.words").getValue()).isEqualTo("Je veux une porte à moi");
            test(evidence).setValue("Bail signé");
            next(form).setValue(today.plusYears(1));
            press(form, "plan.review.sign");
            assertThat(next(form).isInvalid()).isTrue();
            next(form).setValue(today.plusDays(30));
            press(form, "plan.review.sign");
            return true;
        });
        assertThat(stored()).singleElement().satisfies(review -> {
            assertThat(review.words()).isEqualTo("Je veux une porte à moi");
            assertThat(review.goals().getFirst().state()).isEqualTo(GoalState.ATTAINED);
        });
    }

    @Test
    void a_draft_is_saved_as_it_is_typed_and_found_again() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            press(page, "plan.review.begin");
            var form = find(ReviewForm.class).single();
            test(area(form, "plan.review.words")).setValue("Je veux une porte à moi");
            test(area(form, "plan.review.goal.summary")).setValue("Deux visites faites");
            press(form, "uikit.close");
            assertThat(find(ReviewForm.class).exists()).isFalse();
            return true;
        });
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            press(page, "plan.review.begin");
            var form = find(ReviewForm.class).single();
            assertThat(area(form, "plan.review.words").getValue()).isEqualTo("Je veux une porte à moi");
            assertThat(area(form, "plan.review.goal.summary").getValue()).isEqualTo("Deux visites faites");
            press(form, "plan.review.goal.rewrite");
            assertThat(area(form, "plan.review.goal.summary").getValue()).isNotEqualTo("Deux visites faites");
            return true;
        });
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_review_signed_by_a_colleague_meanwhile_is_shown_and_ones_own_stays_typed() {
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = openSection();
            press(page, "plan.review.begin");
            var form = find(ReviewForm.class).single();
            test(area(form, "plan.review.words")).setValue("Mine");
            here.as(
                    Role.SOCIAL_WORKER,
                    () -> reviews.sign(
                            reviewers.write(person),
                            reviewers.record(person),
                            reviewers.command(here, reviews.basis(reviewers.record(person)), today.plusDays(9))));
            press(form, "plan.review.sign");
            var dialog = find(Dialog.class).single();
            assertThat(text(dialog)).contains("I want to go on", page.getTranslation("plan.review.stale.text"));
            press(dialog, "plan.review.stale.keep");
            assertThat(area(form, "plan.review.words").getValue()).isEqualTo("Mine");
            press(form, "plan.review.sign");
            return true;
        });
        assertThat(stored()).extracting(ReviewRow::number).containsExactly(2, 1);
    }

    @Test
    void a_goal_moved_by_a_colleague_meanwhile_is_said_and_the_text_stays() {
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = openSection();
            press(page, "plan.review.begin");
            var form = find(ReviewForm.class).single();
            test(area(form, "plan.review.goal.summary")).setValue("Mine");
            state(form).setValue(GoalState.IN_PROGRESS);
            here.as(
                    Role.SOCIAL_WORKER,
                    () -> goals.move(
                            planners.write(person),
                            new MoveGoal(goal.id(), goal.version(), GoalState.NOT_ATTAINED, null, null)));
            press(form, "plan.review.sign");
            assertThat(text(find(Dialog.class).single())).contains(page.getTranslation("plan.state.not-attained"));
            press(find(Dialog.class).single(), "plan.review.stale.keep");
            assertThat(area(form, "plan.review.goal.summary").getValue()).isEqualTo("Mine");
            return true;
        });
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_signed_review_is_corrected_by_a_new_version_and_both_can_be_read() {
        reviewers.sign(here, person);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            press(page, "plan.review.correct");
            var dialog = find(Dialog.class).single();
            press(dialog, "plan.review.correct.verb");
            assertThat(area(dialog, "plan.review.correct.reason").isInvalid()).isTrue();
            test(area(dialog, "plan.review.correct.reason")).setValue("Mal cité");
            test(area(dialog, "plan.review.words")).setValue("Je continue");
            press(dialog, "plan.review.correct.verb");
            assertThat(text(find(ReviewCard.class).single()))
                    .contains("Je continue", "Mal cité", page.getTranslation("plan.review.version", 2));
            press(page, "plan.review.versions");
            assertThat(text(find(Dialog.class).all().getLast())).contains("Je continue", "I want to go on");
            return true;
        });
    }

    @Test
    void who_reads_summaries_sees_that_there_was_one_and_no_button() {
        reviewers.sign(here, person);
        here.as(Role.COORDINATOR, () -> {
            var page = openSection();
            assertThat(text(page))
                    .contains(page.getTranslation("plan.review.summary-only"))
                    .doesNotContain("I want to go on", "Goes on", "Un chez-moi");
            assertThat(buttons(page, "plan.review.begin")).isEmpty();
            return true;
        });
    }

    private List<ReviewRow> stored() {
        return here.as(
                Role.SOCIAL_WORKER, () -> reviews.of(reviewers.read(person)).reviews());
    }

    private Component openSection() {
        UI.getCurrent().navigate(PersonRoutes.record(person, MeetingRoutes.REVIEWS));
        return (Component) getCurrentView();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<ReviewMember> members(Component form) {
        return find(CheckboxGroup.class, form).single();
    }

    @SuppressWarnings("unchecked")
    private Select<GoalState> state(Component form) {
        return find(Select.class, form).single();
    }

    private TextArea area(Component within, String key) {
        return find(TextArea.class, within)
                .withCondition(one -> one.getLabel().equals(one.getTranslation(key)))
                .single();
    }

    private DatePicker next(Component form) {
        return find(DatePicker.class, form)
                .withCondition(one -> one.getLabel().equals(one.getTranslation("plan.review.next-on")))
                .single();
    }

    private TextField field(Component within, String key) {
        return find(TextField.class, within)
                .withCondition(one -> one.getLabel().equals(one.getTranslation(key)))
                .single();
    }

    private void press(Component within, String key) {
        button(within, key).click();
    }

    private Button button(Component within, String key) {
        return find(Button.class, within)
                .withCondition(one -> one.getText().equals(one.getTranslation(key)))
                .single();
    }

    private List<Button> buttons(Component within, String key) {
        return find(Button.class, within)
                .withCondition(one -> one.getText().equals(one.getTranslation(key)))
                .all();
    }

    private static String text(Component component) {
        return text(component.getElement());
    }

    private static String text(Element element) {
        return element.isTextNode()
                ? element.getText()
                : element.getChildren().map(ReviewViewTests::text).reduce("", (one, next) -> one + "\n" + next);
    }
}
