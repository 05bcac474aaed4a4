package org.relais.episode.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Bed;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeService;
import org.relais.episode.Transfer;
import org.relais.episode.TransferState;
import org.relais.episode.Transfers;
import org.relais.staff.StaffMember;
import org.relais.uikit.Glyph;
import org.relais.uikit.Toast;

/** What each end of a transfer may do with it: the buttons, their dialogs, and the right asked for when one is done. */
final class TransferActions {

    private final Transfers transfers;
    private final EpisodeService episodes;
    private final AccessService access;
    private final Centres centres;
    private final Runnable done;

    TransferActions(
            Transfers transfers, EpisodeService episodes, AccessService access, Centres centres, Runnable done) {
        this.transfers = transfers;
        this.episodes = episodes;
        this.access = access;
        this.centres = centres;
        this.done = done;
    }

    /** The acts open to somebody who writes episodes. */
    Component[] of(Transfer transfer, StaffMember actor) {
        var offered = new ArrayList<Component>();
        if (transfer.state().live() && actor.worksIn(transfer.toCentre(), transfer.toUnit())) {
            if (transfer.state() == TransferState.REQUESTED) {
                offered.add(primary("episode.transfer.accept", transfer, Glyph.CHECK, () -> accept(transfer)));
            } else {
                offered.add(primary("episode.transfer.arrive", transfer, Glyph.DOOR_OPEN, () -> arrive(transfer)));
            }
            offered.add(button("episode.transfer.refuse", transfer, Glyph.X, () -> refuse(transfer)));
        }
        if (transfer.state().live() && actor.centres().contains(transfer.fromCentre())) {
            offered.add(button("episode.transfer.withdraw", transfer, Glyph.ROTATE_CCW, () -> withdraw(transfer)));
        }
        return offered.toArray(Component[]::new);
    }

    private void accept(Transfer transfer) {
        unit(transfer)
                .ifPresent(unit -> new AcceptTransferDialog(transfer, unit, this::freeBeds, command -> {
                            transfers.accept(scope(), command);
                            said("episode.transfer.accept", transfer);
                        })
                        .open());
    }

    private void arrive(Transfer transfer) {
        unit(transfer)
                .ifPresent(unit -> new ArriveTransferDialog(transfer, unit, this::freeBeds, command -> {
                            transfers.arrive(write(transfer), command);
                            said("episode.transfer.arrive", transfer);
                        })
                        .open());
    }

    private void refuse(Transfer transfer) {
        new EndTransferDialog("episode.transfer.refuse", transfer, command -> {
                    transfers.refuse(scope(), command);
                    said("episode.transfer.refuse", transfer);
                })
                .open();
    }

    private void withdraw(Transfer transfer) {
        new EndTransferDialog("episode.transfer.withdraw", transfer, command -> {
                    transfers.withdraw(write(transfer), command);
                    said("episode.transfer.withdraw", transfer);
                })
                .open();
    }

    private void said(String key, Transfer transfer) {
        Toast.success(I18NProvider.translate(key + ".done", transfer.name().display()));
        done.run();
    }

    private java.util.Optional<Unit> unit(Transfer transfer) {
        return centres.unit(transfer.toUnit());
    }

    private List<Bed> freeBeds(Unit unit) {
        return episodes.freeBeds(unit.id());
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }

    private Grant write(Transfer transfer) {
        return access.grant(transfer.person(), Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private static Button primary(String key, Transfer transfer, Glyph glyph, Runnable act) {
        var button = button(key, transfer, glyph, act);
        button.addThemeName("primary");
        return button;
    }

    // Two cards have the same verbs: read aloud, each names whom it is about
    private static Button button(String key, Transfer transfer, Glyph glyph, Runnable act) {
        var words = I18NProvider.translate(key + ".verb");
        var button = new Button(words, glyph.create(), _ -> act.run());
        button.setAriaLabel(words + ", " + transfer.name().display());
        return button;
    }
}
