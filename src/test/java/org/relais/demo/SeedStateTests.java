package org.relais.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the file beside the data says of the past that was told, also one that an earlier portal wrote. */
class SeedStateTests {

    @TempDir
    Path folder;

    @Test
    void a_past_is_told_once_and_by_how_many_people_is_kept() {
        var state = state();
        assertThat(state.told()).isFalse();
        assertThat(state.interrupted()).isFalse();
        assertThat(state.people()).isZero();
        state.begin();
        assertThat(state().interrupted()).isTrue();
        assertThat(state().people()).isZero();
        state.end(400);
        assertThat(state().told()).isTrue();
        assertThat(state().interrupted()).isFalse();
        assertThat(state().people()).isEqualTo(400);
    }

    @Test
    void what_an_earlier_portal_told_is_told_and_is_a_small_one() throws IOException {
        Files.writeString(folder.resolve("year.properties"), "year=told\n");
        assertThat(state().told()).isTrue();
        assertThat(state().people()).isPositive().isLessThan(Script.MOST);
    }

    private SeedState state() {
        return new SeedState(folder.resolve("year.properties"));
    }
}
