package org.relais.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.situation.BudgetLine;
import org.relais.situation.Debt;
import org.relais.situation.NeedAnswer;
import org.relais.situation.NeedDomain;
import org.relais.situation.Occasion;
import org.relais.situation.RightStanding;
import org.relais.situation.RightStatus;
import org.relais.situation.StateKind;

/** What is told of people's social situation: one story in full, and shorter ones for others with steps. */
final class SituationStory {

    private static final List<String> HOUSING = List.of("ETHOS_8", "ETHOS_3", "ETHOS_0", "ETHOS_2", "ETHOS_9");
    private static final List<String> WORK =
            List.of("UNEMPLOYED", "EMPLOYED_IRREGULAR", "OUTSIDE_DISABILITY", "EMPLOYED_PART", "OUTSIDE_DISCOURAGED");
    private static final List<String> RIGHTS =
            List.of("HEALTH_COVER", "IDENTITY_PAPERS", "RESIDENCE_PERMIT", "SUPPLEMENTARY_COVER", "MINIMUM_INCOME");

    private SituationStory() {}

    /** Rémi: from a night shelter to a friend's sofa, rights nearly in order, debts with a plan. */
    static void main(Course remi, String who, String centre) {
        var begin = remi.workday(95, 14);
        state(remi, begin, who, centre, StateKind.HOUSING, "ETHOS_2", -140);
        state(remi, begin, who, centre, StateKind.WORK, "UNEMPLOYED", -400);
        state(remi, begin, who, centre, StateKind.EDUCATION, "ISCED_3", -8000);
        state(remi, begin, who, centre, StateKind.HEALTH_COVER, "BASIC", -300);
        state(remi, begin, who, centre, StateKind.IDENTITY_PAPERS, "VALID", -2000);
        state(remi, begin, who, centre, StateKind.DEBTS, "UNPLANNED", -300);
        state(remi, begin, who, centre, StateKind.JUSTICE, "NONE", -300);
        state(remi, begin, who, centre, StateKind.CHILDREN, "ELSEWHERE", -900);
        state(remi, begin, who, centre, StateKind.NETWORK, "REFUSED", -95);
        rate(remi, remi.workday(94, 15), who, centre, Occasion.INTAKE, "1213221233213");
        tell(
                remi,
                remi.workday(93, 10),
                who,
                new SituationDeed.MeetNeed(NeedDomain.HOUSING, "Place de nuit renouvelée, liste d’attente du Seuil"));
        tell(
                remi,
                remi.workday(92, 10),
                who,
                new SituationDeed.MeetNeed(NeedDomain.EMPLOYMENT, "Rendez-vous pris au chantier d’insertion"));
        tell(
                remi,
                remi.workday(90, 16),
                who,
                new SituationDeed.Follow(
                        centre, "SUPPLEMENTARY_COVER", RightStanding.of(RightStatus.FILED, remi.due(-60))));
        tell(
                remi,
                remi.workday(88, 16),
                who,
                new SituationDeed.Count(
                        centre,
                        List.of(
                                income("MINIMUM_INCOME", "559.42"),
                                expense("FOOD", "260"),
                                expense("TELEPHONE", "19.99"),
                                expense("TRANSPORT", "32"),
                                expense("SUBSTANCES", "310")),
                        List.of(debt("Ancien bailleur", "2140.00", "OPEN", null, null))));
        state(remi, remi.workday(70, 11), who, centre, StateKind.HOUSING, "ETHOS_8", -70);
        tell(
                remi,
                remi.workday(60, 12),
                who,
                new SituationDeed.Follow(
                        centre, "IDENTITY_PAPERS", RightStanding.granted(remi.due(-3620), remi.due(24), null)));
        tell(
                remi,
                remi.workday(58, 12),
                who,
                new SituationDeed.Follow(
                        centre, "DISABLED_WORKER", RightStanding.of(RightStatus.FILED, remi.due(-18))));
        state(remi, remi.workday(50, 11), who, centre, StateKind.DEBTS, "PLANNED", -50);
        state(remi, remi.workday(45, 11), who, centre, StateKind.HEALTH_COVER, "BASIC_AND_SUPPLEMENT", -45);
        tell(
                remi,
                remi.workday(44, 11),
                who,
                new SituationDeed.Move(
                        "SUPPLEMENTARY_COVER", RightStanding.granted(remi.due(-45), remi.due(53), null)));
        rate(remi, remi.workday(40, 15), who, centre, Occasion.REVIEW, "2223222334223");
        tell(
                remi,
                remi.workday(12, 16),
                who,
                new SituationDeed.Count(
                        centre,
                        List.of(
                                income("MINIMUM_INCOME", "559.42"),
                                income("HELP", "60"),
                                expense("FOOD", "240"),
                                expense("TELEPHONE", "19.99"),
                                expense("TRANSPORT", "32"),
                                expense("SUBSTANCES", "120")),
                        List.of(debt("Ancien bailleur", "2040.00", "PLAN", "50.00", "42 mois, courrier du 3"))));
        state(remi, remi.workday(9, 11), who, centre, StateKind.VOCATIONAL_COURSE, "ENROLLED", -9);
        tell(
                remi,
                remi.workday(8, 10),
                who,
                new SituationDeed.Stand(centre, StateKind.HOUSING, "ETHOS_7", remi.due(20)));
    }

    /** Somebody whose situation was told once or twice; of some the next rating is late, of some a right ends soon. */
    static void usual(Course course, String who, String centre, int from, int pick) {
        var begin = course.workday(from, 15);
        state(course, begin, who, centre, StateKind.HOUSING, HOUSING.get(pick % HOUSING.size()), -from - 60);
        state(course, begin, who, centre, StateKind.WORK, WORK.get(pick % WORK.size()), -from - 200);
        state(course, begin, who, centre, StateKind.HEALTH_COVER, pick % 3 == 0 ? "REQUESTED" : "BASIC", -from - 30);
        rate(
                course,
                course.workday(from, 16),
                who,
                centre,
                Occasion.INTAKE,
                pick % 2 == 0 ? "2223323430233" : "3122033424222");
        tell(
                course,
                course.workday(from - 3, 10),
                who,
                new SituationDeed.Follow(
                        centre,
                        RIGHTS.get(pick % RIGHTS.size()),
                        pick % 4 == 0
                                ? RightStanding.of(RightStatus.FILED, course.due(5))
                                : RightStanding.granted(course.due(-340), course.due(pick * 11 - 20), null)));
    }

    private static void rate(Course course, Instant at, String who, String centre, Occasion occasion, String levels) {
        var answers = new EnumMap<NeedDomain, NeedAnswer>(NeedDomain.class);
        for (var domain : NeedDomain.values()) {
            answers.put(domain, answer(domain, levels.charAt(domain.ordinal()) - '0'));
        }
        tell(course, at, who, new SituationDeed.RateNeeds(centre, occasion, answers));
    }

    private static NeedAnswer answer(NeedDomain domain, int level) {
        if (level == 0 || level > 2) {
            return NeedAnswer.level(level);
        }
        return switch (domain) {
            case HOUSING ->
                new NeedAnswer(
                        level,
                        "Un endroit à soi, même petit",
                        "Une sœur à Port-Vauban",
                        "L’hiver dehors",
                        "Pas de garant");
            case INCOME ->
                new NeedAnswer(level, "Tenir jusqu’au mois suivant", null, "Emprunts entre amis", "Dossier incomplet");
            case EMPLOYMENT ->
                new NeedAnswer(
                        level,
                        "Retrouver un rythme, quelques heures",
                        "Dix ans en cuisine",
                        null,
                        "Horaires du traitement");
            case SOCIAL_NETWORK ->
                new NeedAnswer(level, "Voir d’autres gens que ceux d’avant", "Le club d’échecs", null, null);
            default -> NeedAnswer.level(level);
        };
    }

    private static void state(
            Course course, Instant at, String who, String centre, StateKind kind, String code, int days) {
        tell(course, at, who, new SituationDeed.Stand(centre, kind, code, day(course, days)));
    }

    private static LocalDate day(Course course, int days) {
        return course.due(days);
    }

    private static void tell(Course course, Instant at, String who, SituationDeed deed) {
        course.on(at, who, new Deed.OfSituation(deed));
    }

    private static BudgetLine income(String code, String amount) {
        return new BudgetLine(BudgetLine.Side.INCOME, code, null, new BigDecimal(amount));
    }

    private static BudgetLine expense(String code, String amount) {
        return new BudgetLine(BudgetLine.Side.EXPENSE, code, null, new BigDecimal(amount));
    }

    private static Debt debt(
            String creditor, String amount, String status, @Nullable String instalment, @Nullable String plan) {
        return new Debt(
                creditor, new BigDecimal(amount), status, instalment == null ? null : new BigDecimal(instalment), plan);
    }
}
