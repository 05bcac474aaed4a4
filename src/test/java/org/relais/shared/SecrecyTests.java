package org.relais.shared;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which passwords protect nothing. */
class SecrecyTests {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "                        ",
                "kX9-bT4_vM2",
                "changeme",
                "ChangeMe-ChangeMe-ChangeMe",
                "relais-application-password",
                "motdepasse0123456789",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "abababababababababababababab",
                "relais_log_relais_log_1"
            })
    void is_guessable(@Nullable String password) {
        assertThat(Secrecy.guessable(password, "relais_log")).isTrue();
    }

    /** What {@code openssl rand} gives, in its usual forms. */
    @Test
    void random_ones_are_taken() {
        var random = new Random(20261122);
        for (int round = 0; round < 2_000; round++) {
            var bytes = new byte[24];
            random.nextBytes(bytes);
            assertThat(Secrecy.guessable(Base64.getEncoder().encodeToString(bytes), "relais_log"))
                    .isFalse();
            assertThat(Secrecy.guessable(HexFormat.of().formatHex(bytes), "relais_log"))
                    .isFalse();
        }
    }
}
