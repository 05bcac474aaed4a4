package org.relais.reintegration.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
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

import org.relais.reintegration.Caseworkers;
import org.relais.reintegration.ChangeStep;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.reintegration.StepStatus;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.Chromium;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.HouseSignIn;
import org.relais.support.RelaisServerTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Steps in a real browser: the menu by keyboard, and what axe-core finds. */
@RelaisServerTest
@Import({House.class, Caseworkers.class, HouseSignIn.class})
class ReintegrationStepsBrowserTests {

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    ReintegrationSteps steps;

    @LocalServerPort
    int port;

    Place here;
    PersonId person;

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
        person = caseworkers.register(here, "Rémi");
        var today = caseworkers.today();
        caseworkers.add(here, person, "Visite de l’appartement", today.plusDays(5));
        var late = caseworkers.add(here, person, "Demande d’aide au dépôt de garantie", today.minusDays(18));
        var blocked = caseworkers.add(here, person, "Place en appartement thérapeutique", today.plusDays(1));
        here.as(Role.SOCIAL_WORKER, () -> {
            var grant = caseworkers.write(person);
            steps.change(grant, new ChangeStep(late, 1, StepStatus.DOING, today.minusDays(18), null));
            steps.change(grant, new ChangeStep(blocked, 1, StepStatus.DOING, today.plusDays(1), null));
            return steps.change(
                    grant,
                    new ChangeStep(blocked, 2, StepStatus.BLOCKED, today.plusDays(1), "Aucune place avant mars"));
        });
    }

    @Test
    void a_step_is_moved_and_added_by_clicks() {
        var page = signIn(ColorScheme.LIGHT);
        open(page, "people/" + person + "/social");
        assertThat(page.locator(".relais-step-card")).hasCount(3);
        page.locator(".relais-step-title", new Page.LocatorOptions().setHasText("Visite de l’appartement"))
                .click();
        assertThat(page.locator(".relais-step-panel")).isVisible();
        photograph(page, "panel");
        page.locator(".relais-step-panel").getByText("Commencer").click();
        assertThat(page.locator(".relais-step-doing")).hasCount(2);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter une étape"))
                .click();
        assertThat(page.locator(".relais-step-form")).isVisible();
        photograph(page, "form");
        page.keyboard().press("Escape");
        page.locator(".relais-step-menu vaadin-menu-bar-button:visible").first().click();
        page.getByText("Déplacer vers…").click();
        photograph(page, "menu");
    }

    @Test
    void a_card_is_dragged_to_another_column_and_the_menu_does_the_same_by_keyboard() {
        var page = signIn(ColorScheme.LIGHT);
        open(page, "people/" + person + "/social");
        var card = page.locator(".relais-step-card")
                .filter(new Locator.FilterOptions().setHasText("Visite de l’appartement"));
        assertThat(page.locator(".relais-board-prepare").getByText("Visite de l’appartement"))
                .isVisible();
        card.dragTo(page.locator(".relais-board-doing").first());
        assertThat(page.locator(".relais-board-doing").getByText("Visite de l’appartement"))
                .isVisible();
        assertThat(card.locator(".relais-step-title")).isFocused();
        card.locator("vaadin-menu-bar-button").first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.getByText("Déplacer vers…")).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("vaadin-menu-bar-item:focus")).hasText("À préparer");
        page.keyboard().press("Enter");
        assertThat(page.locator(".relais-board-prepare").getByText("Visite de l’appartement"))
                .isVisible();
    }

    @Test
    void axe_finds_nothing_serious_in_both_schemes_and_nothing_scrolls_sideways() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = signIn(scheme);
            for (var path : List.of("people/" + person + "/social", "reintegration")) {
                open(page, path);
                assertThat(page.getByText("Visite de l’appartement").first()).isVisible();
                var name = path.contains("/") ? "board" : "caseload";
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

    private Page signIn(ColorScheme scheme) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setColorScheme(scheme)
                .setViewportSize(1440, 900));
        var page = context.newPage();
        open(page, "login");
        page.locator("input[name=username]")
                .fill(here.member(Role.SOCIAL_WORKER).username());
        page.locator("input[name=password]").fill(HouseSignIn.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(address -> !address.contains("login"));
        return page;
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
    }

    private static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "steps-" + name + ".png")));
    }
}
