package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.relais.demo.Career.How;
import org.relais.demo.Career.Stretch;
import org.relais.demo.Course.Writing;
import org.relais.detox.DetoxOutcome;
import org.relais.episode.Destination;
import org.relais.episode.EndReason;
import org.relais.episode.Priority;
import org.relais.person.AddContact;
import org.relais.person.ContactKind;
import org.relais.situation.StateKind;
import org.relais.staff.Role;

/** Writes down what somebody without a story lived through, stretch by stretch, in fewer acts than a story has. */
final class Ways {

    private static final String COORDINATOR = "b.aulnay";
    private static final List<String> URGENT_REASONS = List.of(
            "Deux passages aux urgences ce mois-ci",
            "Grossesse de quatre mois",
            "Sans abri depuis une semaine, suivi déjà engagé");
    private static final List<String> PATIENT_REASONS =
            List.of("Préfère attendre la fin d’un contrat", "Attend une solution de garde pour son chien");

    private final Course course;
    private final Chance chance;
    private final Told told;
    private final GoalWay goals;
    private Career career = new Career();
    private @Nullable Map<StateKind, String> stands;
    private Instant watchedUntil = Instant.EPOCH;
    private boolean registered;
    private boolean asked;

    Ways(Course course) {
        this.course = course;
        this.chance = new Chance(course.random());
        this.told = new Told(course);
        this.goals = new GoalWay(course, chance);
    }

    void tell(Career lived) {
        career = lived;
        @Nullable Stretch before = null;
        for (var stretch : career.stretches()) {
            switch (stretch.ward()) {
                case WITHDRAWAL, RESIDENCE -> bed(stretch, before);
                case FOLLOW_UP, DISPENSING, DAY_CLINIC, DROP_IN -> open(stretch, before);
            }
            before = stretch;
        }
    }

    private void bed(Stretch stretch, @Nullable Stretch before) {
        if (stretch.how() == How.WAITS || stretch.how() == How.CAME_TO_NOTHING) {
            wait(stretch);
            return;
        }
        var ward = stretch.ward();
        if (stretch.how() == How.URGENT) {
            enquire(ward, course.day(stretch.began(), 7));
        } else {
            var listed = listed(stretch, before, before == null ? 27 : 19);
            enquire(ward, course.day(listed + chance.between(1, 2), 10));
            course.on(course.day(listed, 15), COORDINATOR, new Deed.PutOnList(ward, Priority.NORMAL, null));
        }
        var admitted = course.day(stretch.began(), 10);
        course.on(
                admitted,
                course.other(Role.NURSE, ward.centre()),
                new Deed.AdmitTo(ward, Objects.requireNonNull(stretch.bed())));
        if (ward == Ward.RESIDENCE) {
            residence(stretch, admitted);
        } else {
            withdrawal(stretch, admitted);
        }
    }

    // Never before the stretch that made them known
    private int listed(Stretch stretch, @Nullable Stretch before, int most) {
        var listed = stretch.began() + chance.between(3, most);
        return before == null ? listed : Math.max(stretch.began() + 1, Math.min(listed, before.began() - 4));
    }

    private void withdrawal(Stretch stretch, Instant admitted) {
        var centre = Cast.TILLEULS;
        var length = stretch.began() - stretch.ended();
        var reason = stretch.how() == How.DIED ? EndReason.DIED : endOfStay(length);
        beginning(stretch, admitted);
        if (stretch.how() == How.DIED) {
            new Observed(course, centre).onTheWard(admitted, length * 24 - 2, DetoxOutcome.DIED);
        } else if (watched() && length > 6 && mayWatch(admitted)) {
            var watch = new Observed(course, centre);
            var hours = Math.min(watch.hours(), length * 24 - 30);
            watch.onTheWard(admitted, hours, outcome(reason));
        }
        for (var day : List.of(stretch.began() - 3, stretch.began() - 10)) {
            if (day > stretch.ended() && chance.of(70)) {
                course.note(
                        course.day(day, 20),
                        course.other(Role.NURSE, centre),
                        centre,
                        Writing.TRANSMISSION,
                        course.text("sejour.transmission"));
            }
        }
        course.note(
                course.day(stretch.began() - 1, 11),
                course.other(Role.PHYSICIAN, centre),
                centre,
                Writing.VISIT,
                course.text("sejour.visite"));
        if (chance.of(40)) {
            course.note(
                    course.day(stretch.ended() + 2, 14),
                    course.other(Role.SOCIAL_WORKER, centre),
                    centre,
                    Writing.SOCIAL,
                    course.text("sejour.social"));
        }
        leave(stretch, 13, Role.NURSE, reason, endOfStay(reason));
    }

    /** Whether no other watch goes on then; from now on one does, for a week. */
    boolean mayWatch(Instant from) {
        var may = watchedUntil.isBefore(from);
        watchedUntil = from.plus(Duration.ofDays(7));
        return may;
    }

    private boolean watched() {
        if (!told.usual()) {
            return false;
        }
        return switch (course.person().substance()) {
            case ALCOHOL -> chance.of(15);
            case HEROIN, TRAMADOL -> chance.of(32);
            case COCAINE -> chance.of(88);
            case DIAZEPAM, CANNABIS -> false;
        };
    }

    // Whoever leaves early leaves more often against advice
    private EndReason endOfStay(int length) {
        return EndReason.valueOf(
                length < 10
                        ? chance.weighed(
                                "COMPLETED:44 LEFT_AGAINST_ADVICE:40 TRANSFERRED_HIGHER_CARE:9 STOPPED_BY_TEAM:7")
                        : chance.weighed(
                                told.opioid()
                                        ? "COMPLETED:42 COMPLETED_TO_OAT:34 LEFT_AGAINST_ADVICE:14 TRANSFERRED_OTHER:6 STOPPED_BY_TEAM:4"
                                        : "COMPLETED:74 LEFT_AGAINST_ADVICE:13 TRANSFERRED_OTHER:7 TRANSFERRED_HIGHER_CARE:3 STOPPED_BY_TEAM:3"));
    }

    private @Nullable Destination endOfStay(EndReason reason) {
        return switch (reason) {
            case TRANSFERRED_HIGHER_CARE -> Destination.HOSPITAL;
            case TRANSFERRED_OTHER -> Destination.OTHER_CENTRE;
            case DIED -> null;
            default ->
                Destination.valueOf(chance.weighed("HOME:58 WITH_FAMILY_OR_FRIENDS:22 SHELTER:7 STREET:4 UNKNOWN:9"));
        };
    }

    private static DetoxOutcome outcome(EndReason reason) {
        return switch (reason) {
            case COMPLETED_TO_OAT -> DetoxOutcome.COMPLETED_TO_OAT;
            case LEFT_AGAINST_ADVICE -> DetoxOutcome.LEFT_AGAINST_ADVICE;
            case STOPPED_BY_TEAM -> DetoxOutcome.STOPPED_BY_TEAM;
            case TRANSFERRED_HIGHER_CARE -> DetoxOutcome.TRANSFERRED_HIGHER_CARE;
            case TRANSFERRED_OTHER -> DetoxOutcome.TRANSFERRED_OTHER;
            case DIED -> DetoxOutcome.DIED;
            default -> DetoxOutcome.COMPLETED;
        };
    }

    private void residence(Stretch stretch, Instant admitted) {
        var centre = Cast.PORT_VAUBAN;
        beginning(stretch, admitted);
        var every = 24 + chance.between(0, 12);
        for (var day = stretch.began() - 4;
                day > Math.max(stretch.ended(), 0) && day > stretch.began() - 170;
                day -= every) {
            if ((stretch.began() - day) % 2 == 0) {
                course.note(
                        course.day(day, 20),
                        course.other(Role.NURSE, centre),
                        centre,
                        Writing.TRANSMISSION,
                        course.text("residence.vie"));
            } else {
                course.note(
                        course.workday(day, 11),
                        course.other(Role.PHYSICIAN, centre),
                        centre,
                        Writing.VISIT,
                        course.text("residence.visite"));
            }
        }
        if (chance.of(70)) {
            goals.tell(stretch, centre, course.other(Role.SOCIAL_WORKER, centre));
        }
        var reason = EndReason.valueOf(
                chance.weighed("COMPLETED:62 LEFT_AGAINST_ADVICE:20 STOPPED_BY_TEAM:8 TRANSFERRED_OTHER:10"));
        leave(
                stretch,
                15,
                Role.SOCIAL_WORKER,
                reason,
                reason == EndReason.COMPLETED
                        ? Destination.valueOf(chance.weighed("HOME:45 SUPPORTED_HOUSING:40 WITH_FAMILY_OR_FRIENDS:15"))
                        : endOfStay(reason));
    }

    private void open(Stretch stretch, @Nullable Stretch before) {
        if (stretch.how() == How.WAITS || stretch.how() == How.CAME_TO_NOTHING) {
            wait(stretch);
            return;
        }
        var ward = stretch.ward();
        var wait = ward == Ward.DROP_IN ? 0 : before == null ? chance.between(2, 24) : chance.between(1, 4);
        enquire(ward, course.workday(stretch.began() + wait, 9));
        var began = course.workday(stretch.began(), 11);
        course.on(began, starter(ward), new Deed.StartAt(ward));
        beginning(stretch, began);
        switch (ward) {
            case DAY_CLINIC -> dayClinic(stretch);
            case DROP_IN -> dropIn(stretch);
            default -> new FollowUpWay(this, goals, course, chance, told).tell(stretch, began);
        }
    }

    private String starter(Ward ward) {
        return switch (ward) {
            case FOLLOW_UP -> course.other(Role.PHYSICIAN, ward.centre());
            default -> course.other(Role.NURSE, ward.centre());
        };
    }

    private void dayClinic(Stretch stretch) {
        for (var day = stretch.began() - 4; day > Math.max(stretch.ended(), 0); day -= 18) {
            course.note(
                    course.workday(day, 15),
                    course.other(Role.PHYSICIAN, Cast.TILLEULS),
                    Cast.TILLEULS,
                    Writing.VISIT,
                    course.text("jour.visite"));
        }
        leave(
                stretch,
                16,
                Role.NURSE,
                EndReason.valueOf(chance.weighed("COMPLETED:70 ENDED_BY_PERSON:18 LOST_CONTACT:12")),
                Destination.HOME);
    }

    private void dropIn(Stretch stretch) {
        var every = 35 + chance.between(0, 50);
        for (var day = stretch.began() - 1; day > Math.max(stretch.ended(), 0); day -= every) {
            course.note(
                    course.workday(day, 16),
                    course.by(Role.PEER_WORKER, Cast.GRAND_PRE),
                    Cast.GRAND_PRE,
                    Writing.CONTACT,
                    course.text("accueil.contact"));
        }
        leave(
                stretch,
                17,
                Role.NURSE,
                EndReason.valueOf(chance.weighed("LOST_CONTACT:70 ENDED_BY_PERSON:30")),
                Destination.UNKNOWN);
    }

    private void wait(Stretch stretch) {
        var ward = stretch.ward();
        enquire(ward, course.workday(stretch.began() + 2, 9));
        if (stretch.how() == How.CAME_TO_NOTHING) {
            course.on(
                    course.workday(stretch.ended(), 16),
                    COORDINATOR,
                    new Deed.DischargeFrom(
                            ward,
                            EndReason.valueOf(
                                    chance.weighed("LOST_CONTACT:50 ENDED_BY_PERSON:30 REFERRED_ELSEWHERE:20")),
                            null,
                            null));
            return;
        }
        var priority = Priority.valueOf(chance.weighed("HIGH:2 NORMAL:6 LOW:2"));
        course.on(
                course.workday(stretch.began(), 15),
                COORDINATOR,
                new Deed.PutOnList(
                        ward,
                        priority,
                        switch (priority) {
                            case HIGH -> chance.one(URGENT_REASONS);
                            case NORMAL -> null;
                            case LOW -> chance.one(PATIENT_REASONS);
                        }));
    }

    private void enquire(Ward ward, Instant at) {
        var who = registered
                ? COORDINATOR
                : switch (ward) {
                    case WITHDRAWAL, DAY_CLINIC, RESIDENCE -> COORDINATOR;
                    case FOLLOW_UP, DISPENSING -> course.other(Role.SOCIAL_WORKER, ward.centre());
                    case DROP_IN -> course.other(Role.NURSE, ward.centre());
                };
        if (!registered) {
            registered = true;
            course.on(
                    at,
                    who,
                    new Deed.Register(
                            ward,
                            course.person().identity(),
                            course.person().given() == null
                                    ? null
                                    : new AddContact(
                                            ContactKind.TELEPHONE,
                                            "06 39 98 %02d %02d"
                                                    .formatted(chance.between(0, 99), chance.between(0, 99)))));
        }
        course.on(
                at.plusSeconds(120),
                who,
                new Deed.Enquire(ward, course.text("demande").words()));
    }

    // What is asked when somebody comes for the first time; later some of it again. The indicator asks nothing of
    // alcohol,
    // and where nobody gives a name little is asked at all
    private void beginning(Stretch stretch, Instant began) {
        var centre = stretch.ward().centre();
        var open = stretch.ward() == Ward.DROP_IN;
        if (chance.of(asked ? 18 : open ? 55 : 94)) {
            course.on(began.plusSeconds(600), nurse(centre), new Deed.TellSubstances(centre, told.substances()));
        }
        if (asked) {
            statesLater(stretch, centre);
            return;
        }
        asked = true;
        var counted = course.person().substance() != Invented.Substance.ALCOHOL;
        if (chance.of(!counted ? 12 : open ? 45 : 84)) {
            course.on(began.plusSeconds(2400), worker(centre), told.socialIntake());
        }
        if (chance.of(!counted ? 8 : open ? 20 : 76)) {
            course.on(began.plusSeconds(3000), physician(centre), told.medicalIntake());
        }
        if (chance.of(open ? 35 : 84)) {
            states(stretch, centre);
        }
    }

    private String nurse(String centre) {
        return course.other(Role.NURSE, centre);
    }

    private String worker(String centre) {
        return centre.equals(Cast.GRAND_PRE) ? "t.mercier" : course.other(Role.SOCIAL_WORKER, centre);
    }

    private String physician(String centre) {
        return centre.equals(Cast.GRAND_PRE) ? "b.lindqvist" : course.other(Role.PHYSICIAN, centre);
    }

    // Where the person stands when a stretch begins, and when it ends
    private void states(Stretch stretch, String centre) {
        var states = told.states();
        stands = states;
        course.on(
                course.workday(stretch.began() - 1, 14),
                worker(centre),
                new Deed.OfSituation(
                        new SituationDeed.StandAs(centre, states, told.since(course.due(-stretch.began())))));
        statesLater(stretch, centre);
    }

    private void statesLater(Stretch stretch, String centre) {
        var known = stands;
        if (known == null || stretch.lasts()) {
            return;
        }
        var later = told.later(known);
        if (later.isEmpty()) {
            return;
        }
        var merged = new EnumMap<StateKind, String>(StateKind.class);
        merged.putAll(known);
        merged.putAll(later);
        stands = merged;
        course.on(
                course.day(stretch.ended() + 2, 14),
                worker(centre),
                new Deed.OfSituation(new SituationDeed.StandAs(centre, later, course.due(-stretch.ended() - 2))));
    }

    /** The end of a stretch, and of some what was agreed for the time after it. */
    void leave(Stretch stretch, int hour, Role role, EndReason reason, @Nullable Destination destination) {
        if (stretch.lasts()) {
            return;
        }
        var centre = stretch.ward().centre();
        var at = course.day(stretch.ended(), hour);
        course.on(at, course.other(role, centre), new Deed.DischargeFrom(stretch.ward(), reason, destination, null));
        var bed = stretch.bed();
        // Before somebody else comes a bed is made ready anyway
        if (bed != null && stretch.ended() > 1 && stretch.ended() < 25) {
            course.on(
                    course.day(stretch.ended() - 1, 8),
                    course.other(Role.NURSE, centre),
                    new Deed.CleanBed(stretch.ward(), bed));
        }
        if (stretch.ward() != Ward.DROP_IN
                && career.endsWith(stretch)
                && (reason == EndReason.COMPLETED
                        || reason == EndReason.COMPLETED_TO_OAT
                        || reason == EndReason.ENDED_BY_PERSON)
                && chance.of(45)) {
            FollowUpCalls.tell(
                    course,
                    chance,
                    stretch.ended(),
                    at.plus(Duration.ofMinutes(10)),
                    course.other(Role.SOCIAL_WORKER, centre));
        }
    }
}
