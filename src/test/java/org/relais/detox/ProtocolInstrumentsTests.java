package org.relais.detox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.relais.assessment.AssessmentRules;
import org.relais.assessment.Instrument;
import org.relais.detox.PlannedObservation.BandInterval;
import org.relais.detox.PlannedObservation.Phase;
import org.relais.detox.VisitPlan.Threshold;
import org.relais.rules.Rules;
import org.relais.shared.StartRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A protocol asks only for instruments that exist, by results that they have. */
class ProtocolInstrumentsTests {

    private static final Rules RULES = new Rules(List.of(AssessmentRules.INSTRUMENT));
    private static final Function<String, Optional<Instrument>> KNOWN =
            code -> RULES.version(AssessmentRules.INSTRUMENT, code, 1);

    @Test
    void the_shipped_protocols_ask_for_instruments_that_exist_and_lie_where_the_message_says() {
        var all = ShippedProtocols.all();
        assertThat(all).hasSize(8);
        assertThatCode(() -> ProtocolInstruments.check(all, KNOWN)).doesNotThrowAnyException();
        for (var protocol : all) {
            assertThatThrownBy(() -> ProtocolInstruments.check(List.of(with(protocol, phases("GHOST"))), KNOWN))
                    .isInstanceOfSatisfying(StartRefused.class, refused -> {
                        var file = String.valueOf(refused.getMessage()).split(" ")[0];
                        assertThat(getClass().getResource("/" + file)).as(file).isNotNull();
                        assertThat(refused).hasMessageContaining("GHOST");
                    });
        }
    }

    @Test
    void an_interval_for_a_result_that_the_instrument_does_not_have_is_refused() {
        var protocol = ShippedProtocols.protocol("OPI_IN");
        assertThatThrownBy(() -> ProtocolInstruments.check(
                        List.of(with(
                                protocol,
                                new PlannedObservation(
                                        "COWS", 30, List.of(new BandInterval("TERRIBLE", 60)), List.of(), null, null))),
                        KNOWN))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("rules/detox-protocol/opi-in-1.yaml")
                .hasMessageContaining("TERRIBLE")
                .hasMessageContaining("COWS");
    }

    @Test
    void a_visit_that_calls_for_what_does_not_exist_is_refused() {
        for (var broken : List.of(
                new Threshold("GHOST", List.of("MILD")), new Threshold("CIWA_AR", List.of("MILD", "TERRIBLE")))) {
            assertThatThrownBy(() -> ProtocolInstruments.check(List.of(calling(broken)), KNOWN))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("rules/detox-protocol/alc-out-1.yaml")
                    .hasMessageContaining(broken.bands().getLast().equals("MILD") ? "GHOST" : "TERRIBLE");
        }
    }

    private static DetoxProtocol calling(Threshold emergency) {
        var protocol = ShippedProtocols.protocol("ALC_OUT");
        var plan = Objects.requireNonNull(protocol.visits());
        return with(
                protocol,
                protocol.observations(),
                new VisitPlan(plan.rhythm(), plan.lateAfter(), plan.asks(), plan.physician(), emergency));
    }

    @Test
    void opioids_and_stimulants_ask_for_what_the_person_fills_in() {
        assertThat(ShippedProtocols.observation("OPI_IN", "SOWS16").phases()).containsExactly(new Phase(0, 24 * 60));
        // Days 1 and 7, and day 1 of a protocol that ends on day 7
        assertThat(ShippedProtocols.observation("STIM", "PHQ9").phases()).containsExactly(new Phase(0, 6 * 24 * 60));
        assertThat(ShippedProtocols.observation("STIM", "ASQ").phases()).containsExactly(new Phase(0, 7 * 24 * 60));
        assertThat(ShippedProtocols.protocol("STIM").plannedDays()).isEqualTo(7);
    }

    private static PlannedObservation phases(String instrument) {
        return new PlannedObservation(instrument, 30, List.of(), List.of(new Phase(0, 60)), null, null);
    }

    private static DetoxProtocol with(DetoxProtocol protocol, PlannedObservation planned) {
        return with(protocol, List.of(planned), protocol.visits());
    }

    private static DetoxProtocol with(
            DetoxProtocol protocol, List<PlannedObservation> observations, @Nullable VisitPlan visits) {
        return new DetoxProtocol(
                protocol.rule(),
                protocol.name(),
                protocol.setting(),
                protocol.substances(),
                observations,
                protocol.plannedDays(),
                protocol.maximumDays(),
                protocol.stop(),
                protocol.obstacles(),
                protocol.endCriteria(),
                visits);
    }
}
