package org.relais.worklist;

import org.relais.shared.Severity;

/**
 * Something whoever follows a person wants to know at a glance, such as that they sleep outside or leave on Friday.
 *
 * @param words one or two words, translated where they are shown
 */
public record CaseFlag(TaskTitle words, Severity severity) {}
