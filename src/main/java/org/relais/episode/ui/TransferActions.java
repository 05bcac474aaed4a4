package org.relais.episode.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
import org.relais.episode.EndTransfer;
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
                offered.add(primary("accept", transfer, Glyph.CHECK, () -> accept(transfer)));
            } else if (!transfer.asGuest()) {
                offered.add(primary("arrive", transfer, Glyph.DOOR_OPEN, () -> arrive(transfer)));
            }
            var act = present(transfer) ? "end" : "refuse";
            offered.add(button(
                    act, transfer, Glyph.X, () -> end(act, transfer, end -> transfers.refuse(scope(), end))));
        }
        if (transfer.state().live() && actor.centres().contains(transfer.fromCentre())) {
            var act = present(transfer) ? "end" : "withdraw";
            offered.add(button(
                    act,
                    transfer,
                    Glyph.ROTATE_CCW,
                    () -> end(act, transfer, end -> transfers.withdraw(write(transfer), end))));
        }
        return offered.toArray(Component[]::new);
    }

    // A guest in the days agreed: both ends may close them early
    private static boolean present(Transfer transfer) {
        return transfer.state() == TransferState.PRESENT;
    }

    private void accept(Transfer transfer) {
        unit(transfer)
                .ifPresent(unit -> new AcceptTransferDialog(transfer, unit, this::freeBeds, command -> {
                            transfers.accept(scope(), command);
                            said("accept", transfer);
                        })
                        .open());
    }

    private void arrive(Transfer transfer) {
        unit(transfer)
                .ifPresent(unit -> new ArriveTransferDialog(transfer, unit, this::freeBeds, command -> {
                            transfers.arrive(write(transfer), command);
                            said("arrive", transfer);
                        })
                        .open());
    }

    private void end(String act, Transfer transfer, Consumer<EndTransfer> command) {
        new EndTransferDialog(key(act, transfer), transfer, end -> {
                    command.accept(end);
                    said(act, transfer);
                })
                .open();
    }

    private void said(String act, Transfer transfer) {
        Toast.success(I18NProvider.translate(
                key(act, transfer) + ".done", transfer.name().display()));
        done.run();
    }

    private static String key(String act, Transfer transfer) {
        return transfer.key() + "." + act;
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

    private static Button primary(String name, Transfer transfer, Glyph glyph, Runnable act) {
        var button = button(name, transfer, glyph, act);
        button.addThemeName("primary");
        return button;
    }

    // Two cards have the same verbs: read aloud, each names whom it is about
    private static Button button(String name, Transfer transfer, Glyph glyph, Runnable act) {
        var words = I18NProvider.translate(key(name, transfer) + ".verb");
        var button = new Button(words, glyph.create(), _ -> act.run());
        button.setAriaLabel(words + ", " + transfer.name().display());
        return button;
    }
}
