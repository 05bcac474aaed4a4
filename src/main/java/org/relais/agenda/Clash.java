package org.relais.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Conflict;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.StaffId;

/** Somebody or a room is taken at that time already. Nothing was booked. */
public class Clash extends Conflict {

    private final transient List<Taken> taken;

    Clash(List<Taken> taken) {
        super(taken.isEmpty() ? "agenda.error.clash" : taken.getFirst().whom().key());
        this.taken = List.copyOf(taken);
    }

    /** What is taken and when, the first ones; empty when somebody else was faster. */
    public List<Taken> taken() {
        return taken;
    }

    /** Who or what is taken. */
    public enum Whom {
        PERSON,
        STAFF,
        ROOM;

        /** The key of the sentence in the bundles. */
        public String key() {
            return "agenda.error.clash." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of them.
     *
     * @param staff where it is a colleague
     * @param room where it is a room
     * @param subject what for; null unless the reader may know
     */
    public record Taken(
            Whom whom,
            @Nullable StaffId staff,
            @Nullable MeetingRoomId room,
            Instant startsAt,
            Instant endsAt,
            @Nullable String subject) {}
}
