package org.relais.episode.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.episode.EpisodeRoutes;
import org.relais.episode.EpisodeService;
import org.relais.episode.Transfer;
import org.relais.episode.TransferState;
import org.relais.episode.Transfers;
import org.relais.staff.Roles;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;

/**
 * Transfers between centres and guests, for both ends: what waits for one's answer, who is expected or here for some
 * days, and what one's own asked.
 */
@Route(EpisodeRoutes.TRANSFERS)
@Menu(title = "episode.transfers.menu", order = 13, icon = "send")
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE, Roles.PSYCHOLOGIST, Roles.SOCIAL_WORKER, Roles.COORDINATOR})
class TransfersView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private final transient Transfers transfers;
    private final transient AccessService access;
    private final transient Centres centres;
    private final transient StaffDirectory staff;
    private final transient EpisodeWords words;
    private final transient TransferActions actions;
    private final PageHeader header;
    private final Div body = new Div();

    TransfersView(
            Transfers transfers, EpisodeService episodes, AccessService access, Centres centres, StaffDirectory staff) {
        this.transfers = transfers;
        this.access = access;
        this.centres = centres;
        this.staff = staff;
        this.words = new EpisodeWords(centres, getLocale(), this::getTranslation);
        this.actions = new TransferActions(transfers, episodes, access, centres, this::load);
        addClassName("relais-page");
        header = new PageHeader(getTranslation("episode.transfers.title"), "");
        body.addClassName("relais-page-body");
        add(header, body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("episode.transfers.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
        var all = transfers.ofMyUnits(scope);
        body.removeAll();
        if (all.isEmpty()) {
            body.add(new EmptyState(
                    Glyph.SEND,
                    getTranslation("episode.transfers.empty.title"),
                    getTranslation("episode.transfers.empty.text"),
                    null));
        }
        Predicate<Transfer> coming = transfer -> scope.actor().worksIn(transfer.toCentre(), transfer.toUnit());
        Predicate<Transfer> waits = transfer -> transfer.state() == TransferState.REQUESTED;
        Predicate<Transfer> expected = transfer -> transfer.state() == TransferState.ACCEPTED;
        Predicate<Transfer> present = transfer -> transfer.state() == TransferState.PRESENT;
        Predicate<Transfer> live = transfer -> transfer.state().live();
        addGroup("episode.transfers.waiting", all, coming.and(waits), scope);
        addGroup("episode.transfers.expected", all, coming.and(expected), scope);
        addGroup("episode.transfers.present", all, coming.and(present), scope);
        addGroup("episode.transfers.asked", all, coming.negate().and(live), scope);
        addGroup("episode.transfers.ended", all, live.negate(), scope);
        header.setSubtitle(getTranslation(
                "episode.transfers.count",
                all.stream().filter(coming.and(waits)).count()));
    }

    private void addGroup(String key, List<Transfer> all, Predicate<Transfer> which, Scope scope) {
        var some = all.stream().filter(which).toList();
        if (some.isEmpty()) {
            return;
        }
        var group = new Div(new H2(getTranslation(key)));
        group.addClassName("relais-column");
        some.forEach(
                transfer -> group.add(new TransferCard(transfer, true, words, centres, staff, acts(transfer, scope))));
        body.add(group);
    }

    // The record opens to the other centre once it accepted, of a guest in the days agreed
    private Component[] acts(Transfer transfer, Scope scope) {
        var acts = new ArrayList<Component>(List.of(actions.of(transfer, scope.actor())));
        var takesPart = scope.actor().centres().contains(transfer.fromCentre())
                || (transfer.state() == TransferState.ACCEPTED && !transfer.asGuest())
                || transfer.state() == TransferState.PRESENT
                || transfer.state() == TransferState.ARRIVED;
        if (takesPart) {
            var path = new Anchor(EpisodeRoutes.ofPerson(transfer.person()), getTranslation("episode.transfer.open"));
            path.setAriaLabel(getTranslation("episode.transfer.open") + ", "
                    + transfer.name().display());
            acts.add(path);
        }
        return acts.toArray(Component[]::new);
    }
}
