package org.relais.reintegration.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.person.PersonRoutes;
import org.relais.reintegration.Caseworkers;
import org.relais.reintegration.ChangeStep;
import org.relais.reintegration.ReintegrationRoutes;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.reintegration.StepDomain;
import org.relais.reintegration.StepFilter;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Steps as social workers and their colleagues use them. */
@RelaisTest
@Import(Caseworkers.class)
class StepViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    ReintegrationSteps steps;

    Place here;
    Place elsewhere;
    PersonId person;
    LocalDate today;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = caseworkers.register(here, "Rémi");
        today = caseworkers.today();
    }

    @Test
    void a_social_worker_adds_a_step_and_a_second_click_adds_no_second_one() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            assertThat(text(page)).contains(page.getTranslation("reintegration.empty.title"));
            press(page, "reintegration.step.add.long");
            var dialog = find(Dialog.class).single();
            test(field(dialog, "reintegration.step.title")).setValue("Visite de l’appartement");
            domain(dialog).setValue(StepDomain.HOUSING);
            find(DatePicker.class, dialog).single().setValue(today.plusDays(5));
            var save = button(dialog, "reintegration.step.add.long");
            save.click();
            save.click();
            assertThat(dialog.isOpened()).isFalse();
            assertThat(cards())
                    .singleElement()
                    .satisfies(card -> assertThat(text(card))
                            .contains("Visite de l’appartement", page.getTranslation("uikit.days.ahead", 5)));
            return true;
        });
        assertThat(stored()).hasSize(1);
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_what_was_typed_stays() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            press(page, "reintegration.step.add.long");
            var dialog = find(Dialog.class).single();
            press(dialog, "reintegration.step.add.long");
            assertThat(domain(dialog).isInvalid()).isTrue();
            domain(dialog).setValue(StepDomain.DEBTS);
            press(dialog, "reintegration.step.add.long");
            assertThat(field(dialog, "reintegration.step.title").isInvalid()).isTrue();
            test(field(dialog, "reintegration.step.title")).setValue("Budget");
            find(DatePicker.class, dialog).single().setValue(today.plusYears(9));
            press(dialog, "reintegration.step.add.long");
            var due = find(DatePicker.class, dialog).single();
            assertThat(due.getErrorMessage()).isEqualTo(page.getTranslation("reintegration.error.due", 1, 5));
            assertThat(field(dialog, "reintegration.step.title").getValue()).isEqualTo("Budget");
            assertThat(dialog.isOpened()).isTrue();
            return true;
        });
        assertThat(stored()).isEmpty();
    }

    @Test
    void the_menu_moves_a_step_as_the_button_does() {
        caseworkers.add(here, person, "Visite", today.minusDays(18));
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            assertThat(text(page)).contains(page.getTranslation("uikit.days.late", 18));
            press(page, "reintegration.quick.todo");
            assertThat(stored()).extracting(StepRow::status).containsExactly(StepStatus.DOING);
            choose(page, "reintegration.move", "reintegration.status.todo");
            assertThat(stored()).extracting(StepRow::status).containsExactly(StepStatus.TODO);
            choose(page, "reintegration.move", "reintegration.status.doing");
            choose(page, "reintegration.move", "reintegration.status.done");
            assertThat(stored()).extracting(StepRow::status).containsExactly(StepStatus.DONE);
            assertThat(cards()).hasSize(1);
            return true;
        });
    }

    @Test
    void a_step_is_not_blocked_without_a_reason() {
        caseworkers.add(here, person, "Visite", today);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            press(page, "reintegration.quick.todo");
            chooseReason(page, "reintegration.status.blocked");
            var dialog = find(Dialog.class).single();
            press(dialog, "reintegration.move.blocked.verb");
            var reason = find(TextArea.class, dialog).single();
            assertThat(reason.isInvalid()).isTrue();
            assertThat(reason.getErrorMessage()).isEqualTo(page.getTranslation("shared.error.required"));
            test(reason).setValue("Bailleur absent");
            press(dialog, "reintegration.move.blocked.verb");
            assertThat(dialog.isOpened()).isFalse();
            assertThat(text(cards().getFirst())).contains("Bailleur absent");
            return true;
        });
        assertThat(stored()).extracting(StepRow::status).containsExactly(StepStatus.BLOCKED);
    }

    @Test
    void a_new_due_day_is_set_from_the_menu() {
        caseworkers.add(here, person, "Visite", today);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            choose(page, "reintegration.postpone");
            var dialog = find(Dialog.class).single();
            find(DatePicker.class, dialog).single().setValue(today.plusDays(1));
            press(dialog, "reintegration.postpone.verb");
            assertThat(text(cards().getFirst())).contains(page.getTranslation("uikit.days.tomorrow"));
            choose(page, "reintegration.history");
            assertThat(text(find(Dialog.class).single())).contains("Given Family");
            return true;
        });
    }

    @Test
    void when_somebody_moved_it_meanwhile_both_are_shown_and_one_chooses() {
        var step = caseworkers.add(here, person, "Visite", today);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            steps.change(caseworkers.write(person), new ChangeStep(step, 1, StepStatus.TODO, today.plusDays(9), null));
            press(page, "reintegration.quick.todo");
            var dialog = find(Dialog.class).single();
            assertThat(text(dialog))
                    .contains(
                            page.getTranslation("reintegration.status.todo"),
                            page.getTranslation("reintegration.status.doing"),
                            "Given Family");
            assertThat(stored()).extracting(StepRow::status).containsExactly(StepStatus.TODO);
            press(dialog, "reintegration.stale.verb");
            assertThat(stored()).singleElement().satisfies(row -> {
                assertThat(row.status()).isEqualTo(StepStatus.DOING);
                assertThat(row.dueOn()).isEqualTo(today.plusDays(9));
            });
            return true;
        });
    }

    @Test
    void a_nurse_sees_titles_only_and_a_physician_all_but_changes_nothing() {
        caseworkers.add(here, person, "Visite", today);
        here.as(Role.NURSE, () -> {
            var page = openSection();
            assertThat(text(page)).contains("Visite", page.getTranslation("reintegration.board.summary"));
            assertThat(find(StepCard.class).exists()).isFalse();
            return true;
        });
        here.as(Role.PHYSICIAN, () -> {
            var page = openSection();
            assertThat(cards()).hasSize(1);
            assertThat(find(MenuBar.class, find(StepBoard.class).single()).exists())
                    .isFalse();
            assertThat(buttons(page, "reintegration.step.add.long")).isEmpty();
            return true;
        });
    }

    @Test
    void another_centre_sees_that_a_step_exists() {
        caseworkers.add(here, person, "Visite", today);
        caseworkers.follow(elsewhere, person);
        elsewhere.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            assertThat(text(page))
                    .contains(page.getTranslation("reintegration.board.elsewhere", 1))
                    .doesNotContain("Visite");
            return true;
        });
    }

    @Test
    void the_timeline_tells_what_became_of_a_step() {
        var step = caseworkers.add(here, person, "Visite", today);
        here.as(Role.SOCIAL_WORKER, () -> {
            steps.change(caseworkers.write(person), new ChangeStep(step, 1, StepStatus.DOING, today, null));
            UI.getCurrent().navigate(PersonRoutes.record(person));
            var page = (Component) getCurrentView();
            assertThat(text(page))
                    .contains(
                            "Visite",
                            page.getTranslation(
                                    "reintegration.entry.moved",
                                    page.getTranslation("reintegration.status.todo"),
                                    page.getTranslation("reintegration.status.doing")));
            return true;
        });
    }

    @Test
    void the_caseload_names_people_filters_and_says_when_nothing_matches() {
        caseworkers.add(here, person, "Visite", today.minusDays(2));
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = navigate(StepListView.class);
            assertThat(text(page)).contains("Visite", "Rémi Castellane", page.getTranslation("uikit.days.late", 2));
            assertThat(find(Anchor.class, page).single().getHref())
                    .isEqualTo(PersonRoutes.record(person, ReintegrationRoutes.SECTION));
            UI.getCurrent()
                    .navigate(
                            ReintegrationRoutes.LIST, QueryParameters.simple(Map.of("domain", "debts", "overdue", "")));
            page = (StepListView) getCurrentView();
            assertThat(text(page)).contains(page.getTranslation("reintegration.list.filtered.title"));
            press(page, "reintegration.list.filtered.clear");
            assertThat(text((Component) getCurrentView())).contains("Visite");
            return true;
        });
        elsewhere.as(Role.SOCIAL_WORKER, () -> {
            var page = navigate(StepListView.class);
            assertThat(text(page)).contains(page.getTranslation("reintegration.list.empty.mine.title"));
            return true;
        });
    }

    private Component openSection() {
        UI.getCurrent().navigate(PersonRoutes.record(person, ReintegrationRoutes.SECTION));
        return (Component) getCurrentView();
    }

    private List<StepRow> stored() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> steps.of(caseworkers.read(person), StepFilter.ALL).steps());
    }

    private List<StepCard> cards() {
        return find(StepCard.class).all();
    }

    private TextField field(Component within, String key) {
        return find(TextField.class, within)
                .withCondition(one -> one.getLabel().equals(one.getTranslation(key)))
                .single();
    }

    @SuppressWarnings("unchecked")
    private Select<StepDomain> domain(Component within) {
        return find(Select.class, within)
                .withCondition(one ->
                        within.getTranslation("reintegration.step.domain").equals(one.getLabel()))
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

    private void choose(Component page, String... keys) {
        clickItem(Stream.of(keys).map(page::getTranslation).toList());
    }

    private void chooseReason(Component page, String status) {
        clickItem(List.of(
                page.getTranslation("reintegration.move"),
                page.getTranslation("reintegration.move.to-reason", page.getTranslation(status))));
    }

    private void clickItem(List<String> words) {
        var item = find(MenuBar.class, find(StepBoard.class).single())
                .single()
                .getItems()
                .getFirst();
        for (var word : words) {
            item = item.getSubMenu().getItems().stream()
                    .filter(one -> one.getText().equals(word))
                    .findFirst()
                    .orElseThrow();
        }
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private static String text(Component component) {
        return text(component.getElement());
    }

    private static String text(Element element) {
        return element.isTextNode()
                ? element.getText()
                : element.getChildren().map(StepViewTests::text).reduce("", (one, next) -> one + "\n" + next);
    }
}
