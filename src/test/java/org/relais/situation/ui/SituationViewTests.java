package org.relais.situation.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.plan.GoalDomain;
import org.relais.plan.GoalState;
import org.relais.plan.Goals;
import org.relais.record.Drafts;
import org.relais.shared.PersonId;
import org.relais.shared.SituationStateId;
import org.relais.shared.SocialRightId;
import org.relais.situation.AddRight;
import org.relais.situation.Budgets;
import org.relais.situation.EntryTypes;
import org.relais.situation.Need;
import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsAssessments;
import org.relais.situation.Occasion;
import org.relais.situation.RightStanding;
import org.relais.situation.RightStatus;
import org.relais.situation.SituationRoutes;
import org.relais.situation.Situations;
import org.relais.situation.SocialCases;
import org.relais.situation.SocialRights;
import org.relais.situation.StateKind;
import org.relais.situation.TellState;
import org.relais.situation.page.NeedAction;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.uikit.Glyph;

import static org.assertj.core.api.Assertions.assertThat;

/** The social situation on the record page, as a social worker tells it and as others find it. */
@RelaisTest
@Import({SocialCases.class, SituationViewTests.MakesAStep.class})
class SituationViewTests extends SpringBrowserlessTest {

    static final int[] EXAMPLE = {2, 1, 1, 2, 3, 2, 0, 4, 3, 5, 2, 2, 3};

    @Autowired
    House house;

    @Autowired
    SocialCases cases;

    @Autowired
    NeedsAssessments needs;

    @Autowired
    Situations situations;

    @Autowired
    Budgets budgets;

    @Autowired
    SocialRights rights;

    @Autowired
    Drafts drafts;

    @Autowired
    Goals goals;

    @Autowired
    AccessService access;

    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = cases.register(here);
    }

    @Test
    void needs_are_rated_with_one_value_a_domain_and_the_mean_waits_for_the_last_one() {
        asWorker(() -> {
            press("Évaluer les besoins");
            for (var domain : NeedDomain.values()) {
                if (domain != NeedDomain.DAILY_LIVING) {
                    rate(domain, EXAMPLE[domain.ordinal()]);
                }
            }
            assertThat(text()).contains("Domaines à évaluer : 1").doesNotContain("Moyenne 2");
            press("Signer l’évaluation");
            assertThat(needs.of(cases.read(person)).ratings()).isEmpty();
            rate(NeedDomain.DAILY_LIVING, 3);
            assertThat(text()).contains("Moyenne 2,5 sur 12 domaines");
            press("Signer l’évaluation");
            assertThat(needs.of(cases.read(person)).current().orElseThrow().mean())
                    .isEqualTo(new BigDecimal("2.5"));
            assertThat(text())
                    .contains("Moyenne 2,5", "1 · crise aiguë", "Objectif à proposer", "SITMAT", "Règle non approuvée");
        });
    }

    @Test
    void what_is_rated_and_typed_is_kept_as_a_draft() {
        asWorker(() -> {
            press("Évaluer les besoins");
            rate(NeedDomain.HOUSING, 1);
            var area = find(TextArea.class)
                    .withCaption("Besoin, avec les mots de la personne")
                    .all()
                    .getFirst();
            assertThat(area.isVisible()).isTrue();
            fromClient(area, "Une adresse à elle");
            visit();
            press("Évaluer les besoins");
            assertThat(level(NeedDomain.HOUSING).getValue()).isEqualTo("1");
            assertThat(find(TextArea.class)
                            .withCaption("Besoin, avec les mots de la personne")
                            .all()
                            .getFirst()
                            .getValue())
                    .isEqualTo("Une adresse à elle");
            assertThat(drafts.find(cases.write(person), EntryTypes.NEEDS)).isPresent();
            press("Signer incomplète");
            assertThat(drafts.find(cases.write(person), EntryTypes.NEEDS)).isEmpty();
            assertThat(text()).contains("Évaluation incomplète : pas de moyenne", "Une adresse à elle", "Non évalué");
        });
    }

    @Test
    void a_need_becomes_something_in_one_click_and_then_counts_as_answered() {
        rated(cases.today(), EXAMPLE);
        asWorker(() -> {
            assertThat(needs.of(cases.read(person))
                            .current()
                            .orElseThrow()
                            .need(NeedDomain.INCOME)
                            .orElseThrow()
                            .waits())
                    .isTrue();
            press("Objectif à proposer");
            assertThat(needs.of(cases.read(person))
                            .current()
                            .orElseThrow()
                            .need(NeedDomain.INCOME)
                            .orElseThrow()
                            .waits())
                    .isFalse();
            assertThat(text()).contains("Une réponse est notée");
        });
    }

    @Test
    void for_a_fragile_domain_a_goal_is_proposed_in_the_plan_in_one_click() {
        rated(cases.today(), EXAMPLE);
        asWorker(() -> {
            pressLabelled("Proposer un objectif : Logement");
            var goal = goals.of(access.grant(person, Section.PLAN)).goals().getFirst();
            assertThat(goal.domain()).isEqualTo(GoalDomain.HOUSING);
            assertThat(goal.state()).isEqualTo(GoalState.DRAFT);
            assertThat(needs.of(cases.read(person))
                            .current()
                            .orElseThrow()
                            .need(NeedDomain.HOUSING)
                            .orElseThrow()
                            .answered())
                    .isTrue();
            assertThat(find(Button.class).all())
                    .extracting(button -> button.getAriaLabel().orElse(""))
                    .doesNotContain("Proposer un objectif : Logement", "Proposer un objectif : Ressources")
                    .contains("Proposer un objectif : Formation et scolarité");
        });
    }

    @Test
    void every_domain_of_a_need_is_one_of_the_plan() {
        for (var domain : NeedDomain.values()) {
            assertThat(NeedGoal.domain(domain)).isNotNull();
        }
    }

    @Test
    void what_was_done_is_noted_and_a_blank_line_is_refused_at_its_field() {
        rated(cases.today(), EXAMPLE);
        asWorker(() -> {
            press("Noter ce qui a été fait");
            press("Noter");
            var field = find(TextField.class).withCaption("En une ligne").single();
            assertThat(field.isInvalid()).isTrue();
            field.setValue("Secours obtenu");
            press("Noter");
            assertThat(find(AnswerNeedDialog.class).exists()).isFalse();
        });
    }

    @Test
    void two_ratings_are_drawn_beside_each_other_with_what_changed_since_intake() {
        rated(cases.today().minusDays(90), EXAMPLE);
        rated(cases.today(), 4, 1, 0, 1, 3, 2, 3, 4, 3, 5, 2, 2, 3);
        asWorker(() -> {
            assertThat(text()).contains("+0,3 depuis l’entrée", "Évolution des besoins", "+2", "-1", "inchangé");
            assertThat(find(NeedsCourse.class).single().getElement().getTextRecursively())
                    .contains("À l’entrée", "En cours de suivi", "2,5", "2,8");
        });
    }

    @Test
    void a_rating_is_corrected_with_a_reason_and_the_old_one_stays_listed() {
        rated(cases.today(), EXAMPLE);
        asWorker(() -> {
            press("Corriger");
            assertThat(level(NeedDomain.INCOME).getValue()).isEqualTo("1");
            rate(NeedDomain.INCOME, 3);
            press("Signer l’évaluation");
            assertThat(find(TextArea.class)
                            .withCaption("Raison de la correction")
                            .single()
                            .isInvalid())
                    .isTrue();
            find(TextArea.class).withCaption("Raison de la correction").single().setValue("Mal compris");
            press("Signer l’évaluation");
            assertThat(text()).contains("Moyenne 2,7", "Ce qui a été corrigé (1)");
        });
    }

    @Test
    void a_state_is_told_refused_at_its_field_and_corrected() {
        tell("ETHOS_2", cases.today().minusDays(40));
        asWorker(() -> {
            open(SituationPage.Part.STATES);
            assertThat(text()).contains("Sans abri : 2 · Hébergement d’urgence de nuit", "Non demandé");
            pressLabelled("Mettre à jour : Logement");
            press("Enregistrer");
            assertThat(code("Logement").isInvalid()).isTrue();
            choose("Logement", "ETHOS_12");
            find(Checkbox.class)
                    .withCaption("La personne peut y rester durablement")
                    .single()
                    .setValue(true);
            date("À partir du").setValue(cases.today().minusDays(40));
            press("Enregistrer");
            assertThat(date("À partir du").getErrorMessage()).contains("corrigez celle-ci");
            date("À partir du").setValue(cases.today());
            press("Enregistrer");
            assertThat(text()).contains("Logement indigne (lieu durable)");
            pressLabelled("Corriger : Sans abri : 2 · Hébergement d’urgence de nuit");
            find(Checkbox.class)
                    .withCaption("Retirer, sans rien mettre à la place")
                    .single()
                    .setValue(true);
            find(TextArea.class).withCaption("Raison de la correction").single().setValue("Autre personne");
            press("Enregistrer la correction");
            assertThat(text()).contains("Ce qui a été corrigé (2)", "Raison : Autre personne");
            assertThat(situations.of(cases.read(person)).of(StateKind.HOUSING)).hasSize(1);
            assertThat(find(PeriodChart.class).single().getElement().getAttribute("aria-label"))
                    .contains("Logement indigne");
        });
    }

    @Test
    void a_budget_below_nothing_is_kept_after_its_author_saw_it() {
        asWorker(() -> {
            open(SituationPage.Part.BUDGET);
            press("Établir le budget");
            var amounts = find(BigDecimalField.class).all();
            amounts.get(0).setValue(new BigDecimal("500.50"));
            amounts.get(1).setValue(new BigDecimal("612"));
            press("Ajouter une dette");
            press("Enregistrer le budget");
            assertThat(find(TextField.class).withCaption("Créancier").single().isInvalid())
                    .isTrue();
            find(TextField.class).withCaption("Créancier").single().setValue("Bailleur");
            find(BigDecimalField.class).withCaption("Reste dû").single().setValue(new BigDecimal("1200"));
            find(BigDecimalField.class).withCaption("Mensualité").single().setValue(new BigDecimal("50"));
            press("Enregistrer le budget");
            var seen = find(Checkbox.class)
                    .withCaption("J’ai vu que le reste à vivre est négatif")
                    .single();
            assertThat(seen.isInvalid()).isTrue();
            seen.setValue(true);
            press("Enregistrer le budget");
            assertThat(text())
                    .contains(
                            "-161,50 EUR",
                            "Le mois se termine avec moins que rien",
                            "Bailleur",
                            "Loyer ou hébergement");
            assertThat(budgets.of(cases.read(person)).current().orElseThrow().acknowledged())
                    .isTrue();
        });
    }

    @Test
    void a_right_is_followed_moved_on_and_found_again_across_people() {
        asWorker(() -> {
            open(SituationPage.Part.RIGHTS);
            press("Suivre un droit");
            press("Suivre");
            assertThat(code("Droit ou prestation").isInvalid()).isTrue();
            choose("Droit ou prestation", "HEALTH_COVER");
            press("Suivre");
            assertThat(text()).contains("Couverture maladie", "À demander");
            move("Déposer la demande");
            press("Enregistrer");
            move("Noter l’accord");
            press("Enregistrer");
            assertThat(date("Ouvert à partir du").isInvalid()).isTrue();
            date("Ouvert à partir du").setValue(cases.today());
            date("Valable jusqu’au").setValue(cases.today().plusDays(30));
            press("Enregistrer");
            assertThat(text()).contains("Accordé", "dans 30 jours");
            UI.getCurrent().navigate(SituationRoutes.RIGHTS);
            assertThat(text()).contains("Rémi", "Couverture maladie", "dans 30 jours");
            UI.getCurrent().navigate(SituationRoutes.RIGHTS, QueryParameters.of("when", "late"));
            assertThat(text()).contains("Tout est à jour");
        });
    }

    @Test
    void who_comes_second_on_a_right_learns_how_it_stands() {
        var right = here.as(
                Role.SOCIAL_WORKER,
                () -> rights.add(
                        cases.write(person),
                        new AddRight(
                                SocialRightId.create(),
                                here.centre(),
                                "PENSION",
                                null,
                                RightStanding.of(RightStatus.FILED, null))));
        asWorker(() -> {
            open(SituationPage.Part.RIGHTS);
            move("Noter l’accord");
            rights.change(
                    cases.write(person),
                    new org.relais.situation.ChangeRight(
                            right.id(),
                            1,
                            RightStanding.of(RightStatus.REFUSED, cases.today().plusDays(9))));
            date("Ouvert à partir du").setValue(cases.today());
            press("Enregistrer");
            assertThat(text()).contains("Refusé");
        });
    }

    @Test
    void who_reads_summaries_learns_that_it_is_there_and_the_psychologist_reads_without_writing() {
        rated(cases.today(), EXAMPLE);
        here.as(Role.NURSE, () -> {
            UI.getCurrent().setLocale(Locale.FRENCH);
            visit();
            assertThat(text()).contains("sans en lire le contenu").doesNotContain("Moyenne");
            return true;
        });
        here.as(Role.PSYCHOLOGIST, () -> {
            UI.getCurrent().setLocale(Locale.FRENCH);
            visit();
            assertThat(text()).contains("Moyenne 2,5").doesNotContain("Évaluer les besoins", "Noter ce qui a été fait");
            open(SituationPage.Part.STATES);
            assertThat(text()).doesNotContain("Mettre à jour");
            return true;
        });
    }

    @Test
    void every_part_has_words_in_each_language() {
        rated(cases.today(), EXAMPLE);
        tell("ETHOS_2", cases.today());
        here.as(
                Role.SOCIAL_WORKER,
                () -> rights.add(
                        cases.write(person),
                        new AddRight(
                                SocialRightId.create(),
                                here.centre(),
                                "PENSION",
                                null,
                                RightStanding.of(RightStatus.FILED, null))));
        for (var locale : List.of(Locale.ENGLISH, Locale.of("sv"))) {
            asWorker(locale, () -> {
                for (var part : SituationPage.Part.values()) {
                    open(part);
                    assertThat(text()).doesNotContain("situation.", "{0}", "!");
                }
            });
        }
        asWorker(() -> {
            UI.getCurrent().navigate(PersonRoutes.record(person));
            roundTrip();
            assertThat(text())
                    .contains("À l’entrée, moyenne 2,5", "Retraite", "Hébergement d’urgence de nuit")
                    .doesNotContain("situation.");
        });
    }

    private void rated(LocalDate day, int... levels) {
        here.as(
                Role.SOCIAL_WORKER,
                () -> needs.sign(
                        cases.write(person),
                        cases.rating(
                                here,
                                needs.of(cases.read(person)).ratings().isEmpty() ? Occasion.INTAKE : Occasion.REVIEW,
                                day,
                                levels)));
    }

    private void tell(String code, LocalDate from) {
        here.as(
                Role.SOCIAL_WORKER,
                () -> situations.tell(
                        cases.write(person),
                        new TellState(
                                SituationStateId.create(),
                                here.centre(),
                                StateKind.HOUSING,
                                code,
                                false,
                                from,
                                null,
                                null)));
    }

    private void asWorker(Runnable act) {
        asWorker(Locale.FRENCH, act);
    }

    private void asWorker(Locale locale, Runnable act) {
        here.as(Role.SOCIAL_WORKER, () -> {
            UI.getCurrent().setLocale(locale);
            visit();
            act.run();
            return true;
        });
    }

    private void visit() {
        UI.getCurrent().navigate(PersonRoutes.LIST + "/nobody");
        UI.getCurrent().navigate(PersonRoutes.record(person, SituationRoutes.SECTION));
        roundTrip();
    }

    @SuppressWarnings("unchecked")
    private void open(SituationPage.Part part) {
        ((org.relais.uikit.SegmentedSwitch<SituationPage.Part>) find(
                                org.relais.uikit.SegmentedSwitch.class,
                                find(SituationPage.class).single())
                        .all()
                        .getFirst())
                .setValue(part);
    }

    private void rate(NeedDomain domain, int level) {
        fromClient(level(domain), String.valueOf(level));
    }

    private LevelField level(NeedDomain domain) {
        return find(NeedEntry.class).all().stream()
                .filter(entry -> entry.domain() == domain)
                .findFirst()
                .orElseThrow()
                .level();
    }

    private static void fromClient(LevelField field, String value) {
        var before = field.getValue();
        field.setValue(value);
        ComponentUtil.fireEvent(field, new ComponentValueChangeEvent<>(field, field, before, true));
    }

    private static void fromClient(TextArea field, String value) {
        var before = field.getValue();
        field.setValue(value);
        ComponentUtil.fireEvent(field, new ComponentValueChangeEvent<>(field, field, before, true));
    }

    private void press(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }

    private void pressLabelled(String label) {
        test(find(Button.class).all().stream()
                        .filter(button -> label.equals(button.getAriaLabel().orElse(null)))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private void move(String item) {
        var root = find(MenuBar.class, find(RightsPart.class).single())
                .all()
                .getFirst()
                .getItems()
                .getFirst();
        var chosen = root.getSubMenu().getItems().stream()
                .filter(one -> one.getText().equals(item))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(chosen, new ClickEvent<MenuItem>(chosen));
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> code(String label) {
        return (ComboBox<T>) find(ComboBox.class).withCaption(label).single();
    }

    private void choose(String label, String code) {
        var box = this.<Object>code(label);
        box.setValue(box.getListDataView()
                .getItems()
                .filter(item -> item.toString().contains("code=" + code + ","))
                .findFirst()
                .orElseThrow());
    }

    private DatePicker date(String label) {
        return find(DatePicker.class).withCaption(label).single();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    /** Stands for a room above: makes something of any urgent need at once. */
    @TestComponent
    static class MakesAStep implements NeedAction {

        @Override
        public int order() {
            return 1;
        }

        @Override
        public String labelKey() {
            return "situation.need.goal";
        }

        @Override
        public Glyph glyph() {
            return Glyph.TARGET;
        }

        @Override
        public boolean offered(Grant social, Need need) {
            return need.domain() == NeedDomain.INCOME;
        }

        @Override
        public void act(Grant social, Need need, Consumer<String> done) {
            done.accept("Step");
        }
    }
}
