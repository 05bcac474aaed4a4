package org.relais.demo;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.demand.DemandItem;
import org.relais.history.AgeAnswer;
import org.relais.history.SubstanceAnswers;
import org.relais.situation.StateKind;

/**
 * What one person without a story tells of themselves at the beginning of a treatment: of substances, of where they stand
 * in life, and what is asked for the treatment demand indicator. Some things are not known, and some were not asked.
 */
final class Told {

    private static final String NEVER = "NEVER";
    private static final String NOT_KNOWN = "NK";

    private final Chance chance;
    private final Invented person;
    private final int age;
    private final String primary;
    private final String route;

    Told(Course course) {
        this.chance = new Chance(course.random());
        this.person = course.person();
        var birth = person.birth();
        this.age = birth == null ? 40 : course.due(0).getYear() - 3 - birth.getYear();
        this.primary = primary();
        this.route = route();
    }

    /** Whether it is the substance itself that its withdrawal is watched for, and not one beside it. */
    boolean usual() {
        return switch (person.substance()) {
            case ALCOHOL, HEROIN, TRAMADOL -> !primary.equals("METHADONE");
            case COCAINE -> primary.startsWith("CRACK") || primary.startsWith("COCAINE");
            case DIAZEPAM, CANNABIS -> false;
        };
    }

    boolean opioid() {
        return person.substance().opioid();
    }

    SubstanceAnswers substances() {
        var firstUse = firstUse();
        var secondary = secondary();
        var injecting = injecting();
        var first = firstUse.years();
        return new SubstanceAnswers(
                primary,
                chance.of(96) ? route : null,
                chance.asked("DAILY:54 D4_6:15 D2_3:12 WEEKLY_OR_LESS:6 NOT_USED:5 NK:5 -:3"),
                chance.of(94) ? firstUse : null,
                secondary,
                secondary.equals(List.of("NONE")) ? "NO" : chance.asked("YES:45 NO:35 NK:14 -:6"),
                injecting,
                NEVER.equals(injecting) || injecting == null
                        ? null
                        : first == null
                                ? AgeAnswer.NOT_KNOWN
                                : AgeAnswer.of(Math.min(age, first + chance.between(0, 6))),
                sharing(injecting),
                null,
                null,
                null);
    }

    private String primary() {
        return switch (person.substance()) {
            case ALCOHOL -> "ALCOHOL";
            case HEROIN -> chance.weighed("HEROIN:92 METHADONE:8");
            case COCAINE -> chance.weighed("COCAINE_POWDER:52 CRACK:30 CATHINONES:8 AMPHETAMINES:6 MDMA:4");
            case TRAMADOL -> "OTHER_OPIOID";
            case DIAZEPAM -> chance.weighed("BENZODIAZEPINES:80 GHB:12 OTHER_SEDATIVE:8");
            case CANNABIS -> chance.weighed("CANNABIS_RESIN:50 CANNABIS_HERB:38 SYNTHETIC_CANNABINOIDS:7 KETAMINE:5");
        };
    }

    private String route() {
        return switch (primary) {
            case "HEROIN" -> chance.weighed("INJECT:42 SNIFF:33 SMOKE:25");
            case "COCAINE_POWDER", "AMPHETAMINES", "KETAMINE" -> chance.weighed("SNIFF:86 INJECT:8 SMOKE:6");
            case "CRACK" -> chance.weighed("SMOKE:95 INJECT:5");
            case "CATHINONES" -> chance.weighed("SNIFF:55 INJECT:45");
            case "CANNABIS_RESIN", "CANNABIS_HERB", "SYNTHETIC_CANNABINOIDS" -> "SMOKE";
            default -> "EAT_DRINK";
        };
    }

    private AgeAnswer firstUse() {
        if (chance.of(7)) {
            return AgeAnswer.NOT_KNOWN;
        }
        var years =
                switch (person.substance()) {
                    case ALCOHOL, CANNABIS -> chance.between(12, 19);
                    case HEROIN, COCAINE -> chance.between(16, 28);
                    case TRAMADOL, DIAZEPAM -> chance.between(18, 38);
                };
        return AgeAnswer.of(Math.min(age, years));
    }

    private List<String> secondary() {
        return switch (chance.weighed("none:24 one:40 two:22 not-known:6 not-asked:8")) {
            case "none" -> List.of("NONE");
            case "one" -> List.of(other(""));
            case "two" -> {
                var one = other("");
                yield List.of(one, other(one));
            }
            case "not-known" -> List.of(NOT_KNOWN);
            default -> List.of();
        };
    }

    private String other(String than) {
        while (true) {
            var other = chance.weighed("ALCOHOL:34 CANNABIS_RESIN:26 BENZODIAZEPINES:20 COCAINE_POWDER:20");
            if (!other.equals(than) && !other.equals(primary)) {
                return other;
            }
        }
    }

    private @Nullable String injecting() {
        if (route.equals("INJECT")) {
            return chance.weighed("CURRENT:80 LAST12M:20");
        }
        return person.substance().opioid() || person.substance() == Invented.Substance.COCAINE
                ? chance.asked("NEVER:56 EVER_GT12M:23 LAST12M:6 REFUSED:4 NK:7 -:4")
                : chance.asked("NEVER:90 EVER_GT12M:4 NK:3 -:3");
    }

    private @Nullable String sharing(@Nullable String injecting) {
        if (injecting == null) {
            return null;
        }
        return NEVER.equals(injecting) ? NEVER : chance.asked("NEVER:46 EVER_GT12M:30 REFUSED:10 NK:10 -:4");
    }

    /** Where the person stands when a treatment begins. */
    Map<StateKind, String> states() {
        var states = new EnumMap<StateKind, String>(StateKind.class);
        put(
                states,
                StateKind.WORK,
                "EMPLOYED_FULL:12 EMPLOYED_PART:9 EMPLOYED_IRREGULAR:9 UNEMPLOYED:36 OUTSIDE_DISABILITY:10"
                        + " OUTSIDE_DISCOURAGED:8 OUTSIDE_STUDENT:3 OUTSIDE_RETIRED:3 NK:5 REFUSED:2 -:3");
        put(
                states,
                StateKind.HOUSING,
                "ETHOS_0:42 ETHOS_8:19 ETHOS_3:8 ETHOS_2:6 ETHOS_1:6 ETHOS_7:5 ETHOS_9:6 NK:4 -:4");
        put(states, StateKind.EDUCATION, "ISCED_1:8 ISCED_2:28 ISCED_3:36 ISCED_4:4 ISCED_5:7 ISCED_6:5 NK:4 -:8");
        put(
                states,
                StateKind.CHILDREN,
                "NONE:46 LIVING_WITH:14 PART_TIME:9 ELSEWHERE:15 PLACED:5 NO_CONTACT:4 NK:3 -:4");
        return states;
    }

    /** What is different when it ends; often nothing. */
    Map<StateKind, String> later(Map<StateKind, String> before) {
        var states = new EnumMap<StateKind, String>(StateKind.class);
        var work = before.getOrDefault(StateKind.WORK, NOT_KNOWN);
        if (!work.startsWith("EMPLOYED") && !work.equals("OUTSIDE_RETIRED") && chance.of(23)) {
            states.put(StateKind.WORK, chance.weighed("EMPLOYED_PART:5 EMPLOYED_FULL:3 EMPLOYED_SHELTERED:2"));
        } else if (work.startsWith("EMPLOYED") && chance.of(10)) {
            states.put(StateKind.WORK, "UNEMPLOYED");
        }
        var housing = before.getOrDefault(StateKind.HOUSING, NOT_KNOWN);
        if (!housing.equals("ETHOS_0") && chance.of(34)) {
            states.put(StateKind.HOUSING, chance.weighed("ETHOS_0:7 ETHOS_7:3"));
        } else if (housing.equals("ETHOS_0") && chance.of(6)) {
            states.put(StateKind.HOUSING, "ETHOS_8");
        }
        return states;
    }

    /** What a social worker asks. */
    Deed.AnswerIntake socialIntake() {
        var answers = new EnumMap<DemandItem, Deed.AnswerIntake.Answer>(DemandItem.class);
        put(answers, DemandItem.PREVIOUS, "NEVER:44 PREV_OTHER:26 PREV_SAME:12 CONTINUING:4 NK:7 -:7");
        put(answers, DemandItem.REFERRAL, "SELF:42 GP:18 DRUG:9 HEALTH:14 COURT:9 SCHOOL:1 OTHER:2 NK:3 -:2");
        put(answers, DemandItem.LIVING_WITH, "ALONE:42 FAMILY:19 PARTNER:18 FRIENDS:8 INSTITUTION:7 NK:3 -:3");
        put(answers, DemandItem.PROTECTION, "NONE:84 SUPPORTED:6 GUARDIAN:2 OTHER:1 NK:4 -:3");
        put(
                answers,
                DemandItem.RESOURCES,
                "WORK:30 UNEMPLOYMENT:13 MINIMUM_INCOME:29 DISABILITY:12 BENEFITS:4 THIRD_PARTY:3 OTHER:1 NONE:3 NK:3"
                        + " -:2");
        put(answers, DemandItem.INCARCERATION, "NEVER:70 ONCE:11 SEVERAL:7 REFUSED:3 NK:6 -:3");
        return new Deed.AnswerIntake(answers);
    }

    /** What a physician asks. */
    Deed.AnswerIntake medicalIntake() {
        var answers = new EnumMap<DemandItem, Deed.AnswerIntake.Answer>(DemandItem.class);
        put(answers, DemandItem.HIV, "NOT_TESTED:24 TESTED_NEG:55 TESTED_POS:2 TESTED_NK:8 REFUSED:3 NK:4 -:4");
        put(answers, DemandItem.HCV, "NOT_TESTED:22 TESTED_NEG:50 TESTED_POS:9 TESTED_NK:8 REFUSED:3 NK:4 -:4");
        var substitution = chance.asked(
                opioid() ? "NEVER:28 EVER_NOT_NOW:24 NOW:40 NK:4 -:4" : "NEVER:91 EVER_NOT_NOW:3 NK:3 -:3");
        if (substitution != null) {
            answers.put(DemandItem.OST, new Deed.AnswerIntake.Answer(substitution, null));
            if (!NEVER.equals(substitution) && !NOT_KNOWN.equals(substitution) && chance.of(85)) {
                answers.put(
                        DemandItem.FIRST_OST,
                        new Deed.AnswerIntake.Answer(null, Math.min(age, chance.between(21, 40))));
            }
        }
        put(answers, DemandItem.HBV_VACCINATION, "COMPLETE:38 INCOMPLETE:10 NONE:27 NK:21 -:4");
        put(answers, DemandItem.PSYCHIATRIC_HISTORY, "NEVER:58 ONCE:17 SEVERAL:14 REFUSED:2 NK:6 -:3");
        put(answers, DemandItem.INTOXICATIONS, "NEVER:66 ONCE:14 SEVERAL:8 REFUSED:2 NK:7 -:3");
        return new Deed.AnswerIntake(answers);
    }

    /** Since when a state has lasted that is told at a beginning. */
    LocalDate since(LocalDate beginning) {
        return beginning.minusDays(chance.between(20, 400));
    }

    private void put(Map<StateKind, String> states, StateKind kind, String words) {
        var code = chance.asked(words);
        if (code != null) {
            states.put(kind, code);
        }
    }

    private void put(Map<DemandItem, Deed.AnswerIntake.Answer> answers, DemandItem item, String words) {
        var code = chance.asked(words);
        if (code != null) {
            answers.put(item, new Deed.AnswerIntake.Answer(code, null));
        }
    }
}
