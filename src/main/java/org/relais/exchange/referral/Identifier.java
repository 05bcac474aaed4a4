package org.relais.exchange.referral;

import org.jspecify.annotations.Nullable;

/**
 * A number by which the person is known elsewhere.
 *
 * @param system the namespace; some senders put a national number under another country's namespace
 * @param type the code of HL7 table 0203 where given: {@code MR} file number, {@code SS} national number ...
 */
public record Identifier(
        @Nullable String system, String value, @Nullable String type) {}
