package org.relais.agenda.ui;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.agenda.AgendaBlock;
import org.relais.agenda.AgendaPage;
import org.relais.agenda.AgendaQuestion;
import org.relais.agenda.AgendaRoutes;
import org.relais.agenda.AppointmentRow;
import org.relais.agenda.MoveAppointment;
import org.relais.agenda.Reach;
import org.relais.agenda.ui.AgendaAddress.View;
import org.relais.agenda.ui.AgendaAddress.Whose;
import org.relais.centre.Centre;
import org.relais.centre.MeetingRoom;
import org.relais.person.PersonName;
import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.Roles;
import org.relais.staff.StaffCard;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DateField;
import org.relais.uikit.DisciplineTile;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SegmentedSwitch;
import org.relais.uikit.WidePage;

/** The calendar: one's own days, those of a colleague, the team or the rooms; by day, by week or as a list. */
@Route(AgendaRoutes.AGENDA)
@Menu(title = "agenda.menu", order = 70, icon = "calendar-days")
@RolesAllowed({
    Roles.PHYSICIAN,
    Roles.NURSE,
    Roles.DISPENSING_NURSE,
    Roles.PSYCHOLOGIST,
    Roles.SOCIAL_WORKER,
    Roles.FAMILY_WORKER,
    Roles.PEER_WORKER,
    Roles.COORDINATOR
})
class AgendaView extends Div implements HasDynamicTitle, AfterNavigationObserver, WidePage {

    private static final int LIST_DAYS = 14;

    private final transient AgendaDesk desk;
    private final transient AgendaWords words;
    private final PageHeader header = new PageHeader(getTranslation("agenda.title"), "");
    private final SegmentedSwitch<View> views = new SegmentedSwitch<>(
            getTranslation("agenda.view"), one -> getTranslation("agenda.view." + key(one)), View.values());
    private final Select<Whose> whose = new Select<>();
    private final Select<Centre> centres = new Select<>();
    private final DateField jump = new DateField("");
    private final Div content = new Div();
    private transient AgendaAddress address = AgendaAddress.MINE;
    private transient @Nullable AppointmentId touched;

    AgendaView(AgendaDesk desk) {
        this.desk = desk;
        this.words = new AgendaWords(desk, getLocale());
        addClassNames("relais-page", "relais-agenda");
        content.addClassName("relais-agenda-content");
        if (desk.own().isEmpty()) {
            add(header);
            return;
        }
        if (desk.writes()) {
            var book = new BusyButton(getTranslation("agenda.book"), Glyph.CALENDAR_PLUS, this::openForm);
            book.addThemeName("primary");
            header.addAction(book);
        }
        add(header, createBar(), content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("agenda.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (desk.own().isEmpty()) {
            return;
        }
        address = AgendaAddress.read(event.getLocation().getQueryParameters());
        show();
    }

    private Component createBar() {
        views.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(address.in(change.getValue()));
            }
        });
        whose.setAriaLabel(getTranslation("agenda.whose"));
        whose.setItemLabelGenerator(this::label);
        whose.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(address.of(change.getValue()));
            }
        });
        centres.setAriaLabel(getTranslation("agenda.field.centre"));
        centres.setItems(desk.own());
        centres.setItemLabelGenerator(Centre::name);
        centres.setVisible(desk.own().size() > 1);
        centres.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(address.at(change.getValue().id()));
            }
        });
        jump.setAriaLabel(getTranslation("agenda.jump"));
        jump.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                go(address.on(change.getValue()));
            }
        });
        var bar = new Div(
                step("agenda.before", Glyph.CHEVRON_LEFT, -1),
                new Button(getTranslation("agenda.today"), _ -> go(address.on(null))),
                step("agenda.after", Glyph.CHEVRON_RIGHT, 1),
                jump,
                views,
                whose,
                centres,
                new Anchor(AgendaRoutes.GROUPS, getTranslation("agenda.groups")));
        bar.addClassName("relais-agenda-bar");
        return bar;
    }

    private Button step(String key, Glyph glyph, int direction) {
        var button = new Button(glyph.create(), _ -> {
            var days =
                    switch (address.view()) {
                        case DAY -> 1;
                        case WEEK -> 7;
                        case LIST -> LIST_DAYS;
                    };
            go(address.on(from().plusDays((long) direction * days)));
        });
        button.setAriaLabel(getTranslation(key));
        button.addThemeName("icon");
        return button;
    }

    private void go(AgendaAddress chosen) {
        getUI().ifPresent(ui -> ui.navigate(AgendaRoutes.AGENDA, chosen.write()));
    }

    private void show() {
        var centre = centre();
        var choices = choices(centre.id());
        whose.setItems(choices);
        whose.setValue(choices.stream()
                .filter(one -> one.equals(address.whose()))
                .findFirst()
                .orElse(choices.getFirst()));
        centres.setValue(centre);
        views.setValue(address.view());
        jump.setValue(from());
        content.removeAll();
        new FieldErrors().run(() -> draw(centre, whose.getValue()));
    }

    private void draw(Centre centre, Whose chosen) {
        var formats = words.formats(centre.id());
        var from = from();
        var many = chosen instanceof Whose.Team || chosen instanceof Whose.Rooms;
        var view = address.view() == View.WEEK && many ? View.LIST : address.view();
        var days =
                switch (address.view()) {
                    case DAY -> 1;
                    case WEEK -> 7;
                    case LIST -> LIST_DAYS;
                };
        header.setSubtitle(
                days == 1
                        ? formats.dayHead(from, desk.today(centre.id()))
                        : getTranslation("agenda.range", formats.date(from), formats.date(from.plusDays(days - 1L))));
        var page = desk.appointments()
                .agenda(
                        desk.plan(chosen.text() + " " + from),
                        new AgendaQuestion(
                                centre.id(),
                                from,
                                days,
                                colleague(chosen),
                                chosen instanceof Whose.Room(var room) ? room : null));
        var names = desk.names(page.blocks().stream()
                .map(AgendaBlock::row)
                .filter(Objects::nonNull)
                .map(AppointmentRow::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        content.add(
                view == View.LIST
                        ? createList(centre, page, names, chosen)
                        : new AgendaGrid(
                                desk,
                                words,
                                centre.id(),
                                names,
                                columns(centre, page, chosen, from, days),
                                touched,
                                new Acts()));
        if (page.more()) {
            content.add(
                    new Paragraph(getTranslation("agenda.more", page.blocks().size())));
        }
    }

    private @Nullable StaffId colleague(Whose chosen) {
        return switch (chosen) {
            case Whose.Mine() -> desk.me();
            case Whose.Colleague(var staff) -> staff;
            case Whose.Team(), Whose.Rooms(), Whose.Room(var _) -> null;
        };
    }

    private List<AgendaColumn> columns(Centre centre, AgendaPage page, Whose chosen, LocalDate from, int days) {
        var today = desk.today(centre.id());
        var formats = words.formats(centre.id());
        if (days > 1) {
            return from.datesUntil(from.plusDays(days))
                    .map(day -> column(
                            formats.shortDate(day),
                            day,
                            today,
                            page,
                            chosen,
                            block -> formats.day(block.startsAt()).equals(day)))
                    .filter(column -> weekday(column.day())
                            || !column.closed()
                            || !column.blocks().isEmpty())
                    .toList();
        }
        return switch (chosen) {
            case Whose.Team() ->
                desk.colleagues(centre.id()).stream()
                        .map(card -> column(
                                card.name(),
                                from,
                                today,
                                page,
                                new Whose.Colleague(card.id()),
                                block -> block.staff().contains(card.id())))
                        .toList();
            case Whose.Rooms() ->
                desk.centres().meetingRooms(centre.id()).stream()
                        .map(room -> column(
                                room.name(),
                                from,
                                today,
                                page,
                                new Whose.Room(room.id()),
                                block -> room.id().equals(block.room())))
                        .toList();
            case Whose.Mine(), Whose.Colleague(var _), Whose.Room(var _) ->
                List.of(column(label(chosen), from, today, page, chosen, _ -> true));
        };
    }

    private AgendaColumn column(
            String head,
            LocalDate day,
            LocalDate today,
            AgendaPage page,
            Whose chosen,
            Predicate<AgendaBlock> belongs) {
        return new AgendaColumn(
                head,
                day,
                day.equals(today),
                page.closed().contains(day),
                colleague(chosen),
                chosen instanceof Whose.Room(var room) ? room : null,
                page.blocks().stream().filter(belongs).toList());
    }

    private Component createList(Centre centre, AgendaPage page, Map<PersonId, PersonName> names, Whose chosen) {
        var rooms = chosen instanceof Whose.Rooms;
        var blocks = page.blocks().stream()
                .filter(block -> !rooms || block.room() != null)
                .toList();
        if (blocks.isEmpty()) {
            return new EmptyState(
                    Glyph.CALENDAR_DAYS,
                    getTranslation("agenda.list.empty.title"),
                    getTranslation("agenda.list.empty.text"),
                    null);
        }
        var formats = words.formats(centre.id());
        var today = desk.today(centre.id());
        var whole = new Div();
        whole.addClassName("relais-agenda-list");
        blocks.stream().map(block -> formats.day(block.startsAt())).distinct().forEach(day -> {
            whole.add(new H2(formats.dayHead(day, today)));
            var list = new UnorderedList();
            list.addClassName("relais-appointment-rows");
            blocks.stream()
                    .filter(block -> formats.day(block.startsAt()).equals(day))
                    .forEach(block -> list.add(createLine(centre.id(), block, names, formats)));
            whole.add(list);
        });
        return whole;
    }

    private ListItem createLine(CentreId centre, AgendaBlock block, Map<PersonId, PersonName> names, Formats formats) {
        var when =
                new Span(getTranslation("agenda.times", formats.time(block.startsAt()), formats.time(block.endsAt())));
        when.addClassNames("relais-numeric", "relais-appointment-when");
        var row = block.row();
        if (row == null) {
            var taken = new Span(getTranslation("agenda.taken"));
            taken.addClassNames("relais-meta", "relais-grow");
            return new ListItem(when, taken, staff(block));
        }
        var name = row.person() == null ? null : names.get(row.person());
        var title = new Span(name == null ? words.title(row) : name.display() + ", " + words.title(row));
        title.addClassName("relais-appointment-title");
        var detail = new Span(words.detail(row));
        detail.addClassNames("relais-meta", "relais-small-text");
        var text = new Div(title, detail);
        text.addClassName("relais-grow");
        var open = new Button(getTranslation("agenda.open"), _ -> openBlock(row, names));
        open.addThemeNames("small", "tertiary");
        open.setAriaLabel(getTranslation("agenda.open") + " " + words.times(row.startsAt(), row.endsAt(), centre) + " "
                + title.getText());
        return new ListItem(
                when,
                new DisciplineTile(row.discipline(), AgendaWords.glyph(row.kind())).small(),
                text,
                staff(block),
                words.state(row.state()),
                open);
    }

    private Span staff(AgendaBlock block) {
        var staff = new Span(words.names(block.staff()));
        staff.addClassNames("relais-meta", "relais-small-text");
        return staff;
    }

    private void openBlock(AppointmentRow row, Map<PersonId, PersonName> names) {
        var name = row.person() == null ? null : names.get(row.person());
        new AppointmentDialog(words, row, name, acts()).open();
    }

    private AppointmentActs acts() {
        return new AppointmentActs(desk, words, null, changed -> {
            touched = changed;
            show();
        });
    }

    private void openForm() {
        new BookDialog(desk, List.of(centre()), null, null, this::show).open();
    }

    private Centre centre() {
        var own = desk.own();
        return own.stream()
                .filter(one -> one.id().equals(address.centre()))
                .findFirst()
                .orElse(own.getFirst());
    }

    private LocalDate from() {
        var day = address.day() == null ? desk.today(centre().id()) : address.day();
        return address.view() == View.WEEK ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
    }

    private List<Whose> choices(CentreId centre) {
        var choices = new ArrayList<Whose>();
        choices.add(new Whose.Mine());
        choices.add(new Whose.Team());
        var rooms = desk.centres().meetingRooms(centre);
        if (!rooms.isEmpty()) {
            choices.add(new Whose.Rooms());
        }
        desk.colleagues(centre).stream()
                .map(StaffCard::id)
                .filter(id -> !id.equals(desk.me()))
                .map(Whose.Colleague::new)
                .forEach(choices::add);
        rooms.stream().map(MeetingRoom::id).map(Whose.Room::new).forEach(choices::add);
        return choices;
    }

    private String label(Whose one) {
        return switch (one) {
            case Whose.Mine() -> getTranslation("agenda.whose.mine");
            case Whose.Team() -> getTranslation("agenda.whose.team");
            case Whose.Rooms() -> getTranslation("agenda.whose.rooms");
            case Whose.Colleague(var staff) -> words.name(staff);
            case Whose.Room(var room) -> words.room(centre().id(), room);
        };
    }

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static String key(View view) {
        return view.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What is done in the calendar itself. */
    private final class Acts implements AgendaGrid.Acts {

        @Override
        public void open(AppointmentRow row) {
            var who = row.person();
            openBlock(row, who == null ? Map.of() : desk.names(List.of(who)));
        }

        @Override
        public void move(AppointmentRow row, AgendaColumn from, AgendaColumn to, LocalTime time) {
            var staff = row.staff();
            var before = from.staff();
            var after = to.staff();
            if (before != null && after != null && !before.equals(after)) {
                staff = staff.stream()
                        .map(one -> one.equals(before) ? after : one)
                        .distinct()
                        .toList();
            }
            var room = to.room() == null ? row.room() : to.room();
            acts().drag(
                            row,
                            new MoveAppointment(
                                    row.id(), row.version(), Reach.ONE, to.day(), time, row.minutes(), staff, room));
        }

        @Override
        public void book(AgendaColumn column, LocalTime time) {
            var staff = column.staff() == null ? desk.me() : column.staff();
            new BookDialog(desk, List.of(centre()), null, null, AgendaView.this::show)
                    .at(column.day(), time, List.of(staff), column.room())
                    .open();
        }
    }
}
