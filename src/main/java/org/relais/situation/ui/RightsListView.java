package org.relais.situation.ui;

import java.util.List;
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
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.person.PersonName;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.shared.PersonId;
import org.relais.situation.DueRight;
import org.relais.situation.RightCursor;
import org.relais.situation.RightsFilter;
import org.relais.situation.RightsFilter.When;
import org.relais.situation.SituationRoutes;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.Lateness;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SegmentedSwitch;

/** The rights and benefits of one's centres by the day that counts, for the worker who follows them. */
@Route(SituationRoutes.RIGHTS)
@Menu(title = "situation.rights.menu.page", order = 42, icon = "landmark")
@RolesAllowed(Roles.SOCIAL_WORKER)
class RightsListView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final int PAGE = 30;
    private static final String WHEN = "when";
    private static final String KIND = "kind";

    private final transient SocialDesk desk;
    private final transient PersonService people;
    private final transient SituationWords words;
    private final SegmentedSwitch<When> when = new SegmentedSwitch<>(
            getTranslation("situation.rights.when"), one -> getTranslation(one.key()), When.SOON, When.LATE, When.ALL);
    private final Select<String> kind = new Select<>();
    private final Div content = new Div();
    private transient RightsFilter filter = new RightsFilter(When.SOON, null);

    RightsListView(SocialDesk desk, PersonService people) {
        this.desk = desk;
        this.people = people;
        this.words = new SituationWords(desk, getLocale());
        addClassNames("relais-page", "relais-rights");
        content.addClassName("relais-column");
        add(
                new PageHeader(getTranslation("situation.rights.page"), getTranslation("situation.rights.page.text")),
                filters(),
                content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("situation.rights.page");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var address = event.getLocation().getQueryParameters();
        filter = new RightsFilter(
                address.getSingleParameter(WHEN).map(RightsListView::when).orElse(When.SOON),
                address.getSingleParameter(KIND)
                        .filter(code -> desk.lists().rights().kind(code).isPresent())
                        .orElse(null));
        when.setValue(filter.when());
        kind.setValue(filter.kind());
        content.removeAll();
        page(null, null);
    }

    private Component filters() {
        when.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(new RightsFilter(event.getValue(), filter.kind()));
            }
        });
        var list = desk.lists().rights();
        kind.setAriaLabel(getTranslation("situation.rights.column.right"));
        kind.setItems(list.kinds().stream().map(one -> one.code()).toList());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("situation.rights.kind.all"));
        kind.setItemLabelGenerator(
                code -> code == null ? getTranslation("situation.rights.kind.all") : list.word(code, words.locale()));
        kind.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(new RightsFilter(filter.when(), event.getValue()));
            }
        });
        var bar = new Div(when, kind);
        bar.addClassName("relais-rights-filters");
        return bar;
    }

    private void go(RightsFilter chosen) {
        var address = new java.util.LinkedHashMap<String, String>();
        address.put(WHEN, chosen.when().name().toLowerCase(java.util.Locale.ROOT));
        if (chosen.kind() != null) {
            address.put(KIND, chosen.kind());
        }
        getUI().ifPresent(ui -> ui.navigate(SituationRoutes.RIGHTS, QueryParameters.simple(address)));
    }

    private void page(@Nullable NativeTable shown, @Nullable RightCursor after) {
        new FieldErrors().run(() -> {
            var page = desk.rights().due(desk.access().scope(Section.SOCIAL, Purpose.CARE, null), filter, after, PAGE);
            if (page.rows().isEmpty()) {
                if (shown == null) {
                    content.add(new EmptyState(
                            Glyph.LANDMARK,
                            getTranslation("situation.rights.page.none"),
                            getTranslation("situation.rights.page.none.text"),
                            null));
                }
                return;
            }
            var names = people.names(
                    desk.access().scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    page.rows().stream().map(DueRight::person).distinct().toList());
            var table = shown == null ? table() : shown;
            page.rows().forEach(row -> table.getBody().add(row(row, names)));
            if (page.more()) {
                more(table, page.rows().getLast().cursor());
            }
        });
    }

    private void more(NativeTable table, RightCursor after) {
        var place = new Div();
        place.add(new BusyButton(getTranslation("situation.rights.more"), () -> {
            place.removeFromParent();
            page(table, after);
        }));
        content.add(place);
    }

    private NativeTable table() {
        var table = new NativeTable();
        table.addClassName("relais-plain-table");
        var head = new NativeTableRow();
        for (var column : List.of("person", "right", "status", "due")) {
            var cell = new NativeTableHeaderCell(getTranslation("situation.rights.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        var scroller = new Div(table);
        scroller.addClassName("relais-scroller");
        content.add(scroller);
        return table;
    }

    private NativeTableRow row(DueRight row, Map<PersonId, PersonName> names) {
        var name = names.get(row.person());
        var link = new Anchor(
                PersonRoutes.record(row.person(), SituationRoutes.SECTION),
                name == null ? getTranslation("situation.rights.unnamed") : name.display());
        link.getElement().setAttribute("router-link", true);
        var date = new Span(words.date(row.dueOn()));
        date.addClassNames("relais-meta", "relais-numeric");
        var due = new NativeTableCell(Lateness.days(row.daysLeft()), date);
        var right = row.right();
        if (right == null) {
            var locked = new Span(Glyph.LOCK.create(), new Span(getTranslation("worklist.locked")));
            locked.addClassName("relais-secondary");
            return new NativeTableRow(
                    new NativeTableCell(link), new NativeTableCell(locked), new NativeTableCell(), due);
        }
        return new NativeTableRow(
                new NativeTableCell(link),
                new NativeTableCell(new Span(words.right(right))),
                new NativeTableCell(words.right(right, right.status())),
                due);
    }

    private static When when(String text) {
        return java.util.Arrays.stream(When.values())
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(When.SOON);
    }
}
