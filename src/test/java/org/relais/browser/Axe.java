package org.relais.browser;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/** What axe-core says of a page as it stands, in light and dark colours: nothing against the guidelines, levels A and AA. */
final class Axe {

    private static final List<String> GUIDELINES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {}

    static void clean(Page page) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            // What still fades has colours nobody reads
            page.evaluate("""
                    async () => {
                      await new Promise((drawn) => requestAnimationFrame(drawn));
                      await Promise.allSettled(document.getAnimations()
                        .filter((one) => one.effect.getComputedTiming().endTime !== Infinity).map((one) => one.finished));
                    }
                    """);
            var axe = new AxeBuilder(page);
            // Nothing but colours differs between the schemes
            var found = scheme == ColorScheme.DARK
                    ? axe.withRules(List.of("color-contrast")).analyze()
                    : axe.withTags(GUIDELINES).analyze();
            assertThat(found.getViolations())
                    .extracting(one -> scheme + " " + one.getId() + " " + one.getNodes())
                    .isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
