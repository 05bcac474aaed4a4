package org.relais.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.GivenAccesses;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.demand.DemandRule;
import org.relais.rules.RuleInForce;
import org.relais.shared.PersonId;
import org.relais.shell.RelaisTranslations;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Treatment demand in a real browser: asked by the key worker at the keyboard, and taken away by the coordinator. */
@BrowserTest
class TreatmentDemandBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    AccessService access;

    @Autowired
    GivenAccesses accesses;

    @Autowired
    RelaisTranslations texts;

    @Autowired
    RuleInForce<DemandRule> rule;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffSetup staff;

    @LocalServerPort
    int port;

    Place here;
    PersonId person;
    Locale language = Locale.FRENCH;

    @BeforeEach
    void admit() {
        here = house.open().here();
        person = admissions.admitted(here, "Rémi", "Castellane");
        here.as(Role.SOCIAL_WORKER, () -> {
            accesses.nameKeyWorker(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    here.centre(),
                    here.member(Role.SOCIAL_WORKER).id());
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "sv"})
    void what_is_missing_leaves_the_day_once_it_is_asked_and_the_file_is_taken_away(String spoken) throws IOException {
        language = Locale.of(spoken);
        var worker = signIn(Role.SOCIAL_WORKER, spoken);
        worker.open("");
        assertThat(worker.page().locator("main")).containsText(say("demand.today.missing", "8"));
        worker.open("people/" + person + "/treatment-demand");
        assertThat(button(worker, "demand.intake.save")).isVisible();
        Axe.clean(worker.page());
        for (var item : rule.now().items()) {
            if (item.section() != Section.ADMINISTRATIVE && item.section() != Section.SOCIAL) {
                continue;
            }
            var field = worker.page()
                    .getByRole(
                            AriaRole.COMBOBOX,
                            new Page.GetByRoleOptions()
                                    .setName(say(item.item().key()))
                                    .setExact(true));
            var choice = item.choices().getFirst().name().in(language);
            field.fill(choice);
            worker.page()
                    .getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions().setName(choice).setExact(true))
                    .click();
            assertThat(worker.page().getByRole(AriaRole.OPTION)).hasCount(0);
        }
        button(worker, "demand.intake.save").click();
        assertThat(worker.page().locator("main")).containsText(say("demand.intake.complete"));
        worker.open("");
        assertThat(worker.page().locator("main")).not().containsText(say("demand.today.missing", "8"));
        export(spoken);
    }

    private void export(String spoken) throws IOException {
        var coordinator = signIn(Role.COORDINATOR, spoken);
        coordinator.open("treatment-demand");
        assertThat(coordinator.page().locator("main")).containsText(say("demand.export.start"));
        Axe.clean(coordinator.page());
        button(coordinator, "demand.export.count").click();
        assertThat(coordinator.page().locator("main")).containsText("Castellane");
        assertThat(coordinator.page().locator(".relais-demand-counts")).isVisible();
        // The widest of them
        coordinator.choose(say("demand.table.which"), say("demand.table.name", "12", say("demand.table.12")));
        assertThat(coordinator.page().locator(".relais-demand-counts tbody tr")).hasCount(33);
        button(coordinator, "demand.export.clients").click();
        var link = link(coordinator, "clients");
        assertThat(link).isVisible();
        Axe.clean(coordinator.page());
        var download = coordinator.page().waitForDownload(link::click);
        var text = Files.readString(download.path());
        Assertions.assertThat(text)
                .contains(say("demand.export.signature"), "\"13_DRUG\"")
                .doesNotContain("Castellane");
        button(coordinator, "demand.export.added").click();
        var added = link(coordinator, "recap");
        assertThat(added).isVisible();
        Assertions.assertThat(Files.readString(
                        coordinator.page().waitForDownload(added::click).path()))
                .contains(say("demand.export.signature"), say("demand.file.added"), "\"RECAP_RESOURCES\"")
                .doesNotContain("Castellane");
        coordinator.page().getByLabel(say("demand.export.year")).fill("2199");
        button(coordinator, "demand.export.count").click();
        assertThat(coordinator.page().locator("main")).containsText(say("demand.error.future"));
        var files = files();
        coordinator.page().getByLabel(say("demand.export.year")).fill("2001");
        button(coordinator, "demand.export.tables").click();
        assertThat(coordinator.page().locator("vaadin-integer-field[invalid]"))
                .containsText(say("demand.error.nothing", "2001"));
        Axe.clean(coordinator.page());
        assertThat(coordinator.page().locator(".relais-button-link")).hasCount(0);
        Assertions.assertThat(files()).isEqualTo(files);
    }

    @Test
    void a_file_is_made_once_at_the_keyboard_and_found_again_by_whoever_left_meanwhile() throws Exception {
        var coordinator = signIn(Role.COORDINATOR, "fr");
        var page = coordinator.page();
        coordinator.open("treatment-demand");
        assertThat(button(coordinator, "demand.export.clients")).isEnabled();
        try (var other = database.getConnection()) {
            // Until this is undone, no file can be written down
            other.setAutoCommit(false);
            other.createStatement().executeQuery("SELECT id FROM demand_file FOR UPDATE");
            tabTo(page, say("demand.export.clients"));
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
            assertThat(page.locator("vaadin-progress-bar")).isVisible();
            coordinator.open("people");
            assertThat(page.locator("main h1")).isVisible();
            coordinator.open("treatment-demand");
            assertThat(page.locator("vaadin-progress-bar")).isVisible();
            assertThat(button(coordinator, "demand.export.clients")).isDisabled();
            Axe.clean(page);
            assertThat(link(coordinator, "clients")).hasCount(0);
            other.rollback();
        }
        assertThat(link(coordinator, "clients")).isVisible();
        Assertions.assertThat(files()).isOne();
        coordinator.open("people");
        assertThat(page.locator("main h1")).isVisible();
        coordinator.open("treatment-demand");
        assertThat(link(coordinator, "clients")).isVisible();
        tabTo(page, "clients.csv");
        var download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        Assertions.assertThat(Files.readString(download.path())).contains("\"13_DRUG\"");

        // And twice on one button is one file
        button(coordinator, "demand.export.tables").dblclick();
        assertThat(link(coordinator, "tables")).isVisible();
        assertThat(button(coordinator, "demand.export.tables")).isEnabled();
        Assertions.assertThat(files()).isEqualTo(2);

        // Whoever works there no more has it no more
        var address = page.locator(".relais-button-link").getAttribute("href");
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.unassign(here.member(Role.COORDINATOR).id(), here.centre(), null);
            return true;
        });
        Assertions.assertThat(page.request()
                        .get("http://localhost:" + port + "/" + address)
                        .status())
                .isEqualTo(403);
    }

    private static void tabTo(Page page, String words) {
        for (var tabs = 0; tabs < 80; tabs++) {
            page.keyboard().press("Tab");
            var there = page.evaluate(
                    "words => document.activeElement.textContent.includes(words)"
                            + " && document.activeElement !== document.body",
                    words);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
        }
        throw new AssertionError("Not reached by keyboard: " + words);
    }

    private static Locator link(Visitor visitor, String kind) {
        return visitor.page().getByText(Pattern.compile("tdi-\\d{4}-.*" + kind + "\\.csv"));
    }

    private int files() {
        return jdbc.sql("SELECT COUNT(*) FROM demand_file WHERE centre_id = ?")
                .param(here.centre().value())
                .query(Integer.class)
                .single();
    }

    private Visitor signIn(Role role, String spoken) {
        var visitor = Visitor.signIn(BROWSER.open(), port, here.member(role));
        if (!spoken.equals("fr")) {
            visitor.speak(spoken);
        }
        return visitor;
    }

    private Locator button(Visitor visitor, String key) {
        return visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(say(key)))
                .last();
    }

    private String say(String key, Object... values) {
        return texts.getTranslation(key, language, values);
    }
}
