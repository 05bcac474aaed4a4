package org.relais.plan;

import java.time.LocalDate;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/**
 * A person whose plan is to be reviewed.
 *
 * @param dueOn a service day of the centre
 * @param daysLeft service days until then, negative when it is late
 */
public record DueReview(PersonId person, CentreId centre, LocalDate dueOn, int daysLeft) {}
