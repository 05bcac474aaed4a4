package org.relais.agenda.ui;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
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

import org.relais.agenda.AgendaRoutes;
import org.relais.agenda.Appointments;
import org.relais.agenda.Bookers;
import org.relais.agenda.Recurrence;
import org.relais.person.PersonRoutes;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.Chromium;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.HouseSignIn;
import org.relais.support.RelaisServerTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The calendar in a real browser: what is dragged, and what axe-core finds. */
@RelaisServerTest
@Import({House.class, Bookers.class, HouseSignIn.class})
class AgendaBrowserTests {

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    House house;

    @Autowired
    Bookers bookers;

    @Autowired
    Appointments appointments;

    @LocalServerPort
    int port;

    Place here;
    PersonId person;
    LocalDate day;

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
        person = bookers.register(here, "Rémi");
        day = bookers.monday();
        var room = bookers.room(here, "Bureau 4");
        bookers.book(
                here,
                person,
                bookers.command(here, "Entretien mensuel", day, LocalTime.of(10, 0))
                        .in(room));
        bookers.book(
                here,
                bookers.register(here, "Samira"),
                bookers.command(here, "Ouverture de droits", day.plusDays(1), LocalTime.of(14, 30))
                        .repeating(Recurrence.times(1, 3)));
        bookers.book(
                here,
                bookers.register(here, "Djibril"),
                bookers.command(here, "Séance", day, LocalTime.of(11, 30))
                        .with(List.of(here.member(Role.PSYCHOLOGIST).id())));
        bookers.close(here, day.plusDays(3), "Formation de l’équipe");
    }

    @Test
    void a_block_is_dragged_to_another_time_and_its_dialog_does_the_same_by_keyboard() {
        var page = signIn(ColorScheme.LIGHT, "fr-FR");
        open(page, AgendaRoutes.AGENDA + "?view=week&day=" + day);
        var block = page.locator("button.relais-agenda-block").filter(new Locator.FilterOptions().setHasText("Rémi"));
        assertThat(block).isVisible();
        var box = block.boundingBox();
        var hour = box.height + 2;
        block.dragTo(
                page.locator("[data-column='0']"),
                new Locator.DragToOptions()
                        .setSourcePosition(20, 5)
                        .setTargetPosition(
                                20, box.y - page.locator("[data-column='0']").boundingBox().y + 2 * hour + 5));
        assertThat(page.getByText("12:00 à 13:00").first()).isVisible();
        assertThat(start()).isEqualTo(LocalTime.of(12, 0));
        block.focus();
        page.keyboard().press("Enter");
        page.locator("vaadin-dialog vaadin-button", new Page.LocatorOptions().setHasText("Déplacer"))
                .press("Enter");
        var time = page.locator("vaadin-dialog vaadin-time-picker input");
        time.fill("15:00");
        time.press("Enter");
        page.locator("vaadin-dialog vaadin-button[theme~='primary']").press("Enter");
        assertThat(page.locator("vaadin-dialog")).hasCount(0);
        assertThat(start()).isEqualTo(LocalTime.of(15, 0));
        assertThat(block).isFocused();
    }

    @Test
    void axe_finds_nothing_serious_in_both_schemes_and_nothing_scrolls_sideways() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = signIn(scheme, scheme == ColorScheme.LIGHT ? "fr-FR" : "sv-SE");
            for (var path : List.of(
                    AgendaRoutes.AGENDA + "?view=week&day=" + day,
                    AgendaRoutes.AGENDA + "?view=day&who=team&day=" + day,
                    AgendaRoutes.AGENDA + "?view=list&who=team&day=" + day,
                    PersonRoutes.record(person, AgendaRoutes.SECTION))) {
                open(page, path);
                assertThat(page.getByText("Entretien mensuel").first()).isVisible();
                var name = path.replaceAll("[^a-z]", "").replaceAll("(people).*", "$1") + "-" + scheme;
                photograph(page, name);
                var grave = new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(found -> List.of("serious", "critical").contains(found.getImpact()))
                                .map(found -> found.getId() + " "
                                        + found.getNodes().getFirst().getHtml())
                                .toList();
                assertThat(grave).as(name).isEmpty();
                page.setViewportSize(390, 800);
                photograph(page, name + "-390");
                assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("no sideways scrolling of %s", name)
                        .isTrue();
                page.setViewportSize(1440, 900);
            }
        }
    }

    private LocalTime start() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> LocalTime.ofInstant(
                        appointments
                                .of(bookers.read(person))
                                .upcoming()
                                .getFirst()
                                .startsAt(),
                        Bookers.ZONE));
    }

    private Page signIn(ColorScheme scheme, String locale) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale)
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
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "agenda-" + name + ".png")));
    }
}
