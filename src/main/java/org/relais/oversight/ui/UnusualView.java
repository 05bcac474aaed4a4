package org.relais.oversight.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.oversight.ConcludeFinding;
import org.relais.oversight.FindingCursor;
import org.relais.oversight.FindingFilter;
import org.relais.oversight.FoundAccess;
import org.relais.oversight.OversightRoutes;
import org.relais.oversight.UnusualAccesses;
import org.relais.oversight.UnusualCard;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FilterChip;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SegmentedSwitch;
import org.relais.uikit.Toast;
import org.relais.uikit.WidePage;

/** The unusual accesses, newest first: one is chosen, its facts are read, a note is written, and it is concluded. */
@Route(OversightRoutes.UNUSUAL)
@Menu(title = "oversight.unusual.title", order = 90.1, icon = "shield-alert")
@RolesAllowed(Roles.AUDITOR)
class UnusualView extends Div implements HasDynamicTitle, AfterNavigationObserver, WidePage {

    static final String CARD = "card";
    static final String STATE = "state";

    private final transient UnusualAccesses unusual;
    private final transient AccessService access;
    private final transient UnusualWords words;
    private final SegmentedSwitch<FindingFilter.State> states;
    private final Div cards = new Div();
    private final Grid<FoundAccess> grid = new Grid<>();
    private final Div side = new Div();
    private final BusyButton older;
    private final List<FoundAccess> loaded = new ArrayList<>();
    private transient FindingFilter filter = new FindingFilter(FindingFilter.State.WAITING, null);

    UnusualView(UnusualAccesses unusual, AccessService access, UnusualPart part) {
        this.unusual = unusual;
        this.access = access;
        words = part.words(scope());
        states = new SegmentedSwitch<>(
                getTranslation("oversight.unusual.state"),
                state -> getTranslation(state.key()),
                FindingFilter.State.values());
        older = new BusyButton(getTranslation("oversight.unusual.older"), () -> {
            var last = loaded.getLast().finding();
            load(FindingCursor.after(last));
        });
        compose();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("oversight.unusual.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filter = read(event.getLocation().getQueryParameters());
        states.setValue(filter.state());
        showCards();
        load(null);
        choose(null);
    }

    private void compose() {
        addClassNames("relais-page", "relais-unusual");
        states.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(new FindingFilter(change.getValue(), filter.card()));
            }
        });
        cards.addClassName("relais-unusual-chips");
        var filters = new Div(states, cards);
        filters.addClassName("relais-unusual-filters");
        createColumns();
        var list = new Div(grid, older);
        list.addClassName("relais-log-list");
        side.getElement().setAttribute("aria-live", "polite");
        side.addClassName("relais-column");
        var beside = new Aside(side);
        beside.addClassName("relais-log-side");
        beside.getElement().setAttribute("aria-label", getTranslation("oversight.unusual.side"));
        var columns = new Div(list, beside);
        columns.addClassName("relais-log-columns");
        add(
                new PageHeader(getTranslation("oversight.unusual.title"), getTranslation("oversight.unusual.subtitle")),
                filters,
                columns);
    }

    private void createColumns() {
        grid.addClassName("relais-log-grid");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT);
        grid.getElement().setAttribute("aria-label", getTranslation("oversight.unusual.title"));
        grid.addColumn(row -> words.log().time(row.finding().at()))
                .setHeader(getTranslation("oversight.log.time"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<FoundAccess>of("<span class=\"relais-strong\">${item.name}</span>"
                                + " <span class=\"relais-meta\">${item.role}</span>")
                        .withProperty(
                                "name", row -> words.log().name(row.finding().actor()))
                        .withProperty(
                                "role", row -> words.log().role(row.finding().actorRole())))
                .setHeader(getTranslation("oversight.log.staff"))
                .setFlexGrow(2);
        grid.addColumn(row -> Objects.requireNonNullElse(row.fileNumber(), LogWords.NOTHING))
                .setHeader(getTranslation("oversight.log.record"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> words.rule(row.finding()))
                .setHeader(getTranslation("oversight.log.flag"))
                .setFlexGrow(2);
        grid.addComponentColumn(row -> words.state(row.finding().concluded()))
                .setHeader(getTranslation("oversight.conclusion"))
                .setFlexGrow(1);
        grid.addSelectionListener(event -> choose(event.getFirstSelectedItem().orElse(null)));
        grid.setEmptyStateComponent(new EmptyState(
                Glyph.CIRCLE_CHECK,
                getTranslation("oversight.unusual.nothing.title"),
                getTranslation("oversight.unusual.nothing"),
                null));
    }

    private void showCards() {
        cards.removeAll();
        for (var card : UnusualCard.values()) {
            var chip = new FilterChip(getTranslation(card.key()), UnusualWords.glyph(card));
            chip.setPressed(card == filter.card());
            chip.onToggle(pressed -> go(new FindingFilter(filter.state(), pressed ? card : null)));
            cards.add(chip);
        }
    }

    private void load(@Nullable FindingCursor after) {
        if (after == null) {
            loaded.clear();
        }
        var page = unusual.list(scope(), filter, after);
        loaded.addAll(page.rows());
        grid.setItems(List.copyOf(loaded));
        older.setVisible(page.more());
    }

    private void choose(@Nullable FoundAccess row) {
        side.removeAll();
        if (row == null) {
            var hint = new Div(new Span(getTranslation("oversight.unusual.choose")));
            hint.addClassNames("relais-log-hint", "relais-meta");
            side.add(hint);
            return;
        }
        var panel = new FindingPanel(unusual.detail(scope(), row.finding().id()), words, this::conclude);
        side.add(panel);
        panel.focusNote();
    }

    // The next one that waits is chosen by itself: one click for each, then
    private void conclude(ConcludeFinding command) {
        unusual.conclude(scope(), command);
        Toast.success(getTranslation("oversight.conclusion.done"));
        var at = loaded.stream().map(row -> row.finding().id()).toList().indexOf(command.finding());
        load(null);
        var next = filter.state() == FindingFilter.State.WAITING ? at : at + 1;
        if (next < loaded.size()) {
            grid.select(loaded.get(next));
        } else {
            grid.deselectAll();
            choose(null);
        }
    }

    private void go(FindingFilter chosen) {
        var parameters = new HashMap<String, String>();
        if (chosen.state() != FindingFilter.State.WAITING) {
            parameters.put(STATE, LogWords.key(chosen.state().name()));
        }
        var card = chosen.card();
        if (card != null) {
            parameters.put(CARD, LogWords.key(card.name()));
        }
        getUI().ifPresent(ui -> ui.navigate(OversightRoutes.UNUSUAL, QueryParameters.simple(parameters)));
    }

    private static FindingFilter read(QueryParameters parameters) {
        return new FindingFilter(
                Objects.requireNonNullElse(
                        constant(FindingFilter.State.values(), parameters, STATE), FindingFilter.State.WAITING),
                constant(UnusualCard.values(), parameters, CARD));
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, QueryParameters parameters, String name) {
        var word = parameters.getSingleParameter(name).orElse("");
        return Arrays.stream(values)
                .filter(value -> LogWords.key(value.name()).equals(word))
                .findFirst()
                .orElse(null);
    }

    private Scope scope() {
        return access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
    }
}
