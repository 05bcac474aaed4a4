package org.relais.doors;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.episode.Admit;
import org.relais.episode.EpisodeService;
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
import org.relais.record.Drafts;
import org.relais.record.Notes;
import org.relais.record.SaveDraft;
import org.relais.record.SignNote;
import org.relais.record.Visibility;
import org.relais.reintegration.AddStep;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.reintegration.Responsible;
import org.relais.reintegration.StepDomain;
import org.relais.shared.PersonId;
import org.relais.shared.ProcessNoteId;
import org.relais.shared.Severity;
import org.relais.shared.StepId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.therapy.Approach;
import org.relais.therapy.Attendance;
import org.relais.therapy.Mode;
import org.relais.therapy.SignSession;
import org.relais.therapy.TherapySessions;

/** Prepares a person with one of everything, through the services, as the colleagues whose work it is. */
@TestComponent
class FixtureBuilder {

    private final AccessService access;
    private final PersonService persons;
    private final EpisodeService episodes;
    private final Drafts drafts;
    private final Notes notes;
    private final TherapySessions sessions;
    private final ReintegrationSteps steps;
    private final JdbcClient jdbc;
    private final Clock clock;

    FixtureBuilder(
            AccessService access,
            PersonService persons,
            EpisodeService episodes,
            Drafts drafts,
            Notes notes,
            TherapySessions sessions,
            ReintegrationSteps steps,
            JdbcClient jdbc,
            Clock clock) {
        this.access = access;
        this.persons = persons;
        this.episodes = episodes;
        this.drafts = drafts;
        this.notes = notes;
        this.sessions = sessions;
        this.steps = steps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Fixture build(House.Place home, String name) {
        var registration = registration(home, name);
        var person = registration.id();
        var nurse = home.as(Role.NURSE, () -> nursing(home, registration));
        var draft = home.as(
                Role.NURSE,
                () -> drafts.save(
                        write(person, Section.MEDICAL),
                        new SaveDraft("record.transmission", Map.of("text", "Unfinished"), null, 0)));
        var process = home.as(Role.PSYCHOLOGIST, () -> process(home, person));
        var step = StepId.create();
        home.as(Role.SOCIAL_WORKER, () -> steps.add(write(person, Section.SOCIAL), step(home, step)));
        return new Fixture(
                home,
                person,
                registration,
                nurse.episode(),
                nurse.alert(),
                nurse.contact(),
                nurse.relative(),
                nurse.note(),
                draft,
                process,
                step);
    }

    RegisterPerson registration(House.Place home, String name) {
        return new RegisterPerson(
                PersonId.create(),
                home.centre(),
                home.ward(),
                new Identity(null, "Given", name, false, LocalDate.of(1984, 3, 14), null, Gender.OTHER),
                List.of(),
                List.of(),
                List.of());
    }

    AddStep step(House.Place home, StepId id) {
        return new AddStep(
                id,
                home.centre(),
                StepDomain.HOUSING,
                "Visit a flat",
                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).plusDays(7),
                new Responsible.ThePerson());
    }

    static RelativeDetails relative() {
        return new RelativeDetails(
                "Somebody close",
                Relation.SISTER,
                null,
                new MayBeTold(Map.of(TellingTopic.PRESENCE, true), LocalDate.of(2026, 1, 1), null));
    }

    static AddAlert alert() {
        return new AddAlert(AlertKind.ALLERGY, Severity.CRITICAL, "Amoxicillin", null);
    }

    SignNote note(House.Place home, org.relais.record.Draft draft, String type) {
        return new SignNote(
                type,
                "A title",
                "A text",
                clock.instant(),
                home.centre(),
                Visibility.TEAM,
                draft.id(),
                draft.version());
    }

    SignSession session(House.Place home, org.relais.record.Draft draft) {
        return new SignSession(
                Attendance.ATTENDED,
                Mode.IN_PERSON,
                Approach.MOTIVATIONAL,
                clock.instant().minusSeconds(3600),
                45,
                null,
                "A title",
                "A shared note",
                home.centre(),
                draft.id(),
                draft.version());
    }

    org.relais.record.Draft draft(Grant write, String form) {
        return drafts.save(write, new SaveDraft(form, Map.of("text", "Text"), null, 0));
    }

    private Nursing nursing(House.Place home, RegisterPerson registration) {
        var person = persons.register(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null), registration);
        var administrative = write(person, Section.ADMINISTRATIVE);
        var episode = episodes.admit(administrative, new Admit(null, 0, home.ward(), null, null));
        administrative = write(person, Section.ADMINISTRATIVE);
        var contact = persons.addContact(administrative, new AddContact(ContactKind.TELEPHONE, "01 23 45 67 89"));
        persons.addIdentifier(administrative, new Identifier("urn:test", person.toString()));
        var relative = persons.addRelative(administrative, relative());
        var alert = persons.addAlert(write(person, Section.RISK), alert());
        var medical = write(person, Section.MEDICAL);
        var note = notes.sign(medical, note(home, draft(medical, "record.phone-call"), "record.phone-call"));
        return new Nursing(episode, alert, contact, relative, note);
    }

    private ProcessNoteId process(House.Place home, PersonId person) {
        var write = write(person, Section.PSYCHOLOGICAL);
        sessions.signWithProcessNote(
                write,
                write(person, Section.PROCESS_NOTE),
                session(home, draft(write, "therapy.session")),
                "For the author only");
        access.grant(person, Section.RECORD);
        return jdbc.sql("SELECT id FROM therapy_process_note WHERE person_id = ? ORDER BY id DESC LIMIT 1")
                .param(person.value())
                .query((row, number) -> new ProcessNoteId(Utc.uuid(row, "id")))
                .single();
    }

    private Grant write(PersonId person, Section section) {
        return access.grant(person, section, Right.WRITE, Purpose.CARE);
    }

    private record Nursing(
            org.relais.shared.EpisodeId episode,
            org.relais.shared.AlertId alert,
            org.relais.shared.ContactId contact,
            org.relais.shared.RelativeId relative,
            org.relais.shared.EntryId note) {}
}
