package org.relais.situation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * How needs are rated and what follows, as read from {@code rules/needs-matrix} (domain reference F.1).
 *
 * @param domains all domains, in the order in which they are asked
 * @param levels from the lowest, without gaps
 * @param notApplicable the value that says that the domain does not apply; it counts in no mean
 * @param urgentLevel the level after which something is done within {@code urgentWorkingDays}
 * @param goalLevel the level at which a goal is proposed
 * @param reassessMonths after how many months needs are rated anew
 * @param remindDays how many days before that it shows among what is due
 * @param daysBack how far back a rating may be dated
 */
public record NeedsMatrix(
        RuleHeader rule,
        List<NeedDomain> domains,
        List<Level> levels,
        int notApplicable,
        Words notApplicableName,
        int urgentLevel,
        int urgentWorkingDays,
        int goalLevel,
        int reassessMonths,
        int remindDays,
        int daysBack)
        implements Rule {

    /** Where the versions are. */
    public static final RuleKind<NeedsMatrix> KIND =
            new RuleKind<>("needs-matrix", NeedsMatrix.class, NeedsMatrix::check);

    /** The house's matrix. */
    public static final String CODE = "SITMAT";

    public NeedsMatrix {
        domains = List.copyOf(domains);
        levels = List.copyOf(levels);
    }

    /** One level and what it means. */
    public record Level(int level, Words name) {}

    /** Whether a domain may be rated so. */
    public boolean allows(int value) {
        return value == notApplicable || level(value).isPresent();
    }

    /** The level of a value; empty when the domain does not apply. */
    public Optional<Level> level(int value) {
        return levels.stream().filter(one -> one.level() == value).findFirst();
    }

    /** What a value means. */
    public Words name(int value) {
        return level(value).map(Level::name).orElse(notApplicableName);
    }

    private void check() {
        hold(domains.size() == List.copyOf(java.util.Set.copyOf(domains)).size(), "A domain stands twice");
        hold(!domains.isEmpty() && !levels.isEmpty(), "Nothing is rated");
        hold(
                IntStream.range(1, levels.size())
                        .allMatch(at ->
                                levels.get(at).level() == levels.get(at - 1).level() + 1),
                "The levels leave a gap");
        hold(level(notApplicable).isEmpty(), "What does not apply is no level");
        hold(level(urgentLevel).isPresent() && level(goalLevel).isPresent(), "No such level");
        hold(urgentWorkingDays > 0 && reassessMonths > 0 && remindDays >= 0 && daysBack > 0, "A limit makes no sense");
    }

    private static void hold(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
