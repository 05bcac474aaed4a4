package org.relais.medication;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** How an order is to be given. Doses are in the unit of the order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Regimen.Scheduled.class, name = "SCHEDULED"),
    @JsonSubTypes.Type(value = Regimen.Taper.class, name = "TAPER"),
    @JsonSubTypes.Type(value = Regimen.SymptomTriggered.class, name = "SYMPTOM_TRIGGERED"),
    @JsonSubTypes.Type(value = Regimen.AsNeeded.class, name = "AS_NEEDED")
})
public sealed interface Regimen {

    /** Of which kind it is. */
    OrderKind type();

    /** The same doses every day. */
    record Scheduled(List<DoseTime> times) implements Regimen {

        public Scheduled {
            times = List.copyOf(times);
        }

        @Override
        public OrderKind type() {
            return OrderKind.SCHEDULED;
        }
    }

    /** The doses of each day, the first on the day on which the order begins; it ends with the last. */
    record Taper(List<TaperDay> days) implements Regimen {

        public Taper {
            days = List.copyOf(days);
        }

        @Override
        public OrderKind type() {
            return OrderKind.TAPER;
        }
    }

    /**
     * A dose by the total of a scale.
     *
     * @param scale the code of the instrument
     * @param minimumMinutes between two doses of the drug
     * @param maximum of the drug within the sliding window
     * @param reassessMinutes after a dose the scale is due again
     */
    record SymptomTriggered(
            String scale,
            List<BandDose> bands,
            int minimumMinutes,
            BigDecimal maximum,
            List<HoldRule> holds,
            int reassessMinutes)
            implements Regimen {

        public SymptomTriggered {
            bands = List.copyOf(bands);
            holds = List.copyOf(holds);
        }

        @Override
        public OrderKind type() {
            return OrderKind.SYMPTOM_TRIGGERED;
        }
    }

    /**
     * A dose when the person needs it.
     *
     * @param minimumMinutes between two doses of the drug
     * @param maximum of the drug within the sliding window
     * @param recheckMinutes after a dose somebody looks how it was; null for not
     */
    record AsNeeded(
            BigDecimal dose,
            int minimumMinutes,
            BigDecimal maximum,
            @Nullable Integer recheckMinutes) implements Regimen {

        @Override
        public OrderKind type() {
            return OrderKind.AS_NEEDED;
        }
    }

    /** One day of a taper; without doses on a day of rest. */
    record TaperDay(List<DoseTime> doses) {

        public TaperDay {
            doses = List.copyOf(doses);
        }

        /** The sum of the day. */
        public BigDecimal total() {
            return doses.stream().map(DoseTime::dose).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
