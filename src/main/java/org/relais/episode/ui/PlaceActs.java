package org.relais.episode.ui;

import java.time.LocalDate;
import java.util.List;

import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Bed;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeRoutes;
import org.relais.episode.PlaceOffer;
import org.relais.episode.PlaceWaiting;
import org.relais.person.PersonName;
import org.relais.shared.NotFound;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Toast;

/** What is done on the screen of places: the dialogs of an offer's life, and the admission that follows it. */
final class PlaceActs {

    private final PlaceDesk desk;
    private final PlaceWords words;
    private final Runnable done;

    PlaceActs(PlaceDesk desk, PlaceWords words, Runnable done) {
        this.desk = desk;
        this.words = words;
        this.done = done;
    }

    /** @param offered after the offer was made */
    void offer(PlaceWaiting row, Unit unit, @Nullable Bed bed, LocalDate from, Runnable offered) {
        var person = words.person(row);
        new OfferDialog(row, unit, bed, from, words, command -> {
                    desk.offers().offer(grant(row.name()), command);
                    Toast.success(words.say("episode.offer.make.done", person, words.place(bed, unit.id())));
                    offered.run();
                    done.run();
                })
                .open();
    }

    /** The person comes; where people stay overnight the admission follows. */
    void accept(PlaceOffer offer) {
        run(() -> {
            var accepted = desk.offers().accept(grant(offer.name()), offer.id(), offer.version());
            Toast.success(words.say("episode.offer.accept.done", words.person(offer)));
            done.run();
            admit(accepted, known(offer.name()));
        });
    }

    void decline(PlaceOffer offer) {
        new DeclineDialog(words.person(offer), offer, command -> {
                    desk.offers().decline(grant(offer.name()), command);
                    Toast.success(words.say(
                            command.leavesList() ? "episode.offer.decline.left" : "episode.offer.decline.done",
                            words.person(offer)));
                    done.run();
                })
                .open();
    }

    void withdraw(PlaceOffer offer) {
        new WithdrawDialog(words.person(offer), offer, command -> {
                    desk.offers().withdraw(desk.scope(), command);
                    Toast.success(words.say("episode.offer.withdraw.done", words.person(offer)));
                    done.run();
                })
                .open();
    }

    void admit(PlaceOffer offer) {
        run(() -> admit(offer, known(offer.name())));
    }

    private void admit(PlaceOffer offer, PersonName name) {
        var unit = desk.centres().unit(offer.toUnit()).orElseThrow(NotFound::new);
        var grant = desk.access().grant(name.person(), Section.ADMINISTRATIVE);
        if (!unit.kind().inpatient()) {
            UI.getCurrentOrThrow().navigate(EpisodeRoutes.ofPerson(name.person()));
            return;
        }
        var waiting = desk.episodes().of(desk.access().grant(name.person(), Section.RECORD)).stream()
                .filter(row -> row.id().equals(offer.episode()))
                .findFirst()
                .orElseThrow(NotFound::new);
        new EpisodeActions(desk.episodes(), desk.access(), desk.centres(), grant, name.display(), done, List.of())
                .admitFollowing(new AdmitDialog.Follows(waiting.id(), waiting.version(), waiting.unit(), offer.bed()));
    }

    private Grant grant(@Nullable PersonName name) {
        return desk.access().grant(known(name).person(), Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private static PersonName known(@Nullable PersonName name) {
        if (name == null) {
            throw new NotFound();
        }
        return name;
    }

    // What was meanwhile changed by somebody else shows at once, beside what it was refused for
    private void run(Runnable act) {
        if (!new FieldErrors().run(act)) {
            done.run();
        }
    }
}
