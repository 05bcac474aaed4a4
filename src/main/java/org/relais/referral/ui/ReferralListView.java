package org.relais.referral.ui;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
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
import org.relais.directory.Need;
import org.relais.person.PersonName;
import org.relais.person.PersonRoutes;
import org.relais.referral.ReferralCaseRow;
import org.relais.referral.ReferralCursor;
import org.relais.referral.ReferralFilter;
import org.relais.referral.ReferralRoutes;
import org.relais.shared.PersonId;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FilterChip;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SegmentedSwitch;

/** The open referrals across people, the most late first. */
@Route(ReferralRoutes.LIST)
@Menu(title = "referral.menu", order = 41, icon = "send")
@RolesAllowed(Roles.SOCIAL_WORKER)
class ReferralListView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final int PAGE = 30;
    private static final String TEAM = "team";
    private static final String NEED = "need";
    private static final String LATE = "late";

    private final transient ReferralDesk desk;
    private final transient ReferralWords words;
    private final SegmentedSwitch<Whose> whose = new SegmentedSwitch<>(
            getTranslation("referral.list.whose"),
            one -> getTranslation(one == Whose.MINE ? "referral.list.mine" : "referral.list.team"),
            Whose.values());
    private final Select<Need> need = new Select<>();
    private final FilterChip late = new FilterChip(getTranslation("referral.list.late"), Glyph.CLOCK_ALERT);
    private final Div content = new Div();
    private transient ReferralFilter filter = ReferralFilter.MINE;

    ReferralListView(ReferralDesk desk) {
        this.desk = desk;
        this.words = new ReferralWords(desk, getLocale());
        addClassNames("relais-page", "relais-caseload");
        content.addClassName("relais-caseload-content");
        add(
                new PageHeader(getTranslation("referral.list.title"), getTranslation("referral.list.subtitle")),
                createFilters(),
                content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("referral.list.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filter = read(event.getLocation().getQueryParameters());
        whose.setValue(filter.team() ? Whose.TEAM : Whose.MINE);
        need.setValue(filter.need());
        late.setPressed(filter.lateOnly());
        showFirstPage();
    }

    private Component createFilters() {
        whose.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(new ReferralFilter(event.getValue() == Whose.TEAM, filter.need(), filter.lateOnly()));
            }
        });
        need.setAriaLabel(getTranslation("referral.list.need"));
        need.setItems(Need.values());
        need.setEmptySelectionAllowed(true);
        need.setEmptySelectionCaption(getTranslation("referral.list.need"));
        need.setItemLabelGenerator(one -> getTranslation(one == null ? "referral.list.need" : one.key()));
        need.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(new ReferralFilter(filter.team(), event.getValue(), filter.lateOnly()));
            }
        });
        late.onToggle(pressed -> go(new ReferralFilter(filter.team(), filter.need(), pressed)));
        var bar = new Div(whose, need, late);
        bar.addClassName("relais-caseload-filters");
        return bar;
    }

    private void go(ReferralFilter chosen) {
        var parameters = new LinkedHashMap<String, String>();
        if (chosen.team()) {
            parameters.put(TEAM, "");
        }
        if (chosen.need() != null) {
            parameters.put(NEED, word(chosen.need()));
        }
        if (chosen.lateOnly()) {
            parameters.put(LATE, "");
        }
        getUI().ifPresent(ui -> ui.navigate(ReferralRoutes.LIST, QueryParameters.simple(parameters)));
    }

    private static ReferralFilter read(QueryParameters parameters) {
        return new ReferralFilter(
                parameters.getSingleParameter(TEAM).isPresent(),
                parameters
                        .getSingleParameter(NEED)
                        .flatMap(asked -> Arrays.stream(Need.values())
                                .filter(one -> word(one).equals(asked))
                                .findFirst())
                        .orElse(null),
                parameters.getSingleParameter(LATE).isPresent());
    }

    private void showFirstPage() {
        content.removeAll();
        var table = createTable();
        content.add(table);
        showPage(table, null);
        if (table.getBody().getChildren().findAny().isEmpty()) {
            content.removeAll();
            content.add(createEmptyState());
        }
    }

    private NativeTable createTable() {
        var table = new NativeTable();
        table.addClassName("relais-step-table");
        var head = new NativeTableRow();
        for (var column : List.of("person", "referral", "state", "due")) {
            var cell = new NativeTableHeaderCell(getTranslation("referral.list.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        return table;
    }

    private void showPage(NativeTable table, @Nullable ReferralCursor after) {
        new FieldErrors().run(() -> {
            var page = desk.referrals()
                    .across(desk.access().scope(Section.SOCIAL, Purpose.CARE, null), filter, after, PAGE);
            if (page.rows().isEmpty()) {
                return;
            }
            var names = desk.people()
                    .names(
                            desk.access().scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                            page.rows().stream()
                                    .map(ReferralCaseRow::person)
                                    .distinct()
                                    .toList());
            page.rows().forEach(row -> table.getBody().add(createRow(row, names)));
            if (page.more()) {
                var more = new Div();
                more.addClassName("relais-caseload-more");
                more.add(new BusyButton(getTranslation("referral.list.more"), () -> {
                    more.removeFromParent();
                    showPage(table, page.rows().getLast().cursor());
                }));
                content.add(more);
            }
        });
    }

    private NativeTableRow createRow(ReferralCaseRow row, Map<PersonId, PersonName> names) {
        var name = names.get(row.person());
        var link = new Anchor(
                PersonRoutes.record(row.person(), ReferralRoutes.SECTION),
                name == null ? getTranslation("referral.list.unnamed") : name.display());
        link.getElement().setAttribute("router-link", true);
        var referral = row.referral();
        if (referral == null) {
            var locked = new Span(Glyph.LOCK.create(), new Span(words.say("worklist.locked")));
            locked.addClassNames("relais-step-line", "relais-secondary");
            return new NativeTableRow(
                    new NativeTableCell(link),
                    new NativeTableCell(locked),
                    new NativeTableCell(),
                    new NativeTableCell());
        }
        var subject = new Span(referral.subject());
        subject.addClassName("relais-strong");
        var to = new Span(Glyph.SEND.create(), new Span(referral.recipientName()));
        to.addClassNames("relais-step-line", "relais-small-text");
        var both = new Span(subject, to);
        both.addClassName("relais-column");
        var due = new NativeTableCell();
        due.addClassName("relais-step-cell-due");
        var dueOn = referral.dueOn();
        if (dueOn != null) {
            var date = new Span(words.date(dueOn));
            date.addClassNames("relais-meta", "relais-numeric");
            due.add(words.due(referral), date);
        }
        return new NativeTableRow(
                new NativeTableCell(link),
                new NativeTableCell(both),
                new NativeTableCell(words.state(referral.state())),
                due);
    }

    private EmptyState createEmptyState() {
        if (filter.narrows()) {
            return new EmptyState(
                    Glyph.SEARCH_X,
                    getTranslation("referral.list.filtered.title"),
                    getTranslation("referral.list.filtered.text"),
                    new Button(
                            getTranslation("referral.list.filtered.clear"),
                            _ -> go(new ReferralFilter(filter.team(), null, false))));
        }
        return new EmptyState(
                Glyph.SEND,
                getTranslation("referral.list.empty.title"),
                getTranslation("referral.list.empty.text"),
                null);
    }

    private static String word(Need need) {
        return need.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whose referrals. */
    enum Whose {
        MINE,
        TEAM
    }
}
