package org.relais.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.access.AccessWish;
import org.relais.access.EmergencyReason;
import org.relais.access.EmergencyVerdict;
import org.relais.access.Section;
import org.relais.agenda.AppointmentKind;
import org.relais.agenda.AppointmentState;
import org.relais.agenda.GroupEntry;
import org.relais.agenda.Recurrence;
import org.relais.assessment.VitalSigns;
import org.relais.demand.DemandItem;
import org.relais.detox.DetoxOutcome;
import org.relais.detox.Substance;
import org.relais.directory.Need;
import org.relais.episode.Destination;
import org.relais.episode.EndReason;
import org.relais.episode.Priority;
import org.relais.history.SubstanceAnswers;
import org.relais.person.AddAlert;
import org.relais.person.AddContact;
import org.relais.person.Identity;
import org.relais.person.RelativeDetails;
import org.relais.record.Visibility;
import org.relais.referral.ExchangeKind;
import org.relais.referral.ReferralState;
import org.relais.reintegration.StepDomain;
import org.relais.reintegration.StepStatus;
import org.relais.therapy.Approach;
import org.relais.therapy.Attendance;
import org.relais.therapy.Mode;

/** One thing that somebody does for one person. A {@code key} names within one person what a later deed points at. */
sealed interface Deed {

    /** Of the path from enquiry to discharge. */
    sealed interface OfEpisode extends Deed {}

    /** Of what stands in the record. */
    sealed interface OfRecord extends Deed {

        /** The section it is written in. */
        Section section();
    }

    /** Of a care plan. */
    non-sealed interface OfPlan extends Deed {}

    /** Of the agenda. */
    sealed interface OfAgenda extends Deed {}

    /**
     * @param room the name of a meeting room of the centre
     * @param others user names of who takes part beside who books
     */
    record BookAt(
            String centre,
            AppointmentKind kind,
            @Nullable String subject,
            @Nullable String place,
            LocalDate day,
            LocalTime time,
            int minutes,
            @Nullable String room,
            List<String> others,
            @Nullable Recurrence repeat)
            implements OfAgenda {}

    /** About no one person. */
    record Meet(BookAt booking) implements OfAgenda {}

    record LeadGroup(String name, GroupEntry entry, int capacity, BookAt sessions) implements OfAgenda {}

    record JoinGroup(String centre, String name) implements OfAgenda {}

    /** The next appointment of the person is cancelled by them. */
    record CancelNext(@Nullable String reason) implements OfAgenda {}

    /** Whether the person came to the last appointment that is over. */
    record NoteLast(AppointmentState state) implements OfAgenda {}

    /** Of somebody's way back. */
    non-sealed interface OfBoard extends Deed {}

    /** Of the reviews of a plan, and of team meetings. */
    non-sealed interface OfReview extends Deed {}

    /** Of what goes on after the end of a treatment. */
    non-sealed interface OfAftercare extends Deed {}

    /** Of contacts with relatives. */
    non-sealed interface OfRelatives extends Deed {}

    /** Of a record opened in an emergency. */
    sealed interface OfEmergency extends Deed {}

    /** Of where the person stands in life. */
    record OfSituation(SituationDeed told) implements Deed {}

    record Register(Ward ward, Identity identity, @Nullable AddContact contact) implements Deed {}

    /** A name for an alias. */
    record Identify(Identity identity) implements Deed {}

    record Warn(AddAlert alert) implements Deed {}

    record NameRelative(RelativeDetails relative) implements Deed {}

    /** @param days how long it holds; null while it is not withdrawn */
    record ShareBetweenCentres(@Nullable Integer days) implements Deed {}

    /** Of the watch over a withdrawal. */
    sealed interface OfDetox extends Deed {}

    /** @param protocol the code of a protocol */
    record BeginDetox(String centre, String protocol, Substance substance) implements OfDetox {}

    /** What the person tells of the substances they use. */
    record TellSubstances(String centre, SubstanceAnswers told) implements OfDetox {}

    record EndDetoxWith(DetoxOutcome outcome) implements OfDetox {}

    /** Of drugs in a withdrawal from alcohol. */
    sealed interface OfMedication extends Deed {}

    /** Diazepam by the CIWA-Ar, for a week. */
    record OrderDiazepam(String centre) implements OfMedication {}

    /** Thiamine morning and evening, from now on. */
    record OrderThiamine(String centre) implements OfMedication {}

    /** The dose that the order by symptoms proposes now; nothing where it proposes none. */
    record GiveProposed() implements OfMedication {}

    /** What the person decided about their record, and who is named for it. */
    sealed interface OfPrivacy extends Deed {}

    record ShareWith(String centre, Set<Section> sections, int days) implements OfPrivacy {
        public ShareWith {
            sections = Set.copyOf(sections);
        }
    }

    record LockSection(Section section) implements OfPrivacy {}

    record NameKeyWorker(String centre, String colleague) implements OfPrivacy {}

    /** Known from now on to these colleagues and to whoever protects. */
    record Protect(Set<String> named, String reason) implements OfPrivacy {
        public Protect {
            named = Set.copyOf(named);
        }
    }

    /** Somebody of another centre asks; nothing of the record is opened for it. */
    record AskFor(String centre, String from, AccessWish wish, String reason) implements OfPrivacy {}

    /** The record is opened and nothing is written. */
    record LookAt(List<Section> sections) implements Deed {
        public LookAt {
            sections = List.copyOf(sections);
        }
    }

    record Enquire(Ward ward, String note) implements OfEpisode {}

    record PutOnList(Ward ward, Priority priority, @Nullable String reason) implements OfEpisode {}

    record AdmitTo(Ward ward, String bed) implements OfEpisode {}

    /** The bed that was left is made ready. */
    record CleanBed(Ward ward, String bed) implements OfEpisode {}

    record StartAt(Ward ward) implements OfEpisode {}

    /** Of a transfer between centres: of each person the latest one. */
    sealed interface OfTransfer extends Deed {}

    /** @param days from the day of the request to the day wished */
    record AskTransfer(Ward from, Ward to, int days, String handOver) implements OfTransfer {}

    /** For a time only. */
    record AskGuest(AskTransfer ask, int lastDays) implements OfTransfer {}

    /** @param days from the day of the answer to the day expected */
    record AcceptTransfer(int days, @Nullable String bed) implements OfTransfer {}

    record RefuseTransfer(String reason) implements OfTransfer {}

    record ArriveByTransfer(@Nullable String bed) implements OfTransfer {}

    /** Of a place that is offered: of each person the one on offer. */
    sealed interface OfPlace extends Deed {}

    /**
     * A place for somebody who waits.
     *
     * @param bed null: none yet
     * @param days from the day of the offer to the first day
     * @param hours how long it waits for an answer
     */
    record OfferIn(Ward ward, @Nullable String bed, int days, int hours) implements OfPlace {}

    record AcceptPlace() implements OfPlace {}

    record Decline(String reason) implements OfPlace {}

    record DischargeFrom(
            Ward ward,
            EndReason reason,
            @Nullable Destination destination,
            @Nullable String note) implements OfEpisode {}

    /** @param sections what was opened then */
    record OpenInEmergency(EmergencyReason reason, String explanation, List<Section> sections) implements OfEmergency {
        public OpenInEmergency {
            sections = List.copyOf(sections);
        }
    }

    record ReviewEmergency(EmergencyVerdict verdict, String comment) implements OfEmergency {}

    /** What one was told of the person is seen. */
    record Acknowledge() implements OfEmergency {}

    record SignNote(String key, String type, Section section, String centre, Text text, Visibility visibility)
            implements OfRecord {}

    record AddTo(String key, Section section, String centre, String text) implements OfRecord {}

    record TakeBack(String key, Section section, String centre, String reason) implements OfRecord {}

    record LeaveDraft(String type, Section section, Map<String, String> content) implements OfRecord {
        public LeaveDraft {
            content = Map.copyOf(content);
        }
    }

    record Rate(
            String instrument,
            String centre,
            Map<String, Integer> values,
            @Nullable String comment) implements OfRecord {
        @Override
        public Section section() {
            return Section.MEDICAL;
        }

        public Rate {
            values = Map.copyOf(values);
        }
    }

    record Measure(
            String centre, VitalSigns signs, @Nullable String comment) implements OfRecord {
        @Override
        public Section section() {
            return Section.MEDICAL;
        }
    }

    /** @param process the therapist's own note; null for none */
    record HoldSession(
            String centre,
            Attendance attendance,
            Mode mode,
            Approach approach,
            @Nullable Text text,
            @Nullable LocalDate next,
            @Nullable String process)
            implements OfRecord {
        @Override
        public Section section() {
            return Section.PSYCHOLOGICAL;
        }
    }

    /** @param worker the user name of who sees to it; null for the person themselves */
    record PlanStep(
            String key,
            String centre,
            StepDomain domain,
            String title,
            LocalDate due,
            @Nullable String worker) implements OfRecord {
        @Override
        public Section section() {
            return Section.SOCIAL;
        }
    }

    /** Of a referral to a partner. */
    sealed interface OfReferral extends Deed {}

    /** The person agrees that a partner is told who they are and what they need, until that day. */
    record Agree(String partner, LocalDate until) implements OfReferral {}

    /** @param send whether the letter leaves; a draft otherwise */
    record Refer(String key, String centre, String partner, Need need, String subject, String request, boolean send)
            implements OfReferral {}

    record AnswerReferral(
            String key,
            ReferralState state,
            @Nullable String outcome,
            @Nullable LocalDate awaitedOn,
            @Nullable Instant appointmentAt)
            implements OfReferral {}

    record Chase(
            String key,
            ExchangeKind kind,
            boolean reached,
            @Nullable String words) implements OfReferral {}

    record MoveStep(String key, StepStatus status, @Nullable String reason) implements OfRecord {
        @Override
        public Section section() {
            return Section.SOCIAL;
        }
    }

    /** What the person answers at the beginning of the treatment that goes on; as far as who asks may ask it. */
    record AnswerIntake(Map<DemandItem, Answer> answers) implements Deed {
        public AnswerIntake {
            answers = Map.copyOf(answers);
        }

        /** A code, or an age in years. */
        record Answer(@Nullable String code, @Nullable Integer years) {}
    }

    /** A title and what follows. */
    record Text(String title, String words) {}
}
