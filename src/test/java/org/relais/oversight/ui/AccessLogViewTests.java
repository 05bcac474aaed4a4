package org.relais.oversight.ui;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.episode.People;
import org.relais.oversight.LogDesk;
import org.relais.oversight.LogRow;
import org.relais.oversight.OversightRoutes;
import org.relais.person.RecordNumbers;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: an auditor looks who opened what, narrows it to one record, and is written down as reading. */
@RelaisTest
@Import(People.class)
class AccessLogViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    AccessService access;

    @Autowired
    RecordNumbers numbers;

    @Autowired
    LogDesk desk;

    Place here;
    String number;
    PersonId person;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        here = house.open().here();
        person = people.registeredAt(here, "Orion-83");
        here.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        number = here.as(
                Role.AUDITOR,
                () -> numbers.of(access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null), List.of(person))
                        .get(person));
        SignedIn.as(here.member(Role.AUDITOR));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_log_is_shown_newest_first_without_a_name() {
        UI.getCurrentOrThrow().navigate(OversightRoutes.LOG);
        assertThat(find(H1.class).single().getText()).isEqualTo("Journal d’accès");
        var rows = find(LogGrid.class).single().getListDataView().getItems().toList();
        assertThat(rows).isNotEmpty();
        assertThat(rows)
                .isSortedAccordingTo((one, other) ->
                        other.access().occurredAt().compareTo(one.access().occurredAt()));
        assertThat(rows).anySatisfy(row -> assertThat(row.access().person()).isEqualTo(person));
        assertThat(text())
                .contains("Sans contenu clinique", "elle-même enregistrée")
                .doesNotContain("Orion-83");
    }

    @Test
    void each_reading_is_in_the_log_that_is_read() {
        open("");
        open("?period=all");
        assertThat(rows()).anySatisfy(row -> {
            assertThat(row.access().action()).isEqualTo(AccessAction.LOG_REVIEW);
            assertThat(row.access().actor()).isEqualTo(here.member(Role.AUDITOR).id());
        });
    }

    @Test
    void a_number_typed_becomes_a_filter_in_the_address_and_can_be_taken_off() {
        open("?period=all");
        ComponentUtil.fireEvent(search(), new ComboBoxBase.CustomValueSetEvent<>(search(), true, number));
        assertThat(path()).contains("record=" + number, "period=all");
        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            var named = row.fileNumber() == null ? shown(row) : List.of(row.fileNumber());
            assertThat(named).contains(number);
        });
        test(find(NativeButton.class)
                        .withCondition(chip -> text(chip).contains(number))
                        .single())
                .click();
        assertThat(path()).doesNotContain("record=");
    }

    @Test
    void a_number_that_is_nobodys_is_said_at_the_field() {
        open("?record=RL-1");
        assertThat(search().isInvalid()).isTrue();
        assertThat(search().getErrorMessage()).contains("Aucun dossier ne porte ce numéro");
        assertThat(rows()).isEmpty();
        assertThat(find(Button.class).withText("Exporter, signé").single().isEnabled())
                .isFalse();
    }

    @Test
    void two_clicks_lead_from_a_row_to_everything_about_its_record() {
        open("?action=view&period=all");
        var row = rows().stream()
                .filter(one -> number.equals(one.fileNumber()))
                .findFirst()
                .orElseThrow();
        grid().select(row);
        assertThat(text(find(RowDetails.class).single()))
                .contains("Consultation", number, "Autorisé", "Équipe de soins", "Soins", "Médical et sevrage");
        var way = find(Anchor.class)
                .withCondition(link -> text(link).equals("Tous les accès au dossier " + number))
                .single();
        UI.getCurrentOrThrow()
                .navigate(
                        way.getHref().split("\\?")[0],
                        QueryParameters.fromString(way.getHref().split("\\?")[1]));
        assertThat(path()).contains("record=" + number, "period=all");
        assertThat(rows()).hasSizeGreaterThan(1);
    }

    @Test
    void a_list_tells_how_many_it_named_and_whom_by_number() {
        here.as(
                Role.NURSE,
                () -> access.show(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, "ori"), List.of(person)));
        open("?record=" + number + "&action=show");
        var row = rows().getFirst();
        assertThat(row.access().people()).isEqualTo(1);
        grid().select(row);
        assertThat(text(find(RowDetails.class).single()))
                .contains("Personnes : 1")
                .doesNotContain("Orion");
        test(find(Button.class).withText("Dossiers nommés sur cette page").single())
                .click();
        assertThat(find(Anchor.class)
                        .withCondition(link -> text(link).equals(number))
                        .exists())
                .isTrue();
    }

    @Test
    void what_was_refused_is_shown_alone_and_the_search_says_how_far_it_came_or_that_it_is_done() {
        try {
            here.as(Role.FAMILY_WORKER, () -> access.grant(person, Section.MEDICAL));
        } catch (AccessDenied expected) {
            // Is what is looked for
        }
        open("?allowed=no&period=week");
        assertThat(rows()).isNotEmpty().noneMatch(row -> row.access().allowed());
        assertThat(text()).contains("Lignes affichées");
    }

    @Test
    void older_rows_come_after_those_there_are() {
        for (int time = 0; time < LogDesk.PAGE; time++) {
            here.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        }
        open("?record=" + number);
        var first = rows();
        assertThat(first).hasSize(LogDesk.PAGE);
        test(find(Button.class).withText("Charger les accès plus anciens").single())
                .click();
        assertThat(rows())
                .hasSizeGreaterThan(LogDesk.PAGE)
                .startsWith(first.toArray(LogRow[]::new))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_export_is_downloaded_in_three_clicks_and_its_address_works_once() {
        open("?record=" + number + "&period=all");
        test(find(Button.class).withText("Exporter, signé").single()).click();
        var dialog = find(ExportDialog.class).single();
        assertThat(text(dialog)).contains("aucun contenu clinique", number, "Tout le journal");
        var link = find(Anchor.class)
                .withCondition(one -> text(one).equals("Télécharger le fichier signé"))
                .single();
        var out = new ByteArrayOutputStream();
        var again = new ByteArrayOutputStream();
        test(link).download(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Journal d’accès, extrait signé", number, "SHA-256", "Ed25519")
                .doesNotContain("Orion-83");
        test(link).download(again);
        assertThat(again.size()).isZero();
    }

    @Test
    void the_seal_is_shown_with_what_a_check_does_not_prove() {
        open("");
        var card = find(SealCard.class).single();
        assertThat(text(card)).contains("Sceau d’intégrité", "Vérifier maintenant", "Ce que ce contrôle ne prouve pas");
    }

    @Test
    void nobody_but_an_auditor_opens_it() {
        for (var role : Role.values()) {
            SignedIn.as(here.member(role));
            UI.getCurrentOrThrow().navigate(OversightRoutes.LOG);
            assertThat(find(LogGrid.class).exists()).as(role.name()).isEqualTo(role == Role.AUDITOR);
        }
    }

    private void open(String query) {
        var parameters = query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query.substring(1));
        UI.getCurrentOrThrow().navigate(OversightRoutes.LOG, parameters);
    }

    private LogGrid grid() {
        return find(LogGrid.class).single();
    }

    private List<LogRow> rows() {
        return grid().getListDataView().getItems().toList();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<StaffCard> search() {
        return (ComboBox<StaffCard>)
                find(ComboBox.class).withClassName("relais-log-search").single();
    }

    private List<String> shown(LogRow row) {
        return desk.shown(access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null), row.access());
    }

    private static String path() {
        return UI.getCurrentOrThrow().getActiveViewLocation().getPathWithQueryParameters();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private String text() {
        return ((Component) find(Main.class).single()).getElement().getTextRecursively();
    }
}
