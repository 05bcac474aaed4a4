package org.relais.aftercare.ui;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.aftercare.AftercareCursor;
import org.relais.aftercare.AftercareFilter;
import org.relais.aftercare.AftercareFilter.Which;
import org.relais.aftercare.AftercareFilter.Whose;
import org.relais.aftercare.AftercareRoutes;
import org.relais.aftercare.DueContact;
import org.relais.person.PersonName;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.Lateness;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SegmentedSwitch;
import org.relais.uikit.SeverityBadge;

/** The contacts to be made after an exit, across people, the most late first. */
@Route(AftercareRoutes.LIST)
@Menu(title = "aftercare.menu", order = 44, icon = "footprints")
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE, Roles.PSYCHOLOGIST, Roles.SOCIAL_WORKER})
class AftercareListView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final int PAGE = 30;
    private static final List<String> COLUMNS = List.of("person", "contact", "window", "attempts", "worker", "due");

    private final transient AftercareDesk desk;
    private final transient PersonService people;
    private final transient AftercareWords words;
    private final SegmentedSwitch<Whose> whose = new SegmentedSwitch<>(
            getTranslation("aftercare.list.whose"),
            one -> getTranslation("aftercare.list.whose." + word(one)),
            Whose.values());
    private final SegmentedSwitch<Which> which = new SegmentedSwitch<>(
            getTranslation("aftercare.list.which"),
            one -> getTranslation("aftercare.list.which." + word(one)),
            Which.values());
    private final Div content = new Div();
    private transient AftercareFilter filter = AftercareFilter.MINE;

    AftercareListView(AftercareDesk desk, PersonService people) {
        this.desk = desk;
        this.people = people;
        this.words = new AftercareWords(desk, getLocale());
        addClassNames("relais-page", "relais-aftercare-list");
        content.addClassName("relais-aftercare-content");
        var filters = new Div(whose, which);
        filters.addClassName("relais-aftercare-filters");
        whose.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(new AftercareFilter(event.getValue(), filter.which()));
            }
        });
        which.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(new AftercareFilter(filter.whose(), event.getValue()));
            }
        });
        add(
                new PageHeader(getTranslation("aftercare.list.title"), getTranslation("aftercare.list.subtitle")),
                filters,
                content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("aftercare.list.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var asked = event.getLocation().getQueryParameters();
        filter = new AftercareFilter(
                parameter(asked, "whose", Whose.values(), Whose.MINE),
                parameter(asked, "which", Which.values(), Which.DUE));
        whose.setValue(filter.whose());
        which.setValue(filter.which());
        content.removeAll();
        var table = createTable();
        content.add(table);
        showPage(table, null);
        if (table.getBody().getChildren().findAny().isEmpty()) {
            content.removeAll();
            content.add(new EmptyState(
                    Glyph.FOOTPRINTS,
                    getTranslation("aftercare.list.empty.title"),
                    getTranslation("aftercare.list.empty." + word(filter.which())),
                    null));
        }
    }

    private void go(AftercareFilter chosen) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("whose", word(chosen.whose()));
        parameters.put("which", word(chosen.which()));
        getUI().ifPresent(ui -> ui.navigate(AftercareRoutes.LIST, QueryParameters.simple(parameters)));
    }

    private NativeTable createTable() {
        var table = new NativeTable();
        table.addClassName("relais-aftercare-table");
        var head = new NativeTableRow();
        for (var column : COLUMNS) {
            var cell = new NativeTableHeaderCell(getTranslation("aftercare.list.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        return table;
    }

    private void showPage(NativeTable table, @Nullable AftercareCursor after) {
        new FieldErrors().run(() -> {
            var page =
                    desk.followUps().list(desk.access().scope(Section.PLAN, Purpose.CARE, null), filter, after, PAGE);
            if (page.rows().isEmpty()) {
                return;
            }
            var names = people.names(
                    desk.access().scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    page.rows().stream().map(DueContact::person).distinct().toList());
            page.rows().forEach(row -> table.getBody().add(createRow(row, names)));
            if (page.more()) {
                content.add(createMore(table, page.rows().getLast().cursor()));
            }
        });
    }

    private NativeTableRow createRow(DueContact row, Map<PersonId, PersonName> names) {
        var name = names.get(row.person());
        var link = new Anchor(
                PersonRoutes.record(row.person(), AftercareRoutes.SECTION),
                name == null ? getTranslation("aftercare.list.unnamed") : name.display());
        link.getElement().setAttribute("router-link", true);
        if (row.locked()) {
            var locked = new Span(Glyph.LOCK.create(), new Span(getTranslation("worklist.locked")));
            locked.addClassName("relais-secondary");
            return new NativeTableRow(
                    cell("person", link),
                    cell("contact", locked),
                    cell("window"),
                    cell("attempts"),
                    cell("worker"),
                    cell("due"));
        }
        var due = new Span(getTranslation("aftercare.due", words.date(row.dueOn())));
        var window = new Span(words.window(row.from(), row.until()));
        window.addClassName("relais-meta");
        var days = new Span(due, window);
        days.addClassNames("relais-column", "relais-numeric");
        var last = row.lastTriedOn();
        var tried = last == null
                ? getTranslation("aftercare.attempts.none")
                : getTranslation("aftercare.attempts.count", row.triedDays(), words.date(last));
        return new NativeTableRow(
                cell("person", link),
                cell("contact", new Span(words.contact(row.months()))),
                cell("window", days),
                cell("attempts", new Span(tried)),
                cell("worker", new Span(words.worker(row.worker(), row.unit()))),
                cell("due", badge(row)));
    }

    private SeverityBadge badge(DueContact row) {
        return row.opensIn() > 0
                ? new SeverityBadge(
                        Severity.NEUTRAL, Glyph.CLOCK, getTranslation("aftercare.state.planned", row.opensIn()))
                : Lateness.days(row.daysLeft());
    }

    private Component createMore(NativeTable table, AftercareCursor after) {
        var place = new Div();
        place.addClassName("relais-aftercare-more");
        place.add(new BusyButton(getTranslation("aftercare.list.more"), () -> {
            place.removeFromParent();
            showPage(table, after);
        }));
        return place;
    }

    private static NativeTableCell cell(String column, Component... content) {
        var cell = new NativeTableCell(content);
        cell.addClassName("relais-aftercare-cell-" + column);
        return cell;
    }

    private static <T extends Enum<T>> T parameter(QueryParameters asked, String name, T[] values, T otherwise) {
        return asked.getSingleParameter(name)
                .flatMap(word -> Arrays.stream(values)
                        .filter(one -> word(one).equals(word))
                        .findFirst())
                .orElse(otherwise);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
