package org.relais.agenda.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.agenda.AppointmentKind;
import org.relais.agenda.AppointmentRow;
import org.relais.agenda.AppointmentState;
import org.relais.agenda.CentreClosed;
import org.relais.agenda.Clash;
import org.relais.centre.MeetingRoom;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.RelaisException;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** How appointments are put into words and signs, in one language. */
final class AgendaWords {

    private final AgendaDesk desk;
    private final Locale locale;

    AgendaWords(AgendaDesk desk, Locale locale) {
        this.desk = desk;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }

    Formats formats(CentreId centre) {
        return new Formats(locale, desk.zone(centre));
    }

    /** jeu. 19.11, 10:00 to 11:00. */
    String when(Instant from, Instant to, CentreId centre) {
        var formats = formats(centre);
        var day = formats.day(from);
        var date = day.getYear() == desk.today(centre).getYear() ? formats.shortDate(day) : formats.date(day);
        return say("agenda.when", date, formats.time(from), formats.time(to));
    }

    String times(Instant from, Instant to, CentreId centre) {
        var formats = formats(centre);
        return say("agenda.times", formats.time(from), formats.time(to));
    }

    String date(LocalDate day, CentreId centre) {
        return formats(centre).date(day);
    }

    String name(StaffId id) {
        return desk.staff().find(id).map(StaffCard::name).orElse("");
    }

    String names(List<StaffId> staff) {
        return staff.stream().map(this::name).collect(Collectors.joining(", "));
    }

    String room(CentreId centre, @Nullable MeetingRoomId id) {
        return desk.centres().meetingRooms(centre).stream()
                .filter(room -> room.id().equals(id))
                .map(MeetingRoom::name)
                .findFirst()
                .orElse("");
    }

    /** What it is called: the group, its subject, or its kind. */
    String title(AppointmentRow row) {
        if (row.groupName() != null) {
            return row.groupName();
        }
        return row.subject() == null ? say(row.kind().key()) : row.subject();
    }

    /** Kind, room or place, in one line. */
    String detail(AppointmentRow row) {
        var parts = new java.util.ArrayList<String>();
        if (row.subject() != null && row.groupName() == null) {
            parts.add(say(row.kind().key()));
        }
        var room = room(row.centre(), row.room());
        if (!room.isEmpty()) {
            parts.add(room);
        }
        if (row.place() != null) {
            parts.add(row.place());
        }
        return String.join(" · ", parts);
    }

    SeverityBadge state(AppointmentState state) {
        return new SeverityBadge(severity(state), glyph(state), say(state.key()));
    }

    static Glyph glyph(AppointmentState state) {
        return switch (state) {
            case PLANNED -> Glyph.CLOCK;
            case ATTENDED -> Glyph.CIRCLE_CHECK;
            case NO_SHOW -> Glyph.USER_X;
            case CANCELLED, LATE_CANCEL -> Glyph.CIRCLE_X;
        };
    }

    static Glyph glyph(AppointmentKind kind) {
        return switch (kind) {
            case INDIVIDUAL -> Glyph.USER_ROUND;
            case GROUP -> Glyph.USERS_ROUND;
            case VISIT -> Glyph.MAP_PIN;
            case MEETING -> Glyph.USERS;
            case CALL -> Glyph.PHONE;
            case HOME_VISIT -> Glyph.HOUSE;
        };
    }

    /**
     * Does it, and says what clashes or which day is closed in the reader's language, at the field it is about.
     *
     * @throws RelaisException every other refusal as it came
     */
    <T> T told(CentreId centre, Supplier<T> act) {
        try {
            return act.get();
        } catch (CentreClosed closed) {
            var reason = closed.reason();
            throw reason == null
                    ? new InvalidInput("day", "agenda.error.closed", date(closed.day(), centre))
                    : new InvalidInput("day", "agenda.error.closed.reason", date(closed.day(), centre), reason);
        } catch (Clash clash) {
            if (clash.taken().isEmpty()) {
                throw clash;
            }
            throw told(centre, clash.taken().getFirst());
        }
    }

    private InvalidInput told(CentreId centre, Clash.Taken taken) {
        var formats = formats(centre);
        var date = formats.date(taken.startsAt());
        var from = formats.time(taken.startsAt());
        var to = formats.time(taken.endsAt());
        return switch (taken.whom()) {
            case PERSON ->
                taken.subject() == null
                        ? new InvalidInput("time", "agenda.error.clash.person.told", date, from, to)
                        : new InvalidInput(
                                "time", "agenda.error.clash.person.subject", date, from, to, taken.subject());
            case STAFF ->
                new InvalidInput(
                        "staff",
                        "agenda.error.clash.staff.told",
                        taken.staff() == null ? "" : name(taken.staff()),
                        date,
                        from,
                        to);
            case ROOM ->
                new InvalidInput("room", "agenda.error.clash.room.told", room(centre, taken.room()), date, from, to);
        };
    }

    private static Severity severity(AppointmentState state) {
        return switch (state) {
            case PLANNED, CANCELLED -> Severity.NEUTRAL;
            case ATTENDED -> Severity.OK;
            case NO_SHOW, LATE_CANCEL -> Severity.WARNING;
        };
    }
}
