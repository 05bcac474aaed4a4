package org.relais.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Bed;
import org.relais.episode.AcceptTransfer;
import org.relais.episode.ArriveTransfer;
import org.relais.episode.EndTransfer;
import org.relais.episode.EpisodeService;
import org.relais.episode.EpisodeState;
import org.relais.episode.RequestTransfer;
import org.relais.episode.Transfer;
import org.relais.episode.Transfers;
import org.relais.shared.BedId;
import org.relais.shared.PersonId;
import org.relais.shared.TransferId;

/** The deeds of a transfer between two centres, by whoever stands at that end of it. */
@Component
@ConditionalOnProperty("relais.demonstration")
class TransferDeeds {

    private final AccessService access;
    private final EpisodeService episodes;
    private final Transfers transfers;
    private final ReadyBeds beds;
    private final HouseIndex house;

    TransferDeeds(
            AccessService access, EpisodeService episodes, Transfers transfers, ReadyBeds beds, HouseIndex house) {
        this.access = access;
        this.episodes = episodes;
        this.transfers = transfers;
        this.beds = beds;
        this.house = house;
    }

    void perform(PersonId person, Deed.OfTransfer deed, Instant at) {
        switch (deed) {
            case Deed.AskTransfer ask -> ask(person, ask, null, at);
            case Deed.AskGuest(var ask, var last) -> ask(person, ask, last, at);
            case Deed.AcceptTransfer(var days, var bed) -> {
                var scope = scope();
                var transfer = latest(transfers.ofMyUnits(scope), person);
                transfers.accept(
                        scope,
                        new AcceptTransfer(transfer.id(), transfer.version(), day(at, days), bed(transfer, bed)));
            }
            case Deed.RefuseTransfer(var reason) -> {
                var scope = scope();
                var transfer = latest(transfers.ofMyUnits(scope), person);
                transfers.refuse(scope, new EndTransfer(transfer.id(), transfer.version(), reason));
            }
            case Deed.ArriveByTransfer(var bed) -> {
                var transfer = latest(transfers.ofMyUnits(scope()), person);
                var into = bed(transfer, bed);
                beds.prepare(transfer.toUnit(), into);
                transfers.arrive(write(person), new ArriveTransfer(transfer.id(), transfer.version(), into, null));
            }
        }
    }

    private void ask(PersonId person, Deed.AskTransfer ask, @Nullable Integer last, Instant at) {
        var unit = house.unit(ask.from()).id();
        var episode = episodes.of(access.grant(person, Section.RECORD)).stream()
                .filter(row -> unit.equals(row.unit()) && row.state() == EpisodeState.OPEN)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No open episode at " + ask.from()));
        transfers.request(
                write(person),
                new RequestTransfer(
                        TransferId.create(),
                        episode.id(),
                        episode.version(),
                        house.unit(ask.to()).id(),
                        day(at, ask.days()),
                        last == null ? null : day(at, last),
                        ask.handOver()));
    }

    private static Transfer latest(List<Transfer> all, PersonId person) {
        return all.stream()
                .filter(transfer -> transfer.person().equals(person))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("Nothing was asked"));
    }

    private @Nullable BedId bed(Transfer transfer, @Nullable String label) {
        return episodes.freeBeds(transfer.toUnit()).stream()
                .filter(bed -> bed.label().equals(label))
                .map(Bed::id)
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(Instant at, int days) {
        return at.atZone(ZoneId.of("Europe/Paris")).toLocalDate().plusDays(days);
    }

    private Grant write(PersonId person) {
        return access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }
}
