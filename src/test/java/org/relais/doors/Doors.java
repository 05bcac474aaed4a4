package org.relais.doors;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessRules;
import org.relais.access.AccessService;
import org.relais.access.CareRelations;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.RelationKind;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.CentreKind;
import org.relais.centre.CentreSetup;
import org.relais.centre.Centres;
import org.relais.centre.OpenCentre;
import org.relais.centre.UnitKind;
import org.relais.episode.Admit;
import org.relais.episode.Destination;
import org.relais.episode.Discharge;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeService;
import org.relais.episode.MoveBed;
import org.relais.episode.OpenEnquiry;
import org.relais.episode.Priority;
import org.relais.episode.PutOnWaitingList;
import org.relais.episode.StartOutpatient;
import org.relais.episode.TransferToUnit;
import org.relais.episode.WaitingFilter;
import org.relais.exchange.ReferralImport;
import org.relais.exchange.Referrals;
import org.relais.history.GivenCode;
import org.relais.history.History;
import org.relais.history.HistoryImports;
import org.relais.history.ImportOrigin;
import org.relais.history.ImportedProblem;
import org.relais.person.AddContact;
import org.relais.person.AttachIdentity;
import org.relais.person.ContactKind;
import org.relais.person.ElsewhereQuestion;
import org.relais.person.Identifier;
import org.relais.person.Identity;
import org.relais.person.PersonFilter;
import org.relais.person.PersonService;
import org.relais.record.Drafts;
import org.relais.record.NewEntry;
import org.relais.record.Notes;
import org.relais.record.Presence;
import org.relais.record.RecordNews;
import org.relais.record.SaveDraft;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.reintegration.CaseloadFilter;
import org.relais.reintegration.ChangeStep;
import org.relais.reintegration.ContactWay;
import org.relais.reintegration.NoteContact;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.reintegration.StepFilter;
import org.relais.reintegration.StepStatus;
import org.relais.shared.Discipline;
import org.relais.shared.StaffId;
import org.relais.shared.StepContactId;
import org.relais.shared.StepId;
import org.relais.shared.TaskId;
import org.relais.staff.EnterColleague;
import org.relais.staff.HeldFunction;
import org.relais.staff.Role;
import org.relais.staff.StaffDirectory;
import org.relais.staff.StaffFiles;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffPreferences;
import org.relais.staff.StaffSetup;
import org.relais.therapy.ProcessNotes;
import org.relais.therapy.TherapySessions;
import org.relais.today.MyDay;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/** One row for every public service method. A method without a row fails the build. */
@TestComponent
@Import({
    AccessDoors.class,
    AgendaDoors.class,
    AssessmentDoors.class,
    BedDoors.class,
    DemandDoors.class,
    DetoxDoors.class,
    DirectoryDoors.class,
    EscalationDoors.class,
    AftercareDoors.class,
    FixtureBuilder.class,
    MedicationDoors.class,
    OversightDoors.class,
    ReferralDoors.class,
    PlaceDoors.class,
    PlanDoors.class,
    ReintegrationDoors.class,
    RelativesDoors.class,
    RequestDoors.class,
    TodayDoors.class,
    DashboardDoors.class,
    SituationDoors.class,
    ReviewDoors.class,
    StagedDoors.class,
    SubstanceDoors.class,
    UltraRapidDoors.class
})
class Doors extends RoomDoors {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> ADMINISTRATOR = EnumSet.of(Role.ADMINISTRATOR);

    private final AccessService access;
    private final FixtureBuilder fixtures;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Doors(
            TransactionTemplate transaction,
            AccessService access,
            FixtureBuilder fixtures,
            Clock clock,
            CareRelations relations,
            Centres centres,
            CentreSetup centreSetup,
            StaffDirectory directory,
            StaffPreferences preferences,
            StaffSetup staffSetup,
            StaffFiles staffFiles,
            AccessRules rules,
            PersonService persons,
            Worklist worklist,
            EpisodeService episodes,
            Timeline timeline,
            Notes notes,
            Drafts drafts,
            Presence presence,
            RecordNews news,
            TherapySessions sessions,
            ProcessNotes processNotes,
            History history,
            HistoryImports imports,
            ReintegrationSteps steps,
            MyDay myDay,
            ReferralImport referrals,
            Referrals received,
            List<RoomDoors> rooms) {
        super(transaction);
        this.access = access;
        this.fixtures = fixtures;
        this.clock = clock;
        houses(centres, centreSetup, directory, preferences, staffSetup, staffFiles, rules);
        relations(relations);
        persons(persons);
        people(persons);
        tasks(worklist, myDay);
        episodes(episodes);
        record(timeline, presence, news);
        notes(notes, drafts);
        care(history, imports);
        therapy(sessions, processNotes);
        steps(steps);
        exchange(referrals, received);
        rooms.forEach(room -> room.rows().forEach(this::add));
    }

    private void houses(
            Centres centres,
            CentreSetup setup,
            StaffDirectory directory,
            StaffPreferences preferences,
            StaffSetup staff,
            StaffFiles files,
            AccessRules rules) {
        role("Centres.all()", EVERYBODY, row -> centres.all());
        role(
                "Centres.centre(CentreId)",
                EVERYBODY,
                row -> centres.centre(row.home().centre()));
        role("Centres.unit(UnitId)", EVERYBODY, row -> centres.unit(row.home().ward()));
        role(
                "Centres.bed(BedId)",
                EVERYBODY,
                row -> centres.bed(row.home().beds().getFirst()));
        role(
                "CentreSetup.openCentre(OpenCentre)",
                ADMINISTRATOR,
                row -> setup.openCentre(new OpenCentre(
                        mark(),
                        "Centre " + mark(),
                        CentreKind.OUTPATIENT,
                        ZoneId.of("Europe/Paris"),
                        LocalTime.MIDNIGHT,
                        "FR",
                        null)));
        role(
                "CentreSetup.openUnit(CentreId,String,UnitKind)",
                ADMINISTRATOR,
                row -> setup.openUnit(row.home().centre(), "Unit " + mark(), UnitKind.WARD));
        role("CentreSetup.changeCentre(Centre,String,String)", ADMINISTRATOR, row -> {
            var home = centres.centre(row.home().centre());
            setup.changeCentre(home, home.name(), null);
            return null;
        });
        role("CentreSetup.renameUnit(Unit,String)", ADMINISTRATOR, row -> {
            var ward = centres.unit(row.home().ward()).orElseThrow();
            setup.renameUnit(ward, ward.name());
            return null;
        });
        role(
                "CentreSetup.openRoom(UnitId,String,List)",
                ADMINISTRATOR,
                row -> setup.openRoom(row.home().ward(), mark(), List.of("A")));
        role(
                "StaffDirectory.find(StaffId)",
                EVERYBODY,
                row -> directory.find(row.home().member(Role.NURSE).id()));
        role("StaffDirectory.all()", EVERYBODY, row -> directory.all());
        role("StaffDirectory.byCentre()", EVERYBODY, row -> directory.byCentre());
        role(
                "StaffDirectory.workplaces(StaffId)",
                EVERYBODY,
                row -> directory.workplaces(row.home().member(Role.NURSE).id()));
        role(
                "StaffDirectory.members(Collection,Collection)",
                EVERYBODY,
                row -> directory.members(List.of(row.home().centre()), List.of()));
        role("AccessRules.inForce()", EVERYBODY, row -> rules.inForce());
        role("StaffPreferences.mine()", EVERYBODY, row -> preferences.mine());
        role("StaffPreferences.choose(Preference)", EVERYBODY, row -> {
            preferences.choose(new StaffPreferences.Preference("fr", "dark"));
            return null;
        });
        role(
                "StaffSetup.enter(String,String,String,Role)",
                ADMINISTRATOR,
                row -> staff.enter(mark(), "Given", "Family", Role.AUDITOR));
        role("StaffSetup.enter(EnterColleague)", ADMINISTRATOR, row -> {
            staff.enter(new EnterColleague(
                    StaffId.create(),
                    mark(),
                    "Given",
                    "Family",
                    Role.NURSE,
                    row.home().centre(),
                    row.home().ward()));
            return null;
        });
        role("StaffSetup.changeNames(StaffId,String,String)", ADMINISTRATOR, row -> {
            staff.changeNames(staff.enter(mark(), "Given", "Family", Role.AUDITOR), "Other", "Name");
            return null;
        });
        role("StaffSetup.unassign(StaffId,CentreId,UnitId)", ADMINISTRATOR, row -> {
            staff.unassign(
                    staff.enter(mark(), "Given", "Family", Role.AUDITOR),
                    row.home().centre(),
                    row.home().ward());
            return null;
        });
        role("StaffSetup.endFunction(StaffId,HeldFunction,LocalDate)", ADMINISTRATOR, row -> {
            staff.endFunction(
                    staff.enter(mark(), "Given", "Family", Role.AUDITOR),
                    new HeldFunction(StaffFunction.ON_CALL, row.home().centre(), LocalDate.of(2026, 1, 1), null),
                    LocalDate.of(2090, 1, 1));
            return null;
        });
        role("StaffFiles.all()", ADMINISTRATOR, row -> files.all());
        role(
                "StaffFiles.file(StaffId)",
                ADMINISTRATOR,
                row -> files.file(row.home().member(Role.NURSE).id()));
        role("StaffSetup.assign(StaffId,CentreId,UnitId)", ADMINISTRATOR, row -> {
            staff.assign(
                    staff.enter(mark(), "Given", "Family", Role.AUDITOR),
                    row.home().centre(),
                    null);
            return null;
        });
        role("StaffSetup.unassign(StaffId,CentreId)", ADMINISTRATOR, row -> {
            staff.unassign(
                    staff.enter(mark(), "Given", "Family", Role.AUDITOR),
                    row.home().centre());
            return null;
        });
        role("StaffSetup.changeRole(StaffId,Role)", ADMINISTRATOR, row -> {
            staff.changeRole(staff.enter(mark(), "Given", "Family", Role.AUDITOR), Role.NURSE);
            return null;
        });
        role("StaffSetup.setActive(StaffId,boolean)", ADMINISTRATOR, row -> {
            staff.setActive(staff.enter(mark(), "Given", "Family", Role.AUDITOR), false);
            return null;
        });
        role("StaffSetup.enterHome(StaffId,String)", ADMINISTRATOR, row -> {
            staff.enterHome(row.home().member(Role.PEER_WORKER).id(), "12, rue des Lilas");
            return "done";
        });
        role("StaffSetup.releaseIdentity(StaffId)", ADMINISTRATOR, row -> {
            staff.releaseIdentity(staff.enter(mark(), "Given", "Family", Role.AUDITOR));
            return null;
        });
        role("StaffSetup.giveFunction(StaffId,CentreId,StaffFunction,LocalDate,LocalDate)", ADMINISTRATOR, row -> {
            staff.giveFunction(
                    row.home().member(Role.NURSE).id(),
                    row.home().centre(),
                    StaffFunction.CHARGE_NURSE,
                    LocalDate.of(2026, 1, 1),
                    null);
            return null;
        });
    }

    private void relations(CareRelations relations) {
        list(
                "CareRelations.register(Scope,PersonId)",
                Section.ADMINISTRATIVE,
                (scope, row) -> within(() -> {
                    relations.register(scope, org.relais.shared.PersonId.create());
                    return null;
                }));
        write(
                "CareRelations.beginForUnit(Authority,PersonId,RelationKind,CentreId,UnitId,Id)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> relations.beginForUnit(
                        grant,
                        row.person(),
                        RelationKind.EPISODE,
                        row.home().centre(),
                        row.home().ward(),
                        row.episode())));
        write(
                "CareRelations.beginForUnitBetween"
                        + "(Authority,PersonId,RelationKind,CentreId,UnitId,Id,Instant,Instant)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> relations.beginForUnitBetween(
                        grant,
                        row.person(),
                        RelationKind.GUEST,
                        row.home().centre(),
                        row.home().ward(),
                        row.episode(),
                        clock.instant(),
                        clock.instant().plusSeconds(60))));
        write(
                "CareRelations.beginForStaff(Authority,PersonId,RelationKind,CentreId,StaffId,Id)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> relations.beginForStaff(
                        grant,
                        row.person(),
                        RelationKind.KEY_WORKER,
                        row.home().centre(),
                        row.home().member(Role.NURSE).id(),
                        row.episode())));
        write(
                "CareRelations.end(Authority,PersonId,Id,Instant)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> relations.end(grant, row.person(), StepId.create(), clock.instant())));
        write(
                "CareRelations.endAt(Authority,PersonId,CentreId,Id,Instant)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() ->
                        relations.endAt(grant, row.person(), row.home().centre(), StepId.create(), clock.instant())));
    }

    private void persons(PersonService persons) {
        read("PersonService.head(Grant)", Section.RECORD, (grant, row) -> persons.head(grant));
        read("PersonService.lifeStage(Grant)", Section.MEDICAL, (grant, row) -> persons.lifeStage(grant));
        read("PersonService.details(Grant)", Section.ADMINISTRATIVE, (grant, row) -> persons.details(grant));
        read("PersonService.alerts(Grant)", Section.RISK, (grant, row) -> persons.alerts(grant));
        list(
                "PersonService.flags(Scope,Collection)",
                Section.RISK,
                (scope, row) -> persons.flags(scope, List.of(row.person())));
        write(
                "PersonService.attachIdentity(Grant,AttachIdentity)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> persons.attachIdentity(
                        grant, new AttachIdentity(new Identity("Alias", null, null, true, null, null, null), 1))));
        write(
                "PersonService.addAlert(Grant,AddAlert)",
                Section.RISK,
                (grant, row) -> persons.addAlert(grant, FixtureBuilder.alert()));
        write(
                "PersonService.endAlert(Grant,AlertId,String)",
                Section.RISK,
                (grant, row) -> undone(() -> persons.endAlert(grant, row.alert(), "No longer so, checked today")));
        write(
                "PersonService.addRelative(Grant,RelativeDetails)",
                Section.ADMINISTRATIVE,
                (grant, row) -> persons.addRelative(grant, FixtureBuilder.relative()));
        write(
                "PersonService.changeRelative(Grant,RelativeId,RelativeDetails,int)",
                Section.ADMINISTRATIVE,
                (grant, row) ->
                        undone(() -> persons.changeRelative(grant, row.relative(), FixtureBuilder.relative(), 1)));
        write(
                "PersonService.endRelative(Grant,RelativeId,int)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> persons.endRelative(grant, row.relative(), 1)));
        write(
                "PersonService.addContact(Grant,AddContact)",
                Section.ADMINISTRATIVE,
                (grant, row) -> persons.addContact(grant, new AddContact(ContactKind.TELEPHONE, "01 23 45 67 89")));
        write(
                "PersonService.endContact(Grant,ContactId)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> persons.endContact(grant, row.contact())));
        write(
                "PersonService.addIdentifier(Grant,Identifier)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> persons.addIdentifier(grant, new Identifier("urn:test", mark()))));
        write(
                "PersonService.followedAt(Authority,PersonId,CentreId)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(
                        () -> persons.followedAt(grant, row.person(), row.home().centre())));
    }

    private void people(PersonService persons) {
        add(new Door(
                "PersonService.register(Scope,RegisterPerson)",
                Section.ADMINISTRATIVE,
                Door.Kind.WRITING_LIST,
                Set.of(),
                null,
                (scope, row) -> persons.register((Scope) scope, fixtures.registration(row.home(), "New"))));
        task(
                "PersonService.addAlert(Scope,PersonId,AddAlert)",
                (scope, row) -> persons.addAlert(scope, row.person(), FixtureBuilder.alert()));
        list(
                "PersonService.names(Scope,Collection)",
                Section.ADMINISTRATIVE,
                (scope, row) -> persons.names(scope, List.of(row.person())));
        list(
                "PersonService.search(Scope,String,int)",
                Section.ADMINISTRATIVE,
                (scope, row) ->
                        persons.search(scope, row.registration().identity().familyName(), 20));
        list(
                "PersonService.list(Scope,PersonFilter,PersonCursor,int)",
                Section.ADMINISTRATIVE,
                (scope, row) -> persons.list(scope, new PersonFilter(null, null), null, 50));
        list(
                "PersonService.duplicates(Scope,RegisterPerson)",
                Section.ADMINISTRATIVE,
                (scope, row) -> persons.duplicates(scope, row.registration()));
        list(
                "PersonService.elsewhere(Scope,ElsewhereQuestion)",
                Section.ADMINISTRATIVE,
                (scope, row) -> persons.elsewhere(
                        scope,
                        new ElsewhereQuestion(
                                row.registration().identity().familyName(),
                                row.registration().identity().birthDate(),
                                null)));
        list(
                "PersonService.withIdentifier(Scope,Identifier)",
                Section.ADMINISTRATIVE,
                (scope, row) -> persons.withIdentifier(
                        scope, new Identifier("urn:test", row.person().toString())));
    }

    private void tasks(Worklist worklist, MyDay myDay) {
        write(
                "Worklist.put(Authority,NewTask)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> worklist.put(
                        grant,
                        new NewTask(
                                row.person(),
                                Section.MEDICAL,
                                Discipline.MEDICAL,
                                "test.task",
                                TaskTitle.text("A task"),
                                clock.instant(),
                                null,
                                null,
                                row.home().ward(),
                                row.home().centre(),
                                TaskId.create(),
                                null))));
        write(
                "Worklist.complete(Authority,Id)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> worklist.complete(grant, TaskId.create())));
        write(
                "Worklist.cancel(Authority,Id)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> worklist.cancel(grant, TaskId.create())));
        read("Worklist.due(Grant)", Section.RECORD, (grant, row) -> worklist.due(grant));
        list("Worklist.mine(Scope,int)", Section.ADMINISTRATIVE, (scope, row) -> worklist.mine(scope, 100));
        list("MyDay.of(Scope)", Section.ADMINISTRATIVE, (scope, row) -> myDay.of(scope));
    }

    private void episodes(EpisodeService episodes) {
        write(
                "EpisodeService.enquire(Grant,OpenEnquiry)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(
                        () -> episodes.enquire(grant, new OpenEnquiry(row.home().team(), null, null))));
        task(
                "EpisodeService.enquire(Scope,PersonId,OpenEnquiry)",
                (scope, row) -> undone(() -> episodes.enquire(
                        scope, row.person(), new OpenEnquiry(row.home().team(), null, null))));
        write(
                "EpisodeService.waitFor(Grant,PutOnWaitingList)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> episodes.waitFor(
                        grant, new PutOnWaitingList(null, 0, row.home().team(), Priority.NORMAL, null, null))));
        write(
                "EpisodeService.admit(Grant,Admit)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() ->
                        episodes.admit(grant, new Admit(null, 0, row.home().ward(), null, null))));
        write(
                "EpisodeService.startOutpatient(Grant,StartOutpatient)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> episodes.startOutpatient(
                        grant, new StartOutpatient(null, 0, row.home().team(), null))));
        write(
                "EpisodeService.moveBed(Grant,MoveBed)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> episodes.moveBed(
                        grant, new MoveBed(row.episode(), 1, row.home().beds().getFirst(), null))));
        write(
                "EpisodeService.transfer(Grant,TransferToUnit)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> episodes.transfer(
                        grant, new TransferToUnit(row.episode(), 1, row.home().ward(), null, null, null))));
        write(
                "EpisodeService.discharge(Grant,Discharge)",
                Section.ADMINISTRATIVE,
                (grant, row) -> undone(() -> episodes.discharge(
                        grant, new Discharge(row.episode(), 1, EndReason.COMPLETED, Destination.HOME, null, null))));
        read("EpisodeService.of(Grant)", Section.RECORD, (grant, row) -> episodes.of(grant));
        read("EpisodeService.history(Grant)", Section.RECORD, (grant, row) -> episodes.history(grant));
        list(
                "EpisodeService.waiting(Scope,WaitingFilter,int)",
                Section.ADMINISTRATIVE,
                (scope, row) -> episodes.waiting(scope, WaitingFilter.all(), 20));
        list(
                "EpisodeService.beds(Scope,UnitId)",
                Section.ADMINISTRATIVE,
                (scope, row) -> episodes.beds(scope, row.home().ward()));
        list(
                "EpisodeService.bedsOf(Scope,Collection)",
                Section.ADMINISTRATIVE,
                (scope, row) -> episodes.bedsOf(scope, List.of(row.person())));
        list(
                "EpisodeService.isLive(Scope,PersonId,CentreId)",
                Section.ADMINISTRATIVE,
                (scope, row) -> episodes.isLive(
                        scope, row.person(), scope.centres().iterator().next()));
        list(
                "EpisodeService.unitsOf(Scope,CentreId,Collection)",
                Section.ADMINISTRATIVE,
                (scope, row) ->
                        episodes.unitsOf(scope, scope.centres().iterator().next(), List.of(row.person())));
        role(
                "EpisodeService.freeBeds(UnitId)",
                EVERYBODY,
                row -> episodes.freeBeds(row.home().ward()));
    }

    private void record(Timeline timeline, Presence presence, RecordNews news) {
        write(
                "Timeline.append(Authority,NewEntry)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> timeline.append(
                        grant,
                        NewEntry.of(
                                        row.person(),
                                        Section.MEDICAL,
                                        Discipline.MEDICAL,
                                        "record.general-note",
                                        clock.instant(),
                                        row.home().centre(),
                                        StepId.create())
                                .by(grant.actor().id()))));
        read(
                "Timeline.page(Grant,TimelineFilter,Cursor,int)",
                Section.RECORD,
                (grant, row) -> timeline.page(grant, TimelineFilter.ALL, null, 100));
        read("Timeline.counts(Grant)", Section.RECORD, (grant, row) -> timeline.counts(grant));
        read("Timeline.entry(Grant,EntryId)", Section.RECORD, (grant, row) -> timeline.entry(grant, row.note()));
        read(
                "Timeline.entries(Grant,Collection)",
                Section.MEDICAL,
                (grant, row) -> timeline.entries(grant, List.of(row.note())));
        read("Presence.enter(Grant,Runnable)", Section.RECORD, (grant, row) -> presence.enter(grant, () -> {}));
        read("Presence.others(Grant)", Section.RECORD, (grant, row) -> presence.others(grant));
        read("RecordNews.listen(Grant,Consumer)", Section.RECORD, (grant, row) -> news.listen(grant, entry -> {}));
    }

    private void notes(Notes notes, Drafts drafts) {
        write(
                "Notes.sign(Grant,SignNote)",
                Section.MEDICAL,
                (grant, row) -> notes.sign(
                        grant,
                        fixtures.note(row.home(), fixtures.draft(grant, "record.phone-call"), "record.phone-call")));
        write(
                "Notes.addendum(Grant,EntryId,CentreId,String)",
                Section.MEDICAL,
                (grant, row) -> notes.addendum(grant, row.note(), row.home().centre(), "Something more"));
        write(
                "Notes.markEnteredInError(Grant,EntryId,CentreId,String)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> notes.markEnteredInError(
                        grant, row.note(), row.home().centre(), "Written for another person")));
        write(
                "Drafts.save(Grant,SaveDraft)",
                Section.MEDICAL,
                (grant, row) ->
                        drafts.save(grant, new SaveDraft("record.test-" + mark(), Map.of("text", "Text"), null, 0)));
        write("Drafts.find(Grant,String)", Section.MEDICAL, (grant, row) -> drafts.find(grant, "record.transmission"));
        read("Drafts.waiting(Grant)", Section.RECORD, (grant, row) -> drafts.waiting(grant));
        write(
                "Drafts.discard(Grant,DraftId)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> drafts.discard(grant, row.draft().id())));
        write(
                "Drafts.sign(Grant,DraftId,long)",
                Section.MEDICAL,
                (grant, row) -> undone(
                        () -> drafts.sign(grant, row.draft().id(), row.draft().version())));
    }

    private void care(History history, HistoryImports imports) {
        read("History.overview(Grant)", Section.MEDICAL, (grant, row) -> history.overview(grant));
        readInFull(
                "History.problems(Grant,boolean,HistoryCursor,int)",
                Section.MEDICAL,
                (grant, row) -> history.problems(grant, true, null, 20));
        readInFull(
                "History.medication(Grant,HistoryCursor,int)",
                Section.MEDICAL,
                (grant, row) -> history.medication(grant, null, 20));
        readInFull(
                "History.encounters(Grant,HistoryCursor,int)",
                Section.MEDICAL,
                (grant, row) -> history.encounters(grant, null, 20));
        readInFull(
                "History.observations(Grant,HistoryCursor,int)",
                Section.MEDICAL,
                (grant, row) -> history.observations(grant, null, 20));
        write(
                "HistoryImports.importProblems(Authority,ImportOrigin,List)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> imports.importProblems(
                        grant,
                        origin(grant, row),
                        List.of(new ImportedProblem(
                                mark(),
                                new GivenCode(null, null, "Anxiety"),
                                "active",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)))));
        write(
                "HistoryImports.importMedication(Authority,ImportOrigin,List)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> imports.importMedication(grant, origin(grant, row), List.of())));
        write(
                "HistoryImports.importEncounters(Authority,ImportOrigin,List)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> imports.importEncounters(grant, origin(grant, row), List.of())));
        write(
                "HistoryImports.importObservations(Authority,ImportOrigin,List)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> imports.importObservations(grant, origin(grant, row), List.of())));
    }

    private void therapy(TherapySessions sessions, ProcessNotes notes) {
        write(
                "TherapySessions.sign(Grant,SignSession)",
                Section.PSYCHOLOGICAL,
                (grant, row) ->
                        sessions.sign(grant, fixtures.session(row.home(), fixtures.draft(grant, "therapy.session"))));
        write(
                "TherapySessions.signWithProcessNote(Grant,Grant,SignSession,String)",
                Section.PSYCHOLOGICAL,
                (grant, row) -> sessions.signWithProcessNote(
                        grant,
                        access.grant(row.person(), Section.PROCESS_NOTE, Right.WRITE, Purpose.CARE),
                        fixtures.session(row.home(), fixtures.draft(grant, "therapy.session")),
                        "For me alone"));
        read(
                "TherapySessions.page(Grant,SessionCursor,int)",
                Section.PSYCHOLOGICAL,
                (grant, row) -> sessions.page(grant, null, 20));
        author(
                "ProcessNotes.open(Grant,ProcessNoteId)",
                Section.PROCESS_NOTE,
                Role.PSYCHOLOGIST,
                Door.Kind.READ,
                (grant, row) -> within(() -> notes.open(grant, row.processNote())));
        author(
                "ProcessNotes.addendum(Grant,ProcessNoteId,String)",
                Section.PROCESS_NOTE,
                Role.PSYCHOLOGIST,
                Door.Kind.WRITE,
                (grant, row) -> within(() -> notes.addendum(grant, row.processNote(), "More")));
    }

    private void steps(ReintegrationSteps steps) {
        write(
                "ReintegrationSteps.add(Grant,AddStep)",
                Section.SOCIAL,
                (grant, row) -> steps.add(grant, fixtures.step(row.home(), StepId.create())));
        write(
                "ReintegrationSteps.change(Grant,ChangeStep)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> steps.change(
                        grant, new ChangeStep(row.step(), 1, StepStatus.DOING, LocalDate.of(2027, 1, 1), null))));
        read(
                "ReintegrationSteps.of(Grant,StepFilter)",
                Section.SOCIAL,
                (grant, row) -> steps.of(grant, StepFilter.ALL));
        read(
                "ReintegrationSteps.history(Grant,StepId)",
                Section.SOCIAL,
                (grant, row) -> steps.history(grant, row.step()));
        write(
                "ReintegrationSteps.contact(Grant,NoteContact)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> steps.contact(
                        grant, new NoteContact(StepContactId.create(), row.step(), ContactWay.CALL, true, null))));
        read(
                "ReintegrationSteps.contacts(Grant,StepId)",
                Section.SOCIAL,
                (grant, row) -> steps.contacts(grant, row.step()));
        read("ReintegrationSteps.printed(Grant)", Section.SOCIAL, (grant, row) -> undone(() -> steps.printed(grant)));
        add(new Door(
                "ReintegrationSteps.caseload(Scope,CaseloadFilter,StepCursor,int)",
                Section.SOCIAL,
                Door.Kind.FULL_LIST,
                Set.of(),
                null,
                (scope, row) -> steps.caseload(
                        (Scope) scope, new CaseloadFilter(CaseloadFilter.Whose.TEAM, null, false), null, 50)));
    }

    private void exchange(ReferralImport referrals, Referrals list) {
        task(
                "ReferralImport.take(Scope,UnitId,IncomingReferral)",
                (scope, row) -> referrals.take(scope, row.home().ward(), EmptyReferral.of("nothing.json")));
        list(
                "Referrals.list(Scope,ReferralCursor,int)",
                Section.ADMINISTRATIVE,
                (scope, row) -> list.list(scope, null, 20));
    }

    private static ImportOrigin origin(Grant grant, Fixture row) {
        return new ImportOrigin(row.person(), grant.centres().iterator().next(), "urn:test");
    }

    private void author(
            String key,
            Section section,
            Role author,
            Door.Kind kind,
            BiFunction<Grant, Fixture, @Nullable Object> call) {
        add(new Door(key, section, kind, Set.of(), author, (pass, row) -> call.apply((Grant) pass, row)));
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 12);
    }
}
