package org.relais.demo;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.agenda.AppointmentKind;
import org.relais.agenda.AppointmentState;
import org.relais.agenda.Recurrence;
import org.relais.demo.Career.How;
import org.relais.demo.Career.Stretch;
import org.relais.demo.Course.Writing;
import org.relais.detox.DetoxOutcome;
import org.relais.episode.Destination;
import org.relais.episode.EndReason;
import org.relais.staff.Role;
import org.relais.therapy.Approach;
import org.relais.therapy.Attendance;
import org.relais.therapy.Mode;

/** A follow-up at La Passerelle of somebody without a story. */
final class FollowUpWay {

    private static final String CENTRE = Cast.PASSERELLE;
    private static final int MOST_NOTES = 6;

    private final Ways ways;
    private final GoalWay goals;
    private final Course course;
    private final Chance chance;
    private final Told told;
    private final String worker;
    private final String physician;

    FollowUpWay(Ways ways, GoalWay goals, Course course, Chance chance, Told told) {
        this.ways = ways;
        this.goals = goals;
        this.course = course;
        this.chance = chance;
        this.told = told;
        this.worker = course.other(Role.SOCIAL_WORKER, CENTRE);
        this.physician = course.other(Role.PHYSICIAN, CENTRE);
    }

    void tell(Stretch stretch, Instant began) {
        var length = stretch.began() - Math.max(stretch.ended(), 0);
        if (length > 12) {
            withdrawal(began);
        }
        notes(stretch);
        if (length > 45 && chance.of(85)) {
            // Early or late, so that there are some at any time
            appointments(stretch, stretch.began() - chance.between(6, length - 30));
        }
        if (length > 40 && chance.of(50)) {
            goals.tell(stretch, CENTRE, worker);
        }
        if (length > 30 && chance.of(66)) {
            var from = stretch.began() - chance.between(8, Math.min(length - 8, 70));
            PartnerWay.tell(course, chance, from, stretch.ended(), CENTRE, worker);
        }
        var reason = stretch.how() == How.DIED
                ? EndReason.DIED
                : EndReason.valueOf(
                        chance.weighed(
                                length < 95
                                        ? "LOST_CONTACT:40 ENDED_BY_PERSON:28 COMPLETED:22 TRANSFERRED_OTHER:10"
                                        : "COMPLETED:56 LOST_CONTACT:17 ENDED_BY_PERSON:16 TRANSFERRED_OTHER:7 STOPPED_BY_TEAM:4"));
        ways.leave(stretch, 19, Role.PHYSICIAN, reason, destination(reason));
    }

    private @Nullable Destination destination(EndReason reason) {
        return switch (reason) {
            case DIED -> null;
            case LOST_CONTACT -> Destination.UNKNOWN;
            case TRANSFERRED_OTHER -> Destination.OTHER_CENTRE;
            default -> Destination.valueOf(chance.weighed("HOME:72 WITH_FAMILY_OR_FRIENDS:20 SUPPORTED_HOUSING:8"));
        };
    }

    private void withdrawal(Instant began) {
        var opioid = told.opioid() && told.usual();
        var alcohol = course.person().substance() == Invented.Substance.ALCOHOL;
        if (((alcohol && chance.of(40)) || (opioid && chance.of(58))) && ways.mayWatch(began)) {
            var outcome = DetoxOutcome.valueOf(chance.weighed(
                    opioid
                            ? "COMPLETED_TO_OAT:70 LEFT_AGAINST_ADVICE:16 STOPPED_BY_TEAM:6 TRANSFERRED_OTHER:8"
                            : "COMPLETED:64 LEFT_AGAINST_ADVICE:16 TRANSFERRED_OTHER:12 TRANSFERRED_HIGHER_CARE:8"));
            new Observed(course, CENTRE).onVisits(began.plusSeconds(3600), outcome);
        }
    }

    private void notes(Stretch stretch) {
        var every = chance.between(28, 52);
        var turn = chance.between(0, 4);
        var last = turn + MOST_NOTES;
        for (var day = stretch.began() - 2; day > Math.max(stretch.ended(), 0) && turn < last; day -= every) {
            switch (turn++ % 5) {
                case 0 ->
                    course.note(course.workday(day, 10), physician, CENTRE, Writing.VISIT, course.text("suivi.visite"));
                case 1 -> session(course.workday(day, 14));
                case 2 ->
                    course.note(
                            course.workday(day, 9),
                            course.other(Role.NURSE, CENTRE),
                            CENTRE,
                            Writing.NURSING,
                            course.text("suivi.infirmier"));
                case 3 ->
                    course.note(course.workday(day, 11), worker, CENTRE, Writing.SOCIAL, course.text("suivi.social"));
                default ->
                    course.note(course.workday(day, 16), physician, CENTRE, Writing.VISIT, course.text("suivi.visite"));
            }
        }
    }

    private void session(Instant at) {
        course.on(
                at,
                course.other(Role.PSYCHOLOGIST, CENTRE),
                new Deed.HoldSession(
                        CENTRE,
                        Attendance.ATTENDED,
                        Mode.IN_PERSON,
                        chance.one(List.of(Approach.MOTIVATIONAL, Approach.COGNITIVE_BEHAVIOURAL, Approach.SUPPORTIVE)),
                        course.text("suivi.seance"),
                        null,
                        null));
    }

    // Every second week; the last ones may lie ahead
    private void appointments(Stretch stretch, int first) {
        var holder = chance.one(List.of(worker, course.other(Role.PSYCHOLOGIST, CENTRE), physician));
        var times = Math.min(chance.between(4, 6), 1 + (first - Math.max(stretch.ended(), -40)) / 14);
        course.on(
                course.day(first + 3, 9),
                holder,
                new Deed.BookAt(
                        CENTRE,
                        AppointmentKind.INDIVIDUAL,
                        "Entretien de suivi",
                        null,
                        course.due(-first),
                        LocalTime.of(chance.between(9, 16), chance.of(50) ? 0 : 30),
                        45,
                        null,
                        List.of(),
                        Recurrence.times(2, times)));
        for (var turn = 0; turn < times && first - 14 * turn > 2; turn++) {
            var day = first - 14 * turn;
            switch (chance.weighed("CAME:72 MISSED:13 CANCELLED:9 LATE:6")) {
                case "CAME" -> course.on(course.day(day - 1, 8), holder, new Deed.NoteLast(AppointmentState.ATTENDED));
                case "MISSED" -> course.on(course.day(day - 1, 8), holder, new Deed.NoteLast(AppointmentState.NO_SHOW));
                case "CANCELLED" ->
                    course.on(course.day(day + 2, 12), holder, new Deed.CancelNext("Empêchement familial"));
                default -> course.on(course.day(day, 7), holder, new Deed.CancelNext("Malade ce matin"));
            }
        }
    }
}
