package org.relais.doors;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessRequests;
import org.relais.access.AccessService;
import org.relais.access.AccessWish;
import org.relais.access.AskAccess;
import org.relais.access.BeginEmergency;
import org.relais.access.EmergencyAccess;
import org.relais.access.EmergencyReason;
import org.relais.access.EmergencyReviews;
import org.relais.access.EmergencyVerdict;
import org.relais.access.GiveConsent;
import org.relais.access.GivenAccesses;
import org.relais.access.Grant;
import org.relais.access.Locks;
import org.relais.access.Merges;
import org.relais.access.Notices;
import org.relais.access.Permission;
import org.relais.access.Protections;
import org.relais.access.RecordReaders;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.episode.AcceptTransfer;
import org.relais.episode.ArriveTransfer;
import org.relais.episode.EndTransfer;
import org.relais.episode.HandOverDraft;
import org.relais.episode.HandOverDrafts;
import org.relais.episode.RequestTransfer;
import org.relais.episode.Transfers;
import org.relais.person.PersonMerges;
import org.relais.shared.AccessRequestId;
import org.relais.shared.CareRelationId;
import org.relais.shared.ConsentId;
import org.relais.shared.EmergencyId;
import org.relais.shared.LockId;
import org.relais.shared.NoticeId;
import org.relais.shared.PersonId;
import org.relais.shared.TransferId;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffFunctions;

/** The doors of the rights themselves: consent, locks, protection, access given or asked for, emergency, merge. */
@TestComponent
class AccessDoors extends RoomDoors {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final String EXPLANATION = "Found unconscious in the corridor";

    private final Clock clock;

    AccessDoors(
            AccessService access,
            SharingConsents consents,
            Locks locks,
            Protections protections,
            GivenAccesses given,
            AccessRequests requests,
            EmergencyAccess emergencies,
            EmergencyReviews reviews,
            Merges merges,
            Notices notices,
            RecordReaders readers,
            PersonMerges personMerges,
            Transfers transfers,
            StaffFunctions functions,
            HandOverDrafts handOvers,
            TransactionTemplate transaction,
            Clock clock) {
        super(transaction);
        this.clock = clock;
        agreements(consents, locks);
        protection(protections);
        given(given, requests);
        emergency(emergencies, reviews);
        read("Merges.of(Grant)", Section.ADMINISTRATIVE, (grant, row) -> merges.of(grant));
        permitted(
                "Merges.link(Grant,Grant,String)",
                Permission.MERGE,
                (grant, row) -> undone(() -> merges.link(grant, grant, "One person")));
        permitted(
                "Merges.unlink(Grant,PersonId,String)",
                Permission.UNMERGE,
                (grant, row) -> undone(() -> merges.unlink(grant, PersonId.create(), "Two people")));
        mergedRecords(personMerges);
        transfers(transfers);
        write(
                "HandOverDrafts.find(Grant,EpisodeId,Form)",
                (grant, row) -> handOvers.find(grant, row.episode(), HandOverDraft.Form.TRANSFER));
        write(
                "HandOverDrafts.save(Grant,EpisodeId,Form,String,long)",
                (grant, row) -> undone(
                        () -> handOvers.save(grant, row.episode(), HandOverDraft.Form.GUEST, "Sleeps badly", 0)));
        role("StaffFunctions.mine(StaffFunction)", EVERYBODY, row -> functions.mine(StaffFunction.PRIVACY_OFFICER));
        role("Notices.mine()", EVERYBODY, row -> notices.mine());
        role("Notices.seen(NoticeId)", EVERYBODY, row -> undone(() -> notices.seen(NoticeId.create())));
        role("Notices.listen(Runnable)", EVERYBODY, row -> {
            notices.listen(() -> {}).end();
            return null;
        });
        read(
                "RecordReaders.of(Grant,Section,CentreId)",
                Section.RECORD,
                (grant, row) -> readers.of(grant, Section.MEDICAL, row.home().centre()));
        list("GivenAccesses.keyedTo(Scope)", Section.ADMINISTRATIVE, (scope, row) -> given.keyedTo(scope));
        read(
                "RecordReaders.askable(Grant,Section)",
                Section.RECORD,
                (grant, row) -> readers.askable(grant, Section.PLAN));
        write(
                "RecordReaders.mayBeAsked(Authority,PersonId,Section,Right,StaffId)",
                Section.PLAN,
                (grant, row) -> readers.mayBeAsked(
                        grant,
                        grant.person(),
                        Section.PLAN,
                        Right.WRITE,
                        row.home().member(Role.PHYSICIAN).id()));
        write(
                "RecordReaders.requireAskable(Authority,PersonId,Section,Right,StaffId,String)",
                Section.PLAN,
                (grant, row) -> {
                    readers.requireAskable(
                            grant,
                            grant.person(),
                            Section.PLAN,
                            Right.WRITE,
                            row.home().member(Role.PHYSICIAN).id(),
                            "colleague");
                    return "askable";
                });
    }

    private void mergedRecords(PersonMerges merges) {
        permitted(
                "PersonMerges.preview(Grant,Grant)",
                Permission.MERGE,
                (grant, row) -> undone(() -> merges.preview(grant, grant)));
        permitted(
                "PersonMerges.merge(Grant,Grant,String)",
                Permission.MERGE,
                (grant, row) -> undone(() -> merges.merge(grant, grant, "One person")));
        permitted(
                "PersonMerges.part(Grant,PersonId,String)",
                Permission.UNMERGE,
                (grant, row) -> undone(() -> merges.part(grant, PersonId.create(), "Two people")));
        read("PersonMerges.absorbed(Grant)", Section.ADMINISTRATIVE, (grant, row) -> merges.absorbed(grant));
    }

    private void transfers(Transfers transfers) {
        write(
                "Transfers.request(Grant,RequestTransfer)",
                (grant, row) -> undone(() -> transfers.request(
                        grant,
                        new RequestTransfer(
                                TransferId.create(),
                                row.episode(),
                                1,
                                row.home().ward(),
                                null,
                                null,
                                "Hand-over"))));
        write(
                "Transfers.withdraw(Grant,EndTransfer)",
                (grant, row) ->
                        undone(() -> transfers.withdraw(grant, new EndTransfer(TransferId.create(), 0, "Stays"))));
        write(
                "Transfers.arrive(Grant,ArriveTransfer)",
                (grant, row) ->
                        undone(() -> transfers.arrive(grant, new ArriveTransfer(TransferId.create(), 0, null, null))));
        writingList(
                "Transfers.accept(Scope,AcceptTransfer)",
                (scope, row) ->
                        undone(() -> transfers.accept(scope, new AcceptTransfer(TransferId.create(), 0, null, null))));
        writingList(
                "Transfers.refuse(Scope,EndTransfer)",
                (scope, row) ->
                        undone(() -> transfers.refuse(scope, new EndTransfer(TransferId.create(), 0, "No place"))));
        writingList("Transfers.ofMyUnits(Scope)", (scope, row) -> transfers.ofMyUnits(scope));
        writingList("Transfers.waiting(Scope)", (scope, row) -> transfers.waiting(scope));
        read("Transfers.of(Grant)", Section.RECORD, (grant, row) -> transfers.of(grant));
    }

    private void agreements(SharingConsents consents, Locks locks) {
        read("SharingConsents.of(Grant)", Section.RECORD, (grant, row) -> consents.of(grant));
        read("SharingConsents.held(Grant)", Section.RECORD, (grant, row) -> within(() -> consents.held(grant)));
        write(
                "SharingConsents.give(Grant,GiveConsent)",
                (grant, row) -> undone(() -> consents.give(grant, GiveConsent.everywhere(null, "fr"))));
        write(
                "SharingConsents.withdraw(Grant,ConsentId)",
                (grant, row) -> undone(() -> consents.withdraw(grant, ConsentId.create())));
        read("Locks.of(Grant)", Section.ADMINISTRATIVE, (grant, row) -> locks.of(grant));
        write(
                "Locks.lockSection(Grant,Section)",
                (grant, row) -> undone(() -> locks.lockSection(grant, Section.SOCIAL)));
        write(
                "Locks.lockUnit(Grant,UnitId)",
                (grant, row) -> undone(() -> locks.lockUnit(grant, row.home().ward())));
        write("Locks.lift(Grant,LockId)", (grant, row) -> undone(() -> locks.lift(grant, LockId.create())));
    }

    private void protection(Protections protections) {
        read("Protections.of(Grant)", Section.ADMINISTRATIVE, (grant, row) -> protections.of(grant));
        permitted(
                "Protections.protect(Grant,Set,String)",
                Permission.GRANT_ACCESS,
                (grant, row) -> undone(() -> protections.protect(grant, Set.of(), "Threatened")));
        permitted(
                "Protections.name(Grant,StaffId)",
                Permission.GRANT_ACCESS,
                (grant, row) -> undone(() ->
                        protections.name(grant, row.home().member(Role.NURSE).id())));
        permitted(
                "Protections.unname(Grant,StaffId)",
                Permission.GRANT_ACCESS,
                (grant, row) -> undone(() ->
                        protections.unname(grant, row.home().member(Role.NURSE).id())));
        permitted(
                "Protections.end(Grant)",
                Permission.GRANT_ACCESS,
                (grant, row) -> undone(() -> protections.end(grant)));
    }

    private void given(GivenAccesses given, AccessRequests requests) {
        var aDay = Duration.ofDays(1);
        read("GivenAccesses.of(Grant)", Section.ADMINISTRATIVE, (grant, row) -> given.of(grant));
        permitted(
                "GivenAccesses.give(Grant,CentreId,StaffId,Instant,String)",
                Permission.GRANT_ACCESS,
                (grant, row) -> undone(() -> given.give(
                        grant,
                        row.home().centre(),
                        row.home().member(Role.NURSE).id(),
                        clock.instant().plus(aDay),
                        "Second opinion")));
        permitted(
                "GivenAccesses.end(Grant,CareRelationId)",
                Permission.GRANT_ACCESS,
                (grant, row) -> undone(() -> given.end(grant, CareRelationId.create())));
        read("GivenAccesses.keyWorker(Grant)", Section.RECORD, (grant, row) -> given.keyWorker(grant));
        read("GivenAccesses.keyWorkers(Grant)", Section.ADMINISTRATIVE, (grant, row) -> given.keyWorkers(grant));
        role("AccessRequests.waitingCount()", EVERYBODY, row -> requests.waitingCount());
        write(
                "GivenAccesses.nameKeyWorker(Grant,CentreId,StaffId)",
                (grant, row) -> undone(() -> given.nameKeyWorker(
                        grant,
                        row.home().centre(),
                        row.home().member(Role.NURSE).id())));
        list(
                "AccessRequests.ask(Scope,AskAccess)",
                (scope, row) -> undone(() -> requests.ask(
                        scope,
                        new AskAccess(
                                AccessRequestId.create(),
                                row.person(),
                                row.home().centre(),
                                scope.centres().iterator().next(),
                                AccessWish.ACCESS,
                                "Came to us yesterday"))));
        list("AccessRequests.mine(Scope)", (scope, row) -> requests.mine(scope));
        permittedList("AccessRequests.waiting(Scope)", (scope, row) -> requests.waiting(scope));
        permitted(
                "AccessRequests.accept(Grant,AccessRequestId,Instant,String)",
                Permission.GRANT_ACCESS,
                (grant, row) -> undone(() -> requests.accept(
                        grant, AccessRequestId.create(), clock.instant().plus(aDay), null)));
        permitted(
                "AccessRequests.refuse(Grant,AccessRequestId,String)",
                Permission.GRANT_ACCESS,
                (grant, row) -> undone(() -> requests.refuse(grant, AccessRequestId.create(), "Not agreed")));
    }

    private void emergency(EmergencyAccess emergencies, EmergencyReviews reviews) {
        var roles = EnumSet.of(
                Role.PHYSICIAN,
                Role.NURSE,
                Role.DISPENSING_NURSE,
                Role.PSYCHOLOGIST,
                Role.SOCIAL_WORKER,
                Role.FAMILY_WORKER);
        role("EmergencyAccess.rule()", EVERYBODY, row -> emergencies.rule());
        role("EmergencyAccess.offered()", EVERYBODY, row -> emergencies.offered());
        role("EmergencyAccess.mine()", EVERYBODY, row -> emergencies.mine());
        role(
                "EmergencyAccess.close(EmergencyId)",
                EVERYBODY,
                row -> undone(() -> emergencies.close(EmergencyId.create())));
        role(
                "EmergencyAccess.begin(BeginEmergency)",
                roles,
                row -> undone(() -> emergencies.begin(new BeginEmergency(
                        EmergencyId.create(), row.person(), EmergencyReason.UNCONSCIOUS, EXPLANATION, 30))));
        permittedList("EmergencyReviews.waiting(Scope)", (scope, row) -> reviews.waiting(scope));
        permittedList("EmergencyReviews.waitingCount(Scope)", (scope, row) -> reviews.waitingCount(scope));
        permittedList(
                "EmergencyReviews.opened(Scope,EmergencyId)",
                (scope, row) -> reviews.opened(scope, EmergencyId.create()));
        add(new Door(
                "EmergencyReviews.late(Scope)",
                Section.AUDIT_LOG,
                Door.Kind.FULL_LIST,
                Set.of(),
                null,
                (scope, row) -> reviews.late((Scope) scope)));
        add(new Door(
                "EmergencyReviews.lateCount(Scope)",
                Section.AUDIT_LOG,
                Door.Kind.FULL_LIST,
                Set.of(),
                null,
                (scope, row) -> reviews.lateCount((Scope) scope)));
        list("EmergencyReviews.lateForOfficer(Scope)", (scope, row) -> reviews.lateForOfficer(scope));
        permittedList(
                "EmergencyReviews.review(Scope,EmergencyId,EmergencyVerdict,String)",
                (scope, row) -> undone(
                        () -> reviews.review(scope, EmergencyId.create(), EmergencyVerdict.JUSTIFIED, "Was needed")));
    }

    private void write(String key, BiFunction<Grant, Fixture, @Nullable Object> call) {
        add(new Door(
                key,
                Section.ADMINISTRATIVE,
                Door.Kind.WRITE,
                Set.of(),
                null,
                (pass, row) -> call.apply((Grant) pass, row)));
    }

    /** A grant to write, of a role with the named permission. */
    private void permitted(String key, Permission permission, BiFunction<Grant, Fixture, @Nullable Object> call) {
        add(new Door(
                key,
                Section.ADMINISTRATIVE,
                Door.Kind.PERMITTED,
                holders(permission),
                null,
                (pass, row) -> call.apply((Grant) pass, row)));
    }

    // The matrix gives all of them to the same role, and the test compares with the matrix itself elsewhere
    private static Set<Role> holders(Permission permission) {
        return switch (permission) {
            case GRANT_ACCESS, MERGE, UNMERGE, AGGREGATES -> Set.of(Role.COORDINATOR);
        };
    }

    private void list(String key, BiFunction<Scope, Fixture, @Nullable Object> call) {
        add(new Door(
                key,
                Section.ADMINISTRATIVE,
                Door.Kind.LIST,
                Set.of(),
                null,
                (pass, row) -> call.apply((Scope) pass, row)));
    }

    /** A scope of a role that writes in the administrative section. */
    private void writingList(String key, BiFunction<Scope, Fixture, @Nullable Object> call) {
        add(new Door(
                key,
                Section.ADMINISTRATIVE,
                Door.Kind.WRITING_LIST,
                Set.of(),
                null,
                (pass, row) -> call.apply((Scope) pass, row)));
    }

    /** A scope of a role that may give access. */
    private void permittedList(String key, BiFunction<Scope, Fixture, @Nullable Object> call) {
        add(new Door(
                key,
                Section.ADMINISTRATIVE,
                Door.Kind.PERMITTED_LIST,
                Set.of(Role.COORDINATOR),
                null,
                (pass, row) -> call.apply((Scope) pass, row)));
    }
}
