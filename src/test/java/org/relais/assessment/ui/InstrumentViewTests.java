package org.relais.assessment.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.assessment.AssessmentRow;
import org.relais.assessment.Assessments;
import org.relais.assessment.BandProfile;
import org.relais.assessment.EntryTypes;
import org.relais.assessment.Instrument;
import org.relais.person.Identity;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.record.Drafts;
import org.relais.record.Writers;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.uikit.TrendChart;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Any instrument, from the composer of the record page to its entry, its course and its correction. */
@RelaisTest
@Import(Writers.class)
class InstrumentViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    Writers writers;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    Assessments assessments;

    @Autowired
    Drafts drafts;

    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = here.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                here.centre(),
                                here.ward(),
                                Identity.named("Rémi", "Castellane", LocalDate.of(1984, 3, 14)))));
    }

    @Test
    void an_instrument_is_found_by_name_filled_in_and_signed() {
        here.as(Role.NURSE, () -> {
            var page = begin("PHQ9");
            assertThat(side()).contains(page.getTranslation("assessment.form.rated", 0, 10));
            rate("SELF_HARM", 1);
            assertThat(side()).contains("évaluer le risque suicidaire");
            rateAll(List.of("INTEREST", "LOW_MOOD", "SLEEP", "ENERGY", "APPETITE", "WORTH"), 1);
            rateAll(List.of("CONCENTRATION", "MOVEMENT"), 0);
            rate("DIFFICULTY", 2);
            assertThat(side()).contains("7", "Léger");
            click(page, "assessment.form.sign");
            assertThat(page.getElement().getTextRecursively())
                    .contains("PHQ-9 : score 7", "Léger", "évaluer le risque suicidaire");
            return true;
        });
        assertThat(results("PHQ9")).hasSize(1);
    }

    @Test
    void every_instrument_that_is_offered_can_be_opened() {
        here.as(Role.NURSE, () -> {
            var page = begin("PHQ9");
            for (var instrument : offered()) {
                choose(instrument);
                assertThat(find(InstrumentSheet.class).single().fields().count())
                        .isEqualTo(instrument.items().size());
                assertThat(page.getElement().getTextRecursively())
                        .contains(instrument.licence().credit());
            }
            assertThat(offered()).hasSize(18);
            return true;
        });
    }

    @Test
    void what_is_not_asked_does_not_show_and_an_earlier_answer_to_it_does_not_count() {
        here.as(Role.NURSE, () -> {
            var page = begin("ASQ");
            rateAll(List.of("WISH_DEAD", "BETTER_OFF", "THOUGHTS", "ATTEMPT"), 0);
            assertThat(scale("NOW").isVisible()).isFalse();
            assertThat(side()).contains("Négatif");
            rate("THOUGHTS", 1);
            assertThat(scale("NOW").isVisible()).isTrue();
            rate("NOW", 1);
            assertThat(side()).contains("Positif aigu", "présence continue");
            rate("THOUGHTS", 0);
            assertThat(scale("NOW").isVisible()).isFalse();
            assertThat(side()).contains("Négatif").doesNotContain("présence continue");
            click(page, "assessment.form.sign");
            return true;
        });
        assertThat(results("ASQ"))
                .singleElement()
                .satisfies(row ->
                        assertThat(requireNonNull(row.findings()).values()).doesNotContainKey("NOW"));
    }

    @Test
    void a_substance_that_was_never_used_is_not_asked_about() {
        here.as(Role.NURSE, () -> {
            begin("ASSIST");
            var sheet = find(InstrumentSheet.class).single();
            sheet.fields()
                    .map(ScaleField::code)
                    .filter(code -> code.startsWith("EVER_"))
                    .toList()
                    .forEach(code -> rate(code, code.equals("EVER_CANNABIS") ? 1 : 0));
            assertThat(sheet.fields().filter(Component::isVisible).map(ScaleField::code))
                    .contains("USE_CANNABIS", "CONCERN_CANNABIS", "INJECTING")
                    .doesNotContain("USE_OPIOIDS", "CONCERN_OPIOIDS");
            rate("USE_CANNABIS", 0);
            assertThat(scale("URGE_CANNABIS").isVisible()).isFalse();
            assertThat(scale("CUT_DOWN_CANNABIS").isVisible()).isTrue();
            return true;
        });
    }

    @Test
    void a_number_is_typed_and_one_that_cannot_be_stays_at_its_field() {
        here.as(Role.NURSE, () -> {
            var page = begin("TOBACCO");
            type("FIRST_CIGARETTE", "20");
            type("CIGARETTES", "121");
            assertThat(scale("CIGARETTES").isInvalid()).isTrue();
            assertThat(side()).doesNotContain("Modéré");
            click(page, "assessment.form.sign");
            assertThat(scale("CIGARETTES").getValue()).isEqualTo("121");
            assertThat(scale("CIGARETTES").getErrorMessage()).contains("0", "120");
            type("CIGARETTES", "vingt");
            click(page, "assessment.form.sign");
            assertThat(scale("CIGARETTES").getErrorMessage()).isEqualTo(page.getTranslation("assessment.error.number"));
            type("CIGARETTES", "20");
            assertThat(side()).contains("3", "Modéré");
            click(page, "assessment.form.sign");
            return true;
        });
        assertThat(results("TOBACCO"))
                .singleElement()
                .satisfies(row ->
                        assertThat(requireNonNull(row.findings()).total()).isEqualTo(3));
    }

    @Test
    void what_was_typed_comes_back_as_it_was_left_right_or_wrong() {
        here.as(Role.NURSE, () -> {
            begin("TOBACCO");
            type("FIRST_CIGARETTE", "20");
            type("CIGARETTES", "beaucoup");
            assertThat(drafts.find(writers.write(person, Section.MEDICAL), EntryTypes.INSTRUMENT))
                    .isPresent();
            var again = open("");
            chooseType(again);
            assertThat(scale("FIRST_CIGARETTE").getValue()).isEqualTo("20");
            assertThat(scale("CIGARETTES").getValue()).isEqualTo("beaucoup");
            return true;
        });
    }

    @Test
    void the_cut_offs_of_audit_c_may_be_chosen_and_are_stored() {
        here.as(Role.NURSE, () -> {
            var page = begin("AUDIT_C");
            // Proposed by the country of the centre
            assertThat(scale("STANDARD_DRINK").rating()).isPresent();
            rate("FREQUENCY", 2);
            rate("AMOUNT", 1);
            rate("BINGE", 0);
            assertThat(side()).contains("Positif");
            test(profiles()).selectItem("Homme : dès 4");
            assertThat(side()).contains("Négatif");
            click(page, "assessment.form.sign");
            return true;
        });
        assertThat(results("AUDIT_C")).singleElement().satisfies(row -> {
            assertThat(requireNonNull(row.findings()).profile()).isEqualTo("FROM_4");
            assertThat(requireNonNull(row.findings()).band()).isEqualTo("NEGATIVE");
        });
    }

    @Test
    void an_early_repetition_asks_to_be_confirmed() {
        here.as(Role.NURSE, () -> {
            fillAuditC(begin("AUDIT_C"));
            var page = begin("AUDIT_C");
            assertThat(page.getElement().getTextRecursively()).contains(page.getTranslation("assessment.form.early"));
            rate("FREQUENCY", 3);
            rate("AMOUNT", 1);
            rate("BINGE", 0);
            click(page, "assessment.form.sign");
            assertThat(repeat().isInvalid()).isTrue();
            test(repeat()).click();
            click(page, "assessment.form.sign");
            return true;
        });
        assertThat(results("AUDIT_C")).hasSize(2);
    }

    @Test
    void the_course_shows_every_instrument_that_was_filled_in_with_its_answers() {
        here.as(Role.NURSE, () -> {
            fillAuditC(begin("AUDIT_C"));
            assertThat(open("/scores").getElement().getTextRecursively())
                    .contains("AUDIT-C, repérage alcool", "Positif", "Réponses")
                    .doesNotContain("PGSI");
            return true;
        });
    }

    @Test
    void a_correction_begins_with_what_was_signed_and_stands_in_its_place() {
        here.as(Role.NURSE, () -> {
            fillAuditC(begin("AUDIT_C"));
            var page = open("/scores");
            click(page, "assessment.correct.verb");
            assertThat(scale("AMOUNT").rating()).contains(2);
            rate("AMOUNT", 0);
            test(find(Button.class)
                            .withText(page.getTranslation("assessment.form.sign"))
                            .single())
                    .click();
            assertThat(reason().isInvalid()).isTrue();
            test(reason()).setValue("Réponse mal comprise");
            test(find(Button.class)
                            .withText(page.getTranslation("assessment.form.sign"))
                            .single())
                    .click();
            assertThat(find(CorrectDialog.class).exists()).isFalse();
            assertThat(page.getElement().getTextRecursively()).contains("Corrigé", "Négatif");
            return true;
        });
        assertThat(results("AUDIT_C")).hasSize(2);
        assertThat(results("AUDIT_C"))
                .filteredOn(AssessmentRow::counts)
                .singleElement()
                .satisfies(row ->
                        assertThat(requireNonNull(row.findings()).total()).isEqualTo(2));
    }

    @Test
    void the_trend_is_drawn_with_its_bands_from_the_second_result_on() {
        here.as(Role.NURSE, () -> {
            fillPhq(1);
            assertThat(find(TrendChart.class, open("/scores")).exists()).isFalse();
            fillPhq(2);
            var chart = find(TrendChart.class, open("/scores")).single().getElement();
            assertThat(chart.getAttribute("bands")).contains("Modérément sévère");
            assertThat(chart.getAttribute("points")).contains("\"value\":8", "\"value\":16");
            assertThat(chart.getAttribute("aria-label")).contains("8", "16");
            return true;
        });
    }

    @Test
    void only_who_signed_it_is_offered_to_correct_it() {
        here.as(Role.NURSE, () -> {
            fillAuditC(begin("AUDIT_C"));
            return true;
        });
        here.as(Role.PHYSICIAN, () -> {
            var page = open("/scores");
            assertThat(page.getElement().getTextRecursively()).contains("Positif");
            assertThat(find(Button.class, page)
                            .withText(page.getTranslation("assessment.correct.verb"))
                            .exists())
                    .isFalse();
            return true;
        });
    }

    private void fillAuditC(Component page) {
        rate("FREQUENCY", 2);
        rate("AMOUNT", 2);
        rate("BINGE", 0);
        click(page, "assessment.form.sign");
    }

    private void fillPhq(int value) {
        var page = begin("PHQ9");
        rateAll(
                List.of("INTEREST", "LOW_MOOD", "SLEEP", "ENERGY", "APPETITE", "WORTH", "CONCENTRATION", "MOVEMENT"),
                value);
        rate("SELF_HARM", 0);
        rate("DIFFICULTY", 1);
        click(page, "assessment.form.sign");
    }

    private Component begin(String code) {
        var page = open("");
        chooseType(page);
        choose(offered().stream()
                .filter(instrument -> instrument.rule().code().equals(code))
                .findFirst()
                .orElseThrow());
        return page;
    }

    private void choose(Instrument instrument) {
        test(picker()).selectItem(instrument.name().fr());
    }

    private List<Instrument> offered() {
        return picker().getListDataView().getItems().toList();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Instrument> picker() {
        return find(InstrumentPicker.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<BandProfile> profiles() {
        return find(Select.class, find(InstrumentForm.class).single()).single();
    }

    private Checkbox repeat() {
        return find(Checkbox.class, find(RepeatNotice.class).single()).single();
    }

    private TextArea reason() {
        return find(TextArea.class).all().stream()
                .filter(area -> area.getLabel().equals(area.getTranslation("assessment.form.correction-reason")))
                .findFirst()
                .orElseThrow();
    }

    private Component open(String section) {
        UI.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().navigate(PersonRoutes.LIST + "/nobody");
        UI.getCurrent().navigate(PersonRoutes.LIST + "/" + person + section);
        return (Component) getCurrentView();
    }

    private void chooseType(Component page) {
        var label = page.getTranslation("assessment.composer.instrument");
        find(com.vaadin.flow.component.menubar.MenuBar.class, page).all().stream()
                .flatMap(bar -> bar.getItems().stream())
                .flatMap(item -> item.getSubMenu().getItems().stream())
                .filter(item -> item.getElement().getTextRecursively().contains(label))
                .findFirst()
                .ifPresentOrElse(
                        item -> com.vaadin.flow.component.ComponentUtil.fireEvent(
                                item, new com.vaadin.flow.component.ClickEvent<>(item)),
                        () -> test(find(Button.class, page)
                                        .withText(label)
                                        .all()
                                        .getFirst())
                                .click());
    }

    private void click(Component page, String key) {
        test(find(Button.class, page).withText(page.getTranslation(key)).single())
                .click();
    }

    private ScaleField scale(String code) {
        return find(InstrumentSheet.class).all().getLast().field(code);
    }

    private void rateAll(List<String> codes, int value) {
        codes.forEach(code -> rate(code, value));
    }

    private void rate(String code, int value) {
        type(code, String.valueOf(value));
    }

    // As the browser sends it after a key
    private void type(String code, String text) {
        try {
            scale(code)
                    .getElement()
                    .getNode()
                    .getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient("value", text)
                    .run();
        } catch (PropertyChangeDeniedException denied) {
            throw new AssertionError("The browser may not rate the item", denied);
        }
    }

    private String side() {
        return find(ScorePanel.class).all().getLast().getElement().getTextRecursively();
    }

    private List<AssessmentRow> results(String instrument) {
        return here.as(
                Role.NURSE,
                () -> assessments
                        .results(access.grant(person, Section.MEDICAL), instrument, null, 20)
                        .rows());
    }
}
