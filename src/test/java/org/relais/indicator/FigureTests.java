package org.relais.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Arithmetic of figures, by the worked set of domain reference H.3 and against plain lists. */
class FigureTests {

    @Test
    void percentages_of_the_worked_set() {
        assertThat(ratio(11, 62).percent()).isEqualByComparingTo("17.7");
        assertThat(ratio(5, 8).percent()).isEqualByComparingTo("62.5");
        assertThat(ratio(2, 4).percent()).isEqualByComparingTo("50.0");
        assertThat(ratio(1, 4).percent()).isEqualByComparingTo("25.0");
        assertThat(ratio(8, 48).percent()).isEqualByComparingTo("16.7");
        assertThat(ratio(9, 288).percent()).isEqualByComparingTo("3.1");
        assertThat(ratio(5, 50).percent()).isEqualByComparingTo("10.0");
        assertThat(ratio(3, 8).percent()).isEqualByComparingTo("37.5");
    }

    @Test
    void half_is_rounded_up_on_the_exact_ratio() {
        // 0.05 exactly, which a double is below
        assertThat(ratio(1, 2000).percent()).isEqualByComparingTo("0.1");
        assertThat(ratio(1, 2001).percent()).isEqualByComparingTo("0.0");
    }

    @Test
    void nothing_below_the_line_is_not_zero() {
        assertThat(Figure.NONE.percent()).isNull();
        assertThat(Figure.NONE.mean()).isNull();
        assertThat(Figure.NONE.median()).isNull();
        assertThat(Figure.NONE.ninthDecile()).isNull();
    }

    @Test
    void durations_of_the_worked_set() {
        var stays = amounts(List.of(5, 6, 0));
        assertThat(stays.mean()).isEqualByComparingTo("3.7");
        assertThat(stays.median()).isEqualByComparingTo("5");
        var waits = amounts(List.of(2, 5, 7, 8, 20));
        assertThat(waits.median()).isEqualByComparingTo("7");
        assertThat(waits.ninthDecile()).isEqualTo(20);
        assertThat(amounts(List.of(3, 4)).median()).isEqualByComparingTo("3.5");
    }

    @Test
    void sums_of_amounts_say_what_the_list_itself_says() {
        var random = new Random(20_261_123);
        for (var round = 0; round < 2_000; round++) {
            var list = new ArrayList<Integer>();
            for (var count = 1 + random.nextInt(40); count > 0; count--) {
                list.add(random.nextInt(30));
            }
            var cut = random.nextInt(list.size());
            var figure = amounts(list.subList(0, cut)).plus(amounts(list.subList(cut, list.size())));
            var sorted = new ArrayList<>(list);
            Collections.sort(sorted);
            var middle = sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2);
            assertThat(Objects.requireNonNull(figure.median()).multiply(BigDecimal.TWO))
                    .isEqualByComparingTo(String.valueOf(middle));
            assertThat(figure.ninthDecile()).isEqualTo(sorted.get((int) Math.ceil(0.9 * sorted.size() - 1e-9) - 1));
            assertThat(figure.minus(amounts(list.subList(0, cut)))).isEqualTo(amounts(list.subList(cut, list.size())));
        }
    }

    private static Figure ratio(long numerator, long denominator) {
        return new Figure(denominator, numerator, denominator, Collections.emptyNavigableMap());
    }

    private static Figure amounts(List<Integer> list) {
        var amounts = new TreeMap<Integer, Long>();
        list.forEach(amount -> amounts.merge(amount, 1L, Long::sum));
        return new Figure(list.size(), 0, 0, amounts);
    }
}
