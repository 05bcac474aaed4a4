package org.relais.episode.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.BedCondition;
import org.relais.episode.BedKeeping;
import org.relais.episode.BedRow;
import org.relais.episode.ChangeBed;
import org.relais.episode.EpisodeRoutes;
import org.relais.episode.EpisodeService;
import org.relais.person.PersonRoutes;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;

/**
 * The beds of one's centres, unit by unit and room by room: who is in them, and which are free. Physicians and nurses have
 * the board of the ward, where beds are given.
 */
@Route(EpisodeRoutes.BEDS)
@Menu(title = "episode.beds.menu", order = 11, icon = "bed-double")
@RolesAllowed({
    Roles.DISPENSING_NURSE,
    Roles.PSYCHOLOGIST,
    Roles.SOCIAL_WORKER,
    Roles.FAMILY_WORKER,
    Roles.PEER_WORKER,
    Roles.COORDINATOR
})
class BedsView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private final transient EpisodeService episodes;
    private final transient BedKeeping keeping;
    private final transient AccessService access;
    private final transient Centres centres;
    private final Div body = new Div();

    BedsView(EpisodeService episodes, BedKeeping keeping, AccessService access, Centres centres) {
        this.episodes = episodes;
        this.keeping = keeping;
        this.access = access;
        this.centres = centres;
        addClassName("relais-page");
        body.addClassName("relais-page-body");
        add(new PageHeader(getTranslation("episode.beds.title"), getTranslation("episode.beds.subtitle")), body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("episode.beds.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        draw();
    }

    private void draw() {
        body.removeAll();
        var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
        for (var centre : centres.all()) {
            if (scope.centres().contains(centre.id())) {
                centre.units().stream()
                        .filter(unit -> !unit.beds().isEmpty())
                        .forEach(unit -> body.add(unit(scope, centre, unit)));
            }
        }
        if (body.getComponentCount() == 0) {
            body.add(new EmptyState(
                    Glyph.BED_DOUBLE,
                    getTranslation("episode.beds.empty.title"),
                    getTranslation("episode.beds.empty.text"),
                    null));
        }
    }

    private Panel unit(Scope scope, Centre centre, Unit unit) {
        var rows = episodes.beds(scope, unit.id());
        var free = rows.stream().filter(row -> !row.taken()).count();
        var panel = new Panel(unit.name() + " · " + centre.name()).flush();
        var counts = new Span(getTranslation("episode.beds.free", free, rows.size()));
        counts.addClassName("relais-secondary");
        panel.addToHeader(counts);
        rows.stream()
                .collect(Collectors.groupingBy(row -> row.bed().roomName(), LinkedHashMap::new, Collectors.toList()))
                .forEach((room, beds) -> panel.addContent(room(room, beds)));
        return panel;
    }

    private Component room(String room, List<BedRow> beds) {
        var list = new UnorderedList();
        list.addClassName("relais-episode-beds");
        list.getElement().setAttribute("aria-label", getTranslation("episode.beds.room", room));
        beds.forEach(bed -> list.add(bed(bed)));
        return list;
    }

    private ListItem free(BedRow row, Span label) {
        var state = row.state();
        var kept = state.reservation();
        if (state.condition() == BedCondition.CLOSED) {
            return new ListItem(
                    label,
                    new SeverityBadge(
                            Severity.NEUTRAL, getTranslation(state.condition().key())),
                    new Span(state.reason() == null ? "" : state.reason()));
        }
        if (kept != null) {
            return new ListItem(label, new SeverityBadge(Severity.INFO, getTranslation("episode.bed.reserved")));
        }
        if (state.condition() == BedCondition.TO_CLEAN) {
            var item = new ListItem(
                    label,
                    new SeverityBadge(
                            Severity.WARNING, getTranslation(state.condition().key())));
            if (access.roleWrites(Section.ADMINISTRATIVE)) {
                item.add(cleaned(row));
            }
            return item;
        }
        return new ListItem(label, new SeverityBadge(Severity.OK, getTranslation("episode.beds.free-bed")));
    }

    private BusyButton cleaned(BedRow row) {
        var button = new BusyButton(getTranslation("episode.bed.cleaned"), () -> {
            keeping.change(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    ChangeBed.cleaned(row.bed().id(), row.state().version()));
            Toast.success(getTranslation("episode.bed.cleaned.done", row.bed().label()));
            draw();
        });
        button.addThemeName("small");
        button.setAriaLabel(getTranslation("episode.bed.cleaned.long", row.bed().label()));
        return button;
    }

    private ListItem bed(BedRow row) {
        var label = new Span(row.bed().label());
        label.addClassNames("relais-strong", "relais-numeric");
        if (!row.taken()) {
            return free(row, label);
        }
        var name = row.name();
        if (name == null) {
            return new ListItem(label, new Span(getTranslation("episode.beds.taken")));
        }
        var day = new Span(getTranslation("episode.beds.day", row.day()));
        day.addClassNames("relais-meta", "relais-numeric");
        return new ListItem(label, new Anchor(PersonRoutes.record(name.person()), name.display()), day);
    }
}
