package org.relais.doors;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.assessment.VitalSigns;
import org.relais.detox.DetoxEpisodes;
import org.relais.detox.DetoxOutcome;
import org.relais.detox.DetoxRow;
import org.relais.detox.EmergencyMeans;
import org.relais.detox.EndDetox;
import org.relais.detox.GiveHandOver;
import org.relais.detox.HandOverNow.Which;
import org.relais.detox.HandOvers;
import org.relais.detox.IssueDisplay;
import org.relais.detox.OmissionKind;
import org.relais.detox.OmitObservation;
import org.relais.detox.OutpatientVisits;
import org.relais.detox.PauseDetox;
import org.relais.detox.RecordVisitStep;
import org.relais.detox.StartDetox;
import org.relais.detox.Substance;
import org.relais.detox.VisitStep;
import org.relais.detox.WallDisplays;
import org.relais.detox.WallScheme;
import org.relais.detox.WardBoard;
import org.relais.detox.WardNews;
import org.relais.escalation.Escalations;
import org.relais.person.PersonService;
import org.relais.shared.DetoxId;
import org.relais.shared.DisplayId;
import org.relais.shared.HandOverId;
import org.relais.shared.OmissionId;
import org.relais.shared.VisitActId;
import org.relais.staff.Role;

/** The doors of withdrawal monitoring. */
@TestComponent
class DetoxDoors extends RoomDoors {

    private final DetoxEpisodes detoxes;
    private final Clock clock;

    DetoxDoors(
            DetoxEpisodes detoxes,
            WardBoard board,
            OutpatientVisits visits,
            WardNews news,
            HandOvers handOvers,
            PersonService persons,
            Escalations escalations,
            WallDisplays displays,
            AccessService access,
            TransactionTemplate transaction,
            Clock clock) {
        super(transaction);
        this.detoxes = detoxes;
        this.clock = clock;
        write(
                "DetoxEpisodes.start(Grant,StartDetox)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> begun(grant, row)));
        write(
                "DetoxEpisodes.pause(Grant,PauseDetox)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    var detox = begun(grant, row);
                    return detoxes.pause(grant, new PauseDetox(detox.id(), detox.version(), true, "In hospital"));
                }));
        write(
                "DetoxEpisodes.end(Grant,EndDetox)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    var detox = begun(grant, row);
                    return detoxes.end(
                            grant,
                            new EndDetox(detox.id(), detox.version(), DetoxOutcome.STOPPED_BY_TEAM, Set.of(), null));
                }));
        write(
                "DetoxEpisodes.omit(Grant,OmitObservation)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    var detox = begun(grant, row);
                    detoxes.omit(
                            grant,
                            new OmitObservation(
                                    OmissionId.create(),
                                    detox.id(),
                                    "CIWA_AR",
                                    OmissionKind.REFUSED,
                                    "Wants to sleep",
                                    VitalSigns.NONE,
                                    null));
                }));
        write(
                "DetoxEpisodes.open(Grant,DetoxId)",
                Section.MEDICAL,
                (grant, row) ->
                        undone(() -> detoxes.open(grant, begun(grant, row).id())));
        read("DetoxEpisodes.of(Grant)", Section.MEDICAL, (grant, row) -> detoxes.of(grant));
        read("DetoxEpisodes.live(Grant)", Section.MEDICAL, (grant, row) -> detoxes.live(grant));
        read("DetoxEpisodes.plan(Grant,String)", Section.MEDICAL, (grant, row) -> detoxes.plan(grant, "CIWA_AR"));
        read("DetoxEpisodes.observations(Grant)", Section.MEDICAL, (grant, row) -> detoxes.observations(grant));
        list("WardNews.listen(Scope,CentreId,Runnable)", Section.ADMINISTRATIVE, (scope, row) -> {
            news.listen(scope, row.home().centre(), () -> {}).end();
            return "listened";
        });
        write(
                "OutpatientVisits.tell(Grant,RecordVisitStep)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> visits.tell(
                        grant,
                        new RecordVisitStep(
                                VisitActId.create(),
                                outpatient(grant, row).id(),
                                VisitStep.SENT_TO_EMERGENCY,
                                null,
                                null,
                                null,
                                EmergencyMeans.AMBULANCE,
                                "The physician on duty",
                                null))));
        listInFull(
                "OutpatientVisits.of(Scope,Scope,CentreId)",
                Section.MEDICAL,
                (scope, row) -> visits.of(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        scope,
                        row.home().centre()));
        task(
                "WardBoard.nameless(Scope,Scope,UnitId)",
                (scope, row) -> board.nameless(scope, scope, row.home().ward()));
        // A nurse who is not in charge is told so, which is no refusal of a door
        role("WallDisplays.managed()", Set.of(Role.NURSE, Role.ADMINISTRATOR), row -> displays.managed());
        role("WallDisplays.all()", Set.of(Role.NURSE, Role.ADMINISTRATOR), row -> displays.all());
        role(
                "WallDisplays.issue(IssueDisplay)",
                Set.of(Role.NURSE, Role.ADMINISTRATOR),
                row -> undone(() -> displays.issue(new IssueDisplay(
                        DisplayId.create(), row.home().ward(), "Corridor", "fr", WallScheme.BY_TIME))));
        role(
                "WallDisplays.revoke(DisplayId)",
                Set.of(Role.NURSE, Role.ADMINISTRATOR),
                row -> undone(() -> displays.revoke(DisplayId.create())));
        listInFull(
                "WardBoard.of(Scope,Scope,UnitId)",
                Section.MEDICAL,
                (scope, row) -> board.of(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        scope,
                        row.home().ward()));
        var soon = Instant.parse("2026-11-19T13:45:00Z");
        listInFull(
                "HandOvers.of(Scope,Scope,Scope,UnitId,Which,Locale)",
                Section.MEDICAL,
                (scope, row) -> handOvers.of(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        scope,
                        access.scope(Section.RISK, Purpose.CARE, null),
                        row.home().ward(),
                        Which.CURRENT,
                        Locale.FRENCH));
        listInFull("HandOvers.print(Scope,Scope,Scope,UnitId,Which,Locale)", Section.MEDICAL, (scope, row) -> {
            var beds = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
            var risk = access.scope(Section.RISK, Purpose.CARE, null);
            return undone(() -> handOvers
                    .print(beds, scope, risk, row.home().ward(), Which.CURRENT, Locale.FRENCH)
                    .handOver());
        });
        listInFull("HandOvers.read(Scope,Scope,UnitId,Instant,PersonId,String)", Section.MEDICAL, (scope, row) -> {
            var beds = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
            return undone(() -> handOvers.read(beds, scope, row.home().ward(), soon, row.person(), "as it stood"));
        });
        write(
                "HandOvers.write(Grant,UnitId,Instant,String,int)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> handOvers.write(grant, row.home().ward(), soon, "Slept well", 0)));
        writingList("HandOvers.give(Scope,Scope,Scope,GiveHandOver)", Section.MEDICAL, (scope, row) -> {
            var beds = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
            var risk = access.scope(Section.RISK, Purpose.CARE, null);
            return undone(() -> handOvers.give(
                    beds,
                    scope,
                    risk,
                    new GiveHandOver(HandOverId.create(), row.home().ward(), soon, Locale.FRENCH)));
        });
        writingList(
                "HandOvers.receive(Scope,HandOverId)",
                Section.MEDICAL,
                (scope, row) -> undone(() -> handOvers.receive(scope, HandOverId.create())));
        role("HandOvers.unreceived()", Set.of(Role.values()), row -> handOvers.unreceived());
        listInFull(
                "PersonService.alerts(Scope,CentreId,UnitId,Collection)",
                Section.RISK,
                (scope, row) ->
                        persons.alerts(scope, row.home().centre(), row.home().ward(), Set.of(row.person())));
        listInFull(
                "Escalations.since(Scope,Collection,Instant)",
                Section.MEDICAL,
                (scope, row) -> escalations.since(scope, Set.of(row.person()), Instant.EPOCH));
    }

    private DetoxRow outpatient(Grant grant, Fixture row) {
        return detoxes.start(
                grant,
                new StartDetox(
                        DetoxId.create(),
                        row.home().centre(),
                        "ALC_OUT",
                        List.of(Substance.ALCOHOL),
                        null,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(6),
                        Set.of(),
                        false,
                        null));
    }

    private DetoxRow begun(Grant grant, Fixture row) {
        return detoxes.start(
                grant,
                new StartDetox(
                        DetoxId.create(),
                        row.home().centre(),
                        "ALC_IN",
                        List.of(Substance.ALCOHOL),
                        null,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(7),
                        Set.of(),
                        false,
                        null));
    }
}
