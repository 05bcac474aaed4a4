package org.relais.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.exchange.HostileFiles;
import org.relais.exchange.fhir.SyntheaFiles;
import org.relais.shell.RelaisTranslations;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A file from elsewhere in a real browser: a coordinator puts it in beside files that are refused, sees the counts and
 * takes over the identity, in two windows at once; a physician reads what it says and takes it over.
 */
@BrowserTest
class StagedFilesBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    RelaisTranslations texts;

    @LocalServerPort
    int port;

    Place here;
    Locale language = Locale.FRENCH;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "sv"})
    void from_the_file_to_the_record(String spoken) {
        language = Locale.of(spoken);
        var coordinator = signIn(Role.COORDINATOR, spoken);
        putIn(coordinator);
        takeIdentityInTwoWindows(coordinator);
        var physician = signIn(Role.PHYSICIAN, spoken);
        takeOver(physician);
    }

    private void putIn(Visitor coordinator) {
        var hostile = HostileFiles.of(7);
        var files = new FilePayload[] {
            json("A014.json", SyntheaFiles.fresh("A014").getBytes(StandardCharsets.UTF_8)),
            json("page.json", find(hostile, "page.json")),
            json("two.json", find(hostile, "two.json")),
            json("deep.json", find(hostile, "deep.json"))
        };
        coordinator.open("referrals-in");
        coordinator.page().locator("vaadin-upload input[type=file]").setInputFiles(files);
        assertThat(outcome(coordinator, "A014.json")).containsText(say("exchange.staging.read"));
        assertThat(outcome(coordinator, "page.json")).containsText(say("exchange.broken.not-json", "page.json"));
        assertThat(outcome(coordinator, "two.json")).containsText(say("exchange.broken.two-patients", "two.json"));
        assertThat(outcome(coordinator, "deep.json")).containsText(say("exchange.broken.too-deep", "deep.json", 64));
        assertThat(coordinator.page().locator(".relais-staged-waiting article")).hasCount(1);
        Axe.clean(coordinator.page());
        coordinator.page().locator("vaadin-upload input[type=file]").setInputFiles(files[0]);
        assertThat(outcome(coordinator, "A014.json").first()).containsText(say("exchange.staging.already"));
        assertThat(coordinator.page().locator(".relais-staged-waiting article")).hasCount(1);
    }

    private void takeIdentityInTwoWindows(Visitor coordinator) {
        coordinator.page().locator(".relais-staged-waiting article a").click();
        assertThat(coordinator.page().locator(".relais-staged-counts tbody tr"))
                .not()
                .hasCount(0);
        Axe.clean(coordinator.page());
        var other = coordinator.secondTab();
        other.page().navigate(coordinator.page().url());
        assertThat(button(other, "exchange.staged.register")).isVisible();
        coordinator.page().reload();
        assertThat(coordinator.page().locator(".relais-staged-facts dd").first())
                .isVisible();
        button(coordinator, "exchange.staged.register").click();
        assertThat(coordinator.page().locator("main")).containsText(say("exchange.clinical.waits"));
        button(other, "exchange.staged.register").click();
        assertThat(other.page().locator("vaadin-notification-card")).containsText(say("exchange.error.decided"));
        assertThat(coordinator.page().locator(".relais-preview")).hasCount(0);
    }

    private void takeOver(Visitor physician) {
        physician.open("");
        // What waits is told where the day begins
        physician
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(end("exchange.today.clinical")))
                .click();
        var groups = physician.page().locator(".relais-preview-group");
        assertThat(groups.first()).isVisible();
        groups.first().locator("vaadin-details-summary").click();
        Axe.clean(physician.page());
        button(physician, "exchange.clinical.accept").click();
        assertThat(physician.page().locator("main")).containsText(say("exchange.staged.state.taken"));
        assertThat(physician.page().locator(".relais-preview")).hasCount(0);
        physician
                .page()
                .getByText(say("exchange.staged.record"), new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(physician.strip()).isVisible();
        physician.open("referrals-in");
        assertThat(physician.page().locator(".relais-staged-waiting")).not().isVisible();
        assertThat(physician.page().locator(".relais-referrals article")).hasCount(1);
    }

    private static Locator outcome(Visitor visitor, String file) {
        return visitor.page()
                .locator(".relais-staging-outcomes li")
                .filter(new Locator.FilterOptions().setHasText(file));
    }

    private Locator button(Visitor visitor, String key) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(say(key)).setExact(true));
    }

    private Visitor signIn(Role role, String spoken) {
        var visitor = Visitor.signIn(BROWSER.open(), port, here.member(role));
        if (!spoken.equals("fr")) {
            visitor.page().setViewportSize(1024, 768);
            visitor.speak(spoken);
        }
        return visitor;
    }

    private String say(String key, Object... values) {
        return texts.getTranslation(key, language, values);
    }

    /** The words of a key after its argument. */
    private String end(String key) {
        return say(key, "\u0000").split("\u0000", -1)[1];
    }

    private static FilePayload json(String name, byte[] content) {
        return new FilePayload(name, "application/json", content);
    }

    private static byte[] find(List<HostileFiles.Hostile> files, String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .content();
    }
}
