package org.relais.record.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.GiveConsent;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.episode.Admit;
import org.relais.episode.EpisodeService;
import org.relais.person.AddAlert;
import org.relais.person.AlertKind;
import org.relais.person.Identity;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.record.Drafts;
import org.relais.record.SaveDraft;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.record.page.VisibilityPicker;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.EntryButtons;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;

/** The shared record as three professions use it. */
@RelaisTest
@Import(Writers.class)
class RecordViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Writers writers;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    Drafts drafts;

    @Autowired
    StatementLog statements;

    @Autowired
    EpisodeService episodes;

    @Autowired
    Timeline timeline;

    @Autowired
    SharingConsents consents;

    @Autowired
    StaffSetup staff;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = here.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                        here.centre(),
                                        here.ward(),
                                        Identity.named("Rémi", "Castellane", LocalDate.of(1984, 3, 14)))
                                .with(new AddAlert(AlertKind.ALLERGY, Severity.CRITICAL, "Amoxicilline", null))));
    }

    @Test
    void a_nurse_writes_and_signs_and_the_entry_shows() {
        here.as(Role.NURSE, () -> {
            var page = open();
            assertThat(find(H1.class, page).single().getText()).isEqualTo("Rémi Castellane");
            assertThat(text(page)).contains("Amoxicilline");
            openComposer(page);
            test(find(TextField.class, page).first()).setValue("Nuit calme");
            test(find(TextArea.class, page).single()).setValue("A dormi six heures.");
            assertThat(drafts.waiting(writers.record(person))).hasSize(1);
            click(page, "record.sign");
            assertThat(entries(page))
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(text(entry)).contains("Nuit calme", "A dormi six heures.", "Given Family"));
            assertThat(drafts.waiting(writers.record(person))).isEmpty();
            assertThat(find(TextArea.class, page).exists()).isFalse();
            return true;
        });
    }

    @Test
    void a_psychologist_sees_of_a_nursing_note_its_title_and_of_a_private_one_that_it_exists() {
        writers.sign(here, Role.NURSE, person, "record.transmission", "Secret words", Visibility.TEAM);
        writers.sign(here, Role.NURSE, person, "record.nursing-note", "Private words", Visibility.AUTHOR);
        here.as(Role.PSYCHOLOGIST, () -> {
            var page = open();
            var shown = entries(page).stream().map(RecordViewTests::text).toList();
            assertThat(shown).hasSize(2);
            assertThat(shown.getFirst())
                    .contains(page.getTranslation("record.locked"))
                    .doesNotContain("Private words", "Title of");
            assertThat(shown.getLast()).contains("Title of Secret words", page.getTranslation("record.summary-only"));
            assertThat(EntryButtons.labels(page))
                    .doesNotContain(page.getTranslation("record.addendum"), page.getTranslation("record.take-back"));
            return true;
        });
    }

    @Test
    void what_is_refused_is_said_at_the_field_and_the_text_stays() {
        here.as(Role.NURSE, () -> {
            var page = open();
            openComposer(page);
            var area = find(TextArea.class, page).single();
            test(area).setValue("bell\u0007");
            click(page, "record.sign");
            assertThat(area.isInvalid()).isTrue();
            assertThat(area.getErrorMessage()).isEqualTo(page.getTranslation("shared.error.control-character"));
            assertThat(area.getValue()).isEqualTo("bell\u0007");
            test(area).setValue("bell");
            click(page, "record.sign");
            assertThat(entries(page)).hasSize(1);
            return true;
        });
    }

    @Test
    void a_second_tab_that_is_stale_shows_both_texts_and_the_author_chooses() {
        here.as(Role.NURSE, () -> {
            var page = open();
            openComposer(page);
            test(find(TextArea.class, page).single()).setValue("This tab");
            otherTab("Other tab");
            test(find(TextArea.class, page).single()).setValue("This tab goes on");
            assertThat(text(page)).contains("This tab goes on", "Other tab");
            click(page, "record.sign");
            assertThat(entries(page)).isEmpty();
            click(page, "record.conflict.keep");
            click(page, "record.sign");
            assertThat(entries(page))
                    .singleElement()
                    .satisfies(entry -> assertThat(text(entry)).contains("This tab goes on"));
            return true;
        });
    }

    @Test
    void a_draft_is_offered_again_when_the_record_is_opened_anew() {
        here.as(Role.NURSE, () -> {
            otherTab("Half a sentence");
            var page = open();
            click(page, "record.draft.resume");
            assertThat(find(TextArea.class, page).single().getValue()).isEqualTo("Half a sentence");
            return true;
        });
    }

    @Test
    void an_addendum_stands_above_the_entry() {
        writers.sign(here, Role.NURSE, person, "record.transmission", "Slept badly", Visibility.TEAM);
        here.as(Role.PHYSICIAN, () -> {
            var page = open();
            // What is not among them does nothing
            EntryButtons.pressPlace(page, -1);
            EntryButtons.pressPlace(page, 99);
            assertThat(find(TextArea.class).withClassName("relais-amend-text").exists())
                    .isFalse();
            EntryButtons.press(page, page.getTranslation("record.addendum"));
            test(find(TextArea.class).withClassName("relais-amend-text").single())
                    .setValue("Seen at noon");
            test(find(Button.class)
                            .withText(page.getTranslation("record.amendment.addendum.verb"))
                            .single())
                    .click();
            assertThat(text(entries(page).getFirst())).containsSubsequence("Seen at noon", "Slept badly");
            return true;
        });
    }

    @Test
    void another_centre_and_a_wrong_address_answer_alike() {
        for (var role : List.of(Role.NURSE, Role.COORDINATOR)) {
            var refused = elsewhere.as(role, () -> text(visit(person.toString())));
            var unknown = elsewhere.as(role, () -> text(visit(PersonId.create().toString())));
            assertThat(refused).isEqualTo(unknown).doesNotContain("Castellane");
        }
        // An address that is none of a record begins alike; where it names somebody, access may be asked for beside it
        var refused = elsewhere.as(Role.COORDINATOR, () -> text(visit(person.toString())));
        var wrong = elsewhere.as(Role.COORDINATOR, () -> text(visit("nobody")));
        assertThat(refused).startsWith(wrong.substring(0, 20));
    }

    @Test
    void a_section_opens_in_its_own_address_and_only_for_those_who_may_read_it() {
        here.as(Role.NURSE, () -> {
            visit(person + "/vital-signs");
            assertThat(find(H2.class).all())
                    .extracting(H2::getText)
                    .contains(find(RecordPage.class).single().getTranslation("assessment.section.vital-signs"));
            assertThat(find(EntryCard.class).exists()).isFalse();
            return true;
        });
        here.as(Role.FAMILY_WORKER, () -> {
            assertThat(text(visit(person + "/vital-signs"))).doesNotContain("Castellane");
            return true;
        });
    }

    @Test
    void an_author_of_two_centres_writes_for_where_the_person_is_followed_or_for_the_one_they_choose() {
        var nurse = here.member(Role.NURSE);
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.assign(nurse.id(), elsewhere.centre(), null);
            return true;
        });
        house.follow(elsewhere, person);
        here.as(
                Role.NURSE,
                () -> episodes.admit(
                        writers.write(person, Section.ADMINISTRATIVE),
                        new Admit(null, 0, here.ward(), here.beds().getFirst(), null)));
        here.as(Role.NURSE, () -> {
            var page = open();
            openComposer(page);
            var centre = centreChoice(page);
            assertThat(centre.getValue()).isEqualTo(here.centre());
            test(find(TextArea.class, page).single()).setValue("Written elsewhere");
            centre.setValue(elsewhere.centre());
            assertThat(find(TextArea.class, page).single().getValue()).isEqualTo("Written elsewhere");
            var again = open();
            click(again, "record.draft.resume");
            assertThat(centreChoice(again).getValue()).isEqualTo(elsewhere.centre());
            click(again, "record.sign");
            return true;
        });
        assertThat(here.as(
                        Role.NURSE,
                        () -> timeline.page(writers.record(person), TimelineFilter.ALL, null, 20)
                                .rows()))
                .filteredOn(row -> "Written elsewhere".equals(row.text()))
                .singleElement()
                .satisfies(row -> assertThat(row.centre()).isEqualTo(elsewhere.centre()));
    }

    @Test
    void the_head_shows_who_wrote_lately_but_not_who_only_may_be_known_to_exist() {
        writers.sign(here, Role.NURSE, person, "record.transmission", "Slept", Visibility.TEAM);
        writers.sign(here, Role.SOCIAL_WORKER, person, "record.phone-call", "Private", Visibility.AUTHOR);
        here.as(Role.PHYSICIAN, () -> {
            var page = open();
            assertThat(text(find(TeamAvatars.class, page).single()))
                    .contains(page.getTranslation(Role.NURSE.key()))
                    .doesNotContain(page.getTranslation(Role.SOCIAL_WORKER.key()));
            return true;
        });
    }

    @Test
    void a_withdrawn_consent_acts_at_the_next_click_in_a_colleagues_open_record() {
        house.follow(elsewhere, person);
        writers.sign(here, Role.NURSE, person, "record.transmission", "Shared words", Visibility.TEAM);
        var consent = here.as(
                Role.NURSE,
                () -> consents.give(writers.write(person, Section.ADMINISTRATIVE), GiveConsent.everywhere(null, "fr")));
        var open = elsewhere.as(Role.PHYSICIAN, () -> {
            var page = open();
            assertThat(text(entries(page).getFirst())).contains("Shared words");
            return page;
        });
        here.as(Role.NURSE, () -> {
            consents.withdraw(writers.write(person, Section.ADMINISTRATIVE), consent);
            return true;
        });
        elsewhere.as(Role.PHYSICIAN, () -> {
            // A click that reads nothing of the timeline by itself
            openComposer(open);
            roundTrip();
            assertThat(text(entries(open).getFirst()))
                    .contains(open.getTranslation("record.locked.elsewhere"))
                    .doesNotContain("Shared words");
            assertThat(find(TextArea.class, open).exists()).isTrue();
            return true;
        });
    }

    @Test
    void before_a_note_is_saved_its_readers_are_named_and_the_choice_narrows_them() {
        here.as(Role.NURSE, () -> {
            var page = open();
            openComposer(page);
            var shown = find(VisibilityPicker.class, page).single();
            assertThat(text(shown))
                    .contains("Given Family")
                    .contains(page.getTranslation(Role.PHYSICIAN.key()))
                    .doesNotContain(page.getTranslation(Role.SOCIAL_WORKER.key()));
            statements.clear();
            shown.setValue(Visibility.AUTHOR);
            assertThat(text(shown)).contains(page.getTranslation("record.readers.author"));
            shown.setValue(Visibility.DISCIPLINE);
            assertThat(text(shown)).contains(page.getTranslation(Role.PHYSICIAN.key()));
            assertThat(statements.all()).hasSizeLessThanOrEqualTo(1);
            return true;
        });
    }

    @Test
    void opening_a_record_takes_at_most_eight_statements() {
        for (var at = 0; at < RecordReading.PAGE + 5; at++) {
            writers.sign(here, Role.NURSE, person, "record.transmission", "Note " + at, Visibility.TEAM);
        }
        here.as(Role.PHYSICIAN, this::open);
        here.as(Role.PHYSICIAN, () -> {
            statements.clear();
            var page = open();
            assertThat(entries(page)).hasSize(RecordReading.PAGE);
            assertThat(statements.all())
                    .filteredOn(seen -> !seen.sql().contains("access_event"))
                    .hasSizeLessThanOrEqualTo(8);
            click(page, "record.older");
            assertThat(entries(page)).hasSize(RecordReading.PAGE + 5);
            return true;
        });
    }

    private void otherTab(String words) {
        var write = writers.write(person, Section.MEDICAL);
        var stored = drafts.find(write, "record.transmission");
        drafts.save(
                write,
                new SaveDraft(
                        "record.transmission",
                        Map.of("text", words),
                        stored.map(draft -> draft.id()).orElse(null),
                        stored.map(draft -> draft.version()).orElse(0L)));
    }

    @SuppressWarnings("unchecked")
    private Select<CentreId> centreChoice(RecordPage page) {
        return find(Select.class, page).withClassName("relais-composer-centre").single();
    }

    private RecordPage open() {
        visit("nobody");
        visit(person.toString());
        return find(RecordPage.class).single();
    }

    private Component visit(String id) {
        com.vaadin.flow.component.UI.getCurrent().navigate(PersonRoutes.LIST + "/" + id);
        return (Component) getCurrentView();
    }

    private void openComposer(RecordPage page) {
        test(find(NativeButton.class, page)
                        .withClassName("relais-composer-line")
                        .single())
                .click();
    }

    private void click(RecordPage page, String key) {
        test(find(Button.class, page).withText(page.getTranslation(key)).single())
                .click();
    }

    private List<EntryCard> entries(RecordPage page) {
        return find(EntryCard.class, page).all();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
