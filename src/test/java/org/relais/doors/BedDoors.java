package org.relais.doors;

import java.time.Clock;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Section;
import org.relais.episode.BedKeeping;
import org.relais.episode.ChangeBed;
import org.relais.episode.EpisodeService;
import org.relais.episode.ReleaseBed;
import org.relais.episode.ReserveBed;
import org.relais.episode.SwapBeds;
import org.relais.shared.BedReservationId;

/** The doors of the beds: who is expected, who changes with whom, and how a bed stands. */
@TestComponent
class BedDoors extends RoomDoors {

    private final Clock clock;

    BedDoors(EpisodeService episodes, BedKeeping beds, TransactionTemplate transaction, Clock clock) {
        super(transaction);
        this.clock = clock;
        write(
                "EpisodeService.swap(Grant,Grant,SwapBeds)",
                Section.ADMINISTRATIVE,
                (grant, row) ->
                        undone(() -> episodes.swap(grant, grant, new SwapBeds(row.episode(), 1, row.episode(), 1))));
        list(
                "EpisodeService.expected(Scope,UnitId)",
                Section.ADMINISTRATIVE,
                (scope, row) -> episodes.expected(scope, row.home().ward()));
        task(
                "EpisodeService.namelessBeds(Scope,UnitId)",
                (scope, row) -> episodes.namelessBeds(scope, row.home().ward()));
        write(
                "BedKeeping.reserve(Grant,ReserveBed)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> beds.reserve(grant, reservation(row, null))));
        writingList(
                "BedKeeping.reserve(Scope,ReserveBed)",
                Section.ADMINISTRATIVE,
                (scope, row) -> undone(() -> beds.reserve(scope, reservation(row, "Planned admission"))));
        writingList(
                "BedKeeping.release(Scope,ReleaseBed)",
                Section.ADMINISTRATIVE,
                (scope, row) -> undone(() ->
                        beds.release(scope, new ReleaseBed(row.home().beds().getLast(), BedReservationId.create()))));
        writingList(
                "BedKeeping.change(Scope,ChangeBed)",
                Section.ADMINISTRATIVE,
                (scope, row) -> undone(() ->
                        beds.change(scope, ChangeBed.toClean(row.home().beds().getLast(), 0))));
    }

    private ReserveBed reservation(Fixture row, @org.jspecify.annotations.Nullable String words) {
        return new ReserveBed(
                BedReservationId.create(),
                row.home().beds().getLast(),
                words,
                clock.instant().plusSeconds(3600));
    }
}
