package org.relais.medication.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
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
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.episode.Admit;
import org.relais.episode.EpisodeService;
import org.relais.medication.Administration;
import org.relais.medication.Outcome;
import org.relais.medication.Prescribers;
import org.relais.shared.BedId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.Chromium;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.HouseSignIn;
import org.relais.support.RelaisServerTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Medication in a real browser: a round by keyboard alone, and what axe-core finds. */
@RelaisServerTest
@Import({House.class, Prescribers.class, HouseSignIn.class})
class MedicationBrowserTests {

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    House house;

    @Autowired
    Prescribers prescribers;

    @Autowired
    EpisodeService episodes;

    @Autowired
    AccessService access;

    @LocalServerPort
    int port;

    Place here;
    PersonId first;
    PersonId second;

    @BeforeAll
    static void startBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
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
        first = prescribers.register(here, "Rémi");
        second = prescribers.register(here, "Nadège");
        admit(first, here.beds().get(0));
        admit(second, here.beds().get(1));
        prescribers.thiamine(here, first);
        prescribers.thiamine(here, second);
        prescribers.diazepam(here, first);
        prescribers.ciwa(here, first, 16, 40);
        prescribers.ciwa(here, first, 12, 1);
    }

    @Test
    void a_round_is_given_by_keyboard_alone() {
        var page = signIn(ColorScheme.LIGHT);
        open(page, "medication-round");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(java.util.regex.Pattern.compile("^Donner thiamine")))
                .first()
                .focus();
        for (var remaining : List.of(1, 0)) {
            page.keyboard().press("Enter");
            assertThat(page.locator("vaadin-dialog vaadin-button[theme~=primary]"))
                    .isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator(".relais-dose-line")).hasCount(remaining);
            if (remaining > 0) {
                assertThat(page.locator(".relais-dose-line vaadin-button[theme~=primary]")
                                .first())
                        .isFocused();
            }
        }
        for (var person : List.of(first, second)) {
            assertThat(prescribers.sheet(here, Role.NURSE, person).administrations())
                    .extracting(Administration::outcome)
                    .containsExactly(Outcome.GIVEN);
        }
    }

    @Test
    void axe_finds_nothing_serious_in_both_schemes_and_nothing_scrolls_sideways() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = signIn(scheme);
            for (var path : List.of("people/" + first + "/medication", "medication-round")) {
                open(page, path);
                assertThat(page.locator(".relais-dose-line").first()).isVisible();
                var name = path.contains("/") ? "sheet" : "round";
                photograph(page, name + "-" + scheme);
                var grave = new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(found -> List.of("serious", "critical").contains(found.getImpact()))
                                .map(found -> found.getId() + " "
                                        + found.getNodes().getFirst().getHtml())
                                .toList();
                assertThat(grave).as(name).isEmpty();
                page.setViewportSize(390, 800);
                photograph(page, name + "-" + scheme + "-390");
                assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("no sideways scrolling of %s", name)
                        .isTrue();
                page.setViewportSize(1440, 900);
            }
        }
    }

    private void admit(PersonId person, BedId bed) {
        here.as(
                Role.NURSE,
                () -> episodes.admit(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        new Admit(null, 0, here.ward(), bed, null)));
    }

    private Page signIn(ColorScheme scheme) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setColorScheme(scheme)
                .setViewportSize(1440, 900));
        var page = context.newPage();
        open(page, "login");
        page.locator("input[name=username]").fill(here.member(Role.NURSE).username());
        page.locator("input[name=password]").fill(HouseSignIn.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(address -> !address.contains("login"));
        return page;
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
    }

    private static void photograph(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "medication-" + name + ".png")));
    }
}
