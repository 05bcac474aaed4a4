package org.relais.reintegration;

import org.relais.shared.EntryId;
import org.relais.shared.StepId;

/** A step that was added, and the entry that says so in the record. */
public record AddedStep(StepId step, EntryId entry) {}
