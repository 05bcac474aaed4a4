package org.relais.exchange.fhir;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;

import org.relais.exchange.HostileFiles;
import org.relais.exchange.referral.BrokenReferral;

import static org.assertj.core.api.Assertions.assertThat;

/** Hostile files from many seeds: each is refused for the reason it was made with, and nothing else is thrown. */
class HostileSeedTests {

    @Test
    void every_kind_is_refused_for_its_reason_whatever_the_seed() {
        var reader = Readers.reader();
        var wrong = new ArrayList<String>();
        for (long seed = 0; seed < 12; seed++) {
            for (var hostile : HostileFiles.of(seed)) {
                try {
                    reader.read(hostile.name(), reader.unpack(hostile.name(), hostile.content()));
                    wrong.add(seed + " " + hostile.name() + " was read");
                } catch (BrokenReferral broken) {
                    if (broken.fault() != hostile.fault()) {
                        wrong.add(seed + " " + hostile.name() + " " + broken.fault());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
