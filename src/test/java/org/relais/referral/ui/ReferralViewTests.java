package org.relais.referral.ui;

import java.util.List;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.Section;
import org.relais.directory.Partner;
import org.relais.person.PersonRoutes;
import org.relais.referral.PartnerReferralRow;
import org.relais.referral.PartnerReferrals;
import org.relais.referral.ReferralFolk;
import org.relais.referral.ReferralRoutes;
import org.relais.referral.ReferralState;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Referrals as social workers and their colleagues use them. */
@RelaisTest
@Import(ReferralFolk.class)
class ReferralViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    ReferralFolk folk;

    @Autowired
    PartnerReferrals referrals;

    @Autowired
    JdbcClient jdbc;

    Place here;
    PersonId person;
    Partner partner;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = folk.register(here, "Rémi");
        partner = folk.partner(here, "Le Seuil");
    }

    @Test
    void a_letter_without_consent_cannot_be_sent_and_says_why_until_the_person_agrees() {
        here.as(Role.SOCIAL_WORKER, () -> {
            var dialog = refer();
            assertThat(text(dialog)).contains(tr("referral.obstacle.no-consent"));
            assertThat(button("referral.send", dialog).isEnabled()).isFalse();
            click(button("referral.consent.record", dialog));
            click(button("referral.consent.verb"));
            assertThat(text(dialog)).doesNotContain(tr("referral.obstacle.no-consent"));
            assertThat(letter(dialog)).anyMatch(text -> text.contains("Rémi Castellane"));
            assertThat(button("referral.send", dialog).isEnabled()).isTrue();
            return true;
        });
        assertThat(stored()).isEmpty();
    }

    @Test
    void with_a_consent_a_referral_is_sent_in_five_clicks_at_most() {
        agree();
        var subject = here.as(Role.SOCIAL_WORKER, () -> {
            // 1: refer, 2: the partner
            var dialog = refer();
            // 3: send, 4: yes
            click(button("referral.send", dialog));
            var confirm = last(Dialog.class);
            click(button("referral.send", confirm));
            assertThat(dialog.isOpened()).isFalse();
            assertThat(text((Component) getCurrentView())).contains(tr("referral.state.sent"));
            return tr("referral.add.subject.usual", tr("directory.need.housing"));
        });
        assertThat(stored()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(ReferralState.SENT);
            assertThat(row.subject()).isEqualTo(subject);
        });
    }

    @Test
    void what_is_edited_in_the_letter_is_what_leaves() {
        agree();
        here.as(Role.SOCIAL_WORKER, () -> {
            var dialog = refer();
            var areas = find(TextArea.class, dialog).all();
            test(areas.getLast()).setValue("Une place à deux, avec sa fille.");
            click(button("referral.add.draft", dialog));
            return true;
        });
        var row = stored().getFirst();
        assertThat(row.state()).isEqualTo(ReferralState.DRAFT);
        var letter = here.as(
                Role.SOCIAL_WORKER,
                () -> referrals.letter(
                        folk.read(person, Section.SOCIAL),
                        List.of(folk.read(person, Section.ADMINISTRATIVE)),
                        row.id()));
        assertThat(letter.paragraphs().getLast().text()).isEqualTo("Une place à deux, avec sa fille.");
    }

    @Test
    void a_late_answer_says_by_how_many_days_and_is_recorded_in_two_clicks() {
        var sent = folk.sent(here, person, partner);
        jdbc.sql("UPDATE referral_referral SET due_on = due_on - INTERVAL 40 DAY,"
                        + " sort_on = sort_on - INTERVAL 40 DAY WHERE id = ?")
                .param(sent.id().value())
                .update();
        here.as(Role.SOCIAL_WORKER, () -> {
            open();
            var late = stored().getFirst().daysLate();
            assertThat(late).isGreaterThan(30);
            assertThat(text((Component) getCurrentView())).contains(tr("referral.panel.late.answer", late));
            click(button("referral.verb.accepted"));
            click(button("referral.verb.accepted", last(Dialog.class)));
            assertThat(text((Component) getCurrentView())).contains(tr("referral.state.accepted"));
            return true;
        });
        assertThat(stored().getFirst().state()).isEqualTo(ReferralState.ACCEPTED);
    }

    @Test
    void a_refusal_asks_for_its_reason_at_the_field_and_keeps_what_was_typed() {
        folk.sent(here, person, partner);
        here.as(Role.SOCIAL_WORKER, () -> {
            open();
            click(button("referral.verb.refused"));
            var dialog = last(Dialog.class);
            click(button("referral.verb.refused", dialog));
            assertThat(find(TextArea.class, dialog).single().isInvalid()).isTrue();
            assertThat(dialog.isOpened()).isTrue();
            test(find(TextArea.class, dialog).single()).setValue("Liste fermée.");
            click(button("referral.verb.refused", dialog));
            assertThat(text((Component) getCurrentView())).contains("Liste fermée.");
            return true;
        });
    }

    @Test
    void the_partner_is_chased_and_the_call_is_noted() {
        folk.sent(here, person, partner);
        here.as(Role.SOCIAL_WORKER, () -> {
            open();
            var chase = button("referral.panel.chase");
            assertThat(chase.getElement().getAttribute("data-record-key")).isEqualTo("R");
            click(chase);
            var dialog = last(Dialog.class);
            test(find(TextArea.class, dialog).single()).setValue("Rappeler lundi.");
            click(button("referral.exchange.verb", dialog));
            assertThat(text((Component) getCurrentView()))
                    .contains(tr("referral.exchange.unanswered", tr("referral.exchange.call")), "Rappeler lundi.");
            return true;
        });
    }

    @Test
    void a_letter_is_printed_only_while_the_consent_holds() {
        var consent = agree();
        var sent = folk.send(here, person, folk.draft(here, person, partner));
        here.as(Role.SOCIAL_WORKER, () -> {
            UI.getCurrentOrThrow().navigate(ReferralRoutes.letter(person, sent.id()));
            assertThat(text((Component) getCurrentView())).contains("Rémi Castellane", partner.name());
            click(button("referral.letter.print"));
            return true;
        });
        folk.withdraw(here, person, consent);
        here.as(Role.SOCIAL_WORKER, () -> {
            UI.getCurrentOrThrow().navigate("");
            UI.getCurrentOrThrow().navigate(ReferralRoutes.letter(person, sent.id()));
            var page = text((Component) getCurrentView());
            assertThat(page).contains(tr("referral.consent.refused", partner.name()));
            assertThat(page).doesNotContain("Rémi Castellane");
            return true;
        });
    }

    @Test
    void a_reader_of_summaries_sees_subjects_and_the_list_names_the_most_late() {
        folk.sent(here, person, partner);
        here.as(Role.NURSE, () -> {
            open();
            var page = text((Component) getCurrentView());
            assertThat(page).contains("Une place au calme").doesNotContain(partner.name());
            assertThat(find(Button.class).all()).noneMatch(one -> one.getText().equals(tr("referral.add")));
            return true;
        });
        here.as(Role.SOCIAL_WORKER, () -> {
            UI.getCurrentOrThrow().navigate(ReferralRoutes.LIST);
            assertThat(text((Component) getCurrentView())).contains("Rémi Castellane", partner.name());
            return true;
        });
    }

    private Dialog refer() {
        open();
        click(button("referral.add"));
        var dialog = find(Dialog.class).single();
        test(find(TextField.class, dialog).all().getFirst()).setValue(partner.name());
        var card = find(NativeButton.class, dialog).all().stream()
                .filter(one -> text(one).contains(partner.name()))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(card, new ClickEvent<>(card));
        return dialog;
    }

    private List<String> letter(Dialog dialog) {
        return find(TextArea.class, dialog).all().stream()
                .map(TextArea::getValue)
                .toList();
    }

    private org.relais.shared.ConsentId agree() {
        return folk.agree(here, person, partner.name(), java.util.Set.of(Section.ADMINISTRATIVE, Section.SOCIAL));
    }

    private List<PartnerReferralRow> stored() {
        return here.as(Role.SOCIAL_WORKER, () -> referrals.of(folk.read(person, Section.SOCIAL)))
                .referrals();
    }

    private void open() {
        UI.getCurrentOrThrow().navigate(PersonRoutes.record(person, ReferralRoutes.SECTION));
    }

    private <T extends Component> T last(Class<T> type) {
        return find(type).all().getLast();
    }

    private void click(Button button) {
        test(button).click();
    }

    private Button button(String key) {
        return find(Button.class).all().stream()
                .filter(one -> one.getText().equals(tr(key)))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String key, Component within) {
        return find(Button.class, within).all().stream()
                .filter(one -> one.getText().equals(tr(key)))
                .findFirst()
                .orElseThrow();
    }

    private static String tr(String key, Object... arguments) {
        return UI.getCurrentOrThrow().getTranslation(key, arguments);
    }

    private static String text(Component component) {
        return text(component.getElement());
    }

    private static String text(Element element) {
        return element.isTextNode()
                ? element.getText()
                : element.getChildren().map(ReferralViewTests::text).reduce("", (one, next) -> one + "\n" + next);
    }
}
