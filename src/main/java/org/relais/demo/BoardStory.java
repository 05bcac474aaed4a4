package org.relais.demo;

import java.time.Instant;

import org.relais.plan.GoalDomain;
import org.relais.reintegration.ContactWay;
import org.relais.reintegration.StepDomain;
import org.relais.reintegration.StepStatus;
import org.relais.reintegration.TrackKind;

/** The way back of the main story: goals in his words, what is done for them, and whose answer is awaited. */
final class BoardStory {

    private static final String PASSERELLE = Cast.PASSERELLE;

    private final Course remi;
    private final String who;

    BoardStory(Course remi, String who) {
        this.remi = remi;
        this.who = who;
    }

    void tell() {
        var home = goal(84, GoalDomain.HOUSING, "Un chez-moi où ma fille peut venir", "Un bail à son nom");
        var work = goal(83, GoalDomain.EMPLOYMENT, "Reprendre à mi-temps", "Un contrat signé");
        var training = goal(60, GoalDomain.TRAINING, "Remettre à jour mon CACES", "Le certificat renouvelé");
        var rights = goal(86, GoalDomain.RIGHTS, "Ne plus courir après les papiers", "Tous les droits ouverts");
        var health = goal(
                40, GoalDomain.HEALTH, "Dormir, manger, consulter un dentiste", "Une dent soignée, des nuits entières");
        var family = goal(
                30, GoalDomain.FAMILY, "Revoir ma fille toutes les semaines", "Une visite par semaine pendant un mois");

        asked(home, 30, 21, StepDomain.HOUSING, "Place en appartement thérapeutique", 8, "Le Seuil");
        var deposit = step(home, 19, StepDomain.HOUSING, "Demande d’aide au dépôt de garantie", 1);
        begun(deposit, 12);
        remi.on(
                remi.workday(5, 11),
                who,
                new Deed.MoveStep(deposit, StepStatus.BLOCKED, "Il manque l’attestation de l’ancien bailleur."));
        step(home, 9, StepDomain.HOUSING, "Visite de l’appartement, Le Seuil", 5);
        done(step(home, 70, StepDomain.HOUSING, "Domiciliation administrative, CCAS", -19), 50, 19);

        var recognition =
                asked(work, 80, 70, StepDomain.EMPLOYMENT, "Reconnaissance de travailleur handicapé", -18, "MDPH");
        remind(recognition, 18, ContactWay.MAIL, false, "Courriel de relance, dossier 26-11874.");
        remind(recognition, 10, ContactWay.CALL, false, "Rappeler en fin de semaine.");
        begun(step(work, 18, StepDomain.EMPLOYMENT, "CV et lettre, avec Rémi", 6), 8);
        step(work, 16, StepDomain.EMPLOYMENT, "Rencontre du chantier d’insertion, Atelier du Canal", 13);

        step(training, 25, StepDomain.TRAINING, "Inscription à la session de janvier, AFPA", 26);
        begun(step(training, 24, StepDomain.TRAINING, "Financement par le compte formation", 11), 9);
        done(step(training, 55, StepDomain.TRAINING, "Bilan de compétences, AFPA", -25), 40, 25);

        asked(rights, 20, 15, StepDomain.RIGHTS, "Ouverture de l’allocation aux adultes handicapés", 3, "CAF");
        done(step(rights, 82, StepDomain.HEALTH_COVER, "Complémentaire santé solidaire", -29), 60, 31);

        begun(step(health, 14, StepDomain.HEALTH, "Dépistage de l’hépatite C, résultat", 1), 6);
        step(health, 13, StepDomain.HEALTH, "Rendez-vous chez le dentiste, centre de santé", 15);

        asked(family, 22, 12, StepDomain.FAMILY, "Médiation familiale", 19, "Espace Lien");

        for (var words : new String[] {home, work, rights}) {
            remi.on(remi.workday(7, 15), who, new BoardDeed.AgreeGoal(words));
        }
        remi.on(remi.workday(81, 16), who, new BoardDeed.BeginTrack(PASSERELLE, TrackKind.HOUSING, remi.due(-84)));
        remi.on(remi.workday(20, 16), who, new BoardDeed.Reach(TrackKind.HOUSING, "APPLICATION", remi.due(-30)));
        remi.on(remi.workday(8, 16), who, new BoardDeed.BeginTrack(PASSERELLE, TrackKind.EMPLOYMENT, remi.due(-83)));
    }

    private String goal(int daysAgo, GoalDomain domain, String words, String criterion) {
        remi.on(remi.workday(daysAgo, 9), who, new BoardDeed.WriteGoal(PASSERELLE, domain, words, criterion));
        return words;
    }

    private String step(String goal, int daysAgo, StepDomain domain, String title, int due) {
        var at = remi.workday(daysAgo, 10);
        var key = remi.step(at, who, PASSERELLE, domain, title, due, true);
        remi.on(later(at), who, new BoardDeed.Serve(key, goal));
        return key;
    }

    private String asked(
            String goal, int daysAgo, int sentDaysAgo, StepDomain domain, String title, int due, String partner) {
        var key = step(goal, daysAgo, domain, title, due);
        remi.on(remi.workday(sentDaysAgo, 11), who, new BoardDeed.AskPartner(key, partner));
        return key;
    }

    private void begun(String key, int daysAgo) {
        remi.on(remi.workday(daysAgo, 11), who, new Deed.MoveStep(key, StepStatus.DOING, null));
    }

    private void done(String key, int begunDaysAgo, int daysAgo) {
        begun(key, begunDaysAgo);
        remi.on(remi.workday(daysAgo, 15), who, new Deed.MoveStep(key, StepStatus.DONE, null));
    }

    private void remind(String key, int daysAgo, ContactWay way, boolean reached, String note) {
        remi.on(remi.workday(daysAgo, 14), who, new BoardDeed.Remind(key, way, reached, note));
    }

    private static Instant later(Instant at) {
        return at.plusSeconds(300);
    }
}
