package org.relais.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.agenda.AppointmentKind;
import org.relais.agenda.AppointmentState;
import org.relais.agenda.GroupEntry;
import org.relais.agenda.Recurrence;

/** What stands in the agendas of La Passerelle and Les Tilleuls around the present day. */
final class AgendaStory {

    private static final String PASSERELLE = Cast.PASSERELLE;
    private static final String NOEMIE = "n.tavares";
    private static final String INES = "i.quemeneur";
    private static final String PREVENTION = "Prévention de la reprise";

    private AgendaStory() {}

    /** Rémi, whose social worker comes to his bed, and what is no one person's. */
    static void remi(Course remi) {
        on(remi, 9, 9, INES, lead(PREVENTION, GroupEntry.MEMBERS, 10, at(remi, -7, 10, 0, 90, "Salle commune")));
        on(remi, 9, 10, NOEMIE, lead("Café emploi", GroupEntry.OPEN, 25, at(remi, -7, 15, 0, 90, "Salle commune")));
        on(remi, 8, 9, NOEMIE, new Deed.JoinGroup(PASSERELLE, PREVENTION));
        on(
                remi,
                2,
                16,
                NOEMIE,
                booking(
                        Cast.TILLEULS,
                        AppointmentKind.INDIVIDUAL,
                        "Entretien, lit 301A",
                        remi.due(0),
                        11,
                        0,
                        45,
                        null));
        on(
                remi,
                6,
                16,
                NOEMIE,
                new Deed.Meet(new Deed.BookAt(
                        PASSERELLE,
                        AppointmentKind.MEETING,
                        "Synthèse d’équipe",
                        null,
                        remi.due(0),
                        LocalTime.of(13, 30),
                        60,
                        "Salle commune",
                        List.of("h.vasseur", INES),
                        null)));
        on(
                remi,
                5,
                16,
                NOEMIE,
                new Deed.Meet(
                        booking(PASSERELLE, AppointmentKind.CALL, "Le Seuil, visio", remi.due(0), 17, 0, 45, null)));
        on(
                remi,
                1,
                16,
                NOEMIE,
                new Deed.BookAt(
                        PASSERELLE,
                        AppointmentKind.VISIT,
                        "MDPH, dépôt du dossier",
                        "12, rue des Lilas",
                        remi.due(6),
                        LocalTime.of(14, 0),
                        90,
                        null,
                        List.of(),
                        null));
    }

    /** A talk every week, most of them held, one missed a fortnight ago. */
    static void weekly(Course course, String who, int hour, String subject) {
        on(
                course,
                28,
                9,
                who,
                new Deed.BookAt(
                        PASSERELLE,
                        AppointmentKind.INDIVIDUAL,
                        subject,
                        null,
                        course.due(-27),
                        LocalTime.of(hour, 0),
                        45,
                        "Bureau 4",
                        List.of(),
                        Recurrence.times(1, 8)));
        on(course, 25, 18, who, new Deed.NoteLast(AppointmentState.ATTENDED));
        on(course, 18, 18, who, new Deed.NoteLast(AppointmentState.ATTENDED));
        on(course, 11, 18, who, new Deed.NoteLast(AppointmentState.NO_SHOW));
    }

    /** One appointment today and one in the coming days. */
    static void today(Course course, String who, int hour, String subject) {
        on(
                course,
                7,
                10,
                who,
                booking(PASSERELLE, AppointmentKind.INDIVIDUAL, subject, course.due(0), hour, 30, 60, "Bureau 4"));
        on(
                course,
                4,
                10,
                who,
                booking(PASSERELLE, AppointmentKind.CALL, "Point sur la semaine", course.due(5), hour, 0, 15, null));
        on(course, 7, 11, NOEMIE, new Deed.JoinGroup(PASSERELLE, PREVENTION));
    }

    private static Deed.LeadGroup lead(String name, GroupEntry entry, int capacity, Deed.BookAt sessions) {
        return new Deed.LeadGroup(name, entry, capacity, sessions);
    }

    private static Deed.BookAt at(Course course, int days, int hour, int minute, int minutes, String room) {
        return new Deed.BookAt(
                PASSERELLE,
                AppointmentKind.GROUP,
                null,
                null,
                course.due(days),
                LocalTime.of(hour, minute),
                minutes,
                room,
                List.of(),
                Recurrence.times(1, 12));
    }

    private static Deed.BookAt booking(
            String centre,
            AppointmentKind kind,
            String subject,
            LocalDate day,
            int hour,
            int minute,
            int minutes,
            @Nullable String room) {
        return new Deed.BookAt(
                centre, kind, subject, null, day, LocalTime.of(hour, minute), minutes, room, List.of(), null);
    }

    private static void on(Course course, int daysAgo, int hour, String who, Deed deed) {
        course.on(instant(course, daysAgo, hour), who, deed);
    }

    private static Instant instant(Course course, int daysAgo, int hour) {
        return course.due(-daysAgo)
                .atTime(hour, 7)
                .atZone(DemonstrationHouse.ZONE)
                .toInstant();
    }
}
