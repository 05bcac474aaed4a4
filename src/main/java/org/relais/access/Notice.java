package org.relais.access;

import java.time.Instant;
import java.util.UUID;

import org.relais.shared.NoticeId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * What one member of staff was told and has not seen. It names nobody: whose record it is, the reader learns through
 * their own rights.
 *
 * @param source the emergency access, request or relation it tells of
 * @param by whose act it tells of
 */
public record Notice(NoticeId id, StaffId to, NoticeKind kind, PersonId person, UUID source, StaffId by, Instant at) {}
