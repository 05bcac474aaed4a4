package org.relais.oversight;

import org.relais.audit.SealState;

/**
 * How far the log is sealed, as an auditor sees it.
 *
 * @param wentBack whether the log is older, or another one, than what this auditor saw before
 */
public record SealView(SealState state, boolean wentBack) {}
