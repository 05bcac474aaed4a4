package org.relais.plan.ui;

import java.time.LocalDate;
import java.util.List;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.person.PersonRoutes;
import org.relais.plan.AddAction;
import org.relais.plan.Aims;
import org.relais.plan.ChangeGoal;
import org.relais.plan.GoalActs;
import org.relais.plan.GoalDomain;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalState;
import org.relais.plan.GoalStepState;
import org.relais.plan.Goals;
import org.relais.plan.PlanActions;
import org.relais.plan.PlanRoutes;
import org.relais.plan.Planners;
import org.relais.plan.UseAim;
import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.ActionId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.support.EntryButtons;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;

/** The care plan as the professions work on it together. */
@RelaisTest
@Import({Caseworkers.class, Planners.class, Writers.class})
class PlanViewTests extends SpringBrowserlessTest {

    private static final String HOME = "Un chez-moi où ma fille peut venir";

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Planners planners;

    @Autowired
    Writers writers;

    @Autowired
    Goals goals;

    @Autowired
    GoalActs acts;

    @Autowired
    Aims aims;

    @Autowired
    PlanActions actions;

    @Autowired
    StatementLog statements;

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
    void the_person_is_quoted_first_and_a_reduction_asks_for_its_target() {
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = openPlan();
            assertThat(text(page)).contains(page.getTranslation("plan.aim.none"));
            press(page, "plan.aim.write");
            var dialog = find(Dialog.class).single();
            test(area(dialog, "plan.aim.words")).setValue("Moins, sans me presser");
            this.<UseAim>choice(dialog, "plan.aim.chosen").setValue(UseAim.REDUCTION);
            press(dialog, "plan.save");
            var days = find(IntegerField.class, dialog).single();
            assertThat(days.isInvalid()).isTrue();
            assertThat(area(dialog, "plan.aim.words").getValue()).isEqualTo("Moins, sans me presser");
            days.setValue(8);
            var save = button(dialog, "plan.save");
            save.click();
            save.click();
            assertThat(dialog.isOpened()).isFalse();
            assertThat(text(page))
                    .contains(
                            page.getTranslation("plan.quote", "Moins, sans me presser"),
                            page.getTranslation("plan.aim.reduction.days", 8));
            return true;
        });
        assertThat(here.as(Role.NURSE, () -> aims.history(planners.read(person))))
                .hasSize(1);
    }

    @Test
    void a_goal_is_added_and_agreed_and_what_is_missing_is_said_at_its_field() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openPlan();
            press(page, "plan.goal.add");
            var dialog = find(Dialog.class).single();
            press(dialog, "plan.goal.add");
            assertThat(this.<GoalDomain>select(dialog, "plan.goal.domain").isInvalid())
                    .isTrue();
            this.<GoalDomain>select(dialog, "plan.goal.domain").setValue(GoalDomain.HOUSING);
            press(dialog, "plan.goal.add");
            assertThat(field(dialog, "plan.goal.statement").isInvalid()).isTrue();
            test(field(dialog, "plan.goal.statement")).setValue(HOME);
            find(DatePicker.class, dialog).single().setValue(today.minusDays(18));
            var save = button(dialog, "plan.goal.add");
            save.click();
            save.click();
            assertThat(goals()).hasSize(1);
            assertThat(text(page))
                    .contains(page.getTranslation("plan.quote", HOME), page.getTranslation("uikit.days.late", 18));
            choose(page, "plan.goal.move.agreed");
            var agree = openDialog();
            press(agree, "plan.goal.agree");
            var criterion = area(agree, "plan.goal.criterion");
            assertThat(criterion.isInvalid()).isTrue();
            test(criterion).setValue("Un bail à son nom");
            press(agree, "plan.goal.agree");
            // Nobody does anything for it yet
            assertThat(agree.isOpened()).isTrue();
            agree.close();
            choose(page, "plan.action.add");
            addAction(page);
            choose(page, "plan.goal.move.agreed");
            press(openDialog(), "plan.goal.agree");
            return true;
        });
        assertThat(goals()).singleElement().satisfies(goal -> {
            assertThat(goal.state()).isEqualTo(GoalState.AGREED);
            assertThat(goal.criterion()).isEqualTo("Un bail à son nom");
            assertThat(goal.signedOn()).isEqualTo(today);
        });
    }

    private void addAction(Component page) {
        var dialog = openDialog();
        test(field(dialog, "plan.action.title")).setValue("Appeler le bailleur");
        find(DatePicker.class, dialog).single().setValue(today.plusDays(3));
        var save = button(dialog, "plan.action.add");
        save.click();
        save.click();
        assertThat(dialog.isOpened()).isFalse();
        assertThat(text(page))
                .contains("Appeler le bailleur", page.getTranslation("plan.goal.progress.short", 0, 1))
                .contains(page.getTranslation("uikit.days.ahead", 3));
    }

    @Test
    void a_colleague_who_could_not_write_in_the_plan_is_not_offered() {
        planners.add(here, person, HOME);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openPlan();
            choose(page, "plan.action.add");
            assertThat(owner(openDialog()).getListDataView().getItems())
                    .extracting(StaffCard::role)
                    .contains(Role.SOCIAL_WORKER, Role.NURSE, Role.PHYSICIAN)
                    .doesNotContain(Role.COORDINATOR, Role.FAMILY_WORKER, Role.AUDITOR, Role.ADMINISTRATOR);
            return true;
        });
    }

    @Test
    void an_action_is_moved_from_its_menu_and_blocked_with_a_reason() {
        var goal = planners.add(here, person, HOME);
        act(goal, "Appeler le bailleur");
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openPlan();
            choose(page, "plan.action.move.doing");
            choose(page, "plan.action.move.blocked");
            var why = openDialog();
            press(why, "plan.action.blocked.verb");
            assertThat(area(why, "plan.action.reason").isInvalid()).isTrue();
            test(area(why, "plan.action.reason")).setValue("Pas de réponse");
            press(why, "plan.action.blocked.verb");
            assertThat(text(page)).contains("Pas de réponse");
            choose(page, "plan.action.move.doing");
            choose(page, "plan.action.move.done");
            assertThat(text(page)).contains(page.getTranslation("plan.goal.progress.short", 1, 1));
            return true;
        });
        assertThat(here.as(Role.NURSE, () -> actions.of(planners.read(person))))
                .singleElement()
                .satisfies(action -> assertThat(action.state()).isEqualTo(GoalStepState.DONE));
    }

    @Test
    void a_goal_changed_meanwhile_shows_both_sides_and_keeps_what_one_typed() {
        var goal = planners.add(here, person, HOME);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openPlan();
            choose(page, "plan.goal.change");
            var dialog = openDialog();
            here.as(
                    Role.PHYSICIAN,
                    () -> goals.change(
                            planners.write(person),
                            new ChangeGoal(goal.id(), 1, "Un studio près de la gare", "Un bail", null, null)));
            test(field(dialog, "plan.goal.statement")).setValue("Une chambre à moi");
            press(dialog, "plan.save");
            var both = openDialog();
            assertThat(text(both)).contains("Un studio près de la gare", "Une chambre à moi");
            press(both, "plan.stale.verb");
            var again = openDialog();
            assertThat(field(again, "plan.goal.statement").getValue()).isEqualTo("Une chambre à moi");
            press(again, "plan.save");
            return true;
        });
        assertThat(goals()).extracting(GoalRow::statement).containsExactly("Une chambre à moi");
    }

    @Test
    void a_closed_goal_is_taken_up_again_as_a_new_one() {
        planners.add(here, person, HOME);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openPlan();
            choose(page, "plan.goal.move.obsolete");
            var close = openDialog();
            press(close, "plan.goal.close");
            assertThat(area(close, "plan.goal.evidence").isInvalid()).isTrue();
            test(area(close, "plan.goal.evidence")).setValue("Logé chez sa sœur");
            press(close, "plan.goal.close");
            choose(page, "plan.goal.reopen");
            var again = openDialog();
            assertThat(field(again, "plan.goal.statement").getValue()).isEqualTo(HOME);
            press(again, "plan.goal.add");
            return true;
        });
        assertThat(goals()).extracting(GoalRow::state).containsExactly(GoalState.DRAFT, GoalState.OBSOLETE);
        assertThat(goals().getFirst().reopens()).isEqualTo(goals().getLast().id());
    }

    @Test
    void a_session_linked_to_a_housing_goal_shows_the_social_worker_its_title_only() {
        var goal = planners.add(here, person, HOME);
        var session = writers.sign(
                here, Role.PSYCHOLOGIST, person, "record.phone-call", "What was said in the room", Visibility.TEAM);
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = openRecord();
            EntryButtons.press(page, page.getTranslation("plan.thread.link"));
            var dialog = openDialog();
            this.<GoalRow>goalsOf(dialog).select(goals());
            press(dialog, "plan.save");
            assertThat(text(page)).contains(page.getTranslation("plan.goal.number", 1));
            return true;
        });
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openPlan();
            assertThat(text(page))
                    .contains("Title of What was said in the room")
                    .contains(page.getTranslation("plan.acts", 1));
            assertThat(acts.of(planners.record(person), List.of(goal.id()), null))
                    .singleElement()
                    .satisfies(act -> {
                        assertThat(act.entry().id()).isEqualTo(session);
                        assertThat(act.entry().title()).isEqualTo("Title of What was said in the room");
                        assertThat(act.entry().text()).isNull();
                    });
            return true;
        });
    }

    @Test
    void what_is_written_is_tied_to_the_goal_that_was_chosen_beside_the_form() {
        var goal = planners.add(here, person, HOME);
        here.as(Role.NURSE, () -> {
            var page = openRecord();
            test(find(NativeButton.class, page)
                            .withClassName("relais-composer-line")
                            .single())
                    .click();
            this.<GoalRow>goalChoice(page).setValue(goals().getFirst());
            test(find(TextField.class, page).first()).setValue("A visité un studio");
            test(find(TextArea.class, page).single()).setValue("Content.");
            press(page, "record.sign");
            assertThat(text(page)).contains(page.getTranslation("plan.goal.number", 1));
            return true;
        });
        assertThat(here.as(Role.NURSE, () -> acts.of(planners.record(person), List.of(goal.id()), null)))
                .singleElement()
                .satisfies(act -> assertThat(act.entry().title()).isEqualTo("A visité un studio"));
    }

    @Test
    void who_may_not_write_the_plan_is_offered_no_thread_and_a_reader_of_summaries_no_column() {
        planners.add(here, person, HOME);
        writers.sign(here, Role.NURSE, person, "record.transmission", "A quiet night", Visibility.TEAM);
        here.as(Role.DISPENSING_NURSE, () -> {
            var page = openRecord();
            assertThat(text(page)).contains(HOME).doesNotContain(page.getTranslation("plan.thread.link"));
            return true;
        });
        here.as(Role.COORDINATOR, () -> {
            var page = openRecord();
            assertThat(descendants(page).map(part -> part.getElement().getAttribute("class")))
                    .noneMatch(name -> "relais-plan-side".equals(name));
            return true;
        });
    }

    @Test
    void the_column_and_the_signs_come_after_the_page_with_a_cost_of_their_own() {
        var goal = planners.add(here, person, HOME);
        act(goal, "Appeler le bailleur");
        for (var at = 0; at < 25; at++) {
            var note = writers.sign(here, Role.NURSE, person, "record.transmission", "Note " + at, Visibility.TEAM);
            here.as(Role.NURSE, () -> {
                acts.link(planners.write(person), planners.record(person), goal.id(), note);
                return note;
            });
        }
        here.as(Role.PHYSICIAN, () -> {
            var page = openPage();
            assertThat(text(page)).doesNotContain(HOME).doesNotContain(page.getTranslation("plan.goal.number", 1));
            statements.clear();
            show(page);
            assertThat(statements.all())
                    .filteredOn(seen -> !seen.sql().contains("access_event"))
                    .hasSizeLessThanOrEqualTo(5);
            assertThat(text(page))
                    .contains(HOME, "Appeler le bailleur", page.getTranslation("plan.goal.progress.short", 0, 1))
                    .contains(page.getTranslation("plan.goal.number", 1));
            statements.clear();
            press(page, "record.older");
            assertThat(statements.all()).hasSizeLessThanOrEqualTo(2);
            return true;
        });
    }

    @Test
    void the_sheet_speaks_to_the_person_in_the_language_they_read() {
        var goal = planners.agreed(here, person, HOME, today);
        assertThat(goal.state()).isEqualTo(GoalState.AGREED);
        here.as(Role.NURSE, () -> {
            UI.getCurrentOrThrow().navigate(PlanRoutes.sheet(person));
            var view = find(PlanSheetView.class).single();
            this.<PlanSheetView.Language>choice(view).setValue(PlanSheetView.Language.SWEDISH);
            assertThat(text(view)).contains(HOME, "Vad vi har kommit överens om", "Call the landlord");
            this.<PlanSheetView.Language>choice(view).setValue(PlanSheetView.Language.FRENCH);
            assertThat(text(view)).contains(HOME, "Ce que nous avons convenu").doesNotContain("AGREED", "HOUSING");
            press(view, "plan.sheet.print");
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private <T> RadioButtonGroup<T> choice(Component within) {
        return find(RadioButtonGroup.class, within).single();
    }

    private void act(GoalRow goal, String title) {
        here.as(
                Role.SOCIAL_WORKER,
                () -> actions.add(
                        planners.write(person),
                        new AddAction(ActionId.create(), goal.id(), here.centre(), title, today, false, null)));
    }

    private List<GoalRow> goals() {
        return here.as(Role.NURSE, () -> goals.of(planners.read(person)).goals());
    }

    private Component openPlan() {
        UI.getCurrentOrThrow().navigate(PersonRoutes.LIST);
        UI.getCurrentOrThrow().navigate(PlanRoutes.plan(person));
        return find(PlanPage.class).single();
    }

    private Component openPage() {
        UI.getCurrentOrThrow().navigate(PersonRoutes.LIST);
        UI.getCurrentOrThrow().navigate(PersonRoutes.record(person));
        return (Component) getCurrentView();
    }

    private Component openRecord() {
        var page = openPage();
        show(page);
        return page;
    }

    // As the browser does once it has painted the page
    private static void show(Component page) {
        descendants(page)
                .filter(part -> "relais-after".equals(part.getElement().getTag()))
                .toList()
                .forEach(part -> part.getElement()
                        .getNode()
                        .getFeature(ElementListenerMap.class)
                        .fireEvent(new DomEvent(part.getElement(), "relais-shown", JacksonUtils.createObjectNode())));
    }

    private static java.util.stream.Stream<Component> descendants(Component within) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(within), within.getChildren().flatMap(PlanViewTests::descendants))
                .filter(part -> !part.getElement().isTextNode());
    }

    private Dialog openDialog() {
        return find(Dialog.class).all().stream()
                .filter(Dialog::isOpened)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private void choose(Component within, String item) {
        for (var menu : find(MenuBar.class, within).all()) {
            for (var root : menu.getItems()) {
                for (var one : root.getSubMenu().getItems()) {
                    if (one.getText().equals(within.getTranslation(item))) {
                        com.vaadin.flow.component.ComponentUtil.fireEvent(
                                one, new com.vaadin.flow.component.ClickEvent<>(one));
                        return;
                    }
                }
            }
        }
        throw new AssertionError(item);
    }

    private void press(Component within, String key) {
        var text = within.getTranslation(key);
        var buttons = find(Button.class, within).withText(text).all();
        if (buttons.isEmpty()) {
            test(find(NativeButton.class, within).withText(text).first()).click();
        } else {
            buttons.getFirst().click();
        }
    }

    private Button button(Component within, String key) {
        return find(Button.class, within).withText(within.getTranslation(key)).single();
    }

    private TextField field(Component within, String key) {
        return find(TextField.class, within)
                .withCaption(within.getTranslation(key))
                .single();
    }

    private TextArea area(Component within, String key) {
        return find(TextArea.class, within)
                .withCaption(within.getTranslation(key))
                .single();
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(Component within, String key) {
        return find(Select.class, within)
                .withCaption(within.getTranslation(key))
                .single();
    }

    @SuppressWarnings("unchecked")
    private <T> RadioButtonGroup<T> choice(Component within, String key) {
        return find(RadioButtonGroup.class, within)
                .withCaption(within.getTranslation(key))
                .single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<org.relais.staff.StaffCard> owner(Component within) {
        return find(ComboBox.class, within).single();
    }

    @SuppressWarnings("unchecked")
    private <T> CheckboxGroup<T> goalsOf(Component within) {
        return find(CheckboxGroup.class, within).single();
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> goalChoice(Component within) {
        return find(Select.class, within).withClassName("relais-goal-choice").single();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
