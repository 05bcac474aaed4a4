package org.relais.situation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The arithmetic of the needs matrix (domain reference F.1). */
class NeedsScoreTests {

    @Test
    void the_worked_example_of_the_reference() {
        var score = NeedsScore.of(Lists.MATRIX, levels(2, 1, 1, 2, 3, 2, 0, 4, 3, 5, 2, 2, 3));
        assertThat(score.sum()).isEqualTo(30);
        assertThat(score.applicable()).isEqualTo(12);
        assertThat(score.mean()).contains(new BigDecimal("2.5"));
    }

    @Test
    void there_is_no_mean_while_a_domain_is_open() {
        var levels = levels(2, 1, 1, 2, 3, 2, 0, 4, 3, 5, 2, 2, 3);
        levels.remove(NeedDomain.HOUSING);
        var score = NeedsScore.of(Lists.MATRIX, levels);
        assertThat(score.complete()).isFalse();
        assertThat(score.open()).isOne();
        assertThat(score.mean()).isEmpty();
    }

    @Test
    void where_nothing_applies_there_is_no_mean_either() {
        assertThat(NeedsScore.of(Lists.MATRIX, levels(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                        .mean())
                .isEmpty();
    }

    // 2.25 rounds up, as 2.35 does, which a binary fraction would not
    @ParameterizedTest
    @CsvSource({"9,4,2.3", "47,20,2.4", "7,3,2.3", "8,3,2.7", "5,1,5.0", "29,13,2.2"})
    void the_mean_is_rounded_half_up_to_one_decimal(int sum, int applicable, BigDecimal mean) {
        assertThat(new NeedsScore(sum, applicable, 0).mean()).contains(mean);
    }

    @Test
    void every_domain_of_the_house_is_asked_once_and_every_level_has_its_words() {
        assertThat(Lists.MATRIX.domains()).containsExactly(NeedDomain.values());
        assertThat(Lists.MATRIX.levels()).hasSize(5);
        assertThat(Lists.MATRIX.allows(0)).isTrue();
        assertThat(Lists.MATRIX.allows(6)).isFalse();
        assertThat(Lists.MATRIX.rule().approved()).isFalse();
        assertThat(Lists.MATRIX.urgentWorkingDays()).isEqualTo(2);
    }

    static Map<NeedDomain, Integer> levels(int... levels) {
        var map = new EnumMap<NeedDomain, Integer>(NeedDomain.class);
        for (var domain : NeedDomain.values()) {
            map.put(domain, levels[domain.ordinal()]);
        }
        return map;
    }
}
