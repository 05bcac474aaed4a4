package org.relais.assessment;

import java.util.List;

import org.relais.shared.InvalidInput;

/**
 * One vital sign that cannot be right, or may be a slip of the finger.
 *
 * @param key the message in the bundles
 * @param arguments the values of the message's placeholders, in order
 */
public record PlausibilityFinding(VitalSign sign, Kind kind, String key, List<Object> arguments) {

    /** The key of a value that must be confirmed. */
    public static final String UNUSUAL = "assessment.confirm.unusual";

    public enum Kind {
        /** Cannot be entered. */
        REJECT,
        /** Is entered once the person at the screen has confirmed it. */
        CONFIRM
    }

    public PlausibilityFinding {
        arguments = List.copyOf(arguments);
    }

    /** The finding as a refusal at the sign's field. */
    public InvalidInput refusal() {
        return new InvalidInput(sign.field(), key, arguments.toArray());
    }
}
