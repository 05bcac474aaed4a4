package org.relais.oversight.ui;

import java.util.Locale;
import java.util.UUID;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.access.AccessService;
import org.relais.access.Section;
import org.relais.episode.People;
import org.relais.oversight.FoundAccess;
import org.relais.oversight.OversightRoutes;
import org.relais.shared.FindingId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: an auditor sees what is unusual, reads the facts, and concludes in few clicks. */
@RelaisTest
@Import(People.class)
class UnusualViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    @Value("${relais.log.schema}")
    String logSchema;

    Place here;
    PersonId person;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        here = house.open().here();
        person = people.registeredAt(here, "Orion-83");
        here.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        jdbc.sql("DELETE FROM oversight_verdict").update();
        jdbc.sql("DELETE FROM oversight_finding").update();
        found("OUT_OF_HOURS", person);
        SignedIn.as(here.member(Role.AUDITOR));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void one_is_chosen_its_facts_are_read_and_it_is_concluded() {
        UI.getCurrentOrThrow().navigate(OversightRoutes.UNUSUAL);
        grid().select(grid().getListDataView().getItem(0));
        assertThat(text())
                .contains("a ouvert la rubrique", "RL-", "Lien de soins", "Contact ± 7 j", "Motif saisi", "règle R5")
                .contains("Règle non approuvée")
                .doesNotContain("Orion-83");
        press("Justifié");
        assertThat(note().isInvalid()).isTrue();
        note().setValue("Remplacement annoncé au planning");
        press("Justifié");
        assertThat(grid().getListDataView().getItemCount()).isZero();
        assertThat(text()).contains("Rien ici");
        assertThat(verdicts()).isEqualTo(1);

        UI.getCurrentOrThrow().navigate(OversightRoutes.UNUSUAL, QueryParameters.of("state", "justified"));
        grid().select(grid().getListDataView().getItem(0));
        assertThat(text()).contains("Remplacement annoncé au planning");
        press("Corriger");
        note().setValue("Le planning a été relu : absent");
        press("À suivre");
        assertThat(verdicts()).isEqualTo(2);
        UI.getCurrentOrThrow().navigate(OversightRoutes.UNUSUAL, QueryParameters.of("state", "to-follow-up"));
        assertThat(grid().getListDataView().getItemCount()).isEqualTo(1);
    }

    @Test
    void the_next_one_that_waits_is_chosen_by_itself() {
        found("COLLEAGUE", person);
        UI.getCurrentOrThrow().navigate(OversightRoutes.UNUSUAL);
        grid().select(grid().getListDataView().getItem(0));
        note().setValue("Vérifié");
        press("À suivre");
        assertThat(grid().getListDataView().getItemCount()).isEqualTo(1);
        assertThat(grid().getSelectedItems()).hasSize(1);
        assertThat(note().getValue()).isEmpty();
    }

    @Test
    void a_group_is_filtered_and_another_is_empty() {
        UI.getCurrentOrThrow().navigate(OversightRoutes.UNUSUAL, QueryParameters.of("card", "out-of-hours"));
        assertThat(grid().getListDataView().getItemCount()).isEqualTo(1);
        UI.getCurrentOrThrow().navigate(OversightRoutes.UNUSUAL, QueryParameters.of("card", "volume"));
        assertThat(grid().getListDataView().getItemCount()).isZero();
    }

    @Test
    void the_page_of_the_log_counts_marks_and_concludes_beside_the_row() {
        UI.getCurrentOrThrow().navigate(OversightRoutes.LOG);
        var cards = find(UnusualCards.class).single();
        assertThat(text(cards)).contains("Accès d’urgence", "Hors horaires", "Signalés : 1 à qualifier");
        assertThat(find(Anchor.class, cards).all()).hasSize(7);
        var log = find(LogGrid.class).single();
        assertThat(log.getColumnByKey("flag").isVisible()).isTrue();
        var row = log.getListDataView()
                .getItems()
                .filter(each -> person.equals(each.access().person()))
                .findFirst()
                .orElseThrow();
        log.select(row);
        assertThat(find(FindingPanel.class).single().getElement().getTextRecursively())
                .contains("Hors horaires", "a ouvert la rubrique");
        note().setValue("Vérifié avec la cadre");
        press("Justifié");
        assertThat(find(FindingPanel.class).single().getElement().getTextRecursively())
                .contains("Vérifié avec la cadre");
        assertThat(verdicts()).isEqualTo(1);
    }

    @Test
    void nobody_else_sees_the_page() {
        SignedIn.as(here.member(Role.COORDINATOR));
        UI.getCurrentOrThrow().navigate(OversightRoutes.UNUSUAL);
        assertThat(find(Grid.class).exists()).isFalse();
    }

    @Test
    void a_sample_is_decided_and_signed() {
        sample();
        UI.getCurrentOrThrow().navigate(OversightRoutes.SAMPLES + "/2001-03");
        assertThat(text())
                .contains("0 sur 2 conclus", "Graine : ", "au hasard", "Hors horaires", "RL-")
                .doesNotContain("Orion-83");
        assertThat(find(Button.class).withText("Signer l’échantillon").exists()).isFalse();
        conclude(0, "Justifié");
        assertThat(text()).contains("1 sur 2 conclus", "Encore à conclure avant de signer : 1");
        conclude(0, "À suivre");
        assertThat(find(TextField.class).all().getFirst().isInvalid()).isTrue();
        find(TextField.class).all().getFirst().setValue("Absent du planning");
        conclude(0, "À suivre");
        press("Signer l’échantillon");
        var answers = find(Button.class).withText("Signer l’échantillon").all();
        test(answers.getLast()).click();
        assertThat(text()).contains("Signé par", "Empreinte : ", "Absent du planning");
        assertThat(find(Button.class).withText("Corriger").exists()).isFalse();
    }

    private void sample() {
        jdbc.sql("DELETE FROM oversight_sample_signature").update();
        jdbc.sql("DELETE FROM oversight_sample_verdict").update();
        jdbc.sql("DELETE FROM oversight_sample_row").update();
        jdbc.sql("DELETE FROM oversight_sample").update();
        jdbc.sql("INSERT INTO oversight_sample VALUES (200103,'MONTHLY_SAMPLE',1,?,12,1,NOW(6),'2001-04-15')")
                .param("ab".repeat(32))
                .update();
        for (int position = 1; position <= 2; position++) {
            jdbc.sql("INSERT INTO oversight_sample_row VALUES"
                            + " (200103,?,?,?,?,?,?,'NURSE',?,?,'2001-03-03','VIEW','MEDICAL','relation',TRUE)")
                    .param(position)
                    .param(position == 1 ? "UNUSUAL" : "RANDOM")
                    .param(position == 1 ? "OUT_OF_HOURS" : "")
                    .param(position == 1 ? 2 : null)
                    .param(UUID.randomUUID())
                    .param(here.member(Role.NURSE).id().value())
                    .param(person.value())
                    .param(here.centre().value())
                    .update();
        }
    }

    private void conclude(int row, String word) {
        test(find(Button.class).withText(word).all().get(row)).click();
    }

    @SuppressWarnings("unchecked")
    private Grid<FoundAccess> grid() {
        return (Grid<FoundAccess>) find(Grid.class).single();
    }

    private TextArea note() {
        return find(TextArea.class).single();
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private int verdicts() {
        return jdbc.sql("SELECT COUNT(*) FROM oversight_verdict")
                .query(Integer.class)
                .single();
    }

    private void found(String code, PersonId about) {
        jdbc.sql("INSERT INTO oversight_finding (id, rule_code, rule_version, actor_id, actor_role, person_id,"
                        + " centre_id, service_day, event_id, occurred_at, action, section, basis, allowed, found_at)"
                        + " SELECT ?, ?, 1, e.actor_id, e.actor_role, e.person_id, ?, ?, e.id, e.occurred_at,"
                        + " e.action, e.section, e.basis, TRUE, e.occurred_at FROM " + logSchema
                        + ".access_event e WHERE e.person_id = ? AND e.action = 'VIEW' ORDER BY e.occurred_at LIMIT 1")
                .param(FindingId.create().value())
                .param(code)
                .param(here.centre().value())
                .param(java.time.LocalDate.now(java.time.Clock.system(java.time.ZoneId.of("Europe/Paris"))))
                .param(about.value())
                .update();
    }

    private String text() {
        return text(find(Main.class).single());
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
