package org.relais.demo;

import org.jspecify.annotations.Nullable;

import org.relais.aftercare.AttemptForm;
import org.relais.aftercare.AttemptOutcome;
import org.relais.aftercare.FollowUpForm;
import org.relais.aftercare.HousingState;
import org.relais.aftercare.WorkState;
import org.relais.episode.Destination;
import org.relais.episode.EndReason;

/** People whose follow-up at La Passerelle has ended, and who agreed that Noémie calls them. */
final class AftercareStory {

    private static final String WORKER = "n.tavares";

    private AftercareStory() {}

    /** Reached after a month; tried twice for the contact after three, whose window is open. */
    static void tried(Course solene) {
        leave(solene, 340, 96, Destination.HOME);
        call(
                solene,
                65,
                1,
                AttemptForm.PHONE,
                AttemptOutcome.REACHED,
                new FollowUpForm(4, WorkState.UNEMPLOYED, HousingState.INSECURE, 11, 4),
                "Dort mieux. Reprend la marche avec sa voisine.");
        call(solene, 6, 3, AttemptForm.PHONE, AttemptOutcome.NO_ANSWER, FollowUpForm.EMPTY, null);
        call(
                solene,
                2,
                3,
                AttemptForm.MESSAGE,
                AttemptOutcome.MESSAGE_LEFT,
                FollowUpForm.EMPTY,
                "Message neutre, sans dire d’où l’on appelle.");
    }

    /** To be called for the first time; nobody tried yet. */
    static void soon(Course bastien) {
        leave(bastien, 220, 34, Destination.WITH_FAMILY_OR_FRIENDS);
    }

    /** Reached twice; the contact after six months is late, and yesterday she asked to come back. */
    static void returning(Course hanna) {
        leave(hanna, 352, 204, Destination.HOME);
        call(
                hanna,
                174,
                1,
                AttemptForm.ON_SITE,
                AttemptOutcome.REACHED,
                new FollowUpForm(0, WorkState.EMPLOYED, HousingState.ADEQUATE_SECURE, 14, 2),
                null);
        call(
                hanna,
                113,
                3,
                AttemptForm.PHONE,
                AttemptOutcome.REACHED,
                new FollowUpForm(0, WorkState.EMPLOYED, HousingState.ADEQUATE_SECURE, 15, 3),
                "Contente de son poste, fatiguée par les horaires.");
        call(hanna, 20, 6, AttemptForm.PHONE, AttemptOutcome.ANOTHER_TIME, FollowUpForm.EMPTY, "Rappeler le soir.");
        hanna.on(
                hanna.workday(1, 15),
                WORKER,
                new AftercareDeed.ComeBack(
                        Ward.FOLLOW_UP,
                        "J’ai rebu trois soirs de suite. Je ne veux pas attendre que ça s’installe.",
                        WORKER));
    }

    private static void leave(Course course, int began, int ended, Destination destination) {
        Paths.followed(course, began, ended, 25);
        var exit = course.day(ended, 16);
        course.on(exit, WORKER, new Deed.DischargeFrom(Ward.FOLLOW_UP, EndReason.COMPLETED, destination, null));
        course.on(exit.plusSeconds(300), WORKER, new AftercareDeed.Agree(WORKER));
    }

    private static void call(
            Course course,
            int daysAgo,
            int months,
            AttemptForm form,
            AttemptOutcome outcome,
            FollowUpForm answers,
            @Nullable String note) {
        course.on(course.day(daysAgo, 11), WORKER, new AftercareDeed.Call(months, form, outcome, answers, note));
    }
}
