package org.relais.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.relais.demo.Career.Stretch;
import org.relais.plan.GoalDomain;
import org.relais.plan.GoalState;

/** The goals that somebody without a story agreed on, and how they ended. */
final class GoalWay {

    private static final List<Wish> WISHES = List.of(
            new Wish(
                    GoalDomain.SUBSTANCE_USE,
                    "Trois mois sans boire, pour voir",
                    "Carnet tenu, trois mois",
                    "Carnet remis et expliqué",
                    "Quatre-vingt-onze jours au carnet."),
            new Wish(
                    GoalDomain.SUBSTANCE_USE,
                    "Ne plus consommer en semaine",
                    "Aucun jour de semaine sur deux mois",
                    "Plan pour le dimanche soir",
                    "Deux mois, sauf un mardi de fête."),
            new Wish(
                    GoalDomain.SUBSTANCE_USE,
                    "Consommer sans me mettre en danger",
                    "Naloxone sur soi, plus jamais d’usage sans personne",
                    "Kit remis, usage expliqué",
                    "Kit renouvelé, un ami formé."),
            new Wish(
                    GoalDomain.HOUSING,
                    "Avoir une clé à moi",
                    "Un bail ou une place de plus de six mois",
                    "Demande de logement déposée",
                    "Bail signé, entrée le mois dernier."),
            new Wish(
                    GoalDomain.HOUSING,
                    "Garder mon appartement",
                    "Loyer payé six mois de suite",
                    "Échéancier avec le bailleur",
                    "Échéancier tenu, commandement levé."),
            new Wish(
                    GoalDomain.EMPLOYMENT,
                    "Retravailler, même quelques heures",
                    "Un contrat d’au moins trois mois",
                    "Rendez-vous avec la conseillère emploi",
                    "Contrat de quatre mois à la cuisine centrale."),
            new Wish(
                    GoalDomain.EMPLOYMENT,
                    "Ne pas perdre mon poste",
                    "Reprise à mi-temps",
                    "Visite de préreprise",
                    "Reprise à mi-temps depuis six semaines."),
            new Wish(
                    GoalDomain.TRAINING,
                    "Passer mon permis de cariste",
                    "L’attestation en main",
                    "Inscription à la session",
                    "Attestation reçue."),
            new Wish(
                    GoalDomain.EDUCATION,
                    "Reprendre des études, un soir par semaine",
                    "Un semestre suivi",
                    "Dossier d’inscription",
                    "Semestre suivi jusqu’aux examens."),
            new Wish(
                    GoalDomain.HEALTH,
                    "Soigner mes dents",
                    "Un bilan et les soins faits",
                    "Rendez-vous au centre de santé",
                    "Trois soins faits, appareil commandé."),
            new Wish(
                    GoalDomain.MENTAL_HEALTH,
                    "Dormir sans cauchemars",
                    "Cinq nuits sur sept",
                    "Cahier de sommeil",
                    "Cinq à six nuits par semaine depuis un mois."),
            new Wish(
                    GoalDomain.FAMILY,
                    "Reparler à mon frère",
                    "Se voir une fois par mois",
                    "Premier appel, préparé ensemble",
                    "Trois repas ensemble depuis l’été."),
            new Wish(
                    GoalDomain.DEBTS,
                    "Ne plus avoir peur de la boîte aux lettres",
                    "Un plan accepté par les créanciers",
                    "Liste des créanciers",
                    "Plan accepté, premier versement fait."),
            new Wish(
                    GoalDomain.SOCIAL_NETWORK,
                    "Voir du monde ailleurs qu’au café",
                    "Une activité par semaine",
                    "Visite du Jardin des voisins",
                    "Le jardin, tous les samedis."));

    private final Course course;
    private final Chance chance;
    private final Set<Wish> agreed = new HashSet<>();

    GoalWay(Course course, Chance chance) {
        this.course = course;
        this.chance = chance;
    }

    /** @param who the user name of who looks after them */
    void tell(Stretch stretch, String centre, String who) {
        for (var turn = 0; turn < chance.between(1, 2); turn++) {
            var wish = chance.one(WISHES);
            var agreedOn = stretch.began() - 6 - 3 * turn;
            if (agreedOn > Math.max(stretch.ended(), 0) + 4 && agreed.add(wish)) {
                tell(stretch, centre, who, wish, agreedOn);
            }
        }
    }

    private void tell(Stretch stretch, String centre, String who, Wish wish, int agreedOn) {
        var closedOn = Math.max(stretch.ended() + 2, agreedOn - chance.between(45, 170));
        var open = closedOn < 2;
        course.on(
                course.workday(agreedOn, 10),
                who,
                new ReviewDeed.AgreeGoal(
                        centre,
                        wish.domain(),
                        wish.words(),
                        wish.criterion(),
                        course.due(open ? chance.between(20, 90) : -closedOn),
                        wish.step(),
                        course.due(open ? chance.between(5, 30) : 14 - agreedOn)));
        if (!open) {
            var state = GoalState.valueOf(
                    chance.weighed("ATTAINED:46 PARTLY_ATTAINED:22 NOT_ATTAINED:14 ABANDONED_BY_PERSON:13 OBSOLETE:5"));
            course.on(course.day(closedOn, 16), who, new PlanDeed.MoveTo(wish.words(), state, evidence(wish, state)));
        }
    }

    private static String evidence(Wish wish, GoalState state) {
        return switch (state) {
            case ATTAINED -> wish.evidence();
            case PARTLY_ATTAINED -> "Commencé, et à moitié fait : la suite est prévue.";
            case NOT_ATTAINED -> "Pas cette fois ; ce qui a manqué est noté avec la personne.";
            case ABANDONED_BY_PERSON -> "La personne préfère s’occuper d’autre chose pour le moment.";
            default -> "La situation a changé, la question ne se pose plus.";
        };
    }

    private record Wish(GoalDomain domain, String words, String criterion, String step, String evidence) {}
}
