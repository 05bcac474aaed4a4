package org.relais.dashboard.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.relais.indicator.CalendarSpan;
import org.relais.indicator.NetworkCell;
import org.relais.indicator.NetworkRule;
import org.relais.indicator.NetworkTable;
import org.relais.indicator.NetworkYear;
import org.relais.rules.RuleHeader;
import org.relais.shared.InvalidInput;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An empty file would look like an answer: there is none. */
class NetworkFileTests {

    @Test
    void a_year_in_which_nothing_was_counted_gives_no_file() {
        var nothing = new NetworkCell.Shown(null, 0, 0, null, null);
        var row = java.util.Collections.<NetworkCell>nCopies(CalendarSpan.values().length, nothing);
        var tables = Map.of("K3", new NetworkTable(List.of(), List.of(row)));
        var rule = new NetworkRule(
                new RuleHeader(NetworkRule.CODE, 1, LocalDate.of(2025, 1, 1), "a test", "none", null), 5, 5);
        var year = new NetworkYear(2025, null, rule, List.of(), List.of(), Set.of("K3"), tables, tables);

        assertThatThrownBy(() -> NetworkFile.of(year, new FigureWords(Locale.FRENCH)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> org.assertj.core.api.Assertions.assertThat(refused.key())
                                .isEqualTo("dashboard.error.nothing"));
    }
}
