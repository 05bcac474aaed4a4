package org.relais.browser;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.PortalProcess;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a stop of the portal leaves of a text that is being typed. The portal is a process of its own. */
@BrowserTest
class ShutdownBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    ConfigurableEnvironment environment;

    Place here;
    PersonId person;

    @BeforeEach
    void fillTheHouse() {
        here = house.open().here();
        person = admissions.admitted(here, "Rémi", "Castellane");
    }

    @Test
    void a_text_typed_when_the_portal_is_told_to_stop_is_there_after_the_restart() throws Exception {
        var text = "Dit avoir bien dormi, première nuit depuis";
        var port = PortalProcess.freePort();
        var management = PortalProcess.freePort();
        try (var portal = PortalProcess.withHouseSignIn(properties(port, management))) {
            portal.awaitStatus(health(management), 200);
            var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
            nurse.openRecord(person);
            nurse.compose("Transmission");
            // Told to stop well within the pause after which a draft is saved
            nurse.noteText().fill(text);
            portal.terminate();
            assertThat(portal.exitCode()).as(portal.output()).isEqualTo(143);
            assertThat(portal.output()).doesNotContain("did not answer before the stop");
        }
        var next = PortalProcess.freePort();
        try (var portal = PortalProcess.withHouseSignIn(properties(next, management))) {
            portal.awaitStatus(health(management), 200);
            var nurse = Visitor.signIn(BROWSER.open(), next, here.member(Role.NURSE));
            nurse.openRecord(person);
            nurse.compose("Transmission");
            assertThat(nurse.noteText()).hasValue(text);
        }
    }

    private static String health(int management) {
        return "http://127.0.0.1:" + management + "/actuator/health/readiness";
    }

    private Map<String, Object> properties(int port, int management) {
        var properties = new HashMap<String, Object>();
        environment.getPropertySources().stream()
                .filter(source ->
                        source instanceof MapPropertySource && source.getName().equals("test database"))
                .map(MapPropertySource.class::cast)
                .forEach(source -> properties.putAll(source.getSource()));
        assertThat(properties).containsKey("relais.database.address");
        properties.remove("relais.demonstration.marker");
        properties.put("server.port", port);
        properties.put("management.server.port", management);
        properties.put("management.server.address", "127.0.0.1");
        return properties;
    }
}
