package org.relais.today.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.agenda.AgendaRoutes;
import org.relais.agenda.AppointmentRow;
import org.relais.person.PersonRoutes;
import org.relais.shared.ServiceDay;
import org.relais.today.Engagement;
import org.relais.today.MyAgenda;
import org.relais.uikit.DisciplineStyle;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;

/** The appointments of one's day, drawn to the hour, with the time it is now; the day before and after a click away. */
class DayColumn extends Panel {

    private static final int FIRST_HOUR = 9;
    private static final int LAST_HOUR = 18;

    private final transient MyAgenda agenda;
    private final transient AccessService access;
    private final transient Clock clock;
    private final transient ServiceDay time;
    private final LocalDate today;
    private final Span name = new Span();
    private final Div hours = new Div();
    private LocalDate day;

    DayColumn(MyAgenda agenda, AccessService access, Clock clock) {
        super(I18NProvider.translate("today.agenda"));
        this.agenda = agenda;
        this.access = access;
        this.clock = clock;
        var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
        time = agenda.clock(scope);
        today = agenda.today(scope);
        day = today;
        flush();
        addClassName("relais-today-agenda");
        name.addClassName("relais-meta");
        name.getElement().setAttribute("aria-live", "polite");
        addToHeader(name);
        addToHeader(step(Glyph.CHEVRON_LEFT, "today.agenda.before", -1));
        var now = new Button(getTranslation("today.agenda.today"), _ -> show(today));
        now.addThemeName("small");
        addToHeader(now);
        addToHeader(step(Glyph.CHEVRON_RIGHT, "today.agenda.after", 1));
        hours.addClassName("relais-today-hours");
        addContent(hours);
        show(today);
    }

    private Button step(Glyph glyph, String key, int days) {
        var button = new Button(glyph.create(), _ -> show(day.plusDays(days)));
        button.setAriaLabel(getTranslation(key));
        button.addThemeNames("small", "icon");
        return button;
    }

    private void show(LocalDate chosen) {
        day = chosen;
        var formats = new Formats(getLocale(), time.zone());
        name.setText(chosen.equals(today) ? "" : formats.shortDate(chosen));
        var taken = agenda.of(
                access.scope(Section.PLAN, Purpose.CARE, null),
                access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                chosen);
        hours.removeAll();
        if (taken.isEmpty()) {
            var nothing = new Paragraph(getTranslation("today.agenda.none"));
            nothing.addClassName("relais-secondary");
            hours.add(nothing);
            hours.setClassName("relais-empty", true);
            return;
        }
        hours.setClassName("relais-empty", false);
        draw(taken, formats);
    }

    private void draw(List<Engagement> taken, Formats formats) {
        var first = taken.stream().mapToInt(one -> hour(one.startsAt())).min().orElse(FIRST_HOUR);
        var last = taken.stream()
                .mapToInt(one -> hour(one.endsAt().minusSeconds(1)) + 1)
                .max()
                .orElse(LAST_HOUR);
        var from = Math.min(FIRST_HOUR, first);
        var until = Math.max(LAST_HOUR, last);
        hours.getStyle().set("--relais-hours", String.valueOf(until - from));
        for (var hour = from; hour <= until; hour++) {
            var line = new Span(formats.time(LocalTime.of(Math.min(hour, 23), 0)));
            line.addClassNames("relais-today-hour", "relais-numeric");
            line.getElement().setAttribute("aria-hidden", "true");
            line.getStyle().set("--relais-from", String.valueOf((hour - from) * 60));
            hours.add(line);
        }
        var list = new UnorderedList();
        var lanes = lanes(taken);
        for (var at = 0; at < taken.size(); at++) {
            var block = block(taken.get(at), formats);
            var lane = lanes.get(at);
            block.getStyle()
                    .set("--relais-from", String.valueOf(minutes(taken.get(at).startsAt()) - from * 60))
                    .set("--relais-minutes", String.valueOf(length(taken.get(at))))
                    .set("--relais-lane", String.valueOf(lane))
                    .set("--relais-lanes", String.valueOf(width(taken, lanes, at)));
            list.add(block);
        }
        hours.add(list);
        if (day.equals(today)) {
            var now = new Div();
            now.addClassName("relais-today-now");
            now.getElement().setAttribute("aria-hidden", "true");
            now.getStyle().set("--relais-from", String.valueOf(minutes(clock.instant()) - from * 60));
            hours.add(now);
        }
    }

    private ListItem block(Engagement one, Formats formats) {
        var item = new ListItem();
        item.addClassName("relais-today-block");
        var times = new Span(
                getTranslation("today.agenda.times", formats.time(one.startsAt()), formats.time(one.endsAt())));
        times.addClassNames("relais-meta", "relais-numeric");
        var row = one.row();
        if (row == null) {
            item.add(new Span(getTranslation("today.agenda.taken")), times);
            return item;
        }
        item.addClassName(DisciplineStyle.className(row.discipline()));
        item.add(link(one, row), what(one, row), times);
        return item;
    }

    private Component link(Engagement one, AppointmentRow row) {
        var person = row.person();
        var title = one.name() == null ? title(row) : one.name().display();
        var link = new Anchor(
                person == null || one.name() == null
                        ? AgendaRoutes.AGENDA
                        : PersonRoutes.record(person, AgendaRoutes.SECTION),
                title);
        link.addClassName("relais-strong");
        return link;
    }

    private Span what(Engagement one, AppointmentRow row) {
        var words = new Span(one.name() == null ? getTranslation(row.kind().key()) : title(row));
        words.addClassName("relais-secondary");
        return words;
    }

    private String title(AppointmentRow row) {
        if (row.groupName() != null) {
            return row.groupName();
        }
        return Objects.requireNonNullElseGet(
                row.subject(), () -> getTranslation(row.kind().key()));
    }

    // What overlaps stands side by side
    private static List<Integer> lanes(List<Engagement> taken) {
        var lanes = new ArrayList<Integer>();
        var ends = new ArrayList<Instant>();
        for (var one : taken) {
            var lane = 0;
            while (lane < ends.size() && ends.get(lane).isAfter(one.startsAt())) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(one.endsAt());
            } else {
                ends.set(lane, one.endsAt());
            }
            lanes.add(lane);
        }
        return lanes;
    }

    private static int width(List<Engagement> taken, List<Integer> lanes, int at) {
        var one = taken.get(at);
        var most = lanes.get(at);
        for (var other = 0; other < taken.size(); other++) {
            var two = taken.get(other);
            if (two.startsAt().isBefore(one.endsAt()) && one.startsAt().isBefore(two.endsAt())) {
                most = Math.max(most, lanes.get(other));
            }
        }
        return most + 1;
    }

    private int minutes(Instant instant) {
        return instant.atZone(time.zone()).toLocalTime().toSecondOfDay() / 60;
    }

    private int hour(Instant instant) {
        return minutes(instant) / 60;
    }

    private static long length(Engagement one) {
        return Math.max(20, Duration.between(one.startsAt(), one.endsAt()).toMinutes());
    }
}
