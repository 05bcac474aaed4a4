package org.relais.access;

import java.time.Instant;
import java.util.Set;

import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/** Who wrote in a record lately; told by the room that keeps it, to whom an emergency access is told. */
public interface RecordAuthors {

    /** The authors of signed entries of these records since a moment. Asked after the access is logged. */
    Set<StaffId> since(Set<PersonId> people, Instant moment);
}
