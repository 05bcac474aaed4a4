package org.relais.staff.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Bed;
import org.relais.centre.Centre;
import org.relais.centre.ClosedDay;
import org.relais.centre.MeetingRoom;
import org.relais.centre.OpenCentre;
import org.relais.centre.Unit;
import org.relais.shared.Id;
import org.relais.staff.StaffCard;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.Initials;
import org.relais.uikit.Panel;

/** One centre with its units and who works there, and, for an administrator, what can be changed about it. */
final class CentrePanel extends Panel {

    static final String CHANGE = "staff.centre.change";
    static final String OPEN_UNIT = "staff.unit.open";
    static final String RENAME = "staff.unit.rename";
    static final String OPEN_ROOM = "staff.room.open";
    static final String OPEN_MEETING_ROOM = "staff.meeting-room.open";
    static final String CLOSE = "staff.closed.close";

    /** What the page does when a button is pressed. */
    interface Actions {
        void change(Centre centre);

        void openUnit(Centre centre);

        void rename(Unit unit);

        void openRoom(Unit unit);

        void openMeetingRoom(Centre centre);

        void close(Centre centre);

        void reopen(ClosedDay day);
    }

    private final transient @Nullable Actions actions;
    private final transient Map<Place, Button> buttons = new HashMap<>();

    /** @param actions null for who only looks */
    CentrePanel(
            Centre centre,
            List<StaffCard> team,
            List<MeetingRoom> rooms,
            List<ClosedDay> closed,
            @Nullable Actions actions) {
        super(centre.name());
        this.actions = actions;
        if (actions != null) {
            addToHeader(button(CHANGE, centre.name(), centre.id(), () -> actions.change(centre)));
        }
        addContent(
                secondary(facts(centre)),
                createUnits(centre),
                createRooms(centre, rooms),
                createClosed(centre, closed));
        addContent(new H3(getTranslation("staff.teams.people")));
        addContent(
                team.isEmpty()
                        ? secondary(getTranslation("staff.teams.nobody"))
                        : createList(team.stream().map(this::createColleague).toList()));
    }

    /** Puts the focus on one of its buttons, if it has it. */
    void focus(String key, Id about) {
        var button = buttons.get(new Place(key, about));
        if (button != null) {
            button.focus();
        }
    }

    private String facts(Centre centre) {
        var telephone = centre.telephone();
        var known = Stream.of(getTranslation(centre.kind().key()), telephone == null ? "" : telephone);
        var day = centre.serviceDay();
        var rules = actions == null
                ? Stream.<String>empty()
                : Stream.of(
                        getTranslation("staff.centre.code.is", centre.code()),
                        getTranslation(OpenCentre.key(centre.countryProfile())),
                        day.zone().getId(),
                        getTranslation("staff.centre.day.is", new Formats(getLocale(), day.zone()).time(day.cutOff())));
        return Stream.concat(known, rules).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private Component createUnits(Centre centre) {
        var head = new Div(new H3(getTranslation("staff.teams.units")));
        head.addClassName("relais-teams-head");
        if (actions != null) {
            var add = button(OPEN_UNIT, centre.name(), centre.id(), () -> actions.openUnit(centre));
            add.setIcon(Glyph.PLUS.create());
            head.add(add);
        }
        return new Div(
                head,
                centre.units().isEmpty()
                        ? secondary(getTranslation("staff.teams.no-unit"))
                        : createList(
                                centre.units().stream().map(this::createUnit).toList()));
    }

    private Component createRooms(Centre centre, List<MeetingRoom> rooms) {
        return new Div(
                createHead("staff.meeting-rooms", OPEN_MEETING_ROOM, centre, Actions::openMeetingRoom),
                secondary(
                        rooms.isEmpty()
                                ? getTranslation("staff.meeting-rooms.none")
                                : rooms.stream().map(MeetingRoom::name).collect(Collectors.joining(", "))));
    }

    private Component createClosed(Centre centre, List<ClosedDay> closed) {
        var formats = new Formats(getLocale(), centre.serviceDay().zone());
        var list = createList(closed.stream()
                .map(day -> {
                    var words = new Span(formats.date(day.day()) + " · " + day.reason());
                    words.addClassName("relais-grow");
                    var line = new ListItem(words);
                    if (actions != null) {
                        var open = new Button(getTranslation("staff.closed.open"), _ -> actions.reopen(day));
                        open.addThemeNames("small", "tertiary");
                        open.setAriaLabel(getTranslation("staff.closed.open") + " " + formats.date(day.day()));
                        line.add(open);
                    }
                    return line;
                })
                .toList());
        return new Div(
                createHead("staff.closed", CLOSE, centre, Actions::close),
                closed.isEmpty() ? secondary(getTranslation("staff.closed.none")) : list);
    }

    private Div createHead(String title, String act, Centre centre, BiConsumer<Actions, Centre> does) {
        var head = new Div(new H3(getTranslation(title)));
        head.addClassName("relais-teams-head");
        var held = actions;
        if (held != null) {
            var add = button(act, centre.name(), centre.id(), () -> does.accept(held, centre));
            add.setIcon(Glyph.PLUS.create());
            head.add(add);
        }
        return head;
    }

    private ListItem createUnit(Unit unit) {
        var words = new Div(
                new Span(unit.name()),
                meta(getTranslation(unit.kind().key()) + " · "
                        + getTranslation("staff.teams.beds", unit.beds().size())));
        words.addClassNames("relais-grow", "relais-teams-unit");
        var line = new ListItem(words);
        if (actions != null) {
            if (!unit.beds().isEmpty()) {
                words.add(meta(getTranslation(
                        "staff.teams.rooms",
                        unit.beds().stream().map(Bed::roomName).distinct().collect(Collectors.joining(", ")))));
            }
            var acts = new Div(button(RENAME, unit.name(), unit.id(), () -> actions.rename(unit)));
            if (unit.kind().inpatient()) {
                acts.add(button(OPEN_ROOM, unit.name(), unit.id(), () -> actions.openRoom(unit)));
            }
            acts.addClassName("relais-teams-acts");
            line.add(acts);
        }
        return line;
    }

    private ListItem createColleague(StaffCard card) {
        return new ListItem(
                new Initials(card.name(), card.role().discipline()),
                new Span(card.name()),
                meta(getTranslation(card.role().key())));
    }

    private Button button(String key, String name, Id about, Runnable action) {
        var button = new Button(getTranslation(key), _ -> action.run());
        button.addThemeNames("small", "tertiary");
        button.setAriaLabel(getTranslation(key) + " " + name);
        buttons.put(new Place(key, about), button);
        return button;
    }

    private static Component createList(List<ListItem> items) {
        var list = new UnorderedList(items.toArray(ListItem[]::new));
        list.addClassName("relais-teams-list");
        return list;
    }

    private static Paragraph secondary(String text) {
        var line = new Paragraph(text);
        line.addClassName("relais-secondary");
        return line;
    }

    private record Place(String key, Id about) {}

    private static Span meta(String text) {
        var span = new Span(text);
        span.addClassName("relais-meta");
        return span;
    }
}
