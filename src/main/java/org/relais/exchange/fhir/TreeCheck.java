package org.relais.exchange.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.Fault;

/**
 * Refuses texts and numbers that no real record holds but that the database, the screen or a reader would stumble over:
 * control characters, direction overrides, half characters, numbers of absurd size.
 */
final class TreeCheck {

    private static final int DIGITS = 18;
    private static final int DECIMALS = 30;

    private TreeCheck() {}

    static void check(JsonNode root) {
        check(root, new Trail(null, "Bundle"));
    }

    // The depth is bounded: the tree was read under a limit of nesting.
    private static void check(JsonNode node, Trail trail) {
        if (node.isTextual()) {
            if (!clean(node.textValue())) {
                throw new Refused(trail.path(), Fault.CONTROL_CHARACTER);
            }
        } else if (node.isNumber()) {
            var number = node.decimalValue();
            if (number.scale() > DECIMALS || (long) number.precision() - number.scale() > DIGITS) {
                throw new Refused(trail.path(), Fault.NUMBER_OUT_OF_RANGE);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), new Trail(trail, i));
            }
        } else {
            for (var field : node.properties()) {
                check(field.getValue(), new Trail(trail, field.getKey()));
            }
        }
    }

    /** Whether a text can be stored and shown as it is: line breaks and tabs may stand in it. */
    static boolean clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character >= ' ' && character < 0x7F) {
                continue;
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isHighSurrogate(character)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            } else if (refused(character)) {
                return false;
            }
        }
        return true;
    }

    // The same characters that typed text may not hold.
    private static boolean refused(char character) {
        if (character == '\n' || character == '\r' || character == '\t') {
            return false;
        }
        return Character.isISOControl(character)
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    private record Trail(@Nullable Trail up, Object step) {

        String path() {
            if (up == null) {
                return step.toString();
            }
            return step instanceof Integer index ? up.path() + "[" + index + "]" : up.path() + "." + step;
        }
    }
}
