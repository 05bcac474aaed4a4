package org.relais.plan.ui;

import java.time.LocalDate;
import java.util.List;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.person.PersonRoutes;
import org.relais.plan.MeetingLine;
import org.relais.plan.MeetingPart;
import org.relais.plan.MeetingRoutes;
import org.relais.plan.Meetings;
import org.relais.plan.OpenMeeting;
import org.relais.plan.Planners;
import org.relais.plan.Reviewers;
import org.relais.plan.Reviews;
import org.relais.plan.SaveMeetingPart;
import org.relais.plan.ScheduleReview;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.MeetingId;
import org.relais.shared.MeetingPartId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A team meeting as the team holds it: agenda, what is said of each person, decisions, minutes. */
@RelaisTest
@Import({Caseworkers.class, Planners.class, Reviewers.class})
class MeetingViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Planners planners;

    @Autowired
    Reviewers reviewers;

    @Autowired
    Reviews reviews;

    @Autowired
    Meetings meetings;

    Place here;
    Place elsewhere;
    PersonId person;
    PersonId other;
    LocalDate today;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        today = caseworkers.today();
        person = due("Rémi", 1);
        other = due("Ana", 2);
    }

    @Test
    void a_meeting_is_opened_once_with_whom_is_due_on_its_agenda() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = navigate(MeetingListView.class);
            assertThat(text(page)).contains(page.getTranslation("plan.meeting.empty.title"));
            press(page, "plan.meeting.open");
            var dialog = find(Dialog.class).single();
            choose(dialog, "Ward");
            find(DatePicker.class, dialog).single().setValue(null);
            press(dialog, "plan.meeting.open.verb");
            assertThat(find(DatePicker.class, dialog).single().isInvalid()).isTrue();
            find(DatePicker.class, dialog).single().setValue(today.plusDays(3));
            var open = button(dialog, "plan.meeting.open.verb");
            open.click();
            open.click();
            assertThat(text((Component) getCurrentView())).contains("Rémi Castellane", "Ana Castellane");
            UI.getCurrent().navigate(MeetingRoutes.LIST);
            assertThat(find(Anchor.class, (Component) getCurrentView()).all()).hasSize(1);
            return true;
        });
        assertThat(here.as(Role.SOCIAL_WORKER, () -> meetings.list(reviewers.plan(), null, null, 50)))
                .hasSize(1);
        elsewhere.as(Role.SOCIAL_WORKER, () -> {
            assertThat(text(navigate(MeetingListView.class))).doesNotContain("Castellane");
            return true;
        });
    }

    @Test
    void what_is_typed_is_saved_by_itself_signed_and_stands_in_that_record_alone() {
        var meeting = open();
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openMeeting(meeting);
            press(page, "Rémi Castellane");
            var panel = find(MeetingPartPanel.class).single();
            test(area(panel)).setValue("Dort mieux");
            assertThat(stored(person).said()).isEqualTo("Dort mieux");
            press(panel, "plan.meeting.decision.add");
            var decision = find(MeetingDecisionFields.class).single();
            test(find(TextField.class, decision).single()).setValue("Appeler Le Seuil");
            press(panel, "plan.meeting.sign-part");
            assertThat(owner(decision).isInvalid()).isTrue();
            owner(decision)
                    .setValue(owner(decision)
                            .getListDataView()
                            .getItems()
                            .filter(card -> card.role() == Role.NURSE)
                            .findFirst()
                            .orElseThrow());
            find(DatePicker.class, decision).single().setValue(today.plusDays(4));
            press(panel, "plan.meeting.sign-part");
            assertThat(text(panel)).contains("Dort mieux", "Appeler Le Seuil");
            assertThat(find(TextArea.class, panel).exists()).isFalse();
            press(page, "plan.meeting.close");
            press(find(Dialog.class).single(), "plan.meeting.close");
            assertThat(text((Component) getCurrentView())).contains(page.getTranslation("plan.meeting.state.signed"));
            return true;
        });
        here.as(Role.SOCIAL_WORKER, () -> {
            UI.getCurrent().navigate(PersonRoutes.record(person, MeetingRoutes.REVIEWS));
            assertThat(text((Component) getCurrentView())).contains("Dort mieux", "Appeler Le Seuil");
            UI.getCurrent().navigate(PersonRoutes.record(other, MeetingRoutes.REVIEWS));
            assertThat(text((Component) getCurrentView())).doesNotContain("Dort mieux", "Appeler Le Seuil");
            return true;
        });
    }

    @Test
    void owners_are_only_those_who_may_open_the_record() {
        var meeting = open();
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openMeeting(meeting);
            press(page, "Rémi Castellane");
            press(page, "plan.meeting.decision.add");
            assertThat(owner(find(MeetingDecisionFields.class).single())
                            .getListDataView()
                            .getItems()
                            .map(StaffCard::role))
                    .containsExactlyInAnyOrder(
                            Role.PHYSICIAN, Role.NURSE, Role.DISPENSING_NURSE, Role.PSYCHOLOGIST, Role.SOCIAL_WORKER);
            return true;
        });
    }

    @Test
    void when_a_colleague_wrote_meanwhile_both_show_and_both_can_be_kept() {
        var meeting = open();
        var part = part(meeting, person);
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openMeeting(meeting);
            press(page, "Rémi Castellane");
            var panel = find(MeetingPartPanel.class).single();
            here.as(
                    Role.NURSE,
                    () -> meetings.save(reviewers.write(person), new SaveMeetingPart(part, 1, "Theirs", List.of())));
            test(area(panel)).setValue("Mine");
            var dialog = find(Dialog.class).single();
            assertThat(text(dialog)).contains("Theirs", "Mine", "Given Family");
            assertThat(stored(person).said()).isEqualTo("Theirs");
            press(dialog, "plan.meeting.stale.both");
            assertThat(stored(person).said()).isEqualTo("Theirs\n\nMine");
            return true;
        });
    }

    @Test
    void the_order_is_changed_by_buttons_and_somebody_is_taken_off() {
        var meeting = open();
        here.as(Role.SOCIAL_WORKER, () -> {
            var page = openMeeting(meeting);
            find(Button.class, page)
                    .withCondition(one -> page.getTranslation("plan.meeting.down", "Rémi Castellane")
                            .equals(one.getAriaLabel().orElse("")))
                    .single()
                    .click();
            assertThat(lines(meeting)).extracting(MeetingLine::person).containsExactly(other, person);
            press(page, "Rémi Castellane");
            press(page, "plan.meeting.remove");
            assertThat(lines(meeting)).extracting(MeetingLine::person).containsExactly(other);
            return true;
        });
    }

    private PersonId due(String name, int days) {
        var one = caseworkers.register(here, name);
        reviewers.enquire(here, one);
        planners.agreed(here, one, "Un chez-moi", today);
        here.as(
                Role.SOCIAL_WORKER,
                () -> reviews.schedule(
                        reviewers.write(one), new ScheduleReview(here.centre(), today.plusDays(days), 1)));
        return one;
    }

    private MeetingId open() {
        return here.as(
                        Role.SOCIAL_WORKER,
                        () -> meetings.open(
                                reviewers.plan(),
                                reviewers.people(),
                                new OpenMeeting(MeetingId.create(), here.centre(), here.ward(), today.plusDays(3))))
                .id();
    }

    private List<MeetingLine> lines(MeetingId meeting) {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> meetings.agenda(reviewers.plan(), meeting).lines());
    }

    private MeetingPartId part(MeetingId meeting, PersonId one) {
        return lines(meeting).stream()
                .filter(line -> line.person().equals(one))
                .findFirst()
                .orElseThrow()
                .part();
    }

    private MeetingPart stored(PersonId one) {
        return here.as(Role.SOCIAL_WORKER, () -> {
            var meeting =
                    meetings.list(reviewers.plan(), null, null, 1).getFirst().id();
            return meetings.part(reviewers.read(one), part(meeting, one));
        });
    }

    private Component openMeeting(MeetingId meeting) {
        UI.getCurrent().navigate(MeetingRoutes.meeting(meeting));
        return (Component) getCurrentView();
    }

    @SuppressWarnings("unchecked")
    private void choose(Component dialog, String unit) {
        Select<MeetingPlace> place = find(Select.class, dialog).single();
        place.setValue(place.getListDataView()
                .getItems()
                .filter(one -> one.unit() != null && one.unit().name().startsWith(unit))
                .findFirst()
                .orElseThrow());
    }

    private TextArea area(Component within) {
        return find(TextArea.class, within).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<StaffCard> owner(Component within) {
        return find(ComboBox.class, within).single();
    }

    private void press(Component within, String key) {
        button(within, key).click();
    }

    private Button button(Component within, String key) {
        return find(Button.class, within)
                .withCondition(one -> one.getText().equals(key) || one.getText().equals(one.getTranslation(key)))
                .single();
    }

    private static String text(Component component) {
        return text(component.getElement());
    }

    private static String text(Element element) {
        return element.isTextNode()
                ? element.getText()
                : element.getChildren().map(MeetingViewTests::text).reduce("", (one, next) -> one + "\n" + next);
    }
}
