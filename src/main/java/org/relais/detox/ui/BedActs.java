package org.relais.detox.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Unit;
import org.relais.episode.Admit;
import org.relais.episode.BedCondition;
import org.relais.episode.BedRow;
import org.relais.episode.ChangeBed;
import org.relais.episode.MoveBed;
import org.relais.episode.ReleaseBed;
import org.relais.episode.SwapBeds;
import org.relais.shared.PersonId;
import org.relais.uikit.Toast;

/** What can be done with the beds of one ward from its board, each through a short dialog. */
final class BedActs {

    private final DetoxDesk desk;
    private final BedWords words;
    private final Unit ward;
    private final Supplier<List<BedRow>> beds;
    private final DetoxActs detoxes;
    private final Runnable changed;

    /**
     * @param beds those of the board as it shows them
     * @param changed called after something was done
     */
    BedActs(
            DetoxDesk desk,
            BedWords words,
            Unit ward,
            Supplier<List<BedRow>> beds,
            DetoxActs detoxes,
            Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.ward = ward;
        this.beds = beds;
        this.detoxes = detoxes;
        this.changed = changed;
    }

    /** @param bed the bed to begin with; null: none yet */
    void assign(@Nullable BedRow bed) {
        var offered = beds.get().stream().filter(BedActs::offered).toList();
        var expected = desk.episodes().expected(scope(), ward.id()).stream()
                .filter(row -> row.name() != null)
                .toList();
        new AssignBedDialog(expected, offered, bed, words, chosen -> {
                    var who = chosen.person();
                    desk.episodes()
                            .admit(
                                    write(who.person()),
                                    new Admit(
                                            who.id(),
                                            who.version(),
                                            ward.id(),
                                            chosen.bed().bed().id(),
                                            null,
                                            chosen.consent()));
                    done("detox.bed.assigned", chosen.bed());
                    if (chosen.start()) {
                        detoxes.start(
                                who.person(), Objects.requireNonNull(who.name()).display(), ward.centre());
                    }
                })
                .open();
    }

    void move(BedRow of) {
        var others = beds.get().stream()
                .filter(row -> !row.bed().equals(of.bed()) && (offered(row) || row.name() != null))
                .toList();
        new OtherBedDialog(of, others, words, (to, consent) -> {
                    var person = Objects.requireNonNull(of.person());
                    var episode = Objects.requireNonNull(of.episode());
                    if (to.person() == null) {
                        desk.episodes()
                                .moveBed(
                                        write(person),
                                        new MoveBed(
                                                episode, of.version(), to.bed().id(), null, consent));
                        done("detox.bed.moved", to);
                    } else {
                        exchange(of, to);
                    }
                })
                .open();
    }

    void reserve(BedRow bed) {
        var zone = desk.centres().centre(ward.centre()).serviceDay().zone();
        new ReserveBedDialog(
                        bed,
                        desk.episodes().expected(scope(), ward.id()),
                        zone,
                        desk.clock().instant(),
                        words,
                        (command, who) -> {
                            if (who == null) {
                                desk.beds().reserve(scope(), command);
                            } else {
                                desk.beds().reserve(write(who.person()), command);
                            }
                            done("detox.bed.reserved.done", bed);
                        })
                .open();
    }

    void release(BedRow bed) {
        var kept = bed.state().reservation();
        if (kept != null) {
            desk.beds().release(scope(), new ReleaseBed(bed.bed().id(), kept.id()));
            done("detox.bed.released", bed);
        }
    }

    void clean(BedRow bed) {
        desk.beds()
                .change(scope(), ChangeBed.cleaned(bed.bed().id(), bed.state().version()));
        done("detox.bed.cleaned.done", bed);
    }

    void close(BedRow bed) {
        new CloseBedDialog(bed, words, command -> {
                    desk.beds().change(scope(), command);
                    done("detox.bed.closed.done", bed);
                })
                .open();
    }

    void reopen(BedRow bed) {
        desk.beds()
                .change(scope(), ChangeBed.toClean(bed.bed().id(), bed.state().version()));
        done("detox.bed.reopened", bed);
    }

    private void exchange(BedRow of, BedRow to) {
        var first = Objects.requireNonNull(of.person());
        var second = Objects.requireNonNull(to.person());
        var firstEpisode = Objects.requireNonNull(of.episode());
        var secondEpisode = Objects.requireNonNull(to.episode());
        desk.episodes()
                .swap(
                        write(first),
                        write(second),
                        new SwapBeds(firstEpisode, of.version(), secondEpisode, to.version()));
        done("detox.bed.exchanged", to);
    }

    private static boolean offered(BedRow row) {
        return !row.taken() && row.state().condition() != BedCondition.CLOSED;
    }

    private Scope scope() {
        return desk.access().scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }

    private Grant write(PersonId person) {
        return desk.access().grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private void done(String key, BedRow bed) {
        Toast.success(words.say(key, bed.bed().label()));
        changed.run();
    }
}
