package org.relais.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The browser of a class of tests. What a test opened is closed after it; of a test that fails, each open page is
 * photographed into {@code target/screens}. A test during which the content security policy stopped anything fails,
 * unless it asked for that with {@link #stopped()}.
 */
public final class BrowserPages implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {

    private static final double PATIENCE_MILLISECONDS = 30_000;
    private static final String STOPPED = "stopped by the policy: ";
    private static final String WATCH = """
            document.addEventListener('securitypolicyviolation', (stop) => console.error(%s
              + stop.effectiveDirective + ' ' + stop.blockedURI + ' at ' + stop.sourceFile + ':' + stop.lineNumber
              + ' ' + stop.sample));
            """.formatted('\'' + STOPPED + '\'');

    private Playwright playwright;
    private Browser browser;
    private final List<BrowserContext> opened = new ArrayList<>();
    private final List<String> stopped = new ArrayList<>();

    @Override
    public void beforeAll(ExtensionContext test) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(org.relais.support.Chromium.path())
                        .setArgs(org.relais.support.Chromium.options()));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            var name = test.getRequiredTestClass().getSimpleName() + "-" + test.getDisplayName();
            var number = 1;
            for (var context : opened) {
                for (var page : context.pages()) {
                    photograph(page, name.replaceAll("\\W+", "-") + "-" + number++);
                }
            }
        }
        opened.forEach(BrowserContext::close);
        opened.clear();
        assertThat(stopped()).as("what the content security policy stopped").isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        playwright.close();
    }

    /** A browser of its own for one person: own cookies, French, the size of an office screen, no motion. */
    public BrowserContext open() {
        var context = Objects.requireNonNull(browser)
                .newContext(new Browser.NewContextOptions()
                        .setLocale("fr-FR")
                        .setTimezoneId("Europe/Paris")
                        // The proxy of the tests has a certificate of its own making
                        .setIgnoreHTTPSErrors(true)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        context.addInitScript(WATCH);
        context.onConsoleMessage(message -> {
            if (message.text().startsWith(STOPPED)) {
                stopped.add(message.text().substring(STOPPED.length()));
            }
        });
        opened.add(context);
        return context;
    }

    /** What the content security policy stopped since the test began or asked last. */
    public List<String> stopped() {
        var all = List.copyOf(stopped);
        stopped.clear();
        return all;
    }

    private static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }
}
