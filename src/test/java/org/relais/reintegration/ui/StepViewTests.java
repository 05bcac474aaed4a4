package org.relais.reintegration.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.dnd.DropEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.ConsentPurpose;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.directory.Need;
import org.relais.episode.Admit;
import org.relais.episode.Destination;
import org.relais.episode.Discharge;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeService;
import org.relais.person.PersonRoutes;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalState;
import org.relais.plan.Goals;
import org.relais.plan.MoveGoal;
import org.relais.plan.Planners;
import org.relais.referral.PartnerReferrals;
import org.relais.referral.Recipient;
import org.relais.referral.ReferralFolk;
import org.relais.referral.StartReferral;
import org.relais.reintegration.AddStep;
import org.relais.reintegration.BoardColumn;
import org.relais.reintegration.Caseworkers;
import org.relais.reintegration.ChangeStep;
import org.relais.reintegration.ReintegrationRoutes;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.reintegration.Responsible;
import org.relais.reintegration.StepDomain;
import org.relais.reintegration.StepFilter;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.shared.PartnerReferralId;
import org.relais.shared.PersonId;
import org.relais.shared.StepId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;

/** Steps as social workers and their colleagues use them. */
@RelaisTest
@Import({Caseworkers.class, Planners.class, ReferralFolk.class})
class StepViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    ReintegrationSteps steps;

    @Autowired
    StepDesk desk;

    @Autowired
    Planners planners;

    @Autowired
    ReferralFolk folk;

    @Autowired
    PartnerReferrals referrals;

    @Autowired
    Goals goals;

    @Autowired
    EpisodeService episodes;

    @Autowired
    AccessService access;

    @Autowired
    StatementLog log;

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
            press(page, "reintegration.step.add");
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
                            .contains("Visite de l’appartement", words().date(today.plusDays(5))));
            return true;
        });
        assertThat(stored()).hasSize(1);
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_what_was_typed_stays() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            press(page, "reintegration.step.add");
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
    void the_menu_moves_a_step_as_the_button_of_its_panel_does() {
        caseworkers.add(here, person, "Visite", today.minusDays(18));
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            assertThat(text(page)).contains(page.getTranslation("uikit.days.late", 18));
            assertThat(column(page, BoardColumn.PREPARE)).contains("Visite");
            openPanel();
            press(page, "reintegration.quick.todo");
            assertThat(stored()).extracting(StepRow::status).containsExactly(StepStatus.DOING);
            assertThat(column(page, BoardColumn.DOING)).contains("Visite");
            choose(page, "reintegration.move", "reintegration.column.prepare");
            assertThat(stored()).extracting(StepRow::status).containsExactly(StepStatus.TODO);
            choose(page, "reintegration.move", "reintegration.column.doing");
            choose(page, "reintegration.move", "reintegration.column.done");
            assertThat(stored()).extracting(StepRow::status).containsExactly(StepStatus.DONE);
            assertThat(cards()).hasSize(1);
            return true;
        });
    }

    @Test
    void a_card_that_is_dropped_moves_and_the_undoing_is_a_move_of_its_own() {
        caseworkers.add(here, person, "Visite", today);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            drop(cards().getFirst(), BoardColumn.DOING);
            assertThat(stored()).extracting(StepRow::status).containsExactly(StepStatus.DOING);
            press(find(Notification.class).single(), "uikit.toast.undo");
            assertThat(stored()).singleElement().satisfies(row -> {
                assertThat(row.status()).isEqualTo(StepStatus.TODO);
                assertThat(row.version()).isEqualTo(3);
            });
            drop(cards().getFirst(), BoardColumn.DONE);
            assertThat(stored()).extracting(StepRow::status).as("not begun yet").containsExactly(StepStatus.TODO);
            assertThat(text(find(Notification.class).all().getLast()))
                    .contains(page.getTranslation("reintegration.error.move.todo"));
            return true;
        });
    }

    @Test
    void a_card_dropped_at_the_partner_asks_of_whom_and_the_answer_brings_it_back() {
        caseworkers.add(here, person, "Reconnaissance", today.minusDays(18));
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            drop(cards().getFirst(), BoardColumn.PARTNER);
            var dialog = find(Dialog.class).single();
            press(dialog, "reintegration.await.verb");
            assertThat(field(dialog, "reintegration.await.partner").isInvalid()).isTrue();
            test(field(dialog, "reintegration.await.partner")).setValue("MDPH");
            press(dialog, "reintegration.await.verb");
            assertThat(column(page, BoardColumn.PARTNER)).contains("Reconnaissance", "MDPH");
            openPanel();
            assertThat(text(find(StepPanel.class).single()))
                    .contains(page.getTranslation("reintegration.panel.late-answer", 18));
            press(page, "reintegration.answer.refused");
            var why = find(Dialog.class).single();
            press(why, "reintegration.answer.refused.verb");
            assertThat(find(TextArea.class, why).single().isInvalid()).isTrue();
            test(find(TextArea.class, why).single()).setValue("Pièce manquante");
            press(why, "reintegration.answer.refused.verb");
            assertThat(column(page, BoardColumn.DOING)).contains("Reconnaissance", "Pièce manquante");
            return true;
        });
        assertThat(stored()).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(StepStatus.BLOCKED);
            assertThat(row.awaited()).isFalse();
        });
    }

    @Test
    void of_two_drops_at_once_the_second_shows_both_sides() {
        var step = caseworkers.add(here, person, "Visite", today);
        here.as(Role.SOCIAL_WORKER, () -> {
            openSection();
            var card = cards().getFirst();
            steps.change(caseworkers.write(person), new ChangeStep(step, 1, StepStatus.DOING, today, null));
            drop(card, BoardColumn.DOING);
            assertThat(find(StaleStepDialog.class).exists()).isTrue();
            assertThat(stored()).extracting(StepRow::version).containsExactly(2);
            return true;
        });
    }

    @Test
    void a_reminder_is_noted_from_the_panel_with_a_new_day() {
        caseworkers.add(here, person, "Reconnaissance", today.minusDays(2));
        here.as(Role.SOCIAL_WORKER, () -> {
            steps.change(caseworkers.write(person), ChangeStep.await(stored().getFirst(), "MDPH", today.minusDays(2)));
            var page = openSection();
            openPanel();
            press(page, "reintegration.contact.remind");
            var dialog = find(Dialog.class).single();
            test(find(TextArea.class, dialog).single()).setValue("Rappeler lundi");
            find(DatePicker.class, dialog).single().setValue(today.plusDays(4));
            press(dialog, "reintegration.contact.verb");
            assertThat(dialog.isOpened()).isFalse();
            assertThat(text(find(StepPanel.class).single()))
                    .contains("Rappeler lundi", page.getTranslation("reintegration.panel.contacts"));
            return true;
        });
        assertThat(stored())
                .singleElement()
                .satisfies(row -> assertThat(row.dueOn()).isEqualTo(today.plusDays(4)));
    }

    @Test
    void goals_stand_in_the_words_of_the_person_with_what_is_done_for_them() {
        var goal = planners.add(here, person, "Un chez-moi où ma fille peut venir");
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            assertThat(text(page))
                    .contains(
                            page.getTranslation("reintegration.board.quote", "Un chez-moi où ma fille peut venir"),
                            page.getTranslation("reintegration.board.progress", 0, 0));
            find(Button.class, page)
                    .withCondition(one -> page.getTranslation("reintegration.step.add.goal", goal.statement())
                            .equals(one.getAriaLabel().orElse("")))
                    .single()
                    .click();
            var dialog = find(Dialog.class).single();
            test(field(dialog, "reintegration.step.title")).setValue("Visite");
            assertThat(find(Select.class, dialog)
                            .withCondition(one -> page.getTranslation("reintegration.step.domain")
                                    .equals(one.getLabel()))
                            .exists())
                    .as("the goal says the domain")
                    .isFalse();
            find(DatePicker.class, dialog).single().setValue(today.plusDays(5));
            press(dialog, "reintegration.step.add.long");
            assertThat(text(page)).contains(page.getTranslation("reintegration.board.progress", 0, 1));
            assertThat(goals.move(planners.write(person), new MoveGoal(goal.id(), 1, GoalState.AGREED, null, null))
                            .state())
                    .isEqualTo(GoalState.AGREED);
            return true;
        });
        assertThat(stored()).extracting(StepRow::goal).containsExactly(goal.id());
    }

    @Test
    void a_card_dropped_in_the_row_of_a_goal_serves_it() {
        caseworkers.add(here, person, "Visite", today);
        var goal = planners.add(here, person, "Un chez-moi");
        here.as(Role.SOCIAL_WORKER, () -> {
            openSection();
            assertThat(find(Paragraph.class)
                            .withCondition(
                                    one -> one.getText().equals(one.getTranslation("reintegration.board.no-goal")))
                            .exists())
                    .isTrue();
            drop(cards().getFirst(), BoardColumn.PREPARE);
            assertThat(stored()).singleElement().satisfies(row -> {
                assertThat(row.goal()).isEqualTo(goal.id());
                assertThat(row.status()).isEqualTo(StepStatus.TODO);
            });
            return true;
        });
    }

    @Test
    void what_the_board_asks_does_not_depend_on_how_many_steps_and_goals_there_are() {
        var goal = planners.add(here, person, "Un chez-moi");
        addUnder(goal, "First");
        var one = statementsOfBoard();
        for (var number = 2; number <= 30; number++) {
            addUnder(number % 10 == 0 ? planners.add(here, person, "But " + number) : goal, "Step " + number);
        }
        assertThat(statementsOfBoard()).isEqualTo(one);
    }

    private void addUnder(GoalRow goal, String title) {
        here.as(
                Role.SOCIAL_WORKER,
                () -> steps.add(
                        caseworkers.write(person),
                        new AddStep(
                                StepId.create(),
                                here.centre(),
                                StepDomain.HOUSING,
                                title,
                                today,
                                new Responsible.ThePerson(),
                                goal.id(),
                                "Le Seuil")));
    }

    private int statementsOfBoard() {
        return here.as(Role.SOCIAL_WORKER, () -> {
            openSection();
            log.clear();
            openSection();
            return log.ofThread(Thread.currentThread()).size();
        });
    }

    @Test
    void the_planned_discharge_is_said_and_changed_at_the_head() {
        var episode = here.as(
                Role.SOCIAL_WORKER,
                () -> episodes.admit(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        new Admit(null, 0, here.ward(), null, null)));
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            press(page, "reintegration.discharge.plan");
            var dialog = find(Dialog.class).single();
            find(DatePicker.class, dialog).single().setValue(today.minusDays(1));
            press(dialog, "reintegration.discharge.verb");
            assertThat(find(DatePicker.class, dialog).single().isInvalid()).isTrue();
            find(DatePicker.class, dialog).single().setValue(today.plusDays(3));
            press(dialog, "reintegration.discharge.verb");
            assertThat(text(page))
                    .contains(page.getTranslation("reintegration.discharge.before", words().date(today.plusDays(3))));
            return true;
        });
        var step = caseworkers.add(here, person, "Visite", today.plusDays(9));
        here.as(Role.SOCIAL_WORKER, () -> {
            episodes.discharge(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    new Discharge(
                            episode,
                            episodes.of(access.grant(person, Section.RECORD))
                                    .getFirst()
                                    .version(),
                            EndReason.COMPLETED,
                            Destination.HOME,
                            null,
                            null));
            var page = openSection();
            assertThat(text(page))
                    .contains("Visite")
                    .doesNotContain(page.getTranslation("reintegration.discharge.plan"));
            drop(cards().getFirst(), BoardColumn.DOING);
            return true;
        });
        assertThat(stored()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(step);
            assertThat(row.status()).as("after the discharge").isEqualTo(StepStatus.DOING);
        });
    }

    @Test
    void a_step_with_an_open_referral_waits_at_the_partner_and_is_not_taken_from_there() {
        var step = caseworkers.add(here, person, "Place en appartement", today.plusDays(9));
        var partner = folk.partner(here, "Le Seuil");
        folk.agree(here, person, partner.name(), Set.of(Section.ADMINISTRATIVE, Section.SOCIAL));
        here.as(Role.SOCIAL_WORKER, () -> {
            var to = new Recipient.ToPartner(partner.id());
            var write = caseworkers.write(person);
            var administrative = access.grant(person, Section.ADMINISTRATIVE);
            var letter = referrals.compose(
                    write,
                    administrative,
                    List.of(),
                    folk.asking(here, to, Set.of(Section.ADMINISTRATIVE, Section.SOCIAL)),
                    Locale.FRENCH);
            return folk.send(
                    here,
                    person,
                    referrals.start(
                            write,
                            administrative,
                            new StartReferral(
                                    PartnerReferralId.create(),
                                    here.centre(),
                                    to,
                                    "Une place",
                                    Need.HOUSING,
                                    ConsentPurpose.SOCIAL_SUPPORT,
                                    letter,
                                    step,
                                    null)));
        });
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            assertThat(column(page, BoardColumn.PARTNER)).contains("Place en appartement", partner.name());
            drop(cards().getFirst(), BoardColumn.DOING);
            assertThat(stored()).extracting(StepRow::status).containsExactly(StepStatus.TODO);
            openPanel();
            assertThat(text(find(StepPanel.class).single()))
                    .contains(page.getTranslation("reintegration.referral.to", partner.name()));
            return true;
        });
    }

    @Test
    void the_address_says_which_view_month_and_step_are_shown() {
        var step = caseworkers.add(here, person, "Visite", today);
        here.as(Role.SOCIAL_WORKER, () -> {
            var path = PersonRoutes.record(person, ReintegrationRoutes.SECTION);
            UI.getCurrent().navigate(path, QueryParameters.simple(Map.of("view", "list", "step", step.toString())));
            assertThat(find(BoardTable.class).exists()).isTrue();
            assertThat(text(find(StepPanel.class).single())).contains("Visite");
            UI.getCurrent().navigate(path, QueryParameters.simple(Map.of("view", "calendar", "month", "2026-02")));
            assertThat(text(find(BoardCalendar.class).single()))
                    .contains("2026")
                    .doesNotContain("Visite");
            UI.getCurrent().navigate(path, QueryParameters.simple(Map.of("view", "calendar")));
            assertThat(text(find(BoardCalendar.class).single())).contains("Visite");
            UI.getCurrent().navigate(path, QueryParameters.simple(Map.of("view", "nothing", "step", "x")));
            assertThat(find(BoardLanes.class).exists()).isTrue();
            return true;
        });
    }

    @Test
    void the_sheet_is_printed_in_plain_words_and_logged() {
        caseworkers.add(here, person, "Visite", today);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            find(Button.class, page)
                    .withCondition(one -> page.getTranslation("reintegration.print")
                            .equals(one.getAriaLabel().orElse("")))
                    .single()
                    .click();
            assertThat(text(find(BoardSheet.class).single()))
                    .contains("Visite", page.getTranslation("reintegration.sheet.title"));
            return true;
        });
        assertThat(log.all())
                .filteredOn(statement -> statement.sql().contains("access_event"))
                .anySatisfy(statement ->
                        assertThat(statement.parameters()).contains("PRINT", "reintegration-board", person.toString()));
    }

    @Test
    void a_step_is_not_blocked_without_a_reason() {
        caseworkers.add(here, person, "Visite", today);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openSection();
            choose(page, "reintegration.quick.todo");
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
            choose(page, "reintegration.quick.todo");
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
            assertThat(buttons(page, "reintegration.step.add")).isEmpty();
            openPanel();
            assertThat(buttons(page, "reintegration.quick.todo")).isEmpty();
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

    private void openPanel() {
        ComponentUtil.fireEvent(cards().getFirst(), new ClickEvent<>(cards().getFirst()));
    }

    /** What stands in a column, over all rows. */
    private String column(Component page, BoardColumn column) {
        return find(Div.class, page)
                .withCondition(
                        div -> div.hasClassName("relais-board-" + column.name().toLowerCase(java.util.Locale.ROOT)))
                .all()
                .stream()
                .map(StepViewTests::text)
                .reduce("", String::concat);
    }

    private void drop(StepCard card, BoardColumn column) {
        var cell = find(Div.class)
                .withCondition(
                        div -> div.hasClassName("relais-board-" + column.name().toLowerCase(java.util.Locale.ROOT)))
                .all()
                .getFirst();
        UI.getCurrent().getInternals().setActiveDragSourceComponent(card);
        ComponentUtil.fireEvent(cell, new DropEvent<>(cell, true, "move", 0, 0, 0, 0));
    }

    private StepWords words() {
        return new StepWords(desk, UI.getCurrent().getLocale());
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
