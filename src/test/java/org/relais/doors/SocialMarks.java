package org.relais.doors;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.agenda.AppointmentKind;
import org.relais.agenda.Appointments;
import org.relais.agenda.BookAppointment;
import org.relais.doors.Canary.Kind;
import org.relais.person.TellingTopic;
import org.relais.plan.AddAction;
import org.relais.plan.AddGoal;
import org.relais.plan.Aims;
import org.relais.plan.GoalDomain;
import org.relais.plan.Goals;
import org.relais.plan.PlanActions;
import org.relais.plan.UseAim;
import org.relais.plan.UseTarget;
import org.relais.plan.WriteAim;
import org.relais.record.AskColleague;
import org.relais.record.Requests;
import org.relais.relatives.ContactForm;
import org.relais.relatives.LogContact;
import org.relais.relatives.OfferSupport;
import org.relais.relatives.RelativeContacts;
import org.relais.relatives.SupportKind;
import org.relais.shared.ActionId;
import org.relais.shared.AimId;
import org.relais.shared.AppointmentId;
import org.relais.shared.GoalId;
import org.relais.shared.PersonId;
import org.relais.shared.RelativeContactId;
import org.relais.shared.RelativeId;
import org.relais.shared.RequestId;
import org.relais.shared.SituationStateId;
import org.relais.shared.SocialAssessmentId;
import org.relais.shared.StaffId;
import org.relais.shared.SupportOfferId;
import org.relais.situation.NeedAnswer;
import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsAssessments;
import org.relais.situation.Occasion;
import org.relais.situation.SignNeeds;
import org.relais.situation.Situations;
import org.relais.situation.StateKind;
import org.relais.situation.TellState;
import org.relais.staff.Role;
import org.relais.support.House;

/** Puts a mark in what social care keeps of a person: plan, agenda, relatives, situation, requests to colleagues. */
@TestComponent
class SocialMarks {

    private final AccessService access;
    private final Aims aims;
    private final Goals goals;
    private final PlanActions actions;
    private final Appointments appointments;
    private final RelativeContacts relatives;
    private final NeedsAssessments needs;
    private final Situations situations;
    private final Requests requests;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    SocialMarks(
            AccessService access,
            Aims aims,
            Goals goals,
            PlanActions actions,
            Appointments appointments,
            RelativeContacts relatives,
            NeedsAssessments needs,
            Situations situations,
            Requests requests,
            Clock clock) {
        this.access = access;
        this.aims = aims;
        this.goals = goals;
        this.actions = actions;
        this.appointments = appointments;
        this.relatives = relatives;
        this.needs = needs;
        this.situations = situations;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * To be called as the social worker of the place.
     *
     * @param bed so that nobody's appointment clashes with another's
     */
    boolean write(
            House.Place home,
            int bed,
            PersonId person,
            RelativeId relative,
            @Nullable StaffId assignee,
            Marker marker) {
        plan(home, person, marker);
        book(home, bed, person, marker);
        relatives(home, person, relative, marker);
        situation(home, person, marker);
        if (assignee != null) {
            requests.ask(
                    grant(person, Section.PLAN),
                    new AskColleague(
                            RequestId.create(),
                            home.centre(),
                            assignee,
                            marker.mark("request", Section.PLAN, Kind.ASSIGNED, Role.SOCIAL_WORKER),
                            null,
                            today().plusDays(3)));
        }
        return true;
    }

    private void plan(House.Place home, PersonId person, Marker marker) {
        var write = grant(person, Section.PLAN);
        aims.write(
                write,
                new WriteAim(
                        AimId.create(),
                        0,
                        home.centre(),
                        marker.mark("words of the person", Section.PLAN, Kind.TEXT, Role.SOCIAL_WORKER),
                        UseAim.UNDECIDED,
                        UseTarget.NONE,
                        null,
                        null,
                        null,
                        null));
        var goal = goals.add(
                write,
                new AddGoal(
                        GoalId.create(),
                        home.centre(),
                        GoalDomain.HOUSING,
                        marker.mark("goal", Section.PLAN, Kind.TITLE, Role.SOCIAL_WORKER),
                        marker.mark("criterion", Section.PLAN, Kind.TEXT, Role.SOCIAL_WORKER),
                        null,
                        null,
                        null));
        actions.add(
                write,
                new AddAction(
                        ActionId.create(),
                        goal.id(),
                        home.centre(),
                        marker.mark("action", Section.PLAN, Kind.TITLE, Role.SOCIAL_WORKER),
                        today().plusDays(5),
                        false,
                        null));
    }

    private void book(House.Place home, int bed, PersonId person, Marker marker) {
        var write = grant(person, Section.PLAN);
        appointments.book(
                write,
                new BookAppointment(
                        AppointmentId.create(),
                        home.centre(),
                        AppointmentKind.INDIVIDUAL,
                        "Talk",
                        today().plusDays(20),
                        LocalTime.of(8 + bed, 0),
                        30,
                        List.of(write.actor().id()),
                        null,
                        marker.mark("place of an appointment", Section.PLAN, Kind.TEXT, Role.SOCIAL_WORKER),
                        null,
                        null));
    }

    private void relatives(House.Place home, PersonId person, RelativeId relative, Marker marker) {
        var write = grant(person, Section.SOCIAL);
        relatives.log(
                write,
                access.grant(person, Section.RECORD),
                new LogContact(
                        RelativeContactId.create(),
                        relative,
                        home.centre(),
                        ContactForm.CALL_FROM,
                        clock.instant(),
                        Set.of(TellingTopic.PRESENCE),
                        Set.of(),
                        marker.mark("what a relative was told", Section.SOCIAL, Kind.TEXT, Role.SOCIAL_WORKER),
                        null,
                        marker.mark("what a relative said", Section.SOCIAL, Kind.TEXT, Role.SOCIAL_WORKER)));
        relatives.offer(
                write,
                new OfferSupport(
                        SupportOfferId.create(),
                        relative,
                        home.centre(),
                        SupportKind.GROUP,
                        today(),
                        marker.mark("support offered", Section.SOCIAL, Kind.TEXT, Role.SOCIAL_WORKER)));
    }

    private void situation(House.Place home, PersonId person, Marker marker) {
        var write = grant(person, Section.SOCIAL);
        var answers = new EnumMap<NeedDomain, NeedAnswer>(NeedDomain.class);
        answers.put(
                NeedDomain.HOUSING,
                new NeedAnswer(
                        1,
                        marker.mark("need", Section.SOCIAL, Kind.TEXT, Role.SOCIAL_WORKER),
                        marker.mark("resources", Section.SOCIAL, Kind.TEXT, Role.SOCIAL_WORKER),
                        marker.mark("risks", Section.SOCIAL, Kind.TEXT, Role.SOCIAL_WORKER),
                        marker.mark("obstacles", Section.SOCIAL, Kind.TEXT, Role.SOCIAL_WORKER)));
        needs.sign(
                write,
                new SignNeeds(
                        SocialAssessmentId.create(),
                        home.centre(),
                        Occasion.INTAKE,
                        today(),
                        answers,
                        true,
                        marker.mark("comment on needs", Section.SOCIAL, Kind.TEXT, Role.SOCIAL_WORKER),
                        null,
                        null));
        situations.tell(
                write,
                new TellState(
                        SituationStateId.create(),
                        home.centre(),
                        StateKind.WORK,
                        "UNEMPLOYED",
                        false,
                        today().minusDays(10),
                        null,
                        marker.mark("note on a state", Section.SOCIAL, Kind.TITLE, Role.SOCIAL_WORKER)));
    }

    private Grant grant(PersonId person, Section section) {
        return access.grant(person, section, Right.WRITE, Purpose.CARE);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
    }

    /** Makes a mark for a piece. */
    interface Marker {
        String mark(String what, Section section, Kind kind, @Nullable Role author);
    }
}
