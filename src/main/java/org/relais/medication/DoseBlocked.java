package org.relais.medication;

import org.relais.access.Grant;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;

/**
 * A signed scale asks for a dose that the order's maximum forbids. Published within the transaction of the scale.
 *
 * @param write by which the scale was signed
 * @param proposal with every reason why not
 */
public record DoseBlocked(
        Grant write, PersonId person, CentreId centre, OrderId order, AssessmentId form, DoseProposal proposal) {}
