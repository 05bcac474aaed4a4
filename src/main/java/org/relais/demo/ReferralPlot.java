package org.relais.demo;

import java.time.Duration;

import org.relais.directory.Need;
import org.relais.referral.ExchangeKind;
import org.relais.referral.ReferralState;

/** How people of the script are referred to partners, and what becomes of it. */
final class ReferralPlot {

    private static final String SOCIAL_WORKER = "n.tavares";

    private ReferralPlot() {}

    /** One answer is long awaited, one letter was not received yet, and of one appointment the outcome is not known. */
    static void main(Course course) {
        agree(course, 81, "MDPH du département", 280);
        course.on(
                course.workday(78, 10),
                SOCIAL_WORKER,
                new Deed.Refer(
                        "mdph",
                        Cast.PASSERELLE,
                        "MDPH du département",
                        Need.RIGHTS,
                        "Reconnaissance de travailleur handicapé",
                        "Dossier 26-11874, certificat médical joint. Rémi souhaite reprendre à mi-temps.",
                        true));
        course.on(
                course.workday(75, 15),
                SOCIAL_WORKER,
                new Deed.AnswerReferral("mdph", ReferralState.RECEIVED, null, course.due(-18), null));
        course.on(
                course.workday(15, 11),
                SOCIAL_WORKER,
                new Deed.Chase("mdph", ExchangeKind.EMAIL, true, "Dossier en commission, pas de date."));
        course.on(course.workday(8, 11), SOCIAL_WORKER, new Deed.Chase("mdph", ExchangeKind.CALL, false, null));
        agree(course, 9, "Le Seuil", 350);
        course.on(
                course.workday(8, 15),
                SOCIAL_WORKER,
                new Deed.Refer(
                        "seuil",
                        Cast.PASSERELLE,
                        "Le Seuil",
                        Need.HOUSING,
                        "Place en appartement thérapeutique",
                        "Rémi sort bientôt du sevrage et voudrait « un chez-moi où ma fille peut venir ».",
                        true));
        agree(course, 41, "Atelier du Canal", 320);
        course.on(
                course.workday(40, 10),
                SOCIAL_WORKER,
                new Deed.Refer(
                        "canal",
                        Cast.PASSERELLE,
                        "Atelier du Canal",
                        Need.EMPLOYMENT,
                        "Rencontre, chantier d’insertion",
                        "Menuiserie, à mi-temps au début.",
                        true));
        var told = course.workday(30, 10);
        course.on(
                told,
                SOCIAL_WORKER,
                new Deed.AnswerReferral(
                        "canal", ReferralState.APPOINTMENT, null, null, told.plus(Duration.ofDays(15))));
        course.on(
                course.workday(3, 16),
                SOCIAL_WORKER,
                new Deed.Refer(
                        "lien",
                        Cast.PASSERELLE,
                        "Espace Lien",
                        Need.FAMILY,
                        "Médiation familiale",
                        "Revoir sa fille toutes les semaines.",
                        false));
    }

    /** Referred once, with an outcome. */
    static void usual(Course course) {
        agree(course, 36, "Point Conseil Budget", 300);
        course.on(
                course.workday(35, 11),
                SOCIAL_WORKER,
                new Deed.Refer(
                        "budget",
                        Cast.PASSERELLE,
                        "Point Conseil Budget",
                        Need.DEBTS,
                        "Dossier de surendettement",
                        "Trois créanciers, courriers joints.",
                        true));
        var told = course.workday(28, 11);
        course.on(
                told,
                SOCIAL_WORKER,
                new Deed.AnswerReferral(
                        "budget", ReferralState.APPOINTMENT, null, null, told.plus(Duration.ofDays(7))));
        course.on(
                course.workday(16, 11),
                SOCIAL_WORKER,
                new Deed.AnswerReferral(
                        "budget", ReferralState.ATTENDED, "Dossier déposé, réponse sous deux mois.", null, null));
    }

    private static void agree(Course course, int daysAgo, String partner, int holds) {
        course.on(course.workday(daysAgo, 9), SOCIAL_WORKER, new Deed.Agree(partner, course.due(holds)));
    }
}
