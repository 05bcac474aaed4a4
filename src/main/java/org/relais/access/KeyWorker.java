package org.relais.access;

import java.time.Instant;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;

/** The key worker of a person in one centre: their first address there. */
public record KeyWorker(CentreId centre, StaffId staff, Instant since) {}
