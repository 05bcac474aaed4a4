package org.relais.today.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuConfiguration;
import org.springframework.beans.factory.ObjectProvider;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.staff.CurrentStaff;
import org.relais.today.DayLine;
import org.relais.today.MyAgenda;
import org.relais.today.MyDay;
import org.relais.today.MyDayPage;
import org.relais.today.TodayRoutes;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.MenuBadge;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;
import org.relais.uikit.SegmentedSwitch;
import org.relais.worklist.DueGroup;

/** My day: what is overdue, due within the hour, later today and in the coming days, and what waits to be signed. */
@Route(TodayRoutes.MY_DAY)
@Menu(title = "today.menu", order = 0, icon = "sun")
@PermitAll
class TodayView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private final transient MyDay day;
    private final transient AccessService access;
    private final transient ObjectProvider<MenuBadge> badges;
    private final transient Clock clock;
    private final transient CurrentStaff current;
    private final transient MyAgenda agenda;
    private final PageHeader header;
    private final Div body = new Div();

    TodayView(
            MyDay day,
            MyAgenda agenda,
            AccessService access,
            ObjectProvider<MenuBadge> badges,
            CurrentStaff current,
            Clock clock) {
        this.day = day;
        this.access = access;
        this.badges = badges;
        this.clock = clock;
        this.current = current;
        this.agenda = agenda;
        addClassName("relais-page");
        header = new PageHeader(
                getTranslation("today.greeting", current.require().givenName()), "");
        body.addClassName("relais-today-body");
        add(header, body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("today.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        body.removeAll();
        if (!access.roleOpens(Section.ADMINISTRATIVE)) {
            header.setSubtitle(getTranslation("today.without-care.text"));
            body.add(createPages());
            return;
        }
        var page = day.of(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null));
        header.setSubtitle(summary(page));
        var main = new Div();
        main.addClassName("relais-today-main");
        var follows = MyDay.FOLLOWING.contains(current.require().role());
        body.setClassName("relais-today-following", follows);
        if (follows) {
            body.add(new DayColumn(agenda, access, clock));
            main.add(new CaseloadPanel(page.caseload(), clock));
        }
        main.add(createToDo(page));
        body.add(main);
        if (!page.toSign().isEmpty()) {
            body.add(createToSign(page.toSign()));
        }
    }

    private String summary(MyDayPage page) {
        var parts = new ArrayList<String>();
        if (!page.toDo().isEmpty() || page.toSign().isEmpty()) {
            parts.add(getTranslation("today.count", page.toDo().size()));
        }
        if (page.late() > 0) {
            parts.add(getTranslation("today.late-count", page.late()));
        }
        if (!page.toSign().isEmpty()) {
            parts.add(getTranslation("today.sign-count", page.toSign().size()));
        }
        return String.join(", ", parts);
    }

    // Who opens no record still has pages, those of the menu, and what waits on them
    private Component createPages() {
        var rows = new UnorderedList();
        rows.addClassName("relais-today-sign");
        MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> !entry.path().endsWith(TodayRoutes.MY_DAY))
                .forEach(entry -> {
                    var row = new ListItem(
                            Glyph.ARROW_RIGHT.create(), new Anchor(entry.path(), getTranslation(entry.title())));
                    waiting(entry.path())
                            .ifPresent(count -> row.add(new Span(getTranslation("today.without-care.waits", count))));
                    rows.add(row);
                });
        return new Panel(getTranslation("today.without-care.pages"), rows);
    }

    private OptionalInt waiting(String path) {
        return badges.orderedStream()
                .filter(badge -> path.endsWith(badge.path()))
                .map(MenuBadge::count)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private Component createToDo(MyDayPage page) {
        var panel = new Panel(getTranslation("today.to-do")).flush();
        panel.setCount(page.toDo().size());
        if (page.toDo().isEmpty()) {
            panel.addContent(new EmptyState(
                    Glyph.CIRCLE_CHECK, getTranslation("today.empty.title"), getTranslation("today.empty.text"), null));
            return panel;
        }
        var list = new Div();
        show(list, page, false);
        if (page.toDo().stream().anyMatch(DayLine::mine)
                && !page.toDo().stream().allMatch(DayLine::mine)) {
            var whose = new SegmentedSwitch<>(
                    getTranslation("today.whose"),
                    mine -> getTranslation(mine ? "today.mine" : "today.all"),
                    Boolean.FALSE,
                    Boolean.TRUE);
            whose.addValueChangeListener(changed -> show(list, page, changed.getValue()));
            panel.addToHeader(whose);
        }
        panel.addContent(list);
        return panel;
    }

    private void show(Div list, MyDayPage page, boolean onlyMine) {
        list.removeAll();
        for (var group : DueGroup.values()) {
            var lines = page.toDo().stream()
                    .filter(line -> line.group() == group && (line.mine() || !onlyMine))
                    .toList();
            if (!lines.isEmpty()) {
                list.add(createGroup(group, lines));
            }
        }
        if (page.more()) {
            var more = new Paragraph(getTranslation("today.more"));
            more.addClassNames("relais-secondary", "relais-today-more");
            list.add(more);
        }
    }

    private Component createGroup(DueGroup group, List<DayLine> lines) {
        var head = new H3(
                glyph(group).create(),
                new Span(getTranslation("today.group", getTranslation(group.key()), lines.size())));
        head.addClassNames("relais-today-group", "relais-today-" + style(group));
        var rows = new UnorderedList();
        rows.addClassName("relais-today-rows");
        lines.forEach(line -> rows.add(new DayRow(line, clock)));
        return new Div(head, rows);
    }

    private Component createToSign(List<DayLine> lines) {
        var rows = new UnorderedList();
        rows.addClassName("relais-today-sign");
        for (var line : lines) {
            var formats = new Formats(getLocale(), line.day().zone());
            var title = line.title().words(this::getTranslation);
            var name = line.name() == null ? "" : ", " + line.name().display();
            var at = new Span(getTranslation("today.draft", formats.dateTime(line.at())));
            at.addClassNames("relais-meta", "relais-numeric");
            rows.add(new ListItem(Glyph.PEN_LINE.create(), new Anchor(line.path(), title + name), at));
        }
        var panel = new Panel(getTranslation("today.to-sign"), rows);
        panel.setCount(lines.size());
        return panel;
    }

    private static String style(DueGroup group) {
        return switch (group) {
            case OVERDUE -> "critical";
            case WITHIN_THE_HOUR -> "warning";
            case LATER_TODAY, COMING_DAYS -> "neutral";
        };
    }

    private static Glyph glyph(DueGroup group) {
        return switch (group) {
            case OVERDUE -> Glyph.CLOCK_ALERT;
            case WITHIN_THE_HOUR -> Glyph.ALARM_CLOCK;
            case LATER_TODAY -> Glyph.CLOCK;
            case COMING_DAYS -> Glyph.CALENDAR_DAYS;
        };
    }
}
