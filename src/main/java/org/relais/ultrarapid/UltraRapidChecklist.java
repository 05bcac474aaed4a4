package org.relais.ultrarapid;

import java.util.List;

import org.relais.assessment.LocalText;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * What must hold before ultra-rapid detox may begin, as read from {@code rules/ultra-rapid-detox} (domain reference
 * B.9).
 *
 * @param statement what those who permit it, and those who begin it, read first
 * @param longestMonths for how long a permission holds at most
 * @param signedWithinHours how long before the beginning a point may have been signed at most
 */
public record UltraRapidChecklist(
        RuleHeader rule, LocalText statement, int longestMonths, int signedWithinHours, List<Point> points)
        implements Rule {

    /** The code of the one rule of this kind. */
    public static final String CODE = "UROD";

    /** Where its versions are. */
    public static final RuleKind<UltraRapidChecklist> KIND =
            new RuleKind<>("ultra-rapid-detox", UltraRapidChecklist.class, UltraRapidChecklist::check);

    public UltraRapidChecklist {
        points = List.copyOf(points);
    }

    /** One point, to be signed by itself. */
    public record Point(String code, LocalText text) {}

    private void check() {
        if (longestMonths < 1 || signedWithinHours < 1 || points.isEmpty()) {
            throw new IllegalArgumentException("A checklist names its points and its terms");
        }
        if (points.stream().map(Point::code).distinct().count() != points.size()) {
            throw new IllegalArgumentException("A point stands twice");
        }
    }
}
