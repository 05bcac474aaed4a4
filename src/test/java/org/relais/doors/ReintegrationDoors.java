package org.relais.doors;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.episode.PlannedDischarges;
import org.relais.reintegration.EndTrack;
import org.relais.reintegration.OpenTrack;
import org.relais.reintegration.ReachMilestone;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.reintegration.TrackKind;
import org.relais.reintegration.Tracks;
import org.relais.shared.MilestoneId;
import org.relais.shared.TrackId;
import org.relais.staff.Role;

/** The doors of reintegration's projects, and of the discharge they are worked towards. */
@TestComponent
class ReintegrationDoors extends RoomDoors {

    private final Tracks tracks;

    ReintegrationDoors(
            ReintegrationSteps steps, Tracks tracks, PlannedDischarges discharges, TransactionTemplate transaction) {
        super(transaction);
        this.tracks = tracks;
        write("Tracks.open(Grant,OpenTrack)", Section.SOCIAL, (grant, row) -> undone(() -> open(grant, row)));
        write(
                "Tracks.reach(Grant,ReachMilestone)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> tracks.reach(
                        grant,
                        new ReachMilestone(
                                MilestoneId.create(), open(grant, row), "CHOSEN", LocalDate.of(2026, 2, 1), null))));
        write(
                "Tracks.end(Grant,EndTrack)",
                Section.SOCIAL,
                (grant, row) ->
                        undone(() -> tracks.end(grant, new EndTrack(open(grant, row), 1, "Another way was found"))));
        role(
                "Tracks.milestone(TrackKind,String,Locale)",
                EnumSet.allOf(Role.class),
                row -> tracks.milestone(TrackKind.HOUSING, "LEASE", Locale.FRENCH));
        role("ReintegrationSteps.daysForNeed()", EnumSet.allOf(Role.class), row -> steps.daysForNeed());
        read("Tracks.of(Grant)", Section.SOCIAL, (grant, row) -> tracks.of(grant));
        write(
                "PlannedDischarges.plan(Grant,EpisodeId,LocalDate)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> discharges.plan(grant, row.episode(), null)));
        read("PlannedDischarges.of(Grant)", Section.RECORD, (grant, row) -> discharges.of(grant));
    }

    private TrackId open(Grant grant, Fixture row) {
        var id = TrackId.create();
        tracks.open(grant, new OpenTrack(id, row.home().centre(), TrackKind.MEETING_PLACE, LocalDate.of(2026, 1, 1)));
        return id;
    }
}
