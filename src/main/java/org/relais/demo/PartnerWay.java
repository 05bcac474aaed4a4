package org.relais.demo;

import java.time.Duration;
import java.util.List;

import org.relais.directory.Need;
import org.relais.referral.ReferralState;

/** One referral of somebody without a story to a partner: most loops are closed within a month, some later, some not. */
final class PartnerWay {

    private static final List<Way> WAYS = List.of(
            new Way(
                    "Le Seuil",
                    Need.HOUSING,
                    "Place en appartement accompagné",
                    "Ressources stables, souhaite rester près de son travail.",
                    "Visite faite, place proposée."),
            new Way(
                    "Caisse d’allocations familiales",
                    Need.INCOME,
                    "Ouverture de l’allocation logement",
                    "Bail signé le mois dernier, pièces jointes.",
                    "Dossier ouvert, versement le mois prochain."),
            new Way(
                    "Caisse primaire d’assurance maladie",
                    Need.HEALTH_COVER,
                    "Complémentaire santé solidaire",
                    "Ressources des douze derniers mois jointes.",
                    "Droits ouverts pour un an."),
            new Way(
                    "Atelier du Canal",
                    Need.EMPLOYMENT,
                    "Rencontre, chantier d’insertion",
                    "Souhaite commencer par quelques demi-journées.",
                    "Deux jours d’essai faits, contrat proposé."),
            new Way(
                    "Point Conseil Budget",
                    Need.DEBTS,
                    "Rendez-vous de conseil budgétaire",
                    "Trois créanciers, relevés apportés.",
                    "Plan posé avec la conseillère."),
            new Way(
                    "Centre de santé du Port",
                    Need.HEALTH,
                    "Soins dentaires",
                    "Douleurs depuis l’été, pas d’urgence.",
                    "Premier soin fait, deux autres prévus."),
            new Way(
                    "Mission locale",
                    Need.TRAINING,
                    "Accompagnement vers une formation",
                    "A interrompu un CAP, voudrait le reprendre.",
                    "Inscription à la rentrée."),
            new Way(
                    "Espace Lien",
                    Need.FAMILY,
                    "Médiation familiale",
                    "Voudrait revoir ses enfants, avec quelqu’un au début.",
                    "Premier entretien à deux."));

    private PartnerWay() {}

    /**
     * @param from how many days ago the person agreed
     * @param until how many days ago the treatment ended; nothing is done after it
     */
    static void tell(Course course, Chance chance, int from, int until, String centre, String who) {
        var way = chance.one(WAYS);
        course.on(course.workday(from, 9), who, new Deed.Agree(way.partner(), course.due(300 - from)));
        course.on(
                course.workday(from, 10),
                who,
                new Deed.Refer("way", centre, way.partner(), way.need(), way.subject(), way.request(), true));
        switch (chance.weighed("SEEN:48 REFUSED:8 MISSED:8 LATE:11 OPEN:25")) {
            case "SEEN" -> seen(course, way, from, 8, 17, until, who, ReferralState.ATTENDED);
            case "MISSED" -> seen(course, way, from, 9, 19, until, who, ReferralState.NO_SHOW);
            case "LATE" -> seen(course, way, from, 24, 43, until, who, ReferralState.ATTENDED);
            case "REFUSED" ->
                answer(
                        course,
                        from - 12,
                        until,
                        who,
                        new Deed.AnswerReferral(
                                "way", ReferralState.REFUSED, "Pas de place avant plusieurs mois.", null, null));
            default ->
                answer(
                        course,
                        from - 6,
                        until,
                        who,
                        new Deed.AnswerReferral("way", ReferralState.RECEIVED, null, null, null));
        }
    }

    private static void seen(
            Course course, Way way, int from, int told, int seen, int until, String who, ReferralState state) {
        if (from - seen <= Math.max(until, 0)) {
            return;
        }
        var at = course.workday(from - told, 11);
        answer(
                course,
                from - told,
                until,
                who,
                new Deed.AnswerReferral(
                        "way", ReferralState.APPOINTMENT, null, null, at.plus(Duration.ofDays(seen - told - 3L))));
        answer(
                course,
                from - seen,
                until,
                who,
                new Deed.AnswerReferral(
                        "way",
                        state,
                        state == ReferralState.ATTENDED ? way.outcome() : "Rendez-vous manqué, à reprendre.",
                        null,
                        null));
    }

    private static void answer(Course course, int day, int until, String who, Deed.AnswerReferral answer) {
        if (day > Math.max(until, 0)) {
            course.on(course.workday(day, 15), who, answer);
        }
    }

    private record Way(String partner, Need need, String subject, String request, String outcome) {}
}
