package org.relais.oversight;

import java.util.UUID;

import org.relais.shared.ReportRequestId;
import org.relais.shared.StaffId;

/**
 * Leaves out of one report all that a reader did, because telling it would put somebody at risk; or takes that back.
 *
 * @param id of this command, given by the caller
 * @param leftOut false to name it again
 */
public record LeaveOut(UUID id, ReportRequestId request, StaffId reader, boolean leftOut, String reason) {}
