package org.relais.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import jakarta.servlet.ServletContext;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.staff.Role;
import org.relais.support.House;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Charts in a browser under the portal's content security policy, on a page with one of each kind. */
@BrowserTest
class ChartBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    ServletContext servlets;

    @LocalServerPort
    int port;

    final List<String> errors = new ArrayList<>();
    final List<String> scripts = new ArrayList<>();
    Page page;

    @BeforeEach
    void openTheCharts() {
        routes().setRoute(ChartBench.PATH, ChartBench.class);
        var context = BROWSER.open();
        context.onRequest(request -> {
            if (request.url().contains("chart") && request.url().endsWith(".js")) {
                scripts.add(request.url().replaceFirst(".*/", ""));
            }
        });
        context.onConsoleMessage(message -> {
            // A header of every page names a feature that this browser does not know
            if (List.of("error", "warning").contains(message.type())
                    && !message.text().contains("Permissions-Policy")) {
                errors.add(message.text());
            }
        });
        context.onWebError(error -> errors.add(error.error()));
        var visitor = Visitor.signIn(context, port, house.open().here().member(Role.NURSE));
        page = visitor.page();
        errors.clear();
        assertThat(scripts).as("loaded without a chart").isEmpty();
        visitor.open(ChartBench.PATH);
        assertThat(page.locator("relais-chart .relais-chart-drawing svg")).hasCount(4);
    }

    @AfterEach
    void closeTheCharts() {
        routes().removeRoute(ChartBench.class);
        assertThat(errors).isEmpty();
    }

    @Test
    void it_draws_what_the_table_says_and_finds_nothing_grave() {
        assertThat(scripts).containsOnly("relais-chart.js", "echarts.common.min.js");
        assertThat(page.locator("#line .relais-chart-drawing svg")).containsText("Rétention 90 j 78\u00a0%");
        assertThat(page.locator("#line .relais-chart-drawing svg")).containsText("Sevrages 71\u00a0%");
        assertThat(page.locator("#line .relais-chart-note")).hasText("pointillé\u00a0: cible 70\u00a0%");
        assertThat(page.locator("#bars .relais-chart-drawing svg")).containsText("n. d.");
        assertThat(page.locator("#stacked .relais-chart-drawing svg")).containsText("15 j et plus");
        assertThat(page.locator("#empty")).containsText("Rien à montrer pour cette période");
        assertThat(page.locator("#empty button, #empty vaadin-button, #empty table"))
                .hasCount(0);

        var table = page.locator("#line table");
        assertThat(table.locator("caption")).hasText("Rétention et sevrages, 12 mois");
        assertThat(table.locator("thead th")).hasText(new String[] {"Mois", "Rétention 90 j", "Sevrages"});
        assertThat(table.locator("tbody th[scope=row]")).hasCount(12);
        assertThat(table.locator("tbody tr").nth(3).locator("td")).hasText(new String[] {"72\u00a0%", "n. d."});
        assertThat(table.locator("tfoot td")).hasText(new String[] {"70\u00a0%", "70\u00a0%"});
        assertThat(page.locator("#stacked tbody tr").first().locator("td")).hasText(new String[] {"4", "3", "2", "9"});
        assertThat(page.locator("#bars thead th"))
                .hasText(new String[] {"Domaine", "À la sortie", "À la sortie, période précédente"});
        clean();
        page.locator(".relais-chart-switch").all().forEach(Locator::click);
        assertThat(page.locator("#columns table")).isVisible();
        clean();
    }

    @Test
    void a_click_on_a_number_opens_its_list() {
        var end = end(page.locator("#line .relais-chart-drawing svg path[stroke-dasharray]")
                .last());
        page.mouse().click(end[0], end[1]);
        assertThat(page.locator("#opened")).hasText("detox=11");

        text("#bars", "41\u00a0%").click();
        assertThat(page.locator("#opened")).hasText("bars=2");

        text("#stacked", "9").click();
        assertThat(page.locator("#opened")).hasText("waiting=0");
        text("#stacked", "4").last().click();
        assertThat(page.locator("#opened")).hasText("week=0");

        var column = text("#columns", "91\u00a0j").boundingBox();
        page.mouse().click(column.x + column.width / 2, column.y + 40);
        assertThat(page.locator("#opened")).hasText("housing=1");
    }

    @Test
    void the_keyboard_follows_the_links_of_the_table_and_none_that_cannot_be_seen() {
        var toggle = page.locator("#line .relais-chart-switch");
        assertThat(page.locator("#line table a[tabindex='0']")).hasCount(0);
        toggle.focus();
        page.keyboard().press("Enter");
        assertThat(toggle).hasText("Graphique");
        assertThat(page.locator("#line .relais-chart-drawing")).isHidden();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("#line table a").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#opened")).hasText("retention=0");
        toggle.click();
        assertThat(page.locator("#line .relais-chart-drawing svg")).isVisible();
    }

    @Test
    void the_files_hold_the_picture_and_the_numbers() throws IOException {
        var drawing = page.locator("#line .relais-chart-drawing").boundingBox();
        var picture = page.waitForDownload(
                () -> page.locator("#line .relais-chart-image").click());
        assertThat(picture.suggestedFilename()).isEqualTo("retention-et-sevrages-12-mois.png");
        var image = ImageIO.read(new ByteArrayInputStream(bytes(picture)));
        assertThat(image.getWidth()).isEqualTo(2 * ((int) drawing.width + 32));
        assertThat(image.getHeight()).isEqualTo(2 * ((int) drawing.height + 44 + 16 + 22));
        assertThat(image.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
        // The line itself: the picture is not an empty sheet
        assertThat(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .contains(0xFF1B3A57);

        var file = page.waitForDownload(
                () -> page.locator("#line .relais-chart-file").click());
        assertThat(file.suggestedFilename()).isEqualTo("retention-et-sevrages-12-mois.csv");
        assertThat(new String(bytes(file), StandardCharsets.UTF_8))
                .startsWith("\ufeff\"Mois\";\"Rétention 90 j (%)\";\"Sevrages (%)\"\r\n\"décembre 2025\";70;62\r\n")
                .contains("\"mars 2026\";72;\r\n")
                .endsWith("\"cible 70\u00a0%\";70;70\r\n");
    }

    @Test
    void lines_that_end_at_the_same_number_have_their_names_one_below_the_other() {
        page.evaluate("""
                () => {
                  const line = document.querySelector('#line');
                  const drawing = JSON.parse(line.getAttribute('drawing'));
                  const last = drawing.series.map((one) => one.points.findLastIndex((point) => point.value !== null));
                  drawing.series[1].points[last[1]] = { ...drawing.series[0].points[last[0]] };
                  line.setAttribute('drawing', JSON.stringify(drawing));
                }
                """);
        assertThat(page.locator("#line .relais-chart-drawing svg")).containsText("Sevrages 78\u00a0%");
        var first = text("#line", "Rétention 90 j 78\u00a0%").boundingBox();
        var second = text("#line", "Sevrages 78\u00a0%").boundingBox();
        // The letters are 11 high
        assertThat(Math.abs(first.y - second.y)).isGreaterThanOrEqualTo(14);

        page.evaluate("""
                () => {
                  const line = document.querySelector('#line');
                  const drawing = JSON.parse(line.getAttribute('drawing'));
                  drawing.series.forEach((one) => one.points.forEach((point) => Object.assign(point, { value: 0, text: 'zéro' })));
                  line.setAttribute('drawing', JSON.stringify(drawing));
                }
                """);
        assertThat(page.locator("#line .relais-chart-drawing svg")).containsText("Sevrages zéro");
        first = text("#line", "Rétention 90 j zéro").boundingBox();
        second = text("#line", "Sevrages zéro").boundingBox();
        assertThat(Math.abs(first.y - second.y)).isGreaterThanOrEqualTo(14);
        var axis = text("#line", "0\u00a0%").boundingBox();
        assertThat(Math.max(first.y + first.height / 2, second.y + second.height / 2))
                .as("none below the axis")
                .isLessThanOrEqualTo(axis.y + axis.height / 2 + 3);
    }

    @Test
    void it_follows_the_scheme_the_width_and_the_paper() {
        var line = page.locator(
                "#line .relais-chart-drawing svg path[stroke='rgb(27, 58, 87)'], #line .relais-chart-drawing svg path[stroke='rgb(27,58,87)']");
        assertThat(line.first()).isAttached();
        page.evaluate("document.documentElement.setAttribute('theme', 'dark')");
        assertThat(page.locator(
                                "#line .relais-chart-drawing svg path[stroke='rgb(169, 203, 234)'], #line .relais-chart-drawing svg path[stroke='rgb(169,203,234)']")
                        .first())
                .isAttached();
        assertThat(line).hasCount(0);
        clean();
        page.evaluate("document.documentElement.setAttribute('theme', 'light')");
        assertThat(line.first()).isAttached();

        page.setViewportSize(900, 900);
        page.waitForFunction("() => { const box = document.querySelector('#line .relais-chart-drawing');"
                + " return Number(box.querySelector('svg').getAttribute('width')) === box.clientWidth; }");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#line[printing]")).hasCount(1);
        assertThat(line).hasCount(0);
        assertThat(page.locator("#line .relais-chart-tools")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setForcedColors(ForcedColors.ACTIVE));
        assertThat(page.locator("#stacked .relais-chart-drawing svg pattern").first())
                .isAttached();
    }

    @Test
    void nothing_is_left_of_a_chart_that_is_gone_and_the_table_stands_without_its_script() {
        page.evaluate("window.gone = document.querySelector('#line'); window.gone.remove()");
        assertThat(page.evaluate("window.gone.chart === undefined")).isEqualTo(true);
        page.evaluate("document.querySelector('#bars').parentElement.append(window.gone)");
        assertThat(page.locator("#line .relais-chart-drawing svg")).isVisible();

        page.route("**/echarts.common.min.js", com.microsoft.playwright.Route::abort);
        page.reload();
        assertThat(page.locator("#line table")).isVisible();
        assertThat(page.locator("#line .relais-chart-switch")).hasText("Graphique");
        errors.clear();
    }

    private void clean() {
        var found = new AxeBuilder(page).include("relais-chart").analyze().getViolations();
        assertThat(found).extracting(one -> one.getId() + " " + one.getNodes()).isEmpty();
    }

    private Locator text(String chart, String words) {
        return page.locator(chart + " .relais-chart-drawing svg")
                .getByText(words, new Locator.GetByTextOptions().setExact(true));
    }

    private static double[] end(Locator path) {
        var end = (List<?>) path.evaluate("path => { const at = path.getPointAtLength(path.getTotalLength())"
                + ".matrixTransform(path.getScreenCTM()); return [at.x, at.y]; }");
        return new double[] {((Number) end.get(0)).doubleValue(), ((Number) end.get(1)).doubleValue()};
    }

    private static byte[] bytes(Download download) throws IOException {
        return Files.readAllBytes(download.path());
    }

    private RouteConfiguration routes() {
        return RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)));
    }
}
