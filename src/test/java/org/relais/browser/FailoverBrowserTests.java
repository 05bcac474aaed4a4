package org.relais.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import org.relais.demo.EmbeddedKeycloak;
import org.relais.deployment.PortalNode;
import org.relais.deployment.Proxy;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.TestServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two real nodes behind the real proxy, on one database; the node that serves a nurse at her browser is killed while
 * she writes. {@code -Drelais.failover.kills=20} kills more often than the suite has time for.
 */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class FailoverBrowserTests {

    private static final int KILLS = Integer.getInteger("relais.failover.kills", 2);
    private static final long LIMIT_SECONDS = 60;

    /** Letters; one comes every 40 ms. */
    private static final int TWO_SECONDS_OF_TYPING = 50;

    private static final String BEGINNING = "Transmission de nuit.";

    /** Keeps, over a reload, the text of the last request that a node answered. */
    private static final String REMEMBER_ACKNOWLEDGED = """
            (() => {
                const send = XMLHttpRequest.prototype.send;
                XMLHttpRequest.prototype.send = function (body) {
                    const typed = typeof body !== 'string' ? [] :
                        [...body.matchAll(/"value":"((?:[^"\\\\]|\\\\.)*)"/g)]
                            .map(found => JSON.parse('"' + found[1] + '"'))
                            .filter(value => value.startsWith('Transmission de nuit.'));
                    if (typed.length) {
                        this.addEventListener('load', () => {
                            if (this.status === 200 && !this.responseText.includes('sessionExpired')) {
                                sessionStorage.setItem('acknowledged', typed.at(-1));
                            }
                        });
                    }
                    return send.call(this, body);
                };
            })()""";

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    /** Stays after the run: what the nodes said. */
    private final Path folder = TestServer.target().resolve("failover");

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    ConfigurableEnvironment environment;

    private final Map<String, PortalNode> nodes = new LinkedHashMap<>();
    private Proxy proxy;
    private EmbeddedKeycloak keycloak;
    private Place here;
    private PersonId person;

    @BeforeAll
    void start() throws Exception {
        Files.createDirectories(folder);
        here = house.open().here();
        person = admissions.admitted(here, "Rémi", "Castellane");
        for (var name : List.of("a", "b")) {
            nodes.put(name, PortalNode.named(name, folder));
        }
        var a = nodes.get("a");
        var b = nodes.get("b");
        proxy = Proxy.start(
                folder, new Proxy.Behind(a.port(), a.healthPort(), b.port(), b.healthPort(), a.port(), a.port()));
        keycloak = EmbeddedKeycloak.start(
                Path.of(System.getProperty("relais.keycloak")),
                Path.of(System.getProperty("relais.realm")),
                proxy.portal(),
                folder.resolve("keycloak.log"));
        new KeycloakAccounts(keycloak).add(here.member(Role.NURSE), "nurse");
        for (var node : nodes.values()) {
            node.start(settings());
        }
        for (var node : nodes.values()) {
            node.awaitReady();
        }
        proxy.await("/login", answer -> answer.status() == 200);
    }

    @AfterAll
    void stop() {
        if (proxy != null) {
            proxy.close();
        }
        nodes.values().forEach(PortalNode::close);
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void a_killed_node_costs_the_user_neither_the_place_nor_what_was_acknowledged() throws Exception {
        var random = new Random(Long.getLong("relais.failover.seed", 4));
        var browser = BROWSER.open();
        browser.addInitScript(REMEMBER_ACKNOWLEDGED);
        var page = browser.newPage();
        page.navigate(address("people/" + person));
        signIn(page);
        var nurse = new Visitor(page, address(""));
        assertThat(nurse.strip()).hasText("Rémi Castellane");
        nurse.compose("Transmission");
        // The sheet comes before the cursor stands in it
        assertThat(nurse.noteText()).isFocused();
        page.keyboard().type(BEGINNING);
        nurse.awaitDraft();

        var back = new ArrayList<Long>();
        var unsaved = new ArrayList<Integer>();
        for (var kill = 1; kill <= KILLS; kill++) {
            var serving = serving(browser);
            page.evaluate("window.relaisBefore = true");
            nurse.noteText().focus();
            page.keyboard().press("Control+End");
            var killed = killAfter(nodes.get(serving), 500 + random.nextInt(2_500));
            var typed = type(page, " Ligne " + kill + " : a dormi de 23 h à 5 h, a bu deux verres d’eau,", killed);
            var at = killed.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            back.add(TimeUnit.NANOSECONDS.toMillis(awaitBack(page) - at));

            assertThat(page.url()).contains("people/" + person);
            assertThat(serving(browser)).isNotEqualTo(serving);
            assertThat(nurse.strip()).hasText("Rémi Castellane");
            var restored = nurse.noteText().inputValue();
            // Nothing, when the node died before the first acknowledgement
            var acknowledged = (String) page.evaluate("sessionStorage.getItem('acknowledged') ?? ''");
            assertThat(restored).as("kill %d", kill).startsWith(acknowledged);
            unsaved.add(Math.max(0, typed.length() - restored.length()));
            assertThat(unsaved.getLast()).isLessThanOrEqualTo(TWO_SECONDS_OF_TYPING);
            report(back, unsaved);
            if (kill < KILLS) {
                nodes.get(serving).restart();
                nodes.get(serving).awaitReady();
            }
        }

        var written = nurse.noteText().inputValue();
        nurse.signButton().click();
        nurse.awaitSigned();
        assertThat(nurse.entries().first()).containsText(written.substring(written.length() - 20));
        page.waitForURL(address -> !address.contains("write="));
    }

    /** Types until a little after the node has died; what then stood in the field. */
    private static String type(Page page, String text, CompletableFuture<Long> killed) {
        var shown = "";
        for (var letter : text.split("")) {
            if (killed.isDone()) {
                break;
            }
            page.keyboard().type(letter);
            page.waitForTimeout(40);
            shown = shown(page, shown);
        }
        while (!killed.isDone()) {
            page.waitForTimeout(10);
        }
        return shown;
    }

    private static String shown(Page page, String before) {
        try {
            return String.valueOf(page.evaluate("document.querySelector('.relais-note-form textarea')?.value ?? ''"));
        } catch (PlaywrightException navigating) {
            return before;
        }
    }

    private static CompletableFuture<Long> killAfter(PortalNode node, long milliseconds) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var now = System.nanoTime();
                    node.kill();
                    return now;
                },
                CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS));
    }

    /** The moment at which the form is open again, in a page of another node, with text in it. */
    private long awaitBack(Page page) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (System.nanoTime() < end) {
            try {
                if (Boolean.TRUE.equals(
                        page.evaluate(
                                "!window.relaisBefore && (document.querySelector('.relais-note-form textarea')?.value ?? '') !== ''"))) {
                    return System.nanoTime();
                }
                if (page.url().contains("/login")
                        && page.getByLabel("Identifiant").isVisible()) {
                    signIn(page);
                }
            } catch (PlaywrightException navigating) {
                // The page is just being replaced
            }
            page.waitForTimeout(20);
        }
        throw new AssertionError("Not back in the record after " + LIMIT_SECONDS + " s: " + page.url());
    }

    private void signIn(Page page) {
        page.locator("input[name=username]").fill(here.member(Role.NURSE).username());
        page.locator("input[name=password]").fill(KeycloakAccounts.PASSWORD);
        page.locator("[type=submit]").click();
    }

    private static String serving(BrowserContext browser) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.name.equals("__Host-relais-node"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    private static void report(List<Long> back, List<Integer> unsaved) throws IOException {
        var sorted = back.stream().sorted().toList();
        Files.writeString(
                TestServer.target().resolve("failover.txt"),
                "kills %d, back in the record after min %d ms, median %d ms, max %d ms; letters typed and not saved at most %d%n%s%n%s%n"
                        .formatted(
                                back.size(),
                                sorted.getFirst(),
                                sorted.get(sorted.size() / 2),
                                sorted.getLast(),
                                unsaved.stream()
                                        .mapToInt(Integer::intValue)
                                        .max()
                                        .orElse(0),
                                back,
                                unsaved));
    }

    private String address(String path) {
        return proxy.portal().resolve("/" + path).toString();
    }

    private Map<String, Object> settings() {
        var source = (MapPropertySource) environment.getPropertySources().get("test database");
        var settings = new LinkedHashMap<>(source.getSource());
        settings.put("server.servlet.session.cookie.secure", "true");
        // As in compose.yaml: a node makes no tables and holds no account for it
        settings.put("spring.flyway.enabled", "false");
        settings.put("relais.database.migration.password", "");
        settings.putAll(keycloak.properties());
        return settings;
    }
}
