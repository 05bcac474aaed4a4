package org.relais.escalation;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.Consciousness;
import org.relais.assessment.LocalText;
import org.relais.assessment.SaturationScale;
import org.relais.assessment.VitalSign;

/** One of the things for which a rule fires, as its file says it: {@code total: {instrument: COWS, atLeast: 25}}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Trigger.Total.class, name = "total"),
    @JsonSubTypes.Type(value = Trigger.Rise.class, name = "rise"),
    @JsonSubTypes.Type(value = Trigger.Items.class, name = "items"),
    @JsonSubTypes.Type(value = Trigger.Band.class, name = "band"),
    @JsonSubTypes.Type(value = Trigger.ItemAlerts.class, name = "alert"),
    @JsonSubTypes.Type(value = Trigger.Sign.class, name = "sign"),
    @JsonSubTypes.Type(value = Trigger.EarlyWarningTotal.class, name = "earlyWarning"),
    @JsonSubTypes.Type(value = Trigger.ConsciousnessLevel.class, name = "consciousness"),
    @JsonSubTypes.Type(value = Trigger.NotAssessable.class, name = "notAssessable"),
    @JsonSubTypes.Type(value = Trigger.Event.class, name = "event"),
    @JsonSubTypes.Type(value = Trigger.Told.class, name = "told")
})
public sealed interface Trigger {

    /**
     * The total of an instrument.
     *
     * @param atLeast the lowest total that fires; null for no lower end
     * @param atMost the highest total that fires; null for no upper end
     */
    record Total(
            String instrument,
            @Nullable Integer atLeast,
            @Nullable Integer atMost) implements Trigger {

        public Total {
            RuleMust.beCode(instrument, "an instrument");
            RuleMust.hold(atLeast != null || atMost != null, "A total without a limit");
            RuleMust.hold(atLeast == null || atMost == null || atLeast <= atMost, "A total that is never reached");
        }

        /** Whether the total is within the limits. */
        public boolean holds(int total) {
            return (atLeast == null || total >= atLeast) && (atMost == null || total <= atMost);
        }
    }

    /**
     * The total of an instrument rose, between any two results of a time, or from the last result before a dose or any
     * one since.
     *
     * @param atLeast by how much
     * @param withinMinutes how far the two may lie apart; null where a dose is named
     * @param afterDose of what, and how long ago at most; null where a time is named
     */
    record Rise(
            String instrument,
            int atLeast,
            @Nullable Integer withinMinutes,
            @Nullable AfterDose afterDose) implements Trigger {

        public Rise {
            RuleMust.beCode(instrument, "an instrument");
            RuleMust.hold(atLeast > 0, "A rise by nothing");
            RuleMust.hold((withinMinutes == null) != (afterDose == null), "A rise has either a time or a dose");
            RuleMust.hold(withinMinutes == null || withinMinutes > 0, "A rise within no time");
        }
    }

    /**
     * Ratings of an instrument, also of one that was not finished.
     *
     * @param all every one of them holds
     */
    record Items(
            String instrument,
            List<AnyAtLeast> all,
            @Nullable AfterDose afterDose) implements Trigger {

        public Items {
            RuleMust.beCode(instrument, "an instrument");
            all = RuleMust.beFilled(all, "ratings");
        }
    }

    /** Holds when at least one of the items has this value or a higher one. */
    record AnyAtLeast(List<String> anyOf, int atLeast) {

        public AnyAtLeast {
            anyOf = RuleMust.beFilled(anyOf, "items");
            RuleMust.hold(atLeast > 0, "A rating that every form has");
        }
    }

    /** The result of an instrument, by the code of its band. */
    record Band(String instrument, List<String> anyOf) implements Trigger {

        public Band {
            RuleMust.beCode(instrument, "an instrument");
            anyOf = RuleMust.beFilled(anyOf, "bands");
        }
    }

    /** Item alerts of an instrument, by their codes; they fire also on one that was not finished. */
    record ItemAlerts(String instrument, List<String> anyOf) implements Trigger {

        public ItemAlerts {
            RuleMust.beCode(instrument, "an instrument");
            anyOf = RuleMust.beFilled(anyOf, "alerts");
        }
    }

    /**
     * One vital sign beyond one limit.
     *
     * @param below fires under it
     * @param above fires over it
     * @param atMost fires at it and under it
     * @param atLeast fires at it and over it
     * @param scale how saturation must have been read; null where that says nothing
     * @param afterDose only after a dose; null for always
     */
    record Sign(
            VitalSign sign,
            @Nullable BigDecimal below,
            @Nullable BigDecimal above,
            @Nullable BigDecimal atMost,
            @Nullable BigDecimal atLeast,
            @Nullable SaturationScale scale,
            @Nullable AfterDose afterDose)
            implements Trigger {

        public Sign {
            RuleMust.bePresent(sign, "sign");
            var limits = (below == null ? 0 : 1)
                    + (above == null ? 0 : 1)
                    + (atMost == null ? 0 : 1)
                    + (atLeast == null ? 0 : 1);
            RuleMust.hold(limits == 1, "A vital sign has one limit: " + sign);
            RuleMust.hold(
                    scale == null || sign == VitalSign.OXYGEN_SATURATION,
                    "Only saturation is read by a scale: " + sign);
        }

        boolean holds(BigDecimal measured) {
            return (below != null && measured.compareTo(below) < 0)
                    || (above != null && measured.compareTo(above) > 0)
                    || (atMost != null && measured.compareTo(atMost) <= 0)
                    || (atLeast != null && measured.compareTo(atLeast) >= 0);
        }
    }

    /**
     * The early-warning score, in a range; and, where one is said, only with a parameter that alone gave as many points.
     *
     * @param to the highest total that fires; null for no upper end
     * @param anyParameter the points of a single parameter; null where none is needed
     */
    record EarlyWarningTotal(
            int from, @Nullable Integer to, @Nullable Integer anyParameter) implements Trigger {

        public EarlyWarningTotal {
            RuleMust.hold(from >= 0 && (to == null || from <= to), "An early-warning range that is never reached");
        }

        boolean holds(int total) {
            return total >= from && (to == null || total <= to);
        }
    }

    /** The level of consciousness. */
    record ConsciousnessLevel(List<Consciousness> anyOf) implements Trigger {

        public ConsciousnessLevel {
            anyOf = RuleMust.beFilled(anyOf, "levels of consciousness");
        }
    }

    /** One of these instruments could not be used. */
    record NotAssessable(List<String> anyOf) implements Trigger {

        public NotAssessable {
            anyOf = RuleMust.beFilled(anyOf, "instruments");
        }
    }

    /**
     * Something that happened and that somebody records by hand.
     *
     * @param label what it is called
     */
    record Event(String code, LocalText label) implements Trigger {

        public Event {
            RuleMust.beCode(code, "an event");
            RuleMust.bePresent(label, "label of event " + code);
        }
    }

    /**
     * Something that another room found, such as observations that were missed.
     *
     * @param label how it reads on the alarm
     */
    record Told(String condition, LocalText label) implements Trigger {

        public Told {
            RuleMust.beCode(condition, "a condition");
            RuleMust.bePresent(label, "label of condition " + condition);
        }
    }

    /**
     * A dose given before.
     *
     * @param anyOf of one of these groups
     * @param withinMinutes how long ago at most
     */
    record AfterDose(List<DoseGroup> anyOf, int withinMinutes) {

        public AfterDose {
            anyOf = RuleMust.beFilled(anyOf, "groups of doses");
            RuleMust.hold(withinMinutes > 0, "A dose within no time");
        }
    }
}
