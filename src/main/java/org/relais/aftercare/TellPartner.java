package org.relais.aftercare;

import org.jspecify.annotations.Nullable;

import org.relais.shared.ConsentId;
import org.relais.shared.PartnerContactId;
import org.relais.shared.WayBackId;

/**
 * A housing or job partner was told of a return to use, as typed. The same id twice is one contact.
 *
 * @param consent by which the person agreed that this partner is told
 * @param words what was said, up to 2,000 characters
 */
public record TellPartner(
        PartnerContactId id,
        WayBackId wayBack,
        @Nullable ConsentId consent,
        @Nullable String words) {}
