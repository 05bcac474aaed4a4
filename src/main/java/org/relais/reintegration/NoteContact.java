package org.relais.reintegration;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StepContactId;
import org.relais.shared.StepId;

/**
 * Notes that somebody was asked or reminded about a step, as typed.
 *
 * @param id given when the form is opened: a double click notes one contact
 * @param way required
 * @param reached whether somebody answered
 * @param note what was said, up to 500 characters
 */
public record NoteContact(
        StepContactId id,
        StepId step,
        @Nullable ContactWay way,
        boolean reached,
        @Nullable String note) {}
