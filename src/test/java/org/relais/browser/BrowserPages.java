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

/**
 * The browser of a class of tests. What a test opened is closed after it; of a test that fails, each open page is
 * photographed into {@code target/screens}.
 */
public final class BrowserPages implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {

    private static final double PATIENCE_MILLISECONDS = 10_000;

    private Playwright playwright;
    private Browser browser;
    private final List<BrowserContext> opened = new ArrayList<>();

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
        opened.add(context);
        return context;
    }

    private static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }
}
