package org.relais.person;

import java.time.Instant;

import org.relais.shared.ContactId;

/** One way to reach the person, in force. */
public record Contact(ContactId id, ContactKind kind, String value, Instant recordedAt) {}
