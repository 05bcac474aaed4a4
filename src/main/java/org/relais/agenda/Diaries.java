package org.relais.agenda;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.AppointmentId;
import org.relais.shared.Id;
import org.relais.shared.Utc;

/** Who and what is taken when. Whoever writes here holds the diary of each of them until the transaction ends. */
@Component
class Diaries {

    static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;

    Diaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever books one of these, in one order for everybody, so that nobody waits in a circle. */
    void hold(Collection<? extends Id> resources) {
        resources.stream()
                .filter(Objects::nonNull)
                .map(Id::value)
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .forEach(resource -> jdbc.sql(
                                "INSERT INTO agenda_diary VALUES (?, 1) ON DUPLICATE KEY UPDATE turn = turn + 1")
                        .param(resource)
                        .update());
    }

    /** What of these is taken at some time between the two, but for these appointments; by time. */
    List<Taken> taken(Collection<? extends Id> resources, Instant from, Instant to, Collection<AppointmentId> except) {
        return jdbc.sql("""
                        SELECT appointment_id, resource_id, starts_at, ends_at FROM agenda_busy
                        WHERE resource_id IN (:resources) AND starts_at < :to AND ends_at > :from
                          AND appointment_id NOT IN (:except)
                        ORDER BY starts_at, resource_id""")
                .param("resources", values(resources))
                .param("from", Utc.column(from))
                .param("to", Utc.column(to))
                .param("except", values(except))
                .query((row, number) -> new Taken(
                        new AppointmentId(Utc.uuid(row, "appointment_id")),
                        Utc.uuid(row, "resource_id"),
                        Utc.instant(row, "starts_at"),
                        Utc.instant(row, "ends_at")))
                .list();
    }

    /**
     * Takes the time of each.
     *
     * @throws Clash when one of them is taken after all; whoever held the diaries and looked does not meet this
     */
    void take(AppointmentId appointment, Slot slot, Collection<? extends Id> resources) {
        try {
            resources.stream()
                    .map(Id::value)
                    .distinct()
                    .forEach(resource -> jdbc.sql("INSERT INTO agenda_busy VALUES (?,?,?,?)")
                            .param(appointment.value())
                            .param(resource)
                            .param(Utc.column(slot.startsAt()))
                            .param(Utc.column(slot.endsAt()))
                            .update());
        } catch (DataIntegrityViolationException overlap) {
            throw new Clash(List.of());
        }
    }

    void release(Collection<AppointmentId> appointments) {
        jdbc.sql("DELETE FROM agenda_busy WHERE appointment_id IN (:appointments)")
                .param("appointments", values(appointments))
                .update();
    }

    /** A time that is taken. */
    record Taken(AppointmentId appointment, UUID resource, Instant startsAt, Instant endsAt) {}

    /** Where a page begins; null for the first. */
    static UUID after(@Nullable Id last) {
        return last == null ? NOTHING : last.value();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }
}
