package org.relais.relatives;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.SupportOfferId;

/**
 * What a relative made of an offer, as typed.
 *
 * @param known how many answers there were when the form was opened
 * @param on a service day of the centre, not ahead and not before what they said last
 * @param note up to {@value RelativeContacts#NOTE} characters
 */
public record AnswerSupport(
        SupportOfferId support,
        int known,
        @Nullable SupportAnswer answer,
        @Nullable LocalDate on,
        @Nullable String note) {}
