package org.relais.reintegration;

import java.time.Instant;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;

/** A step for those who may read the summary of the social section: when, by whom, and the author's one line. */
public record StepTitle(Instant createdAt, StaffId createdBy, CentreId centre, String title) {}
