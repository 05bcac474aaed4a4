package org.relais.plan;

import java.time.Instant;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;

/** A review as those see it who read the plan as a summary. */
public record ReviewTitle(int number, Instant signedAt, StaffId signedBy, CentreId centre) {}
