package org.relais.demo;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.plan.ChangeStage;
import org.relais.plan.GoalDomain;
import org.relais.plan.GoalState;
import org.relais.plan.GoalStepState;
import org.relais.plan.UseAim;
import org.relais.plan.UseTarget;

/** The care plans of some people, each with words of their own. */
final class PlanStories {

    /** What Rémi wants most. */
    static final String HOME = "Un chez-moi où ma fille peut venir";

    private static final String DAUGHTER = "Revoir ma fille toutes les semaines";
    private static final String TILLEULS = Cast.TILLEULS;
    private static final String PASSERELLE = Cast.PASSERELLE;
    private static final String SOCIAL = "n.tavares";
    private static final String PHYSICIAN = "h.vasseur";
    private static final String PSYCHOLOGIST = "i.quemeneur";

    private PlanStories() {}

    static void remi(Course remi) {
        var safe = "Arrêter sans convulsion, cette fois";
        var told = remi.workday(20, 14);
        remi.on(
                told,
                SOCIAL,
                new PlanDeed.Say(
                        PASSERELLE,
                        "Boire moins, je ne sais pas encore comment.",
                        UseAim.UNDECIDED,
                        UseTarget.NONE,
                        ChangeStage.CONTEMPLATION,
                        7,
                        3));
        remi.on(
                remi.workday(12, 14),
                PHYSICIAN,
                new PlanDeed.Say(
                        PASSERELLE,
                        "Arrêter l’alcool, et descendre le diazépam sans me presser.",
                        UseAim.ABSTINENCE,
                        UseTarget.NONE,
                        ChangeStage.PREPARATION,
                        9,
                        6));
        var begun = told.plusSeconds(600);
        goal(remi, begun, PHYSICIAN, GoalDomain.SUBSTANCE_USE, safe, "Sevrage terminé, sans convulsion ni chute", 8);
        plan(remi, begun.plusSeconds(300), PHYSICIAN, safe, PASSERELLE, "Lettre d’entrée au service", -12, PHYSICIAN);
        var agreed = remi.workday(12, 15);
        remi.on(agreed, PHYSICIAN, new PlanDeed.MoveTo(safe, GoalState.AGREED, null));
        plan(remi, agreed.plusSeconds(300), SOCIAL, DAUGHTER, PASSERELLE, "Écrire à la mère de sa fille", 12, null);
        plan(
                remi,
                agreed.plusSeconds(360),
                SOCIAL,
                DAUGHTER,
                PASSERELLE,
                "Préparer l’appel à sa fille",
                5,
                PSYCHOLOGIST);
        finish(remi, remi.workday(11, 11), PHYSICIAN, "Lettre d’entrée au service");
        onTheWard(remi, safe);
    }

    private static void onTheWard(Course remi, String safe) {
        var at = remi.day(2, 13);
        plan(remi, at, PHYSICIAN, safe, TILLEULS, "Bilan biologique d’entrée", -2, "y.haddad");
        plan(
                remi,
                at.plusSeconds(60),
                PHYSICIAN,
                safe,
                TILLEULS,
                "Thiamine par voie veineuse, cinq jours",
                3,
                "m.lefort");
        plan(remi, at.plusSeconds(120), PHYSICIAN, safe, TILLEULS, "ECG de contrôle", 1, PHYSICIAN);
        plan(
                remi,
                at.plusSeconds(180),
                PHYSICIAN,
                safe,
                TILLEULS,
                "Relais ambulatoire prévu avant la sortie",
                6,
                "c.aubry");
        finish(remi, remi.day(1, 16), PHYSICIAN, "Bilan biologique d’entrée");
        remi.on(remi.day(1, 17), PHYSICIAN, new PlanDeed.MoveTo(safe, GoalState.IN_PROGRESS, null));
    }

    /** Wants to drink on some days only; one goal is past its day. */
    static void lina(Course lina) {
        var evenings = "Mes soirées à moi, sans bouteille";
        lina.on(
                lina.workday(90, 15),
                "e.sandoval",
                new PlanDeed.Say(
                        PASSERELLE,
                        "Boire comme tout le monde : le samedi, et pas plus.",
                        UseAim.REDUCTION,
                        new UseTarget(4, new BigDecimal(3), "verres par occasion"),
                        ChangeStage.ACTION,
                        8,
                        7));
        goal(
                lina,
                lina.workday(88, 10),
                SOCIAL,
                GoalDomain.DAILY_LIVING,
                evenings,
                "Deux soirées par semaine dehors",
                -9);
        plan(lina, lina.workday(88, 11), SOCIAL, evenings, PASSERELLE, "Inscription à la chorale", -60, null);
        plan(lina, lina.workday(88, 12), SOCIAL, evenings, PASSERELLE, "Appeler sa sœur le mercredi", 2, null);
        lina.on(lina.workday(80, 15), SOCIAL, new PlanDeed.MoveTo(evenings, GoalState.AGREED, null));
        finish(lina, lina.workday(55, 11), SOCIAL, "Inscription à la chorale");
    }

    /** Wants to be safer; a goal that was written down and never agreed. */
    static void djibril(Course djibril) {
        djibril.on(
                djibril.workday(70, 15),
                "f.okoye",
                new PlanDeed.Say(
                        PASSERELLE,
                        "Ne plus avoir peur du manque, et ne pas mourir de ça.",
                        UseAim.SAFER_USE,
                        UseTarget.NONE,
                        ChangeStage.ACTION,
                        9,
                        5));
        goal(
                djibril,
                djibril.workday(25, 10),
                SOCIAL,
                GoalDomain.EMPLOYMENT,
                "Un travail de nuit, comme avant",
                null,
                90);
    }

    /** One goal attained, one on its way. */
    static void samira(Course samira) {
        var room = "Une chambre qui ferme à clé";
        var card = "Avoir enfin mes papiers";
        samira.on(
                samira.workday(120, 15),
                SOCIAL,
                new PlanDeed.Say(
                        PASSERELLE,
                        "Je veux m’en passer, mais d’abord dormir quelque part.",
                        UseAim.ABSTINENCE,
                        UseTarget.NONE,
                        ChangeStage.CONTEMPLATION,
                        6,
                        4));
        goal(samira, samira.workday(115, 10), SOCIAL, GoalDomain.IDENTITY_PAPERS, card, "Carte en main", -20);
        plan(samira, samira.workday(115, 11), SOCIAL, card, PASSERELLE, "Rendez-vous en mairie", -80, SOCIAL);
        goal(samira, samira.workday(60, 10), SOCIAL, GoalDomain.HOUSING, room, "Un hébergement stable trois mois", 45);
        plan(samira, samira.workday(60, 11), SOCIAL, room, PASSERELLE, "Dossier complet pour le SIAO", -3, SOCIAL);
        samira.on(samira.workday(110, 15), SOCIAL, new PlanDeed.MoveTo(card, GoalState.AGREED, null));
        samira.on(samira.workday(58, 15), SOCIAL, new PlanDeed.MoveTo(room, GoalState.AGREED, null));
        finish(samira, samira.workday(70, 11), SOCIAL, "Rendez-vous en mairie");
        samira.on(
                samira.workday(30, 11),
                SOCIAL,
                new PlanDeed.MoveTo(card, GoalState.ATTAINED, "Carte d’identité remise à la mairie."));
    }

    private static void goal(
            Course course,
            Instant at,
            String who,
            GoalDomain domain,
            String statement,
            @Nullable String criterion,
            int target) {
        course.on(at, who, new PlanDeed.SetGoal(PASSERELLE, domain, statement, criterion, course.due(target)));
    }

    private static void plan(
            Course course,
            Instant at,
            String who,
            String goal,
            String centre,
            String title,
            int due,
            @Nullable String worker) {
        course.on(at, who, new PlanDeed.Plan(goal, centre, title, course.due(due), worker));
    }

    private static void finish(Course course, Instant at, String who, String title) {
        course.on(at, who, new PlanDeed.Finish(title, GoalStepState.DONE, null));
    }
}
