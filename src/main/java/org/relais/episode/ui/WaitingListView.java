package org.relais.episode.ui;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeKind;
import org.relais.episode.EpisodeRoutes;
import org.relais.episode.EpisodeService;
import org.relais.episode.WaitingFilter;
import org.relais.episode.WaitingRow;
import org.relais.person.PersonRoutes;
import org.relais.staff.Roles;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Toast;

/** Who waits for a place in one's centres, most urgent first, then longest waiting. */
@Route(EpisodeRoutes.WAITING_LIST)
@Menu(title = "episode.waiting.menu", order = 12, icon = "hourglass")
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
class WaitingListView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final int PAGE = 50;

    private final transient EpisodeService episodes;
    private final transient AccessService access;
    private final transient Centres centres;
    private final PageHeader header;
    private final Select<Centre> filter = new Select<>();
    private final Grid<WaitingRow> grid = new Grid<>();
    private final Div empty = new Div();
    private final Button further;
    private final transient List<WaitingRow> rows = new ArrayList<>();

    WaitingListView(EpisodeService episodes, AccessService access, Centres centres) {
        this.episodes = episodes;
        this.access = access;
        this.centres = centres;
        addClassName("relais-page");
        header = new PageHeader(getTranslation("episode.waiting.title"), getTranslation("episode.waiting.subtitle"));
        further = new Button(getTranslation("episode.waiting.more"), _ -> loadAfter(rows.getLast()));
        createFilter();
        createGrid();
        empty.add(new EmptyState(
                Glyph.CIRCLE_CHECK,
                getTranslation("episode.waiting.empty.title"),
                getTranslation("episode.waiting.empty.text"),
                null));
        var body = new Div(filter, grid, empty, further);
        body.addClassName("relais-page-body");
        add(header, body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("episode.waiting.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void createFilter() {
        filter.setLabel(getTranslation("episode.field.centre"));
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption(getTranslation("episode.waiting.all-centres"));
        filter.setItemLabelGenerator(
                centre -> centre == null ? getTranslation("episode.waiting.all-centres") : centre.name());
        filter.addValueChangeListener(_ -> load());
    }

    private void createGrid() {
        grid.addClassName("relais-episode-waiting");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(row -> EpisodeCard.priorityBadge(
                        row.priority(), getTranslation(row.priority().key())))
                .setHeader(getTranslation("episode.field.priority"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::person).setHeader(getTranslation("episode.waiting.person"));
        grid.addColumn(this::place).setHeader(getTranslation("episode.field.unit"));
        grid.addColumn(row -> getTranslation("episode.waiting.days", row.days()))
                .setHeader(getTranslation("episode.waiting.since"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> row.reason() == null ? "" : row.reason())
                .setHeader(getTranslation("episode.waiting.reason"));
        if (access.roleWrites(Section.ADMINISTRATIVE)) {
            grid.addComponentColumn(this::admit).setAutoWidth(true).setFlexGrow(0);
        }
    }

    private Component person(WaitingRow row) {
        var name = row.name();
        return name == null
                ? new Span(getTranslation("episode.unnamed"))
                : new Anchor(PersonRoutes.record(row.person()), name.display());
    }

    private String place(WaitingRow row) {
        return centres.centre(row.centre()).name() + " · "
                + centres.unit(row.unit()).map(Unit::name).orElse("");
    }

    private Component admit(WaitingRow row) {
        var key = row.kind() == EpisodeKind.INPATIENT ? "episode.admit.verb" : "episode.waiting.open";
        var button = new Button(getTranslation(key), _ -> admitOrOpen(row));
        button.setAriaLabel(getTranslation(key) + ", "
                + (row.name() == null ? "" : row.name().display()));
        return button;
    }

    private void admitOrOpen(WaitingRow row) {
        if (row.kind() == EpisodeKind.OUTPATIENT) {
            getUI().ifPresent(ui -> ui.navigate(EpisodeRoutes.ofPerson(row.person())));
            return;
        }
        try {
            var grant = access.grant(row.person(), Section.ADMINISTRATIVE);
            var name = row.name() == null ? "" : row.name().display();
            new EpisodeActions(episodes, access, centres, grant, name, this::load, List.of())
                    .admitFollowing(new AdmitDialog.Follows(row.id(), row.version(), row.unit()));
        } catch (AccessDenied refused) {
            Toast.error(getTranslation(refused.key()));
        }
    }

    private void load() {
        rows.clear();
        loadAfter(null);
    }

    private void loadAfter(@Nullable WaitingRow last) {
        var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
        offerCentres(scope);
        var centre = filter.getValue();
        var found = episodes.waiting(scope, new WaitingFilter(centre == null ? null : centre.id(), last), PAGE);
        rows.addAll(found.rows());
        grid.setItems(rows);
        grid.setVisible(!rows.isEmpty());
        empty.setVisible(rows.isEmpty());
        further.setVisible(found.more());
        header.setSubtitle(getTranslation("episode.waiting.count", rows.size()));
    }

    private void offerCentres(Scope scope) {
        if (filter.getListDataView().getItemCount() == 0) {
            var own = centres.all().stream()
                    .filter(centre -> scope.centres().contains(centre.id()))
                    .toList();
            filter.setItems(own);
            filter.setVisible(own.size() > 1);
        }
    }
}
