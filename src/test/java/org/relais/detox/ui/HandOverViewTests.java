package org.relais.detox.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.access.AccessService;
import org.relais.access.Locks;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.detox.DetoxRoutes;
import org.relais.detox.HandOverRounds;
import org.relais.detox.HandOvers;
import org.relais.detox.Substance;
import org.relais.detox.WatchedBeds;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Member;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.NoticeBar;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: hand a ward over beside its board: read, add a sentence, sign, sign for it, print it. */
@RelaisTest
@Import({MovableClock.class, WatchedBeds.class, HandOverRounds.class})
class HandOverViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    WatchedBeds wards;

    @Autowired
    HandOverRounds rounds;

    @Autowired
    HandOvers handOvers;

    @Autowired
    AccessService access;

    @Autowired
    Locks locks;

    @Autowired
    StaffSetup staff;

    @Autowired
    MovableClock clock;

    Place here;
    Member giver;
    Member receiver;
    PersonId remi;
    PersonId jeanne;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        enter(HandOverRounds.BEFORE_EVENING);
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    private void enter(LocalTime now) {
        here = house.openAt(now, clock).here();
        giver = here.member(Role.NURSE);
        receiver = house.another(here, Role.NURSE);
        remi = wards.watched(here, "Rémi", here.beds().get(0), "ALC_IN", Substance.ALCOHOL, 10);
        jeanne = wards.watched(here, "Jeanne", here.beds().get(1), "OPI_IN", Substance.HEROIN, 10);
        SignedIn.as(giver);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_outgoing_nurse_reads_each_page_adds_a_sentence_and_signs() {
        open();
        assertThat(panel())
                .contains("Relève ISBAR", "0 sur 2 relues", "Rémi Castellane", "Sevrage : Alcool, jour 1.", "14:45");
        assertThat(button("Signer la relève").isEnabled()).isFalse();
        test(sentence()).setValue("Inquiet pour sa fille.");
        press("Relu, suivant");
        assertThat(panel()).contains("1 sur 2 relues", "Jeanne Castellane");
        assertThat(sentence().getValue()).isEmpty();
        press("Relu, suivant");
        assertThat(panel()).contains("2 sur 2 relues");
        press("Signer la relève");
        assertThat($(ConfirmQuestion.class).single().getHeaderTitle())
                .startsWith("Signer la relève de 14:45, ")
                .endsWith(" ?");
        test($(Button.class).withText("Signer la relève").all().getLast()).click();
        assertThat(panel()).contains("Donnée par Given Family", "Pas encore reçue");
        previous().click();
        assertThat(panel()).contains("Rémi Castellane", "Phrase de Given Family", "Inquiet pour sa fille.");
        assertThat($(TextArea.class).all().stream().filter(Component::isVisible))
                .isEmpty();
        assertThat(rounds.now(here, giver).given()).isNotNull();
    }

    @Test
    void a_sentence_is_kept_as_it_is_typed_and_there_when_the_page_is_opened_anew() {
        open();
        test(sentence()).setValue("Veut appeler sa mère.");
        assertThat(panel()).contains("Brouillon enregistré à");
        open();
        assertThat(sentence().getValue()).isEqualTo("Veut appeler sa mère.");
    }

    @Test
    void the_sentence_of_a_colleague_is_shown_and_not_overwritten() {
        open();
        write(receiver, "Dort depuis midi.");
        test(sentence()).setValue("Agité.");
        assertThat(texts()).contains("Another Colleague a écrit entre-temps : « Dort depuis midi. »");
        press("Relu, suivant");
        assertThat(panel()).contains("0 sur 2 relues");
        press("Mettre la mienne");
        press("Relu, suivant");
        assertThat(panel()).contains("1 sur 2 relues");
        assertThat(stored()).isEqualTo("Agité.");
    }

    @Test
    void keeping_the_colleagues_sentence_shows_it() {
        open();
        write(receiver, "Dort depuis midi.");
        test(sentence()).setValue("Agité.");
        press("Garder la sienne");
        assertThat(sentence().getValue()).isEqualTo("Dort depuis midi.");
        assertThat(stored()).isEqualTo("Dort depuis midi.");
    }

    @Test
    void the_incoming_nurse_reads_and_signs_for_it() {
        rounds.give(here, giver);
        SignedIn.as(receiver);
        open();
        assertThat(panel()).contains("0 sur 2 relues", "Depuis votre dernier poste", "Pas encore reçue");
        press("Relu, suivant");
        press("Relu, suivant");
        press("Signer la réception");
        test($(Button.class).withText("Signer la réception").all().getLast()).click();
        assertThat(panel()).contains("Reçue par Another Colleague");
        assertThat(Objects.requireNonNull(rounds.now(here, giver).given()).receivedBy(receiver.id()))
                .isTrue();
        press("Préparer la relève suivante");
        assertThat(panel())
                .contains("équipe du soir vers équipe de nuit, 21:00", "Signature possible à partir de 20:00");
        press("Revenir à la relève signée");
        assertThat(panel()).contains("Reçue par Another Colleague");
    }

    @Test
    void a_physician_reads_it_without_anything_to_sign() {
        rounds.give(here, giver);
        SignedIn.as(here.member(Role.PHYSICIAN));
        open();
        assertThat(panel()).contains("Rémi Castellane", "Donnée par Given Family");
        assertThat(visibleButtons()).noneMatch(text -> text.startsWith("Signer"));
        assertThat(visibleButtons()).noneMatch(text -> text.startsWith("Relu"));
    }

    @Test
    void of_what_a_person_locked_the_panel_says_that_it_is_locked() {
        giver.act(() -> {
            locks.lockSection(access.grant(remi, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Section.MEDICAL);
            return remi;
        });
        open();
        assertThat(panel()).contains("La personne a verrouillé ce contenu").doesNotContain("Alcool");
        assertThat($(TextArea.class).all().stream().filter(Component::isVisible))
                .isEmpty();
    }

    @Test
    void the_sheet_shows_one_line_a_person_and_each_copy_has_a_number() {
        navigate("ward/" + here.ward() + "/hand-over", HandOverSheetView.class);
        assertThat($(NativeTableRow.class).all()).hasSize(3);
        var sheet = text($(HandOverSheet.class).single());
        assertThat(sheet)
                .contains(
                        "Relève, Ward",
                        "équipe du jour vers équipe du soir",
                        "À détruire après le poste",
                        "301A",
                        "Rémi Castellane",
                        "Alcool",
                        "Héroïne",
                        "Événements du poste",
                        "Donne la relève, nom, heure",
                        "Reçoit la relève, nom, heure",
                        "document de soins, secret professionnel",
                        "Pas encore signée")
                .doesNotContain("exemplaire");
        press("Imprimer");
        assertThat(text($(HandOverSheet.class).single())).contains("Imprimé par Given Family", "exemplaire 1 · n°");
        press("Imprimer");
        assertThat(text($(HandOverSheet.class).single())).contains("exemplaire 2 · n°");
    }

    @Test
    void the_charge_nurse_finds_on_every_page_what_nobody_received_in_time() {
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.giveFunction(
                    receiver.id(),
                    here.centre(),
                    StaffFunction.CHARGE_NURSE,
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(2),
                    null);
            return receiver;
        });
        rounds.give(here, giver);
        SignedIn.as(receiver);
        navigate(DetoxRoutes.WARD, WardView.class);
        assertThat(notices()).noneMatch(text -> text.contains("pas encore reçue"));
        clock.move(Duration.ofMinutes(31));
        rounds.look();
        navigate("people", Component.class);
        assertThat(notices()).anyMatch(text -> text.contains("Relève de 14:45 pas encore reçue"));
    }

    private void open() {
        navigate(DetoxRoutes.WARD + "/" + here.ward(), WardView.class);
        press("Relève");
    }

    private void write(Member member, String text) {
        var change = rounds.now(here, member).change().at();
        member.act(() -> handOvers.write(
                access.grant(remi, Section.MEDICAL, Right.WRITE, Purpose.CARE), here.ward(), change, text, 0));
    }

    private String stored() {
        return Objects.requireNonNull(rounds.page(here, giver, remi).sentence()).text();
    }

    private TextArea sentence() {
        return $(TextArea.class).withCaption("Ma phrase pour l’équipe suivante").single();
    }

    private String panel() {
        return text($(HandOverPanel.class).single());
    }

    private String texts() {
        return text(UI.getCurrentOrThrow());
    }

    private java.util.List<String> notices() {
        return $(NoticeBar.class).all().stream().map(HandOverViewTests::text).toList();
    }

    private static String text(Component component) {
        return Stream.concat(
                        Stream.of(component.getElement().getText()),
                        component.getChildren().map(HandOverViewTests::text))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private java.util.List<String> visibleButtons() {
        return $(Button.class).all().stream()
                .filter(Component::isVisible)
                .map(Button::getText)
                .toList();
    }

    private Button previous() {
        return $(Button.class).all().stream()
                .filter(one ->
                        one.getAriaLabel().filter("Personne précédente"::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return $(Button.class).withText(text).all().getFirst();
    }

    private void press(String text) {
        test(button(text)).click();
    }
}
