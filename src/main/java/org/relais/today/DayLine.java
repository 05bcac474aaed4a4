package org.relais.today;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.person.PersonName;
import org.relais.shared.Discipline;
import org.relais.shared.PersonId;
import org.relais.shared.ServiceDay;
import org.relais.worklist.DueGroup;
import org.relais.worklist.TaskTitle;

/**
 * One thing to do.
 *
 * @param at when it is due or, for what waits for a signature, when it was last written
 * @param dueOn the service day it is due on as a whole; null when the hour counts
 * @param overdue how long ago it was due; negative while it lies ahead
 * @param daysLeft service days of the centre until it is due: 0 today, negative when the day has passed
 * @param person whom it is about; null for nobody
 * @param name of that person; null for nobody, or for somebody not known in the reader's centres
 * @param bed room and bed of the person, where they stay
 * @param day how the centre of the line tells time
 * @param path the route to open, without leading slash
 * @param mine whether it was given to the reader, not to their unit
 */
public record DayLine(
        DueGroup group,
        Discipline discipline,
        @Nullable PersonId person,
        @Nullable PersonName name,
        @Nullable String bed,
        TaskTitle title,
        Instant at,
        @Nullable LocalDate dueOn,
        Duration overdue,
        int daysLeft,
        ServiceDay day,
        String path,
        boolean mine) {}
