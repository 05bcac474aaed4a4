package org.relais.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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
        assertThat(worker.page().locator("main")).containsText(say("demand.today.missing", "5"));
        worker.open("people/" + person + "/treatment-demand");
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
        assertThat(worker.page().locator("main")).not().containsText(say("demand.today.missing", "5"));
        export(spoken);
    }

    private void export(String spoken) throws IOException {
        var coordinator = signIn(Role.COORDINATOR, spoken);
        coordinator.open("treatment-demand");
        button(coordinator, "demand.export.count").click();
        assertThat(coordinator.page().locator("main")).containsText("Castellane");
        button(coordinator, "demand.export.clients").click();
        var link = coordinator.page().getByText(Pattern.compile("tdi-\\d{4}-.*clients\\.csv"));
        assertThat(link).isVisible();
        var download = coordinator.page().waitForDownload(link::click);
        var text = Files.readString(download.path());
        Assertions.assertThat(text)
                .contains(say("demand.export.signature"), "\"13_DRUG\"")
                .doesNotContain("Castellane");
        coordinator.page().getByLabel(say("demand.export.year")).fill("2199");
        button(coordinator, "demand.export.count").click();
        assertThat(coordinator.page().locator("main")).containsText(say("demand.error.future"));
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
