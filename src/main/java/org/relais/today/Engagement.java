package org.relais.today;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.agenda.AppointmentRow;
import org.relais.person.PersonName;

/**
 * Some time of one's day that is taken.
 *
 * @param row what it is; null where only that it is taken may be known
 * @param name of the person it is for; null for nobody, and for somebody not known in the reader's centres
 */
public record Engagement(
        Instant startsAt,
        Instant endsAt,
        @Nullable AppointmentRow row,
        @Nullable PersonName name) {}
