package org.relais.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.person.AddAlert;
import org.relais.person.AlertKind;
import org.relais.record.Visibility;
import org.relais.reintegration.StepDomain;
import org.relais.shared.Severity;
import org.relais.staff.Role;
import org.relais.therapy.Approach;
import org.relais.therapy.Attendance;
import org.relais.therapy.Mode;

/** Writes down what happens to one person. What would lie ahead of now is left out: it has not happened yet. */
final class Course {

    private final int number;
    private final Invented person;
    private final RandomGenerator random;
    private final Instant now;
    private final NoteTexts texts;
    private final Consumer<Act> script;
    private final Set<String> warned = new HashSet<>();
    private int notes;
    private int written;
    private int steps;
    private boolean ownSituation;

    Course(int number, Invented person, RandomGenerator random, Instant now, NoteTexts texts, Consumer<Act> script) {
        this.number = number;
        this.person = person;
        this.random = random;
        this.now = now;
        this.texts = texts;
        this.script = script;
        // Where in the list of texts somebody begins, so that neighbours do not read alike
        this.notes = number;
    }

    /** From here on the story tells of itself where the person stands in life. */
    void tellOwnSituation() {
        ownSituation = true;
    }

    boolean tellsOwnSituation() {
        return ownSituation;
    }

    Invented person() {
        return person;
    }

    RandomGenerator random() {
        return random;
    }

    /** So many days ago at about this hour, where the centres are; some minutes later, never twice the same. */
    Instant day(int daysAgo, int hour) {
        var time = LocalTime.of(hour, random.nextInt(60), random.nextInt(60));
        return today().minusDays(daysAgo)
                .atTime(time)
                .atZone(DemonstrationHouse.ZONE)
                .toInstant();
    }

    /**
     * As {@link #day}; on a Saturday or Sunday the Monday after, for those who do not work then, or the Friday before
     * when that Monday is still to come.
     */
    Instant workday(int daysAgo, int hour) {
        var date = today().minusDays(daysAgo);
        var sinceFriday = date.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
        if (sinceFriday <= 0) {
            return day(daysAgo, hour);
        }
        var untilMonday = 3 - sinceFriday;
        return day(untilMonday < daysAgo ? daysAgo - untilMonday : daysAgo + sinceFriday, hour);
    }

    /** So many minutes before now. */
    Instant minutesAgo(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    /** The day in so many days; negative for the past. */
    LocalDate due(int days) {
        return today().plusDays(days);
    }

    /** Somebody of this role who works in the centre. */
    String by(Role role, String centre) {
        var colleagues = Cast.STAFF.stream()
                .filter(colleague ->
                        colleague.role() == role && colleague.centres().contains(centre))
                .toList();
        return colleagues.get(random.nextInt(colleagues.size())).username();
    }

    /** Somebody of this role who works in the centre, and whose day may be full. */
    String other(Role role, String centre) {
        var colleagues = Cast.OTHERS.stream()
                .filter(colleague ->
                        colleague.role() == role && colleague.centres().contains(centre))
                .toList();
        return colleagues.get(random.nextInt(colleagues.size())).username();
    }

    void on(Instant at, String who, Deed deed) {
        if (!at.isAfter(now)) {
            script.accept(new Act(at, who, number, deed));
        }
    }

    /** Warns once of each kind, and of anything else once in the same words. */
    void warn(Instant at, String who, AlertKind kind, Severity severity, String text, String source) {
        if (!warned.add(kind == AlertKind.OTHER ? text : kind.name())) {
            return;
        }
        on(at, who, new Deed.Warn(new AddAlert(kind, severity, text, source)));
    }

    /** A note with the next text of the kind. */
    void note(Instant at, String centre, Writing writing, String kind) {
        note(at, by(writing.role(), centre), centre, writing, texts.at(kind, notes++, person, random));
    }

    void note(Instant at, String who, String centre, Writing writing, Deed.Text text) {
        on(
                at,
                who,
                new Deed.SignNote(
                        "note-" + ++written, writing.type(), writing.section(), centre, text, Visibility.TEAM));
    }

    /** The key of the note written last. */
    String lastNote() {
        return "note-" + written;
    }

    Deed.Text text(String kind) {
        return texts.at(kind, notes++, person, random);
    }

    void ciwa(Instant at, String centre, int total, boolean commented) {
        on(
                at,
                by(Role.NURSE, centre),
                new Deed.Rate(
                        "CIWA_AR",
                        centre,
                        Ratings.ciwa(total, random),
                        commented ? text("commentaire.ciwa").words() : null));
    }

    void cows(Instant at, String centre, int total, boolean commented) {
        on(
                at,
                by(Role.NURSE, centre),
                new Deed.Rate(
                        "COWS",
                        centre,
                        Ratings.cows(total, random),
                        commented ? text("commentaire.cows").words() : null));
    }

    void vitals(Instant at, String centre, int strain) {
        on(at, by(Role.NURSE, centre), new Deed.Measure(centre, Ratings.vitals(strain, random), null));
    }

    void session(Instant at, String centre, @Nullable LocalDate next, boolean process) {
        session(at, by(Role.PSYCHOLOGIST, centre), centre, next, process);
    }

    void session(Instant at, String who, String centre, @Nullable LocalDate next, boolean process) {
        var approaches = List.of(
                Approach.MOTIVATIONAL,
                Approach.COGNITIVE_BEHAVIOURAL,
                Approach.RELAPSE_PREVENTION,
                Approach.SUPPORTIVE);
        on(
                at,
                who,
                new Deed.HoldSession(
                        centre,
                        Attendance.ATTENDED,
                        Mode.IN_PERSON,
                        approaches.get(random.nextInt(approaches.size())),
                        text("seance"),
                        next,
                        process ? text("processus").words() : null));
    }

    /** A session to which the person did not come. */
    void missedSession(Instant at, String centre) {
        on(
                at,
                by(Role.PSYCHOLOGIST, centre),
                new Deed.HoldSession(
                        centre, Attendance.NO_SHOW, Mode.IN_PERSON, Approach.SUPPORTIVE, null, null, null));
    }

    /** @return the key of the step */
    String step(
            Instant at, String who, String centre, StepDomain domain, String title, int dueInDays, boolean byWorker) {
        var key = "step-" + ++steps;
        on(at, who, new Deed.PlanStep(key, centre, domain, title, due(dueInDays), byWorker ? who : null));
        return key;
    }

    /** An unsigned text of a kind of note. */
    void draft(Instant at, String who, Writing writing, String title, String words) {
        on(
                at,
                who,
                new Deed.LeaveDraft(
                        writing.type(),
                        writing.section(),
                        Map.of("title", title, "text", words, "visibility", Visibility.TEAM.name())));
    }

    private LocalDate today() {
        return now.atZone(DemonstrationHouse.ZONE).toLocalDate();
    }

    /** The kinds of note that the stories use, and whose they are. */
    enum Writing {
        TRANSMISSION("record.transmission", Section.MEDICAL, Role.NURSE),
        NURSING("record.nursing-note", Section.MEDICAL, Role.NURSE),
        VISIT("record.medical-visit", Section.MEDICAL, Role.PHYSICIAN),
        DISPENSING("record.dispensing-note", Section.OPIOID_AGONIST, Role.DISPENSING_NURSE),
        SOCIAL("record.social-interview", Section.SOCIAL, Role.SOCIAL_WORKER),
        FAMILY("record.family-note", Section.FAMILY, Role.FAMILY_WORKER),
        PSYCHOLOGIST_CALL("record.phone-call", Section.PSYCHOLOGICAL, Role.PSYCHOLOGIST),
        FAMILY_CALL("record.phone-call", Section.FAMILY, Role.FAMILY_WORKER),
        CONTACT("record.contact-note", Section.HARM_REDUCTION, Role.PEER_WORKER),
        GENERAL("record.general-note", Section.ADMINISTRATIVE, Role.COORDINATOR);

        private final String type;
        private final Section section;
        private final Role role;

        Writing(String type, Section section, Role role) {
            this.type = type;
            this.section = section;
            this.role = role;
        }

        String type() {
            return type;
        }

        Section section() {
            return section;
        }

        Role role() {
            return role;
        }
    }
}
