package org.relais.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.CentreSetup;
import org.relais.dashboard.DashboardRoutes;
import org.relais.detox.Substance;
import org.relais.detox.WatchedBeds;
import org.relais.episode.Destination;
import org.relais.episode.Discharge;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeService;
import org.relais.indicator.SummedUp;
import org.relais.shell.RelaisTranslations;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The dashboard in a real browser: a number is clicked, and its list has as many lines. */
@BrowserTest
@Import(SummedUp.class)
class DashboardBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    WatchedBeds wards;

    @Autowired
    EpisodeService episodes;

    @Autowired
    AccessService access;

    @Autowired
    StaffSetup staff;

    @Autowired
    CentreSetup centres;

    @Autowired
    SummedUp sums;

    @Autowired
    RelaisTranslations texts;

    @LocalServerPort
    int port;

    Place here;
    Place elsewhere;

    @BeforeEach
    void fillTheCentres() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        var left = admissions.admitted(here, "Rémi", "Castellane");
        here.as(Role.PHYSICIAN, () -> {
            var grant = access.grant(left, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
            var episode = episodes.of(access.grant(left, Section.RECORD)).getFirst();
            episodes.discharge(
                    grant,
                    new Discharge(episode.id(), episode.version(), EndReason.COMPLETED, Destination.HOME, null, null));
            return null;
        });
        // The first observation was due 40 minutes ago, and is missed only in 20
        wards.watched(here, "Inès", here.beds().getLast(), "ALC_IN", Substance.ALCOHOL, 70);
        for (var name : new String[] {"Orion-1", "Orion-2", "Orion-3"}) {
            admissions.waiting(here, name);
        }
        admissions.waiting(elsewhere, "Vega-1");
        sums.now();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "sv"})
    void every_number_opens_exactly_its_lines(String language) {
        var coordinator = Visitor.signIn(BROWSER.open(), port, here.member(Role.COORDINATOR));
        if (!language.equals("fr")) {
            coordinator.speak(language);
        }
        var page = coordinator.page();
        coordinator.open(DashboardRoutes.DASHBOARD);
        var waiting = page.locator(".relais-dashboard-tile").nth(1);
        assertThat(waiting.locator(".relais-dashboard-tile-value")).containsText("3");
        waiting.click();
        assertThat(lines(page)).hasCount(3);
        assertThat(page.locator("h1")).hasText(text(language, "indicator.now.WAITING"));
        assertThat(page.locator("body")).not().containsText("Vega-1");
        coordinator.back();

        var stay = row(page, text(language, "indicator.K2.name"));
        assertThat(stay.locator("td a").first()).containsText("0");
        stay.locator("td a").first().click();
        assertThat(lines(page)).hasCount(1);
        assertThat(lines(page)).containsText("Castellane");
        coordinator.back();

        // The numbers of the table are counted one by one: as many lines as each says
        var numbers = page.locator(".relais-dashboard-centre a");
        assertThat(numbers.first()).isVisible();
        for (var number = 0; number < numbers.count(); number++) {
            var words = numbers.nth(number).textContent();
            var expected = Integer.parseInt(words.replaceFirst(".*/\\D*", "").strip());
            numbers.nth(number).click();
            // Nothing is as many lines as none: the list is there first
            page.waitForURL("**/" + DashboardRoutes.LIST + "**");
            assertThat(lines(page)).hasCount(expected);
            coordinator.back();
            assertThat(numbers.first()).isVisible();
        }
        var missing = row(page, text(language, "indicator.K8.name"));
        assertThat(missing).containsText(text(language, "dashboard.not-available"));
    }

    @Test
    void a_period_that_ends_before_it_starts_is_refused_at_its_field_and_nothing_else_is_lost() {
        var coordinator = Visitor.signIn(BROWSER.open(), port, here.member(Role.COORDINATOR));
        var page = coordinator.page();
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        coordinator.open(DashboardRoutes.DASHBOARD + "?from=" + today + "&to=" + today.minusDays(3));
        var to = page.locator("vaadin-date-picker").nth(1);
        assertThat(to).hasAttribute("invalid", "");
        assertThat(to).containsText("La période se termine avant de commencer.");
        assertThat(page.locator(".relais-dashboard-tile")).hasCount(0);
        coordinator.open(DashboardRoutes.DASHBOARD + "?from=" + today.plusDays(2) + "&to=" + today.plusDays(3));
        assertThat(page.locator("vaadin-date-picker").first()).containsText("La période commence après aujourd’hui.");
        page.locator("vaadin-radio-button").filter(has("7 jours")).click();
        assertThat(page.locator(".relais-dashboard-tile")).hasCount(6);
        assertThat(page).hasURL(Pattern.compile("from=" + today.minusDays(6)));
    }

    @Test
    void a_coordinator_of_one_centre_comes_to_nothing_of_another() {
        var coordinator = Visitor.signIn(BROWSER.open(), port, here.member(Role.COORDINATOR));
        var page = coordinator.page();
        coordinator.open(DashboardRoutes.DASHBOARD + "?centre=" + elsewhere.centre());
        assertThat(page.locator(".relais-dashboard-tile")).hasCount(0);
        coordinator.open(DashboardRoutes.LIST + "?figure=WAITING&centre=" + elsewhere.centre());
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("body")).not().containsText("Vega-1");
        assertThat(lines(page)).hasCount(0);
        coordinator.open(DashboardRoutes.DASHBOARD);
        assertThat(page.locator(".relais-dashboard-tile")).hasCount(6);
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa"))
                            .analyze()
                            .getViolations())
                    .isEmpty();
        }
    }

    @Test
    void the_file_holds_ones_own_centres_and_of_nothing_there_is_none() throws IOException {
        var coordinator = Visitor.signIn(BROWSER.open(), port, here.member(Role.COORDINATOR));
        var page = coordinator.page();
        coordinator.open(DashboardRoutes.DASHBOARD);
        var export = page.locator(".relais-dashboard-filters vaadin-button").filter(has("Exporter"));
        var lines = Files.readString(page.waitForDownload(export::click).path(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        // One stay has ended here, and none elsewhere is told of
        assertThat(lines)
                .filteredOn(line -> line.startsWith("\"K2\""))
                .singleElement()
                .satisfies(line -> assertThat(line.split(";", -1)[7]).isEqualTo("1"));
        coordinator.open(DashboardRoutes.DASHBOARD + "?from=2011-01-01&to=2011-01-31&unit=" + here.team());
        assertThat(page.locator(".relais-dashboard-tile")).hasCount(6);
        export.click();
        assertThat(page.locator("vaadin-notification-card").last()).containsText("il n’y a rien à exporter");
        assertThat(export).not().hasAttribute("disabled", "");
    }

    @Test
    void a_centre_that_was_closed_is_said_above_its_empty_figures() {
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            centres.closeOn(here.centre(), today, "Works");
            return null;
        });
        var coordinator = Visitor.signIn(BROWSER.open(), port, here.member(Role.COORDINATOR));
        coordinator.open(DashboardRoutes.DASHBOARD + "?from=" + today + "&to=" + today);
        assertThat(coordinator.page().locator(".relais-dashboard-past .relais-notice"))
                .containsText("était fermé tous les jours de cette période");
    }

    @Test
    void it_prints_on_one_sheet_of_a4() throws IOException {
        var coordinator = Visitor.signIn(BROWSER.open(), port, here.member(Role.COORDINATOR));
        var page = coordinator.page();
        for (var width : new int[] {1440, 1024, 360}) {
            page.setViewportSize(width, 800);
            if (width == 360) {
                // Many units, on a telephone
                assignTo(here.member(Role.COORDINATOR), 5);
            }
            coordinator.open(DashboardRoutes.DASHBOARD);
            assertThat(page.locator("relais-chart svg, relais-chart .relais-empty")
                            .first())
                    .isVisible();
            var printed = PrintedPage.of(page);
            printed.isOneSheetOfA4();
            assertThat(printed.text())
                    .contains(
                            "Tableau de bord",
                            "Par centre",
                            "Tous les indicateurs",
                            "Objectifs de réinsertion atteints")
                    .doesNotContain("Exporter", "Rechercher");
        }
    }

    private void assignTo(House.Member member, int more) {
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            for (var number = 0; number < more; number++) {
                staff.assign(member.id(), house.open().here().centre(), null);
            }
            return null;
        });
    }

    private static Locator lines(Page page) {
        return page.locator(".relais-dashboard-lines tbody tr");
    }

    private static Locator row(Page page, String name) {
        return page.locator(".relais-dashboard-figures tbody tr")
                .filter(has(name))
                .first();
    }

    private static Locator.FilterOptions has(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private String text(String language, String key) {
        return texts.getTranslation(key, Locale.of(language));
    }
}
