package org.relais.agenda.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.StaffId;

/**
 * What the calendar shows, as its address says it; what makes no sense in it is left out.
 *
 * @param day null: today
 * @param centre null: the first of one's own
 */
record AgendaAddress(
        View view,
        Whose whose,
        @Nullable LocalDate day,
        @Nullable CentreId centre) {

    static final AgendaAddress MINE = new AgendaAddress(View.DAY, new Whose.Mine(), null, null);

    /** How it is drawn. */
    enum View {
        DAY,
        WEEK,
        LIST
    }

    /** Whose days. */
    sealed interface Whose {
        /** One's own. */
        record Mine() implements Whose {}

        /** Those of everybody of the centre. */
        record Team() implements Whose {}

        /** Those of every room of the centre. */
        record Rooms() implements Whose {}

        /** One colleague's. */
        record Colleague(StaffId staff) implements Whose {}

        /** One room's. */
        record Room(MeetingRoomId room) implements Whose {}

        default String text() {
            return switch (this) {
                case Mine() -> "me";
                case Team() -> "team";
                case Rooms() -> "rooms";
                case Colleague(var staff) -> "staff:" + staff;
                case Room(var room) -> "room:" + room;
            };
        }

        static Whose read(String text) {
            if (text.startsWith("staff:")) {
                return new Colleague(StaffId.parse(text.substring("staff:".length())));
            }
            if (text.startsWith("room:")) {
                return new Room(MeetingRoomId.parse(text.substring("room:".length())));
            }
            return switch (text) {
                case "team" -> new Team();
                case "rooms" -> new Rooms();
                default -> new Mine();
            };
        }
    }

    static AgendaAddress read(QueryParameters parameters) {
        var view = View.DAY;
        for (var one : View.values()) {
            if (one.name()
                    .equalsIgnoreCase(parameters.getSingleParameter("view").orElse(""))) {
                view = one;
            }
        }
        return new AgendaAddress(
                view,
                whose(parameters.getSingleParameter("who").orElse("")),
                day(parameters.getSingleParameter("day").orElse("")),
                centre(parameters.getSingleParameter("centre").orElse("")));
    }

    QueryParameters write() {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("view", view.name().toLowerCase(java.util.Locale.ROOT));
        written.put("who", whose.text());
        if (day != null) {
            written.put("day", day.toString());
        }
        if (centre != null) {
            written.put("centre", centre.toString());
        }
        return QueryParameters.simple(written);
    }

    AgendaAddress in(View chosen) {
        return new AgendaAddress(chosen, whose, day, centre);
    }

    AgendaAddress of(Whose chosen) {
        return new AgendaAddress(view, chosen, day, centre);
    }

    AgendaAddress on(@Nullable LocalDate chosen) {
        return new AgendaAddress(view, whose, chosen, centre);
    }

    AgendaAddress at(CentreId chosen) {
        return new AgendaAddress(view, new Whose.Mine(), day, chosen);
    }

    private static Whose whose(String text) {
        try {
            return Whose.read(text);
        } catch (InvalidInput notAnId) {
            return new Whose.Mine();
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static @Nullable CentreId centre(String text) {
        try {
            return text.isEmpty() ? null : CentreId.parse(text);
        } catch (InvalidInput notAnId) {
            return null;
        }
    }
}
