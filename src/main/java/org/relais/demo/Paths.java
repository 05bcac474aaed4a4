package org.relais.demo;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.demo.Course.Writing;
import org.relais.detox.DetoxOutcome;
import org.relais.detox.Substance;
import org.relais.episode.Destination;
import org.relais.episode.EndReason;
import org.relais.episode.Priority;
import org.relais.person.AddContact;
import org.relais.person.AlertKind;
import org.relais.person.ContactKind;
import org.relais.person.MayBeTold;
import org.relais.person.Relation;
import org.relais.person.RelativeDetails;
import org.relais.person.TellingTopic;
import org.relais.reintegration.StepDomain;
import org.relais.reintegration.StepStatus;
import org.relais.shared.Severity;
import org.relais.staff.Role;

/** The ways through the service that most people take. Days are counted back from now. */
final class Paths {

    private static final List<Relation> RELATIONS = List.of(
            Relation.SISTER, Relation.BROTHER, Relation.MOTHER, Relation.FATHER, Relation.PARTNER, Relation.FRIEND);
    private static final List<String> RELATIVES =
            List.of("Élodie", "Marc", "Yasmine", "Ingrid", "João", "Aminata", "Claire", "Bertrand", "Lucia", "Amadou");

    private static final List<Plan> PLANS = List.of(
            new Plan(StepDomain.HOUSING, "Demande de place en appartement accompagné, Le Seuil", "Le Seuil"),
            new Plan(StepDomain.RIGHTS, "Ouverture de l’allocation, dossier à la caisse", "CAF"),
            new Plan(StepDomain.HEALTH_COVER, "Complémentaire santé solidaire", "CPAM"),
            new Plan(StepDomain.IDENTITY_PAPERS, "Carte d’identité, rendez-vous en mairie", "Mairie"),
            new Plan(StepDomain.EMPLOYMENT, "Rencontre du chantier d’insertion, Atelier du Canal", "Atelier du Canal"),
            new Plan(StepDomain.DEBTS, "Échéancier avec le bailleur", "Bailleur"),
            new Plan(StepDomain.TRAINING, "Inscription à la session de janvier", "AFPA"),
            new Plan(StepDomain.FAMILY, "Premier appel à sa fille, accompagné", "Espace Lien"),
            new Plan(StepDomain.LEGAL, "Attestation pour l’audience", "Tribunal"),
            new Plan(StepDomain.HOUSING, "Visite de l’appartement", "Le Seuil"));

    private Paths() {}

    /** Registers somebody who asks the unit for something. */
    static void ask(Course course, Ward ward, Instant at) {
        var who = registrar(course, ward);
        var named = course.person().given() != null;
        course.on(
                at,
                who,
                new Deed.Register(
                        ward,
                        course.person().identity(),
                        named
                                ? new AddContact(
                                        ContactKind.TELEPHONE,
                                        "06 39 98 %02d %02d"
                                                .formatted(
                                                        course.random().nextInt(100),
                                                        course.random().nextInt(100)))
                                : null));
        course.on(
                at.plusSeconds(120),
                who,
                new Deed.Enquire(ward, course.text("demande").words()));
    }

    /**
     * A withdrawal at Les Tilleuls.
     *
     * @param left how many days ago it ended; negative while it lasts
     * @param fullness how many notes a day, 1 or more
     */
    static void withdrawal(Course course, int entered, int left, String bed, int fullness) {
        var centre = Cast.TILLEULS;
        var asked = entered + 5 + course.random().nextInt(12);
        ask(course, Ward.WITHDRAWAL, course.workday(asked, 9));
        course.on(
                course.workday(asked - 2, 11),
                course.by(Role.COORDINATOR, centre),
                new Deed.PutOnList(Ward.WITHDRAWAL, Priority.NORMAL, null));
        stay(course, Ward.WITHDRAWAL, entered, left, bed, fullness);
    }

    /** What happens in a bed of Les Tilleuls from the admission on. */
    static void stay(Course course, Ward ward, int entered, int left, String bed, int fullness) {
        var centre = ward.centre();
        var admitted = course.day(entered, 9);
        course.on(admitted, course.by(Role.NURSE, centre), new Deed.AdmitTo(ward, bed));
        if (ward == Ward.WITHDRAWAL && left < 0) {
            Watch.begin(course, admitted);
        } else if (ward == Ward.WITHDRAWAL) {
            course.on(
                    admitted.plusSeconds(600),
                    course.by(Role.NURSE, centre),
                    new Deed.TellSubstances(centre, Watch.told(course.person().substance())));
            new Observed(course, centre).onTheWard(admitted, 66, DetoxOutcome.COMPLETED);
        }
        alerts(course, admitted.plusSeconds(1200), course.by(Role.PHYSICIAN, centre));
        if (course.random().nextInt(3) == 0) {
            relative(course, admitted.plusSeconds(3600), course.by(Role.NURSE, centre));
        }
        var peak = 9 + course.random().nextInt(8);
        if (ward == Ward.WITHDRAWAL && left < 0) {
            Watch.lately(course, admitted, Math.max(2, peak - 3 * entered));
        }
        for (var day = entered; day >= Math.max(left, 0); day--) {
            var since = entered - day;
            if (since < 4) {
                score(course, course.day(day, 13), centre, Math.max(2, peak - 3 * since), since == 0);
            }
            if (since < 2) {
                course.vitals(course.day(day, 12), centre, Math.max(1, 6 - 2 * since));
            }
            if (since % 2 == 1 || fullness > 1) {
                course.note(course.day(day, 20), centre, Writing.TRANSMISSION, transmission(course));
            }
            if (since % 4 == 1) {
                course.note(course.day(day, 10), centre, Writing.VISIT, "visite.sevrage");
            }
            if (fullness > 1) {
                course.note(course.day(day, 6), centre, Writing.TRANSMISSION, transmission(course));
                score(course, course.day(day, 8), centre, Math.max(1, peak - 2 - 3 * since), false);
                course.vitals(course.day(day, 18), centre, Math.max(1, 5 - since));
            }
            if (since == 2) {
                course.session(course.workday(day, 15), centre, null, fullness > 1);
            }
            if (since == 3) {
                course.note(course.workday(day, 11), centre, Writing.SOCIAL, "social");
            }
        }
    }

    /** A withdrawal that goes on as a stay in the residence of Port-Vauban, with consent to share. */
    static void withdrawalTransferred(Course course, int entered, int moved, String bed, String next) {
        withdrawal(course, entered, moved, bed, 1);
        course.on(course.workday(moved + 2, 16), "i.quemeneur", new Deed.ShareBetweenCentres(365));
        course.on(
                course.day(moved + 1, 14),
                "c.aubry",
                new Deed.AskTransfer(
                        Ward.WITHDRAWAL,
                        Ward.RESIDENCE,
                        2,
                        "Sevrage terminé sans complication. Projet de six mois choisi avec l’équipe ; elle tient à garder"
                                + " son suivi psychologique. Dort mal, demande la veilleuse."));
        course.on(course.day(moved + 1, 16), "k.benali", new Deed.AcceptTransfer(1, next));
        course.on(course.day(moved, 22), "y.haddad", new Deed.ArriveByTransfer(next));
        relative(course, course.day(moved - 1, 17), "t.mercier");
        life(course, moved - 1, -1, 6);
        steps(course, Cast.PORT_VAUBAN, moved - 2, -1);
    }

    /**
     * A withdrawal from alcohol at home, with visits at La Passerelle.
     *
     * @param comes whether they came every day; otherwise not yesterday
     */
    static void outpatientWithdrawal(Course course, int began, boolean comes) {
        var centre = Cast.PASSERELLE;
        ask(course, Ward.FOLLOW_UP, course.workday(began + 6, 10));
        var physician = course.by(Role.PHYSICIAN, centre);
        var start = course.day(began, 9);
        course.on(start, physician, new Deed.StartAt(Ward.FOLLOW_UP));
        course.on(
                start.plusSeconds(600),
                physician,
                new Deed.TellSubstances(centre, Watch.told(course.person().substance())));
        course.on(start.plusSeconds(900), physician, new Deed.BeginDetox(centre, "ALC_OUT", Substance.ALCOHOL));
        for (var day = began; day >= (comes ? 0 : 2); day--) {
            var total = Math.max(2, 7 - (began - day));
            course.on(
                    course.day(day, 10),
                    physician,
                    new Deed.Rate("CIWA_AR", centre, Ratings.ciwa(total, course.random()), null));
        }
    }

    /**
     * A follow-up at La Passerelle.
     *
     * @param ended how many days ago it ended; negative while it lasts
     * @param every days between two visits
     */
    static void followUp(Course course, int began, int ended, int every) {
        followed(course, began, ended, every);
        if (ended >= 0) {
            course.on(
                    course.workday(ended, 18),
                    course.by(Role.PHYSICIAN, Cast.PASSERELLE),
                    new Deed.DischargeFrom(
                            Ward.FOLLOW_UP,
                            course.random().nextInt(3) == 0 ? EndReason.LOST_CONTACT : EndReason.COMPLETED,
                            course.random().nextInt(3) == 0 ? Destination.UNKNOWN : Destination.HOME,
                            null));
        }
    }

    /** As {@link #followUp}, without the discharge. */
    static void followed(Course course, int began, int ended, int every) {
        var centre = Cast.PASSERELLE;
        ask(course, Ward.FOLLOW_UP, course.workday(began + 6, 10));
        course.on(course.workday(began, 9), course.by(Role.PHYSICIAN, centre), new Deed.StartAt(Ward.FOLLOW_UP));
        alerts(course, course.workday(began, 10), course.by(Role.PHYSICIAN, centre));
        visits(course, began - 1, ended, every);
        steps(course, centre, Math.min(began - 2, 80), ended);
    }

    /** Visits, dispensing, sessions and interviews of a follow-up that runs already. */
    static void visits(Course course, int from, int until, int every) {
        var centre = Cast.PASSERELLE;
        var turn = course.random().nextInt(4);
        for (var day = from; day > Math.max(until, -1); day -= every) {
            switch (turn++ % 5) {
                case 0 -> course.note(course.workday(day, 10), centre, Writing.VISIT, "visite.ambulatoire");
                case 1 ->
                    course.session(
                            course.workday(day, 14),
                            centre,
                            null,
                            course.random().nextInt(4) == 0);
                case 2 -> {
                    if (course.person().substance().opioid()) {
                        course.note(course.day(day, 8), centre, Writing.DISPENSING, "delivrance");
                    } else {
                        course.note(course.workday(day, 9), centre, Writing.NURSING, "accueil.infirmier");
                    }
                }
                case 3 -> course.note(course.workday(day, 11), centre, Writing.SOCIAL, "social");
                default -> {
                    if (course.random().nextInt(4) == 0) {
                        course.missedSession(course.workday(day, 16), centre);
                    } else {
                        course.note(course.workday(day, 16), centre, Writing.CONTACT, "rdr");
                    }
                }
            }
        }
    }

    /** A stay in the residence of Port-Vauban. */
    static void residence(Course course, int entered, int left, String bed, int every) {
        var centre = Cast.PORT_VAUBAN;
        var asked = entered + 14 + course.random().nextInt(20);
        ask(course, Ward.RESIDENCE, course.workday(asked, 10));
        course.on(
                course.workday(asked - 5, 15),
                course.by(Role.COORDINATOR, centre),
                new Deed.PutOnList(Ward.RESIDENCE, Priority.NORMAL, null));
        course.on(course.day(entered, 14), course.by(Role.NURSE, centre), new Deed.AdmitTo(Ward.RESIDENCE, bed));
        alerts(course, course.day(entered, 16), course.by(Role.PHYSICIAN, centre));
        relative(course, course.day(entered, 17), course.by(Role.SOCIAL_WORKER, centre));
        life(course, entered - 1, left, every);
        steps(course, centre, Math.min(entered - 2, 80), left);
        if (left >= 0) {
            course.on(
                    course.workday(left, 15),
                    course.by(Role.SOCIAL_WORKER, centre),
                    new Deed.DischargeFrom(
                            Ward.RESIDENCE,
                            EndReason.COMPLETED,
                            Destination.SUPPORTED_HOUSING,
                            "Visite du logement faite."));
        }
    }

    private static void life(Course course, int from, int until, int every) {
        var centre = Cast.PORT_VAUBAN;
        var turn = course.random().nextInt(5);
        for (var day = from; day > Math.max(until, -1); day -= every) {
            switch (turn++ % 6) {
                case 0, 3 -> course.note(course.day(day, 20), centre, Writing.TRANSMISSION, "transmission.residence");
                case 1 ->
                    course.session(
                            course.workday(day, 15),
                            centre,
                            null,
                            course.random().nextInt(5) == 0);
                case 2 -> course.note(course.workday(day, 10), centre, Writing.SOCIAL, "social");
                case 4 -> course.note(course.workday(day, 17), centre, Writing.FAMILY, "famille");
                default -> course.note(course.workday(day, 11), centre, Writing.VISIT, "visite.ambulatoire");
            }
        }
    }

    /** Somebody who comes to Grand-Pré now and then. */
    static void dropIn(Course course, int began, int every) {
        var centre = Cast.GRAND_PRE;
        ask(course, Ward.DROP_IN, course.workday(began, 10));
        course.on(course.workday(began, 17), registrar(course, Ward.DROP_IN), new Deed.StartAt(Ward.DROP_IN));
        var turn = course.random().nextInt(3);
        for (var day = began - 3; day >= 0; day -= every) {
            if (turn++ % 5 == 4) {
                course.note(course.day(day, 15), centre, Writing.NURSING, "accueil.infirmier");
            } else {
                course.note(course.day(day, 16), centre, Writing.CONTACT, "rdr");
            }
        }
        if (course.random().nextInt(3) == 0) {
            steps(course, centre, Math.min(began - 5, 60), -1);
        }
    }

    /** Somebody who waits for a place. */
    static void waiting(Course course, Ward ward, int since, Priority priority, @Nullable String reason) {
        ask(course, ward, course.workday(since + 3, 11));
        course.on(
                course.workday(since, 15),
                course.by(Role.COORDINATOR, ward.centre()),
                new Deed.PutOnList(ward, priority, reason));
        course.note(course.workday(since - 2, 10), ward.centre(), Writing.GENERAL, "coordination");
        course.note(course.workday(since / 2, 11), ward.centre(), Writing.SOCIAL, "social");
    }

    /** Steps of reintegration: one done, one under way, one to do; some of them late. */
    static void steps(Course course, String centre, int from, int until) {
        if (from - 20 <= Math.max(until, 0)) {
            return;
        }
        var who = course.by(Role.SOCIAL_WORKER, centre);
        var first = course.random().nextInt(PLANS.size());
        var ended = until >= 0;
        if (!course.tellsOwnSituation()) {
            SituationStory.usual(course, who, centre, from, first);
        }
        for (var n = 0; n < 3; n++) {
            var plan = PLANS.get((first + n * 3) % PLANS.size());
            var planned = course.workday(from - 2 * n, 11);
            var due = n == 0 ? -(from - 20) : course.random().nextInt(45) - 8 - (ended ? until : 0);
            var key = course.step(
                    planned,
                    who,
                    centre,
                    plan.domain(),
                    plan.title(),
                    due,
                    course.random().nextInt(3) > 0);
            if (n < 2) {
                course.on(course.workday(from - 8, 14 + n), who, new Deed.MoveStep(key, StepStatus.DOING, null));
            }
            // Of every second person one step goes through a partner whose answer is awaited
            if (n == 1 && first % 2 == 0) {
                course.on(course.workday(from - 9, 16), who, new BoardDeed.AskPartner(key, plan.partner()));
            }
            if (n == 0) {
                course.on(course.workday(from - 18, 15), who, new Deed.MoveStep(key, StepStatus.DONE, null));
            } else if (ended) {
                course.on(
                        course.workday(until + 1, 12),
                        who,
                        new Deed.MoveStep(
                                key, StepStatus.CANCELLED, "Le suivi se termine, relais pris par le quartier."));
            }
        }
    }

    static void relative(Course course, Instant at, String who) {
        var random = course.random();
        var name = RELATIVES.get(random.nextInt(RELATIVES.size())) + " "
                + (course.person().family() == null ? "M." : course.person().family());
        var told = new EnumMap<TellingTopic, Boolean>(TellingTopic.class);
        told.put(TellingTopic.PRESENCE, true);
        told.put(TellingTopic.WELLBEING, random.nextBoolean());
        told.put(TellingTopic.RESULTS, false);
        course.on(
                at,
                who,
                new Deed.NameRelative(new RelativeDetails(
                        name,
                        RELATIONS.get(random.nextInt(RELATIONS.size())),
                        "06 39 98 %02d %02d".formatted(random.nextInt(100), random.nextInt(100)),
                        new MayBeTold(told, at.atZone(DemonstrationHouse.ZONE).toLocalDate(), null))));
    }

    private static void alerts(Course course, Instant at, String who) {
        switch (course.random().nextInt(9)) {
            case 0 ->
                course.warn(
                        at,
                        who,
                        AlertKind.ALLERGY,
                        Severity.CRITICAL,
                        "Pénicilline (urticaire)",
                        "Dit par la personne");
            case 1 ->
                course.warn(
                        at,
                        who,
                        AlertKind.SEIZURE_HISTORY,
                        Severity.CRITICAL,
                        "il y a trois ans",
                        "Courrier du médecin traitant");
            case 2 -> course.warn(at, who, AlertKind.OTHER, Severity.WARNING, "Anticoagulant", "Ordonnance");
            case 3 ->
                course.warn(
                        at,
                        who,
                        AlertKind.SUICIDE_RISK,
                        Severity.WARNING,
                        "évaluées, pas de projet",
                        "Entretien médical");
            default -> {
                // Most people have none
            }
        }
    }

    private static void score(Course course, Instant at, String centre, int total, boolean commented) {
        if (course.person().substance().opioid()) {
            course.cows(at, centre, total, commented);
        } else {
            course.ciwa(at, centre, total, commented);
        }
    }

    private static String transmission(Course course) {
        return course.person().substance().opioid() ? "transmission.opioides" : "transmission.sevrage";
    }

    private static String registrar(Course course, Ward ward) {
        return switch (ward) {
            case WITHDRAWAL, DAY_CLINIC, RESIDENCE -> course.by(Role.COORDINATOR, ward.centre());
            case FOLLOW_UP, DISPENSING -> course.by(Role.SOCIAL_WORKER, ward.centre());
            case DROP_IN -> course.by(Role.NURSE, ward.centre());
        };
    }

    private record Plan(StepDomain domain, String title, String partner) {}
}
