package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.relais.access.AccessWish;
import org.relais.access.EmergencyReason;
import org.relais.access.EmergencyVerdict;
import org.relais.access.Section;
import org.relais.demo.Course.Writing;
import org.relais.demo.Invented.Substance;
import org.relais.episode.Priority;
import org.relais.person.AlertKind;
import org.relais.person.Gender;
import org.relais.person.Identity;
import org.relais.reintegration.StepDomain;
import org.relais.reintegration.StepStatus;
import org.relais.shared.Severity;

/** The people with a story of their own: those whom the pictures and the first steps of a newcomer show. */
final class Stories {

    /** How many they are. */
    static final int COUNT = 29;

    private final Function<Invented, Course> courses;
    private final BedPlan beds;

    Stories(Function<Invented, Course> courses, BedPlan beds) {
        this.courses = courses;
        this.beds = beds;
    }

    void tell() {
        var remi = man("Rémi", "Castellane", LocalDate.of(1984, 3, 14), Substance.ALCOHOL);
        take(remi, 2, "301A");
        new MainStory(remi).tell();
        withdrawals();
        waiting();
        residents();
        followUps();
        dropIn();
        protectedPerson();
    }

    private void withdrawals() {
        inBed(man("Loïc", "Abgrall", LocalDate.of(1991, 6, 2), Substance.HEROIN), 1, "301B");
        notShared();
        var jeanne = woman("Jeanne", "Okafor", LocalDate.of(1997, 1, 23), Substance.ALCOHOL);
        inBed(jeanne, 4, "303A");
        jeanne.on(
                jeanne.day(1, 15),
                "c.aubry",
                new Deed.AskTransfer(
                        Ward.WITHDRAWAL,
                        Ward.RESIDENCE,
                        4,
                        "Fin de sevrage prévue jeudi, constantes stables depuis deux jours. Jeanne veut la résidence pour"
                                + " s’éloigner de son appartement. Elle appréhende les repas en groupe : l’accueillir avec"
                                + " quelqu’un qu’elle connaît déjà, Inès si possible."));
        jeanne.on(jeanne.day(1, 18), "k.benali", new Deed.AcceptTransfer(3, "3A"));
        jeanne.on(jeanne.day(3, 11), "c.aubry", new Deed.NameKeyWorker(Cast.TILLEULS, "c.aubry"));
        jeanne.on(
                jeanne.day(3, 12),
                "c.aubry",
                new Deed.ShareWith(Cast.PASSERELLE, Set.of(Section.MEDICAL, Section.RISK, Section.PLAN), 180));
        var milan = man("Milan", "Dragović", LocalDate.of(1979, 8, 30), Substance.HEROIN);
        inBed(milan, 3, "303B");
        milan.warn(
                milan.day(3, 18),
                "h.vasseur",
                AlertKind.OTHER,
                Severity.WARNING,
                "Anticoagulant",
                "Ordonnance apportée");
        milan.on(milan.day(2, 11), "c.aubry", new Deed.LockSection(Section.PSYCHOLOGICAL));
        inBed(courses.apply(Invented.alias("Orion-83", Gender.MALE, Substance.ALCOHOL)), 1, "304A");
        var nadege = woman("Nadège", "Pommier", LocalDate.of(1968, 4, 11), Substance.ALCOHOL);
        inBed(nadege, 3, "305B");
        nadege.warn(
                nadege.day(3, 18),
                "c.aubry",
                AlertKind.OTHER,
                Severity.WARNING,
                "Risque de chute",
                "Observé à l’entrée");
        nadege.on(
                nadege.minutesAgo(200),
                "l.oberg",
                new Deed.AskFor(
                        Cast.TILLEULS,
                        Cast.PORT_VAUBAN,
                        AccessWish.TRANSFER,
                        "Nadège habite à deux rues de chez nous et souhaite poursuivre ici après le sevrage."));
        nadege.draft(
                nadege.minutesAgo(35),
                "c.aubry",
                Writing.TRANSMISSION,
                "A marché seule jusqu’au salon",
                "Nadège a fait l’aller et retour sans appui, chaussures fermées. Fatigue ensuite, sieste d’une heure. Prévoir");
        var viktor = man("Viktor", "Lindqvist", LocalDate.of(1982, 11, 5), Substance.ALCOHOL);
        inBed(viktor, 1, "306A");
        viktor.warn(
                viktor.day(1, 18),
                "h.vasseur",
                AlertKind.SEIZURE_HISTORY,
                Severity.CRITICAL,
                "l’an dernier",
                "Dit par la personne");
        // The same family name as the physician who looks: an auditor will ask
        viktor.on(
                viktor.minutesAgo(75),
                "b.lindqvist",
                new Deed.LookAt(List.of(Section.ADMINISTRATIVE, Section.MEDICAL)));
        viktor.draft(
                viktor.minutesAgo(50),
                "h.vasseur",
                Writing.VISIT,
                "Surveillance rapprochée maintenue",
                "Score encore élevé ce matin. Viktor accepte une mesure toutes les heures jusqu’à ce soir. Discuter");
    }

    /** Followed at two centres without agreeing that they share what they write. */
    private void notShared() {
        var fatou = woman("Fatou", "Sarr-Delmas", LocalDate.of(1975, 9, 17), Substance.ALCOHOL);
        Paths.followUp(fatou, 140, -1, 21);
        fatou.on(
                fatou.day(3, 10),
                "h.vasseur",
                new Deed.Enquire(Ward.WITHDRAWAL, "Demande elle-même un sevrage à l’hôpital."));
        take(fatou, 1, "302A");
        fatou.on(
                fatou.day(2, 15),
                "m.delorme",
                new Deed.PutOnList(Ward.WITHDRAWAL, Priority.HIGH, "Antécédent de complication au sevrage"));
        Paths.stay(fatou, Ward.WITHDRAWAL, 1, -1, "302A", 2);
        openedInEmergency(fatou);
        fatou.draft(
                fatou.minutesAgo(80),
                "i.quemeneur",
                Writing.PSYCHOLOGIST_CALL,
                "Appel pour fixer la première séance",
                "Fatou préfère une séance en fin de matinée. Lui proposer");
        // In the night, when nobody of her profession is at work
        fatou.on(fatou.day(1, 3), "n.tavares", new Deed.LookAt(List.of(Section.SOCIAL)));
    }

    /** At a centre that does not follow her; reviewed the day after. */
    private static void openedInEmergency(Course fatou) {
        var evening = fatou.day(12, 21);
        fatou.on(
                evening,
                "l.oberg",
                new Deed.OpenInEmergency(
                        EmergencyReason.UNCONSCIOUS,
                        "Malaise devant le centre, ne répond pas. Les secours demandent ses traitements et ses allergies.",
                        List.of(Section.RECORD, Section.RISK, Section.MEDICAL)));
        var reviewed = evening.plus(Duration.ofHours(13));
        fatou.on(
                reviewed,
                "m.delorme",
                new Deed.ReviewEmergency(
                        EmergencyVerdict.JUSTIFIED, "Appel des secours à 21 h confirmé. Rien d’autre n’a été ouvert."));
        seen(fatou, reviewed.plusSeconds(600), Set.of());
    }

    /** This morning; the review waits. */
    private static void waitsForReview(Course samira) {
        var at = samira.minutesAgo(260);
        samira.on(
                at,
                "l.oberg",
                new Deed.OpenInEmergency(
                        EmergencyReason.OVERDOSE,
                        "Très somnolente à l’accueil, parle de comprimés pris en route. Médecin de garde appelé.",
                        List.of(Section.RECORD, Section.RISK, Section.MEDICAL)));
        seen(samira, at.plusSeconds(3_600), Set.of("m.delorme"));
    }

    private static void seen(Course course, Instant at, Set<String> butNot) {
        Cast.STAFF.stream()
                .map(Cast.Colleague::username)
                .filter(colleague -> !butNot.contains(colleague))
                .forEach(colleague -> course.on(at, colleague, new Deed.Acknowledge()));
    }

    private void waiting() {
        var thibault = man("Thibault", "Garnier", LocalDate.of(1988, 2, 19), Substance.DIAZEPAM);
        Paths.waiting(thibault, Ward.WITHDRAWAL, 16, Priority.HIGH, "Convulsion lors d’un arrêt seul à la maison");
        beds.take(Ward.WITHDRAWAL, "304B", thibault.day(2, 0), thibault.day(-30, 0));
        thibault.on(thibault.day(1, 10), "m.delorme", new Deed.OfferIn(Ward.WITHDRAWAL, "304B", 3, 72));
        thibault.on(thibault.day(1, 15), "m.delorme", new Deed.AcceptPlace());
        var aicha = woman("Aïcha", "Rostand", LocalDate.of(1990, 7, 7), Substance.ALCOHOL);
        Paths.waiting(aicha, Ward.WITHDRAWAL, 9, Priority.NORMAL, null);
        aicha.on(aicha.day(5, 11), "m.delorme", new Deed.OfferIn(Ward.WITHDRAWAL, null, 1, 24));
        beds.take(Ward.WITHDRAWAL, "305A", aicha.day(1, 0), aicha.day(-30, 0));
        aicha.on(aicha.minutesAgo(45), "m.delorme", new Deed.OfferIn(Ward.WITHDRAWAL, "305A", 1, 30));
        aicha.draft(
                aicha.minutesAgo(65),
                "m.delorme",
                Writing.GENERAL,
                "Place possible au 305A",
                "Aïcha peut venir demain en fin d’après-midi. Confirmer avec l’équipe de nuit et");
        aicha.note(aicha.workday(4, 15), Cast.TILLEULS, Writing.FAMILY, "famille");
        aicha.draft(
                aicha.minutesAgo(120),
                "p.wretling",
                Writing.FAMILY,
                "Préparer l’entretien de jeudi",
                "Sa mère souhaite venir avec son frère. Aïcha hésite : lui demander ce qui peut être dit et");
        // So alike that the search and the warning of duplicates have something to say
        var nadege = woman("Nadege", "Pomier", LocalDate.of(1986, 4, 11), Substance.COCAINE);
        Paths.waiting(nadege, Ward.WITHDRAWAL, 27, Priority.LOW, "Préfère attendre la fin du trimestre de ses enfants");
        nadege.on(nadege.day(3, 10), "m.delorme", new Deed.OfferIn(Ward.WITHDRAWAL, null, 2, 24));
        nadege.on(nadege.day(3, 16), "m.delorme", new Deed.Decline("Pas avant les vacances de ses enfants"));
    }

    private void residents() {
        var claire = woman("Claire", "Fontanel", LocalDate.of(1993, 12, 3), Substance.ALCOHOL);
        beds.take(Ward.WITHDRAWAL, "306B", claire.day(50, 0), claire.day(38, 0));
        beds.take(Ward.RESIDENCE, "1A", claire.day(41, 0), claire.day(-365, 0));
        Paths.withdrawalTransferred(claire, 48, 40, "306B", "1A");
        var tiago = man("Tiago", "Ferreira", LocalDate.of(1985, 5, 25), Substance.COCAINE);
        resident(tiago, 75, "1B");
        tiago.on(tiago.day(2, 15), "t.mercier", new BoardDeed.PlanDischarge(tiago.due(3)));
        var ingrid = woman("Ingrid", "Eklund", LocalDate.of(1971, 10, 9), Substance.ALCOHOL);
        resident(ingrid, 110, "2A");
        ingrid.on(ingrid.day(3, 16), "t.mercier", new BoardDeed.PlanDischarge(ingrid.due(9)));
    }

    private void followUps() {
        var samira = woman("Samira", "Belhadj", LocalDate.of(1993, 3, 28), Substance.TRAMADOL);
        Paths.followUp(samira, 190, -1, 9);
        steps(samira);
        AgendaStory.weekly(samira, "n.tavares", 15, "Entretien de suivi");
        PlanStories.samira(samira);
        waitsForReview(samira);
        samira.draft(
                samira.minutesAgo(95),
                "n.tavares",
                Writing.SOCIAL,
                "Recours pour l’hébergement",
                "Le refus est motivé par l’absence de pièce d’identité. Samira a le récépissé depuis lundi : joindre la copie et");
        samira.draft(
                samira.minutesAgo(40),
                "l.ferrand",
                Writing.DISPENSING,
                "Doses à emporter pour le voyage",
                "Samira part quatre jours chez sa sœur. Attestation de transport à faire signer par");
        var lina = woman("Lina", "Marchetti", LocalDate.of(1980, 6, 16), Substance.ALCOHOL);
        Paths.followUp(lina, 160, -1, 12);
        AgendaStory.weekly(lina, "i.quemeneur", 14, "Séance");
        ReviewStory.reviewed(lina);
        PlanStories.lina(lina);
        lina.on(
                lina.day(1, 11),
                "f.okoye",
                new Deed.AskTransfer(
                        Ward.FOLLOW_UP,
                        Ward.DAY_CLINIC,
                        6,
                        "Lina tient sans boire depuis trois semaines et s’isole le soir. Elle demande un cadre plus serré"
                                + " que le suivi : trois jours par semaine lui iraient. Traitement inchangé. Elle vient avec"
                                + " sa sœur, qu’elle souhaite informer."));
        var djibril = man("Djibril", "Ané", LocalDate.of(1995, 11, 30), Substance.HEROIN);
        Paths.followUp(djibril, 230, -1, 10);
        AgendaStory.today(djibril, "n.tavares", 9, "Entretien mensuel");
        ReviewStory.neverReviewed(djibril);
        PlanStories.djibril(djibril);
        djibril.on(
                djibril.day(3, 15),
                "f.okoye",
                new Deed.AskTransfer(
                        Ward.FOLLOW_UP,
                        Ward.RESIDENCE,
                        10,
                        "Djibril souhaite s’éloigner de son quartier quelques mois. Il prend son traitement chaque jour à"
                                + " la fenêtre et n’a manqué aucune dose depuis juin."));
        djibril.on(
                djibril.day(2, 16),
                "l.oberg",
                new Deed.RefuseTransfer(
                        "Pas de chambre avant six semaines. Nous pouvons le recevoir en visite jeudi et l’inscrire sur la"
                                + " liste d’attente."));
        Paths.outpatientWithdrawal(woman("Elin", "Sjöberg", LocalDate.of(1988, 2, 11), Substance.ALCOHOL), 3, true);
        Paths.outpatientWithdrawal(man("Yanis", "Morel", LocalDate.of(1976, 7, 19), Substance.ALCOHOL), 4, false);
        var oskar = man("Oskar", "Thelin", LocalDate.of(1999, 8, 8), Substance.CANNABIS);
        Paths.followUp(oskar, 95, -1, 14);
        AgendaStory.today(oskar, "i.quemeneur", 10, "Séance");
        oskar.on(
                oskar.workday(3, 11),
                "h.vasseur",
                new Deed.Enquire(Ward.DAY_CLINIC, "Aimerait une place à l’hôpital de jour, sans arrêter le suivi."));
        oskar.on(
                oskar.day(4, 15),
                "f.okoye",
                new Deed.AskGuest(
                        new Deed.AskTransfer(
                                Ward.FOLLOW_UP,
                                Ward.RESIDENCE,
                                3,
                                "Oskar passe la semaine chez sa tante, près de chez vous. Il voudrait pouvoir venir parler"
                                        + " le soir si l’envie monte. Son suivi continue ici."),
                        9));
        oskar.on(oskar.day(3, 10), "l.oberg", new Deed.AcceptTransfer(2, null));
        AftercareStory.tried(woman("Solène", "Kervran", LocalDate.of(1987, 9, 2), Substance.ALCOHOL));
        AftercareStory.soon(man("Bastien", "Roussel", LocalDate.of(1992, 5, 23), Substance.COCAINE));
        AftercareStory.returning(woman("Hanna", "Nyberg", LocalDate.of(1978, 12, 11), Substance.ALCOHOL));
        Paths.followUp(man("Rémy", "Castelane", LocalDate.of(1986, 3, 4), Substance.COCAINE), 70, -1, 20);
    }

    private static void steps(Course samira) {
        var centre = Cast.PASSERELLE;
        var papers = samira.step(
                samira.workday(24, 11), "n.tavares", centre, StepDomain.HOUSING, "Recours auprès du SIAO", 0, true);
        samira.on(samira.workday(17, 11), "n.tavares", new Deed.MoveStep(papers, StepStatus.DOING, null));
        samira.step(
                samira.workday(24, 12),
                "n.tavares",
                centre,
                StepDomain.RIGHTS,
                "Ouverture de droits à la caisse",
                -6,
                true);
    }

    private void dropIn() {
        var late = courses.apply(Invented.alias("Comète-12", Gender.MALE, Substance.HEROIN));
        Paths.dropIn(late, 130, 11);
        late.on(
                late.workday(40, 15),
                "t.mercier",
                new Deed.Identify(new Identity(
                        "Comète-12", "Ismaël", "Kanté", false, LocalDate.of(1987, 2, 14), null, Gender.MALE)));
        late.draft(
                late.minutesAgo(55),
                "s.lemoine",
                Writing.CONTACT,
                "Passage de ce matin",
                "Ismaël a pris un café et deux trousses. Demande si quelqu’un peut venir avec lui à");
        Paths.dropIn(courses.apply(Invented.alias("Luciole", Gender.FEMALE, Substance.COCAINE)), 85, 9);
        Paths.dropIn(courses.apply(Invented.alias("Le Grand-47", Gender.NOT_SAID, Substance.HEROIN)), 210, 17);
        var brune = woman("Brune", "Kerrien", LocalDate.of(2001, 5, 1), Substance.HEROIN);
        Paths.dropIn(brune, 60, 8);
    }

    // Known to two colleagues and the coordinator, and to nobody else in the service
    private void protectedPerson() {
        var maelle = woman("Maëlle", "Vauquelin", LocalDate.of(1990, 10, 2), Substance.ALCOHOL);
        var worker = "n.tavares";
        maelle.on(
                maelle.workday(20, 10),
                worker,
                new Deed.Register(Ward.FOLLOW_UP, maelle.person().identity(), null));
        maelle.on(
                maelle.workday(20, 11),
                worker,
                new Deed.Enquire(Ward.FOLLOW_UP, "Souhaite un suivi sans que son entourage puisse l’apprendre."));
        maelle.on(
                maelle.workday(20, 14),
                "m.delorme",
                new Deed.Protect(
                        Set.of(worker, "i.quemeneur"), "Menacée par un ancien compagnon qui connaît la maison"));
        maelle.on(maelle.workday(15, 10), worker, new Deed.StartAt(Ward.FOLLOW_UP));
        maelle.note(
                maelle.workday(6, 15),
                worker,
                Cast.PASSERELLE,
                Writing.SOCIAL,
                new Deed.Text(
                        "Hébergement trouvé, adresse gardée ici",
                        "Maëlle a une chambre à l’abri depuis lundi. Elle appelle elle-même ; aucun courrier, aucun message"
                                + " vocal. Elle vient par l’entrée de la cour."));
    }

    private void resident(Course course, int entered, String bed) {
        beds.take(Ward.RESIDENCE, bed, course.day(entered + 1, 0), course.day(-365, 0));
        Paths.residence(course, entered, -1, bed, 5);
    }

    private void inBed(Course course, int entered, String bed) {
        take(course, entered, bed);
        Paths.withdrawal(course, entered, -1, bed, 2);
    }

    private void take(Course course, int entered, String bed) {
        beds.take(Ward.WITHDRAWAL, bed, course.day(entered + 1, 0), course.day(-365, 0));
    }

    private Course man(String given, String family, LocalDate birth, Substance substance) {
        return courses.apply(Invented.named(given, family, birth, Gender.MALE, substance));
    }

    private Course woman(String given, String family, LocalDate birth, Substance substance) {
        return courses.apply(Invented.named(given, family, birth, Gender.FEMALE, substance));
    }
}
