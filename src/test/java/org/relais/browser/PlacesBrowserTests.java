package org.relais.browser;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.access.AccessService;
import org.relais.access.ConsentPurpose;
import org.relais.access.GiveConsent;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.episode.EpisodeService;
import org.relais.episode.PlannedDischarges;
import org.relais.shared.PersonId;
import org.relais.shell.RelaisTranslations;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Member;
import org.relais.support.House.Place;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The screen of places in a real browser: a place in three clicks, and what a colleague sees of it meanwhile. */
@BrowserTest
class PlacesBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    StaffSetup staff;

    @Autowired
    SharingConsents consents;

    @Autowired
    EpisodeService episodes;

    @Autowired
    PlannedDischarges discharges;

    @Autowired
    AccessService access;

    @Autowired
    RelaisTranslations texts;

    @LocalServerPort
    int port;

    Place here;
    Place elsewhere;
    Member both;
    Locale language = Locale.FRENCH;
    private int clicks;

    @BeforeEach
    void open() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        both = here.member(Role.COORDINATOR);
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.assign(both.id(), elsewhere.centre(), null);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "sv"})
    void a_place_is_assigned_in_three_clicks_accepted_and_taken_up_and_a_colleague_sees_it_live(String spoken) {
        language = Locale.of(spoken);
        admissions.admitted(here, "Rémi", "Castellane");
        admissions.waiting(here, "Orion-83");
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        nurse.open("places");
        var coordinator = signIn(both);
        coordinator.open("places" + "?centre=" + here.centre());
        var page = coordinator.page();
        assertThat(page.locator(".relais-places-rows > li")).hasCount(1);

        click(button(page, "episode.places.find.long", "Orion-83"));
        assertThat(page).hasURL(Pattern.compile("[?&]for="));
        click(button(page, "episode.places.offer.long", "301B", "Orion-83"));
        // Twice on one button is one offer
        dialog(page, "episode.offer.make.verb").dblclick();
        clicks++;
        assertThat(page.locator(".relais-places-offer-rows > li")).hasCount(1);
        assertThat(clicks).isEqualTo(3);
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        assertThat(page.locator(".relais-places-kept")).containsText("Orion-83");
        // The nurse sees it without doing anything
        assertThat(nurse.page().locator(".relais-places-kept")).containsText("Orion-83");
        Axe.clean(page);

        button(page, "episode.offer.act", say("episode.offer.accept.action"), "Orion-83")
                .click();
        // The admission follows, with the bed that was offered
        assertThat(page.locator("vaadin-dialog[opened] vaadin-combo-box").last().locator("input"))
                .hasValue("301B");
        dialog(page, "episode.admit.verb").click();
        assertThat(page.locator(".relais-places-rows > li")).hasCount(0);
        page.locator("vaadin-details-summary").click();
        assertThat(page.locator(".relais-places-offer-rows")).containsText(say("episode.offer.state.taken-up"));
    }

    @Test
    void with_the_keyboard_a_place_is_offered_declined_with_a_reason_and_the_person_keeps_the_rank() {
        admissions.waiting(here, "Orion-83");
        admissions.waiting(here, "Lyra-12");
        var page = signIn(both).page();
        page.navigate("http://localhost:" + port + "/places?centre=" + here.centre());
        var rows = page.locator(".relais-places-rows > li");
        assertThat(rows).hasCount(2);
        button(page, "episode.places.find.long", "Orion-83").press("Enter");
        assertThat(rows.first()).hasClass(Pattern.compile("relais-selected"));
        // A focus stays where it is while the places are drawn; Escape lets go
        assertThat(button(page, "episode.places.find.long", "Orion-83")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page).not().hasURL(Pattern.compile("[?&]for="));
        assertThat(button(page, "episode.places.offer.long", "301A", "Orion-83"))
                .hasCount(0);
        button(page, "episode.places.find.long", "Orion-83").press("Enter");
        button(page, "episode.places.offer.long", "301A", "Orion-83").press("Enter");
        assertThat(dialog(page, "episode.offer.make.verb")).isVisible();
        dialog(page, "episode.offer.make.verb").press("Enter");
        var decline = button(page, "episode.offer.act", say("episode.offer.decline.action"), "Orion-83");
        decline.press("Enter");
        dialog(page, "episode.offer.decline.verb").press("Enter");
        assertThat(page.locator("vaadin-dialog[opened] vaadin-text-field[invalid]"))
                .hasCount(1);
        page.getByLabel(say("episode.offer.field.reason")).fill("Trop loin de sa fille");
        dialog(page, "episode.offer.decline.verb").press("Enter");
        assertThat(rows.first()).containsText("Orion-83");
        assertThat(button(page, "episode.places.find.long", "Orion-83")).isVisible();
        assertThat(page.locator(".relais-places-kept")).hasCount(0);
    }

    @Test
    void another_centre_needs_the_consent_and_others_see_somebody_without_a_name() {
        var person = admissions.waiting(here, "Orion-83");
        planned(admissions.admitted(elsewhere, "Rémi", "Castellane"));
        var page = signIn(both).page();
        page.navigate("http://localhost:" + port + "/places?centre=" + here.centre());
        button(page, "episode.places.find.long", "Orion-83").click();
        var there = page.locator(".relais-places-units .relais-panel").last();
        there.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(say("episode.places.offer.long", "301B", "Orion-83")))
                .click();
        dialog(page, "episode.offer.make.verb").click();
        assertThat(page.getByText(Pattern.compile("pas donné son accord"))).isVisible();
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(1);
        both.act(() -> consents.give(
                access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                new GiveConsent(null, null, EnumSet.of(Section.ADMINISTRATIVE), ConsentPurpose.CARE, null, "fr")));
        dialog(page, "episode.offer.make.verb").click();
        assertThat(page.locator(".relais-places-offer-rows > li")).hasCount(1);

        var nurse = Visitor.signIn(BROWSER.open(), port, elsewhere.member(Role.NURSE));
        nurse.open("places?centre=" + here.centre());
        var row = nurse.page().locator(".relais-places-rows > li");
        assertThat(row).containsText("Une personne de Centre");
        assertThat(nurse.page().locator("body")).not().containsText("Orion-83");
        assertThat(nurse.page().locator(".relais-places-kept")).containsText("Une personne de Centre");
        assertThat(nurse.page().locator(".relais-places-days-list")).containsText("Rémi Castellane");
    }

    private void planned(PersonId person) {
        elsewhere.as(Role.NURSE, () -> {
            var stay = episodes.of(access.grant(person, Section.RECORD)).getFirst();
            discharges.plan(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    stay.id(),
                    LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(3));
            return null;
        });
    }

    private Visitor signIn(Member member) {
        var visitor = Visitor.signIn(BROWSER.open(), port, member);
        return language.equals(Locale.FRENCH) ? visitor : visitor.speak(language.getLanguage());
    }

    private void click(Locator one) {
        one.click();
        clicks++;
    }

    private Locator button(Page page, String key, Object... arguments) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(say(key, arguments)).setExact(true))
                .first();
    }

    private Locator dialog(Page page, String key) {
        return page.locator("vaadin-dialog[opened]")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(say(key)).setExact(true));
    }

    private String say(String key, Object... arguments) {
        return texts.getTranslation(key, language, arguments);
    }
}
