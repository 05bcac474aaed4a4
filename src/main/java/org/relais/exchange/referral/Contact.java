package org.relais.exchange.referral;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A way to reach the person. */
public sealed interface Contact {

    /**
     * A telephone number, a mail address and the like.
     *
     * @param system {@code phone}, {@code email}, {@code sms} ... as the source says
     * @param use {@code home}, {@code mobile}, {@code old} ... as the source says
     */
    record Number(@Nullable String system, @Nullable String use, String value) implements Contact {}

    /** A postal address; without coordinates. */
    record Address(
            @Nullable String use,
            List<String> lines,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String state,
            @Nullable String country)
            implements Contact {

        public Address {
            lines = List.copyOf(lines);
        }
    }
}
