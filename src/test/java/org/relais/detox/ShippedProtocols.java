package org.relais.detox;

import java.util.List;

import org.relais.rules.Rules;

/** The shipped rule files of this room, read the way the portal reads them at start. */
final class ShippedProtocols {

    private static final Rules SHIPPED =
            new Rules(List.of(DetoxProtocol.KIND, ObservationTiming.KIND, WardShifts.KIND));

    private ShippedProtocols() {}

    static DetoxProtocol protocol(String code) {
        return SHIPPED.version(DetoxProtocol.KIND, code, 1).orElseThrow();
    }

    static List<DetoxProtocol> all() {
        return SHIPPED.all(DetoxProtocol.KIND);
    }

    static ObservationTiming timing() {
        return SHIPPED.version(ObservationTiming.KIND, ObservationTiming.CODE, 1)
                .orElseThrow();
    }

    static WardShifts shifts(String code) {
        return SHIPPED.version(WardShifts.KIND, code, 1).orElseThrow();
    }

    static PlannedObservation observation(String protocol, String instrument) {
        return protocol(protocol).observation(instrument).orElseThrow();
    }
}
