package org.relais.episode.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Bed;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.BedRow;
import org.relais.episode.BedTaken;
import org.relais.episode.DischargeQuestion;
import org.relais.episode.EpisodeRow;
import org.relais.episode.EpisodeService;
import org.relais.episode.Transfers;
import org.relais.person.PersonName;
import org.relais.shared.Conflict;
import org.relais.shared.UnitId;
import org.relais.uikit.Toast;

/** Opens the dialogs of the acts for one person, asks for the right to write when one is done, and says that it was. */
final class EpisodeActions {

    private final EpisodeService episodes;
    private final AccessService access;
    private final Centres centres;
    private final Grant grant;
    private final String person;
    private final Runnable done;
    private final List<DischargeQuestion> questions;

    EpisodeActions(
            EpisodeService episodes,
            AccessService access,
            Centres centres,
            Grant grant,
            String person,
            Runnable done,
            List<DischargeQuestion> questions) {
        this.episodes = episodes;
        this.access = access;
        this.centres = centres;
        this.grant = grant;
        this.person = person;
        this.done = done;
        this.questions = questions;
    }

    void enquire() {
        new EnquiryDialog(person, centres.all(), command -> write("episode.enquire", w -> episodes.enquire(w, command)))
                .open();
    }

    void waitFor(@Nullable EpisodeRow follows) {
        new WaitDialog(
                        person,
                        centres.all(),
                        follows,
                        command -> write("episode.wait", w -> episodes.waitFor(w, command)))
                .open();
    }

    void admit(@Nullable EpisodeRow follows) {
        admitFollowing(
                follows == null ? null : new AdmitDialog.Follows(follows.id(), follows.version(), follows.unit()));
    }

    void admitFollowing(AdmitDialog.@Nullable Follows follows) {
        new AdmitDialog(
                        person,
                        own(),
                        follows,
                        this::freeBeds,
                        command ->
                                write("episode.admit", w -> naming(command.unit(), () -> episodes.admit(w, command))))
                .open();
    }

    void start(@Nullable EpisodeRow follows) {
        new StartDialog(
                        person,
                        own(),
                        follows,
                        command -> write("episode.start", w -> episodes.startOutpatient(w, command)))
                .open();
    }

    void move(EpisodeRow episode) {
        centres.unit(unit(episode))
                .ifPresent(unit -> new MoveBedDialog(
                                person,
                                unit,
                                episode,
                                this::freeBeds,
                                command -> write(
                                        "episode.move", w -> naming(unit.id(), () -> episodes.moveBed(w, command))))
                        .open());
    }

    /** @param today the service day of the episode's centre */
    void transfer(EpisodeRow episode, Transfers transfers, LocalDate today, HandOverField handOver) {
        new TransferDialog(
                        person,
                        centres.all(),
                        today,
                        episode,
                        handOver,
                        this::freeBeds,
                        new TransferDialog.Commands(
                                command -> write(
                                        "episode.transfer",
                                        w -> naming(command.unit(), () -> episodes.transfer(w, command))),
                                command -> write("episode.transfer.request", w -> transfers.request(w, command))))
                .open();
    }

    /** @param today the service day of the episode's centre */
    void guest(EpisodeRow episode, Transfers transfers, LocalDate today, HandOverField handOver) {
        new GuestDialog(
                        person,
                        centres.all(),
                        today,
                        episode,
                        handOver,
                        command -> write("episode.guest.request", w -> transfers.request(w, command)))
                .open();
    }

    void discharge(EpisodeRow episode) {
        new DischargeDialog(
                        person,
                        episode,
                        questions,
                        command -> write("episode.discharge", w -> episodes.discharge(w, command)))
                .open();
    }

    private void write(String key, Consumer<Grant> act) {
        act.accept(access.grant(grant.person(), Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE));
        Toast.success(I18NProvider.translate(key + ".done", person));
        done.run();
    }

    // Who is in the bed is for those who see the unit's list; for others the refusal names nobody.
    private void naming(UnitId unit, Runnable act) {
        try {
            act.run();
        } catch (BedTaken taken) {
            if (centres.unit(unit).filter(this::worksHere).isEmpty()) {
                throw taken;
            }
            var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
            var name = episodes.beds(scope, unit).stream()
                    .filter(row -> row.bed().id().equals(taken.bed()))
                    .map(BedRow::name)
                    .filter(java.util.Objects::nonNull)
                    .map(PersonName::display)
                    .findFirst();
            throw name.<RuntimeException>map(
                            known -> new Conflict("episode.error.bed-taken-by", taken.arguments()[0], known))
                    .orElse(taken);
        }
    }

    private List<Bed> freeBeds(Unit unit) {
        return episodes.freeBeds(unit.id());
    }

    private List<Centre> own() {
        return centres.all().stream()
                .filter(centre -> grant.actor().centres().contains(centre.id()))
                .toList();
    }

    private boolean worksHere(Unit unit) {
        return grant.actor().centres().contains(unit.centre());
    }

    private static UnitId unit(EpisodeRow episode) {
        return java.util.Objects.requireNonNull(episode.unit());
    }
}
