package org.relais.record.ui;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.person.AddAlert;
import org.relais.person.AlertKind;
import org.relais.person.Gender;
import org.relais.person.Identity;
import org.relais.person.MayBeTold;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.person.Relation;
import org.relais.person.RelativeDetails;
import org.relais.person.TellingTopic;
import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.Chromium;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.HouseSignIn;
import org.relais.support.RelaisServerTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.relais.support.ActingAs.actingAs;

/** The shared record in a real browser: two professions at once, keys, drafts, and what axe-core finds. */
@RelaisServerTest
@Import({House.class, Writers.class, HouseSignIn.class})
class RecordBrowserTests {

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    House house;

    @Autowired
    Writers writers;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    StaffSetup staff;

    @LocalServerPort
    int port;

    Place here;
    PersonId person;

    @BeforeAll
    static void startBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.path())
                        .setArgs(Chromium.options()));
    }

    @AfterAll
    static void stopBrowser() {
        playwright.close();
    }

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
                                        Identity.named("Rémi", "Castellane", LocalDate.of(1984, 3, 14))
                                                .withGender(Gender.MALE))
                                .with(new AddAlert(
                                        AlertKind.ALLERGY, Severity.CRITICAL, "Amoxicilline (œdème)", "Carnet"))
                                .with(new AddAlert(AlertKind.SEIZURE_HISTORY, Severity.CRITICAL, "03.2023", null))));
        here.as(
                Role.NURSE,
                () -> people.addRelative(
                        writers.write(person, Section.ADMINISTRATIVE),
                        new RelativeDetails(
                                "Élodie Castellane",
                                Relation.SISTER,
                                null,
                                new MayBeTold(
                                        java.util.Map.of(TellingTopic.PRESENCE, true, TellingTopic.RESULTS, false),
                                        LocalDate.of(2026, 11, 1),
                                        null))));
        writers.sign(
                here,
                Role.PHYSICIAN,
                person,
                "record.medical-visit",
                "Pas de confusion. ECG de contrôle demandé vendredi.",
                Visibility.TEAM);
        writers.sign(
                here,
                Role.SOCIAL_WORKER,
                person,
                "record.social-interview",
                "Association Le Seuil, réponse attendue avant le 27.11.",
                Visibility.TEAM);
        writers.sign(here, Role.SOCIAL_WORKER, person, "record.phone-call", "Confidentiel", Visibility.AUTHOR);
    }

    @Test
    void what_one_signs_the_other_sees_within_a_second() {
        var nurse = signIn(Role.NURSE, ColorScheme.LIGHT);
        var physician = signIn(Role.PHYSICIAN, ColorScheme.LIGHT);
        assertThat(nurse.locator(".relais-presence")).containsText("Given");

        nurse.keyboard().press("t");
        nurse.locator("vaadin-text-area textarea").pressSequentially("Nuit calme, a dormi six heures.");
        assertThat(nurse.locator(".relais-draft-line")).containsText("Brouillon enregistré");
        assertThat(physician.locator(".relais-presence")).containsText("(écrit)");
        photograph(nurse, "composer");
        nurse.keyboard().press("Control+Enter");

        assertThat(nurse.locator(".relais-entry")).hasCount(4);
        assertThat(physician.locator(".relais-entry").first())
                .containsText(
                        "Nuit calme",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(1000));
        photograph(physician, "record");
    }

    @Test
    void a_draft_survives_the_tab() {
        var first = signIn(Role.NURSE, ColorScheme.LIGHT);
        first.locator(".relais-composer-line").click();
        // At once: letter by letter, a slow machine saves the first one and then says so
        first.locator("vaadin-text-area textarea").fill("Half a sentence");
        assertThat(first.locator(".relais-draft-line")).containsText("Brouillon enregistré");
        first.context().close();

        var again = signIn(Role.NURSE, ColorScheme.LIGHT);
        again.getByText("Reprendre").click();
        assertThat(again.locator("vaadin-text-area textarea")).hasValue("Half a sentence");
    }

    @Test
    void the_right_that_ends_while_the_page_is_open_takes_the_page_with_it() {
        var physician = signIn(Role.PHYSICIAN, ColorScheme.LIGHT);
        assertThat(physician.locator(".relais-entry")).hasCount(3);
        actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.unassign(here.member(Role.PHYSICIAN).id(), here.centre());
            return null;
        });
        writers.sign(here, Role.SOCIAL_WORKER, person, "record.social-interview", "Secret afterwards", Visibility.TEAM);
        assertThat(physician.getByText("Ce dossier ne vous est plus ouvert")).isVisible();
        assertThat(physician.locator(".relais-entry")).hasCount(0);
        assertThat(physician.locator("body")).not().containsText("Amoxicilline");
        assertThat(physician.locator("body")).not().containsText("Secret afterwards");
    }

    @Test
    void keys_open_the_sections_and_reach_the_filters() {
        var nurse = signIn(Role.NURSE, ColorScheme.LIGHT);
        var sections = nurse.locator(".relais-record-sections a");
        var second = sections.nth(1);
        assertThat(second).hasAttribute("data-record-key", "G 2");
        nurse.keyboard().press("g");
        nurse.keyboard().press("2");
        assertThat(nurse).hasURL(Pattern.compile(".*/people/" + person + "/[a-z-]+"));
        assertThat(sections.nth(1)).hasAttribute("aria-current", "page");
        nurse.keyboard().press("g");
        nurse.keyboard().press("1");
        assertThat(nurse.locator(".relais-entry")).hasCount(3);
        nurse.keyboard().press("/");
        assertTrue((Boolean) nurse.evaluate("() => document.activeElement.closest('.relais-filter-bar') !== null"));

        nurse.keyboard().press("t");
        var text = nurse.locator("vaadin-text-area textarea");
        assertThat(text).isFocused();
        nurse.keyboard().type("g2/");
        assertThat(text).hasValue("g2/");
    }

    @Test
    void the_keys_of_the_composer_open_what_is_at_hand() {
        var nurse = signIn(Role.NURSE, ColorScheme.LIGHT);
        nurse.keyboard().press("a");
        assertThat(nurse.locator(".relais-composer-type")).hasText("Appel");
        var again = signIn(Role.NURSE, ColorScheme.LIGHT);
        again.keyboard().press("s");
        assertThat(again.locator(".relais-composer-type")).hasText("Score de sevrage");
    }

    @Test
    void axe_finds_nothing_serious_in_both_schemes_and_nothing_scrolls_sideways() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = signIn(Role.NURSE, scheme);
            page.locator(".relais-composer-line").click();
            assertThat(page.locator("vaadin-text-area")).isVisible();
            var grave = new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .filter(found -> List.of("serious", "critical").contains(found.getImpact()))
                            .map(found -> found.getId() + " "
                                    + found.getNodes().getFirst().getHtml())
                            .toList();
            photograph(page, "axe-" + scheme);
            assertThat(grave).isEmpty();
            for (var width : List.of(1440, 1024, 390)) {
                page.setViewportSize(width, 800);
                photograph(page, scheme + "-" + width);
                assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("no sideways scrolling at %s", width)
                        .isTrue();
            }
        }
    }

    private Page signIn(Role role, ColorScheme scheme) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setColorScheme(scheme)
                .setViewportSize(1440, 900));
        var page = context.newPage();
        page.navigate("http://localhost:" + port + "/login");
        page.locator("input[name=username]").fill(here.member(role).username());
        page.locator("input[name=password]").fill(HouseSignIn.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(address -> !address.contains("login"));
        page.navigate("http://localhost:" + port + "/people/" + person);
        assertThat(page.locator("h1")).hasText("Rémi Castellane");
        return page;
    }

    private static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "record-" + name + ".png")));
    }
}
