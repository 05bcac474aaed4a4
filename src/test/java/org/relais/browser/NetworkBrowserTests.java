package org.relais.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.dashboard.DashboardRoutes;
import org.relais.indicator.NetworkHistory;
import org.relais.indicator.SummedUp;
import org.relais.shell.RelaisTranslations;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Opened;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The figures of all centres in a real browser: what is hidden is on no screen, in no chart and in no file. */
@BrowserTest
@Import({SummedUp.class, NetworkHistory.class})
class NetworkBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    NetworkHistory history;

    @Autowired
    RelaisTranslations texts;

    @Autowired
    JdbcClient jdbc;

    @Value("${relais.log.schema}")
    String schema;

    @LocalServerPort
    int port;

    Opened opened;
    int year;

    @BeforeEach
    void fillTwoYears() {
        opened = house.open();
        var today = LocalDate.now(ZoneOffset.UTC);
        year = today.minusMonths(3).getYear();
        history.fill(List.of(opened.here(), opened.elsewhere()), year, today, 24, 7);
    }

    @Test
    void an_auditor_sees_all_centres_and_what_is_small_is_nowhere() throws IOException {
        var auditor = Visitor.signIn(BROWSER.open(), port, opened.here().member(Role.AUDITOR));
        var page = auditor.page();
        page.locator(".relais-menu").getByText("Chiffres du réseau").click();
        assertThat(page.locator("h1")).hasText("Chiffres du réseau");
        assertThat(page.locator(".relais-network-explained")).containsText("1 à 4");
        auditor.open(DashboardRoutes.NETWORK + "?year=" + (year - 1) + "&indicator=K3");
        var months = page.locator(".relais-network-months");
        assertThat(months.locator(".relais-network-hidden").first()).hasText("masqué");
        var shown = months.locator("td span + .relais-meta");
        assertThat(shown.first()).isVisible();
        for (var words :
                page.locator(".relais-network-table td span + .relais-meta").allTextContents()) {
            if (words.contains("/")) {
                var above = number(words.split("/", -1)[0]);
                var below = number(words.split("/", -1)[1]);
                assertThat(List.of(above, below, below - above)).as(words).noneMatch(count -> count > 0 && count < 5);
            }
        }
        // The table of a chart says no more than the page, and neither does the file
        var first = months.locator("tbody tr").first().locator("td");
        var chart = page.locator("relais-chart").first().locator("tbody tr");
        for (var month = 0; month < 12; month++) {
            var here = first.nth(month);
            if (here.locator(".relais-network-hidden").count() > 0) {
                assertThat(chart.nth(month).locator("td").first()).hasText("masqué, non terminé ou n. d.");
            } else {
                assertThat(chart.nth(month).locator("td").first())
                        .hasText(here.locator("span").first().textContent());
            }
        }
        var download = page.waitForDownload(
                () -> page.locator("vaadin-button").filter(has("Exporter")).click());
        assertThat(download.suggestedFilename()).isEqualTo("chiffres-du-reseau-" + (year - 1) + ".csv");
        var lines = Files.readString(download.path(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).anyMatch(line -> line.contains("\"masqué\";;;;;"));
        assertThat(lines).anyMatch(line -> line.contains("\"publié\";"));
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(";", -1);
            assertThat(cells).hasSize(13);
            if (!cells[7].isEmpty()) {
                var below = Integer.parseInt(cells[8]);
                assertThat(List.of(Integer.parseInt(cells[7]), below, below - Integer.parseInt(cells[7])))
                        .as(line)
                        .noneMatch(count -> count > 0 && count < 5);
            }
        }
        chartsLeaveWithALineInTheLog(auditor);
    }

    private void chartsLeaveWithALineInTheLog(Visitor auditor) {
        var before = exports(Role.AUDITOR, "network-figures");
        chartFile(auditor);
        assertThat(exports(Role.AUDITOR, "network-figures") - before)
                .as("a line for each centre")
                .isEqualTo(jdbc.sql("SELECT COUNT(*) FROM centre_centre")
                        .query(Long.class)
                        .single());
        var coordinator = Visitor.signIn(BROWSER.open(), port, opened.here().member(Role.COORDINATOR));
        coordinator.open(DashboardRoutes.DASHBOARD);
        chartFile(coordinator);
        assertThat(exports(Role.COORDINATOR, "dashboard-trend")).isEqualTo(1);
    }

    private static void chartFile(Visitor visitor) {
        var page = visitor.page();
        var file = page.waitForDownload(
                () -> page.locator(".relais-chart-file").first().click());
        assertThat(file.suggestedFilename()).endsWith(".csv");
        assertThat(file.failure()).isNull();
    }

    private long exports(Role role, String what) {
        return jdbc.sql("SELECT COUNT(*) FROM " + schema
                        + ".access_event WHERE action = 'EXPORT' AND actor_id = ? AND resource_type = ?")
                .params(opened.here().member(role).id().value(), what)
                .query(Long.class)
                .single();
    }

    @Test
    void nobody_else_finds_it_in_the_menu_or_by_its_address() {
        var coordinator = Visitor.signIn(BROWSER.open(), port, opened.here().member(Role.COORDINATOR));
        var page = coordinator.page();
        assertThat(page.locator(".relais-menu")).containsText("Tableau de bord");
        assertThat(page.locator(".relais-menu")).not().containsText("Chiffres du réseau");
        coordinator.open(DashboardRoutes.NETWORK + "?year=" + year);
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".relais-network-table")).hasCount(0);
        assertThat(page.locator("h1")).not().hasText("Chiffres du réseau");
        var auditor = Visitor.signIn(BROWSER.open(), port, opened.here().member(Role.AUDITOR));
        for (var path : List.of(DashboardRoutes.DASHBOARD, DashboardRoutes.LIST + "?figure=K3")) {
            auditor.open(path);
            assertThat(auditor.page().locator("h1")).isVisible();
            assertThat(auditor.page().locator(".relais-dashboard-tile, .relais-dashboard-lines"))
                    .hasCount(0);
        }
        assertThat(auditor.page().locator(".relais-menu")).not().containsText("Tableau de bord");
    }

    @Test
    void a_year_that_is_not_offered_is_refused_at_its_field() {
        var auditor = Visitor.signIn(BROWSER.open(), port, opened.here().member(Role.AUDITOR));
        var page = auditor.page();
        for (var asked : List.of("1999", String.valueOf(year + 3), "soon")) {
            auditor.open(DashboardRoutes.NETWORK + "?year=" + asked);
            assertThat(page.locator("vaadin-select[invalid]")).containsText("Cette année n’est pas proposée");
            assertThat(page.locator(".relais-network-table")).hasCount(0);
        }
        auditor.choose("Année", String.valueOf(year - 1));
        assertThat(page).hasURL(Pattern.compile("year=" + (year - 1)));
        assertThat(page.locator(".relais-network-table")).hasCount(3);
    }

    @Test
    void it_is_readable_for_everybody_and_prints_on_one_sheet() throws IOException {
        var auditor = Visitor.signIn(BROWSER.open(), port, opened.here().member(Role.AUDITOR));
        var page = auditor.page();
        for (var language : List.of("fr", "sv")) {
            if (!language.equals("fr")) {
                auditor.speak(language);
                page.setViewportSize(1024, 768);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            }
            auditor.open(DashboardRoutes.NETWORK + "?year=" + (year - 1) + "&indicator=K12");
            assertThat(page.locator("h1"))
                    .hasText(texts.getTranslation("dashboard.network.title", Locale.of(language)));
            assertThat(page.locator("relais-chart svg").first()).isVisible();
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa"))
                            .analyze()
                            .getViolations())
                    .isEmpty();
        }
        PrintedPage.of(page).isOneSheetOfA4();
    }

    private static int number(String words) {
        return Integer.parseInt(words.replaceAll("\\D", ""));
    }

    private static Locator.FilterOptions has(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
