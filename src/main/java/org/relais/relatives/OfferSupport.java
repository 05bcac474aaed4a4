package org.relais.relatives;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.RelativeId;
import org.relais.shared.SupportOfferId;

/**
 * Support offered to a relative, as typed. The same id twice writes it once.
 *
 * @param on a service day of the centre, not ahead and at most a year back
 * @param note up to {@value RelativeContacts#NOTE} characters
 */
public record OfferSupport(
        SupportOfferId id,
        RelativeId relative,
        CentreId centre,
        @Nullable SupportKind kind,
        @Nullable LocalDate on,
        @Nullable String note) {}
