package org.relais.doors;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.PolicyMatrix;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.SignInstrument;
import org.relais.doors.Canary.Kind;
import org.relais.episode.Admit;
import org.relais.episode.DeclinePlace;
import org.relais.episode.EpisodeService;
import org.relais.episode.OfferPlace;
import org.relais.episode.PlaceOffers;
import org.relais.episode.Priority;
import org.relais.episode.PutOnWaitingList;
import org.relais.history.GivenCode;
import org.relais.history.HistoryImports;
import org.relais.history.ImportOrigin;
import org.relais.history.ImportedMedication;
import org.relais.history.ImportedProblem;
import org.relais.person.AddAlert;
import org.relais.person.AddContact;
import org.relais.person.AlertKind;
import org.relais.person.ContactKind;
import org.relais.person.Gender;
import org.relais.person.Identifier;
import org.relais.person.Identity;
import org.relais.person.MayBeTold;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.person.Relation;
import org.relais.person.RelativeDetails;
import org.relais.person.TellingTopic;
import org.relais.record.Draft;
import org.relais.record.Drafts;
import org.relais.record.NewEntry;
import org.relais.record.SaveDraft;
import org.relais.record.Timeline;
import org.relais.reintegration.AddStep;
import org.relais.reintegration.ChangeStep;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.reintegration.Responsible;
import org.relais.reintegration.StepDomain;
import org.relais.reintegration.StepStatus;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;
import org.relais.shared.AlertId;
import org.relais.shared.AssessmentId;
import org.relais.shared.ContactId;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.PlaceOfferId;
import org.relais.shared.ProcessNoteId;
import org.relais.shared.RelativeId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.shared.StepId;
import org.relais.shared.TaskId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.therapy.Approach;
import org.relais.therapy.Attendance;
import org.relais.therapy.Mode;
import org.relais.therapy.SignSession;
import org.relais.therapy.TherapySessions;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/** Prepares people with a mark in everything that is kept of them, through the services, as those whose work it is. */
@TestComponent
class MarkedPeople {

    private final AccessService access;
    private final PersonService persons;
    private final EpisodeService episodes;
    private final PlaceOffers offers;
    private final Timeline timeline;
    private final Worklist worklist;
    private final Drafts drafts;
    private final Assessments assessments;
    private final HistoryImports imports;
    private final TherapySessions sessions;
    private final ReintegrationSteps steps;
    private final SocialMarks social;
    private final Rules rules;
    private final RuleKind<PolicyMatrix> matrixKind;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    MarkedPeople(
            AccessService access,
            PersonService persons,
            EpisodeService episodes,
            PlaceOffers offers,
            Timeline timeline,
            Worklist worklist,
            Drafts drafts,
            Assessments assessments,
            HistoryImports imports,
            TherapySessions sessions,
            ReintegrationSteps steps,
            SocialMarks social,
            Rules rules,
            RuleKind<PolicyMatrix> matrixKind,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.access = access;
        this.persons = persons;
        this.episodes = episodes;
        this.offers = offers;
        this.timeline = timeline;
        this.worklist = worklist;
        this.drafts = drafts;
        this.assessments = assessments;
        this.imports = imports;
        this.sessions = sessions;
        this.steps = steps;
        this.social = social;
        this.rules = rules;
        this.matrixKind = matrixKind;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The sections a person may lock. */
    static List<Section> lockable() {
        return Arrays.stream(Section.values()).filter(Section::lockable).toList();
    }

    /** Who writes in a section. */
    Role author(Section section) {
        var matrix = rules.all(matrixKind).getLast();
        return Arrays.stream(Role.values())
                .filter(role -> matrix.writable(role, section))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A person in the first bed of the place, waiting for its team too.
     *
     * @param assignee to whom a medical task is given
     */
    Marked build(House.Place home, int bed, @Nullable StaffId assignee) {
        return new Building(home, bed, assignee).build();
    }

    private final class Building {

        private final House.Place home;
        private final int bed;
        private final @Nullable StaffId assignee;
        private final List<Canary> canaries = new ArrayList<>();
        private final PersonId person = PersonId.create();
        private @Nullable RegisterPerson registration;
        private @Nullable EpisodeId episode;
        private @Nullable ContactId contact;
        private @Nullable RelativeId relative;
        private @Nullable AlertId alert;
        private @Nullable EntryId note;
        private @Nullable Draft draft;

        Building(House.Place home, int bed, @Nullable StaffId assignee) {
            this.home = home;
            this.bed = bed;
            this.assignee = assignee;
        }

        Marked build() {
            home.as(Role.NURSE, this::admit);
            for (var section : lockable()) {
                home.as(author(section), () -> write(section));
            }
            home.as(Role.NURSE, this::nurse);
            var process = home.as(Role.PSYCHOLOGIST, this::session);
            receive();
            stage();
            var step = home.as(Role.SOCIAL_WORKER, this::step);
            home.as(
                    Role.SOCIAL_WORKER,
                    () -> social.write(home, bed, person, Objects.requireNonNull(relative), assignee, this::mark));
            // Last, because the team takes part from here on: what stands above was written by the ward
            home.as(
                    Role.NURSE,
                    () -> episodes.waitFor(
                            grant(Section.ADMINISTRATIVE),
                            new PutOnWaitingList(
                                    null,
                                    0,
                                    home.team(),
                                    Priority.HIGH,
                                    mark("why waiting", Section.ADMINISTRATIVE, Kind.WAITING, Role.NURSE),
                                    null)));
            home.as(Role.NURSE, this::declined);
            var fixture = new Fixture(
                    home,
                    person,
                    Objects.requireNonNull(registration),
                    Objects.requireNonNull(episode),
                    Objects.requireNonNull(alert),
                    Objects.requireNonNull(contact),
                    Objects.requireNonNull(relative),
                    Objects.requireNonNull(note),
                    Objects.requireNonNull(draft),
                    process,
                    step);
            return new Marked(fixture, List.copyOf(canaries));
        }

        private boolean declined() {
            var waiting = episodes.of(access.grant(person, Section.RECORD)).stream()
                    .filter(row -> home.team().equals(row.unit()))
                    .findFirst()
                    .orElseThrow();
            var offer = PlaceOfferId.create();
            offers.offer(
                    grant(Section.ADMINISTRATIVE),
                    new OfferPlace(
                            offer,
                            waiting.id(),
                            waiting.version(),
                            home.team(),
                            null,
                            LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")),
                            clock.instant().plus(Duration.ofHours(4))));
            offers.decline(
                    grant(Section.ADMINISTRATIVE),
                    new DeclinePlace(
                            offer, 0, mark("why declined", Section.ADMINISTRATIVE, Kind.WAITING, Role.NURSE), false));
            return true;
        }

        private boolean admit() {
            registration = new RegisterPerson(
                    person,
                    home.centre(),
                    home.ward(),
                    new Identity(
                            null,
                            mark("given name", Section.ADMINISTRATIVE, Kind.NAME, null),
                            mark("family name", Section.ADMINISTRATIVE, Kind.NAME, null),
                            false,
                            LocalDate.of(1984, 3, 14),
                            null,
                            Gender.OTHER),
                    List.of(),
                    List.of(),
                    List.of());
            persons.register(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null), registration);
            episode = episodes.admit(
                    grant(Section.ADMINISTRATIVE),
                    new Admit(null, 0, home.ward(), home.beds().get(bed), null));
            contact = persons.addContact(
                    grant(Section.ADMINISTRATIVE),
                    new AddContact(
                            ContactKind.EMAIL,
                            mark("contact", Section.ADMINISTRATIVE, Kind.HEAD, null) + "@example.org"));
            persons.addIdentifier(grant(Section.ADMINISTRATIVE), new Identifier("urn:test", person.toString()));
            relative = persons.addRelative(
                    grant(Section.ADMINISTRATIVE),
                    new RelativeDetails(
                            mark("relative", Section.ADMINISTRATIVE, Kind.HEAD, null),
                            Relation.SISTER,
                            null,
                            new MayBeTold(Map.of(TellingTopic.PRESENCE, true), LocalDate.of(2026, 1, 1), null)));
            alert = persons.addAlert(
                    grant(Section.RISK),
                    new AddAlert(
                            AlertKind.ALLERGY,
                            Severity.CRITICAL,
                            mark("alert", Section.RISK, Kind.ALERT, Role.NURSE),
                            null));
            return true;
        }

        private EntryId write(Section section) {
            var author = author(section);
            var write = grant(section);
            var entry = within(() -> timeline.append(
                    write,
                    NewEntry.of(
                                    person,
                                    section,
                                    Discipline.MEDICAL,
                                    "record.general-note",
                                    clock.instant(),
                                    home.centre(),
                                    StepId.create())
                            .by(home.member(author).id())
                            .saying(
                                    mark("title", section, Kind.TITLE, author),
                                    mark("text", section, Kind.TEXT, author))));
            if (section == Section.MEDICAL) {
                note = entry;
            }
            put(section, mark("task", section, Kind.TASK, author), null);
            if (section == Section.MEDICAL && assignee != null) {
                put(section, mark("task given to a colleague", section, Kind.ASSIGNED, author), assignee);
            }
            return entry;
        }

        private void put(Section section, String title, @Nullable StaffId to) {
            var write = grant(section);
            within(() -> worklist.put(
                    write,
                    new NewTask(
                            person,
                            section,
                            Discipline.ADMINISTRATIVE,
                            "test.task",
                            TaskTitle.text(title),
                            clock.instant(),
                            null,
                            to,
                            null,
                            home.centre(),
                            TaskId.create(),
                            null)));
        }

        private boolean nurse() {
            var medical = grant(Section.MEDICAL);
            assessments.sign(
                    medical,
                    new SignInstrument(
                            AssessmentId.create(),
                            "CIWA_AR",
                            1,
                            null,
                            Map.of("NAUSEA", 1),
                            null,
                            true,
                            mark("comment of a scale", Section.MEDICAL, Kind.TEXT, Role.NURSE),
                            clock.instant(),
                            home.centre(),
                            null,
                            null));
            var origin = new ImportOrigin(person, home.centre(), "urn:test");
            imports.importProblems(
                    medical,
                    origin,
                    List.of(new ImportedProblem(
                            "problem",
                            new GivenCode(null, null, mark("problem", Section.MEDICAL, Kind.TEXT, null)),
                            "active",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null)));
            imports.importMedication(
                    medical,
                    origin,
                    List.of(new ImportedMedication(
                            "medication",
                            ImportedMedication.Kind.ORDERED,
                            new GivenCode(null, null, mark("medication", Section.MEDICAL, Kind.TEXT, null)),
                            "active",
                            null,
                            null,
                            null,
                            null,
                            null)));
            draft = drafts.save(
                    medical,
                    new SaveDraft(
                            "record.transmission",
                            Map.of("text", mark("draft", Section.MEDICAL, Kind.OWN, Role.NURSE)),
                            null,
                            0));
            return true;
        }

        private ProcessNoteId session() {
            var write = grant(Section.PSYCHOLOGICAL);
            var begun = drafts.save(write, new SaveDraft("therapy.session", Map.of("text", "Begun"), null, 0));
            sessions.signWithProcessNote(
                    write,
                    grant(Section.PROCESS_NOTE),
                    new SignSession(
                            Attendance.ATTENDED,
                            Mode.IN_PERSON,
                            Approach.MOTIVATIONAL,
                            clock.instant().minusSeconds(3600),
                            45,
                            null,
                            mark("session title", Section.PSYCHOLOGICAL, Kind.TITLE, Role.PSYCHOLOGIST),
                            mark("session note", Section.PSYCHOLOGICAL, Kind.TEXT, Role.PSYCHOLOGIST),
                            home.centre(),
                            begun.id(),
                            begun.version()),
                    mark("process note", Section.PROCESS_NOTE, Kind.OWN, Role.PSYCHOLOGIST));
            access.grant(person, Section.RECORD);
            return jdbc.sql("SELECT id FROM therapy_process_note WHERE person_id = ?")
                    .param(person.value())
                    .query((row, number) -> new ProcessNoteId(Utc.uuid(row, "id")))
                    .single();
        }

        // As if a file had come in: what it holds stands in the history already
        private void receive() {
            jdbc.sql("""
                            INSERT INTO exchange_referral
                                (id, person_id, centre_id, episode_id, file_name, source_name, imported_at, types, parts)
                            VALUES (?,?,?,NULL,?,'urn:test',?,'[]','[]')""")
                    .param(StepId.create().value())
                    .param(person.value())
                    .param(home.centre().value())
                    .param(mark("file", Section.ADMINISTRATIVE, Kind.WAITING, null))
                    .param(Utc.column(clock.instant()))
                    .update();
        }

        // As if somebody had put a file in and taken over its identity: what it says waits for the team
        private void stage() {
            jdbc.sql("""
                            INSERT INTO exchange_staged_file
                                (id, centre_id, file_name, file_size, state, source_name, owner_system, owner_value,
                                 registration, types, parts, staged_by, staged_at, expires_at, person_id, registered, unit_id)
                            VALUES (?,?,?,1,'CLINICAL','urn:test','urn:test','1',?,'[]','[]',?,?,?,?,FALSE,?)""")
                    .param(person.value())
                    .param(home.centre().value())
                    .param(mark("waiting file", Section.ADMINISTRATIVE, Kind.WAITING, null))
                    .param("""
                            {"identity":{"familyName":"%s","shownUnderAlias":false},\
                            "contacts":[],"identifiers":[],"deceased":false}""".formatted(mark("name in a waiting file", Section.ADMINISTRATIVE, Kind.WAITING, null)))
                    .param(home.member(Role.COORDINATOR).id().value())
                    .param(Utc.column(clock.instant()))
                    .param(Utc.column(clock.instant().plus(Duration.ofDays(7))))
                    .param(person.value())
                    .param(home.ward().value())
                    .update();
            jdbc.sql("INSERT INTO exchange_staged_part (file_id, number, content) VALUES (?,0,?)")
                    .param(person.value())
                    .param(StagedText.packed(mark("content of a waiting file", Section.MEDICAL, Kind.STAGED, null)))
                    .update();
        }

        private StepId step() {
            var id = StepId.create();
            var due = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(7);
            steps.add(
                    grant(Section.SOCIAL),
                    new AddStep(
                            id,
                            home.centre(),
                            StepDomain.HOUSING,
                            mark("step", Section.SOCIAL, Kind.TITLE, Role.SOCIAL_WORKER),
                            due,
                            new Responsible.ThirdParty(
                                    mark("third party", Section.SOCIAL, Kind.TEXT, Role.SOCIAL_WORKER))));
            steps.change(grant(Section.SOCIAL), new ChangeStep(id, 1, StepStatus.DOING, due, null));
            steps.change(
                    grant(Section.SOCIAL),
                    new ChangeStep(
                            id,
                            2,
                            StepStatus.BLOCKED,
                            due,
                            mark("why blocked", Section.SOCIAL, Kind.TEXT, Role.SOCIAL_WORKER)));
            return id;
        }

        private Grant grant(Section section) {
            return access.grant(person, section, Right.WRITE, Purpose.CARE);
        }

        private String mark(String what, Section section, Kind kind, @Nullable Role author) {
            var mark = new StringBuilder("q");
            ThreadLocalRandom.current().ints(14, 'a', 'z' + 1).forEach(letter -> mark.append((char) letter));
            canaries.add(new Canary(mark.toString(), what + " of " + section, section, kind, author));
            return mark.toString();
        }

        private <T> T within(Supplier<T> act) {
            return Objects.requireNonNull(transaction.execute(status -> act.get()));
        }
    }

    /** The same places with a person nobody ever registered. */
    static Fixture nobody(Fixture like) {
        var known = like.registration();
        var stranger = PersonId.create();
        return new Fixture(
                like.home(),
                stranger,
                new RegisterPerson(
                        stranger,
                        known.centre(),
                        known.unit(),
                        new Identity(null, "Qnobody", "Qunknown", false, LocalDate.of(1951, 1, 2), null, Gender.OTHER),
                        List.of(),
                        List.of(),
                        List.of()),
                like.episode(),
                like.alert(),
                like.contact(),
                like.relative(),
                like.note(),
                like.draft(),
                like.processNote(),
                like.step());
    }
}
