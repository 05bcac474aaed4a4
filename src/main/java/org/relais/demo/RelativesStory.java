package org.relais.demo;

import java.util.Set;

import org.relais.person.TellingTopic;
import org.relais.relatives.ContactForm;
import org.relais.relatives.SupportAnswer;
import org.relais.relatives.SupportKind;

/** Élodie, the sister of Rémi: what she was told, what she said, and the support she was offered for herself. */
final class RelativesStory {

    private static final String WORKER = "n.tavares";
    private static final String CENTRE = Cast.PASSERELLE;

    private RelativesStory() {}

    static void sister(Course remi) {
        remi.on(
                remi.workday(199, 10),
                WORKER,
                new RelativesDeed.Speak(
                        CENTRE,
                        ContactForm.CALL_FROM,
                        Set.of(TellingTopic.PRESENCE),
                        "Oui, son frère vient régulièrement.",
                        "Sans nouvelles depuis trois semaines, elle craignait le pire. Elle garde ses papiers chez elle."));
        remi.on(
                remi.workday(199, 11),
                WORKER,
                new RelativesDeed.Offer(CENTRE, SupportKind.GROUP, "Groupe des proches, le premier mardi du mois."));
        remi.on(
                remi.workday(150, 16),
                WORKER,
                new RelativesDeed.Answer(
                        SupportKind.GROUP, SupportAnswer.LATER, "Travaille le mardi soir jusqu’à l’été."));
        remi.on(
                remi.workday(61, 15),
                WORKER,
                new RelativesDeed.Speak(
                        CENTRE,
                        ContactForm.CALL_TO,
                        Set.of(TellingTopic.WELLBEING),
                        "Rémi va mieux, et accepte qu’elle l’accompagne à ses rendez-vous.",
                        "Peut l’héberger deux semaines, pas davantage : le bail est à son compagnon."));
        remi.on(
                remi.workday(61, 16),
                WORKER,
                new RelativesDeed.Answer(SupportKind.GROUP, SupportAnswer.ACCEPTED, null));
        remi.on(
                remi.workday(5, 17),
                WORKER,
                new RelativesDeed.Speak(
                        CENTRE,
                        ContactForm.VISIT,
                        Set.of(TellingTopic.PRESENCE, TellingTopic.WELLBEING),
                        "L’entrée à l’hôpital est prévue, il la souhaite. Les visites sont possibles le samedi.",
                        "Viendra le premier samedi avec sa nièce, si Rémi le veut."));
    }
}
