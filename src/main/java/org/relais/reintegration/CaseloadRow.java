package org.relais.reintegration;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PersonId;

/**
 * One step of a caseload.
 *
 * @param dueOn a service day of its centre
 * @param step null where the person locked the section and others see to it: only that it exists
 * @param cursor the place in the list, to read on from
 */
public record CaseloadRow(
        PersonId person, LocalDate dueOn, @Nullable StepRow step, StepCursor cursor) {

    static CaseloadRow of(StepRow step, boolean locked) {
        return new CaseloadRow(step.person(), step.dueOn(), locked ? null : step, step.cursor());
    }
}
