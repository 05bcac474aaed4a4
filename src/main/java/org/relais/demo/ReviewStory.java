package org.relais.demo;

import org.relais.plan.GoalDomain;

/** Plans that are reviewed, one that nobody reviewed yet, and the team meetings of the follow-up team. */
final class ReviewStory {

    private static final String CENTRE = Cast.PASSERELLE;

    private ReviewStory() {}

    /** A plan reviewed twice, whose next review comes up; and what the team said of her last week. */
    static void reviewed(Course lina) {
        lina.on(
                lina.workday(72, 14),
                "n.tavares",
                new ReviewDeed.HoldReview(
                        CENTRE,
                        "Le soir reste le plus dur. J’aimerais essayer la chorale, mais pas seule.",
                        "i.quemeneur",
                        lina.due(-38)));
        lina.on(
                lina.workday(40, 14),
                "n.tavares",
                new ReviewDeed.HoldReview(
                        CENTRE,
                        "Le samedi seulement, ça tient. J’ai besoin d’un cadre plus serré encore un moment.",
                        "h.vasseur",
                        lina.due(3)));
        lina.on(
                lina.workday(6, 14),
                "n.tavares",
                new ReviewDeed.TalkAbout(
                        Ward.FOLLOW_UP,
                        lina.due(-6),
                        "Demande l’hôpital de jour",
                        "Lina s’en tient au samedi, et s’isole le soir. L’équipe soutient trois jours par semaine à l’hôpital de jour, sans"
                                + " changer le traitement. Sa sœur est d’accord pour l’accompagner la première fois.",
                        "Appeler l’hôpital de jour pour une date",
                        "n.tavares",
                        lina.due(2),
                        true));
        lina.on(lina.workday(6, 15), "n.tavares", new ReviewDeed.SignMinutes(Ward.FOLLOW_UP, lina.due(-6)));
    }

    /** A plan agreed over three months ago that nobody reviewed; on the agenda of the next meeting. */
    static void neverReviewed(Course djibril) {
        djibril.on(
                djibril.workday(98, 11),
                "n.tavares",
                new ReviewDeed.AgreeGoal(
                        CENTRE,
                        GoalDomain.HOUSING,
                        "Habiter loin de mon ancien quartier",
                        "Un bail ou une place, à son nom",
                        djibril.due(60),
                        "Dossier de la résidence sociale",
                        djibril.due(-12)));
        djibril.on(
                djibril.workday(1, 9),
                "n.tavares",
                new ReviewDeed.TalkAbout(
                        Ward.FOLLOW_UP,
                        djibril.due(1),
                        "Refus de la résidence, que proposer maintenant",
                        null,
                        null,
                        null,
                        null,
                        false));
    }
}
