package org.relais.medication;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** Doses as people write them: a column gives 10.0000 for 10. */
final class Decimals {

    private Decimals() {}

    static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal value) {
        return value == null ? null : plain(value);
    }
}
