package org.relais.detox;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.relais.assessment.Definitions;
import org.relais.detox.PlannedObservation.Phase;
import org.relais.detox.VisitPlan.Threshold;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A protocol that names what does not exist stops the portal from starting, and says what it is. */
@RelaisTest
class ProtocolCheckTests {

    static final DetoxProtocol SHIPPED = ShippedProtocols.protocol("ALC_OUT");
    static final VisitPlan PLAN = Objects.requireNonNull(SHIPPED.visits());

    @Autowired
    Definitions definitions;

    @Test
    void the_shipped_protocols_name_what_exists() {
        assertThatCode(() -> ShippedProtocols.all().forEach(one -> ProtocolCheck.check(one, definitions)))
                .doesNotThrowAnyException();
    }

    @Test
    void an_instrument_that_does_not_exist_stops_the_start() {
        var broken = with(
                List.of(new PlannedObservation("CIWA_B", 0, List.of(), List.of(new Phase(0, 1440)), null, null)), PLAN);
        refused(broken, "The protocol ALC_OUT version 1 names the instrument CIWA_B, which does not exist");
    }

    @Test
    void a_threshold_on_an_instrument_or_a_band_that_does_not_exist_stops_the_start() {
        refused(
                with(SHIPPED.observations(), calling(new Threshold("CIWA_B", List.of("MILD")))),
                "The protocol ALC_OUT version 1 names the instrument CIWA_B, which does not exist");
        refused(
                with(SHIPPED.observations(), calling(new Threshold("CIWA_AR", List.of("MILD", "TERRIBLE")))),
                "The protocol ALC_OUT version 1 names the band TERRIBLE of CIWA_AR, which does not exist");
    }

    private void refused(DetoxProtocol broken, String reason) {
        assertThatThrownBy(() -> ProtocolCheck.check(broken, definitions))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(reason);
    }

    private static VisitPlan calling(Threshold emergency) {
        return new VisitPlan(PLAN.rhythm(), PLAN.lateAfter(), PLAN.asks(), PLAN.physician(), emergency);
    }

    private static DetoxProtocol with(List<PlannedObservation> observations, @Nullable VisitPlan visits) {
        return new DetoxProtocol(
                SHIPPED.rule(),
                SHIPPED.name(),
                SHIPPED.setting(),
                SHIPPED.substances(),
                observations,
                SHIPPED.plannedDays(),
                SHIPPED.maximumDays(),
                SHIPPED.stop(),
                SHIPPED.obstacles(),
                SHIPPED.endCriteria(),
                visits);
    }
}
