package org.relais.aftercare;

import java.time.LocalDate;

import org.relais.shared.FollowUpContactId;

/** The place of a contact in a list by the end of its window, to read on from. */
public record AftercareCursor(LocalDate until, FollowUpContactId id) {}
