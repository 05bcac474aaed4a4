package org.relais.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * Something to do for a person.
 *
 * @param section guards who reads it, as the matrix says
 * @param kind what it is, such as {@code reintegration.step}; its word is {@code <room>.task.<kind>}
 * @param dueAt when it should be done at the latest
 * @param dueOn the service day of the centre it is due on as a whole; null when the hour counts
 * @param assignee who does it; null: whoever of the unit and discipline
 * @param unit the unit that does it; null: the whole centre
 * @param source what it comes from; a source has at most one open task of a kind, a second one replaces it
 * @param path the route where it is done, without leading slash; null: the record
 */
public record NewTask(
        PersonId person,
        Section section,
        Discipline discipline,
        String kind,
        TaskTitle title,
        Instant dueAt,
        @Nullable LocalDate dueOn,
        @Nullable StaffId assignee,
        @Nullable UnitId unit,
        CentreId centre,
        Id source,
        @Nullable String path) {}
