package org.relais.episode.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.BaseJsonNode;

import org.relais.centre.Bed;
import org.relais.centre.Centre;
import org.relais.centre.Unit;
import org.relais.episode.BedCondition;
import org.relais.episode.BedRow;
import org.relais.episode.EpisodeKind;
import org.relais.episode.EpisodeRoutes;
import org.relais.episode.PlaceBoard;
import org.relais.episode.PlaceNews;
import org.relais.episode.PlaceWaiting;
import org.relais.episode.Priority;
import org.relais.shared.NotFound;
import org.relais.shared.Slice;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Roles;
import org.relais.uikit.FilterChip;
import org.relais.uikit.PageHeader;
import org.relais.uikit.WidePage;

/**
 * Who waits beside the places there are: choose somebody, choose a place, offer it. It follows every change within a
 * second, and what is filtered and chosen stands in its address.
 */
@Route(EpisodeRoutes.PLACES)
@Menu(title = "episode.places.menu", order = 11.5, icon = "hand-helping")
@RolesAllowed({Roles.COORDINATOR, Roles.PHYSICIAN, Roles.NURSE, Roles.SOCIAL_WORKER, Roles.PSYCHOLOGIST})
class PlacesView extends Div implements HasDynamicTitle, AfterNavigationObserver, WidePage {

    private static final int PAGE = 50;

    private final transient PlaceDesk desk;
    private final transient CurrentStaff current;
    private final transient PlaceWords words;
    private final transient PlaceActs acts;
    private final PageHeader header;
    private final Select<Centre> centre = new Select<>();
    private final Select<EpisodeKind> kind = new Select<>();
    private final FilterChip urgent = new FilterChip(getTranslation("episode.places.urgent"));
    private final Div looking = new Div();
    private final Span lookingFor = new Span();
    private final PlaceQueue queue;
    private final PlaceGrid grid;
    private final PlaceOfferList offers;
    private final Span live = new Span();
    private transient PlaceAddress address = PlaceAddress.ALL;
    private transient Slice<PlaceWaiting> rows = new Slice<>(List.of(), false);
    private transient @Nullable PlaceBoard board;
    private transient @Nullable PlaceWaiting drawnFor;
    private transient PlaceNews.@Nullable Subscription subscription;

    PlacesView(PlaceDesk desk, CurrentStaff current) {
        this.desk = desk;
        this.current = current;
        this.words = new PlaceWords(desk, getLocale());
        this.acts = new PlaceActs(desk, words, this::load);
        addClassNames("relais-page", "relais-places");
        live.addClassNames("relais-meta", "relais-numeric", "relais-ward-live");
        header = new PageHeader(getTranslation("episode.places.title"), "", live);
        queue = new PlaceQueue(words, this::choose, this::further);
        grid = new PlaceGrid(words, new Offering());
        offers = new PlaceOfferList(words, acts);
        var main = new Div(looking(), offers, grid);
        main.addClassName("relais-places-main");
        var side = new Div(filters(), queue);
        side.addClassName("relais-places-side");
        var columns = new Div(side, main);
        columns.addClassName("relais-places-columns");
        add(header, columns);
        Shortcuts.addShortcutListener(this, () -> choose(null), Key.ESCAPE).listenOn(this);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("episode.places.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        address = PlaceAddress.read(event.getLocation().getQueryParameters());
        var known = desk.centres().all();
        centre.setItems(known);
        centre.setValue(known.stream()
                .filter(one -> one.id().equals(address.centre()))
                .findFirst()
                .orElse(null));
        kind.setValue(address.kind());
        urgent.setPressed(address.priority() == Priority.HIGH);
        load();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        subscription = desk.news().listen(desk.scope(), () -> {
            var _ = ui.access(this::follow);
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        super.onDetach(event);
    }

    private Div filters() {
        centre.setAriaLabel(getTranslation("episode.field.centre"));
        centre.setEmptySelectionAllowed(true);
        centre.setEmptySelectionCaption(getTranslation("episode.places.all-centres"));
        centre.setItemLabelGenerator(one -> one == null ? getTranslation("episode.places.all-centres") : one.name());
        centre.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(address.in(event.getValue() == null ? null : event.getValue().id()));
            }
        });
        kind.setAriaLabel(getTranslation("episode.places.kind"));
        kind.setItems(EpisodeKind.values());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("episode.places.all-kinds"));
        kind.setItemLabelGenerator(one -> getTranslation(one == null ? "episode.places.all-kinds" : one.key()));
        kind.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(address.of(event.getValue()));
            }
        });
        urgent.onToggle(pressed -> go(address.of(pressed ? Priority.HIGH : null)));
        var filters = new Div(centre, kind, urgent);
        filters.addClassName("relais-places-filters");
        return filters;
    }

    private Div looking() {
        lookingFor.addClassName("relais-grow");
        looking.add(lookingFor, new Button(getTranslation("uikit.cancel"), _ -> choose(null)));
        looking.addClassName("relais-places-looking");
        looking.getElement().setAttribute("role", "status");
        return looking;
    }

    private void go(PlaceAddress wanted) {
        address = wanted;
        remember();
        rows = new Slice<>(List.of(), false);
        load();
    }

    private void choose(@Nullable PlaceWaiting row) {
        address = address.lookingFor(row == null ? null : row.id());
        remember();
        draw();
    }

    private void remember() {
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState((BaseJsonNode) null, new Location(EpisodeRoutes.PLACES, address.write())));
    }

    // What was left or signed out of shows nothing new: news on its way may still find it
    private void follow() {
        if (isAttached() && current.find().isPresent()) {
            load();
        }
    }

    private void further() {
        var last = rows.rows().getLast();
        var next = desk.lists().waiting(desk.scope(), address.filter().after(last), PAGE);
        rows = new Slice<>(
                Stream.concat(rows.rows().stream(), next.rows().stream()).toList(), next.more());
        draw();
    }

    private void load() {
        var scope = desk.scope();
        rows = desk.lists()
                .waiting(scope, address.filter(), Math.max(PAGE, rows.rows().size()));
        var now = desk.lists().board(scope);
        var changed = !now.equals(board);
        board = now;
        if (changed) {
            offers.show(now.offers(), scope.centres());
        }
        draw(changed);
        live.setText(getTranslation("episode.places.live", time()));
    }

    // The centres of one service share their clock but for those abroad; the first of one's own stands for it
    private String time() {
        return current.require().centres().stream()
                .findFirst()
                .map(one -> words.formats(one).time(desk.clock().instant()))
                .orElse("");
    }

    private void draw() {
        draw(false);
    }

    // What did not change is not drawn again, so that a focus stays where it is
    private void draw(boolean changed) {
        var shown = Objects.requireNonNull(board);
        var chosen = chosen();
        queue.show(rows, current.require().centres(), chosen == null ? null : chosen.id());
        if (changed || !Objects.equals(chosen, drawnFor)) {
            grid.show(shown, chosen);
            drawnFor = chosen;
        }
        looking.setVisible(chosen != null);
        lookingFor.setText(
                chosen == null
                        ? ""
                        : getTranslation("episode.places.looking", words.person(chosen), words.unit(chosen.unit())));
        var free = shown.units().stream()
                .flatMap(unit -> unit.beds().stream())
                .filter(row -> !row.taken()
                        && row.state().reservation() == null
                        && row.state().condition() == BedCondition.READY)
                .count();
        header.setSubtitle(getTranslation(
                "episode.places.subtitle",
                free,
                shown.offers().stream().filter(offer -> offer.state().live()).count()));
    }

    private @Nullable PlaceWaiting chosen() {
        return rows.rows().stream()
                .filter(row -> row.id().equals(address.waiting()) && row.name() != null && row.offer() == null)
                .findFirst()
                .orElse(null);
    }

    /** A click on a place. */
    private final class Offering implements PlaceGrid.Offering {

        @Override
        public Unit unit(BedRow row) {
            return desk.centres().unit(row.bed().unit()).orElseThrow(NotFound::new);
        }

        @Override
        public void offer(PlaceWaiting chosen, Unit unit, @Nullable Bed bed, LocalDate from) {
            acts.offer(chosen, unit, bed, from, () -> {
                address = address.lookingFor(null);
                remember();
            });
        }
    }
}
