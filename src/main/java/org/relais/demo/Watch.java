package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.relais.detox.Substance;
import org.relais.history.AgeAnswer;
import org.relais.history.SubstanceAnswers;
import org.relais.staff.Role;

/** The watch over a withdrawal in a bed of Les Tilleuls, as its protocol asks for it. */
final class Watch {

    private static final Duration SHOWN = Duration.ofHours(100);
    private static final Duration SIGNS = Duration.ofHours(4);

    private Watch() {}

    /** Begins with the admission, for whoever comes for a substance that is watched over. */
    static void begin(Course course, Instant admitted) {
        var substance = course.person().substance();
        var protocol = protocol(substance);
        if (!protocol.isEmpty()) {
            course.on(
                    admitted.plusSeconds(900),
                    course.by(Role.NURSE, Cast.TILLEULS),
                    new Deed.BeginDetox(Cast.TILLEULS, protocol, withdrawnFrom(substance)));
            course.on(
                    admitted.plusSeconds(600),
                    course.by(Role.NURSE, Cast.TILLEULS),
                    new Deed.TellSubstances(Cast.TILLEULS, told(substance)));
        }
    }

    /** What somebody tells who comes for this substance. */
    static SubstanceAnswers told(Invented.Substance substance) {
        var injects = substance == Invented.Substance.HEROIN;
        return new SubstanceAnswers(
                switch (substance) {
                    case ALCOHOL -> "ALCOHOL";
                    case HEROIN -> "HEROIN";
                    case COCAINE -> "COCAINE_POWDER";
                    case TRAMADOL -> "OTHER_OPIOID";
                    case DIAZEPAM -> "BENZODIAZEPINES";
                    case CANNABIS -> "CANNABIS_RESIN";
                },
                switch (substance) {
                    case HEROIN -> "INJECT";
                    case COCAINE -> "SNIFF";
                    case CANNABIS -> "SMOKE";
                    case ALCOHOL, TRAMADOL, DIAZEPAM -> "EAT_DRINK";
                },
                "DAILY",
                AgeAnswer.of(17),
                substance == Invented.Substance.ALCOHOL ? List.of("NONE") : List.of("ALCOHOL"),
                substance == Invented.Substance.ALCOHOL ? "NO" : null,
                injects ? "CURRENT" : "NEVER",
                injects ? AgeAnswer.NOT_KNOWN : null,
                injects ? "REFUSED" : "NEVER",
                null,
                null,
                null);
    }

    /** Every observation of the last days and nights, some minutes early or late, and the doses that follow from them. */
    static void lately(Course course, Instant admitted, int peak) {
        var substance = course.person().substance();
        if (protocol(substance).isEmpty()) {
            return;
        }
        var drinker = substance == Invented.Substance.ALCOHOL;
        if (drinker) {
            var physician = course.by(Role.PHYSICIAN, Cast.TILLEULS);
            course.on(admitted.plusSeconds(1500), physician, new Deed.OrderDiazepam(Cast.TILLEULS));
            course.on(course.minutesAgo(50), physician, new Deed.OrderThiamine(Cast.TILLEULS));
        }
        var now = course.minutesAgo(0);
        var at = now.minus(SHOWN).isAfter(admitted) ? now.minus(SHOWN) : admitted.plus(Duration.ofMinutes(35));
        var signs = at;
        var total = peak;
        while (at.isBefore(now)) {
            if (substance.opioid()) {
                course.cows(at, Cast.TILLEULS, total, false);
            } else if (drinker) {
                course.ciwa(at, Cast.TILLEULS, total, false);
                course.on(at.plusSeconds(300), course.by(Role.NURSE, Cast.TILLEULS), new Deed.GiveProposed());
            }
            if (!at.isBefore(signs)) {
                course.vitals(at.plusSeconds(150), Cast.TILLEULS, Math.max(1, total / 3));
                signs = at.plus(SIGNS);
            }
            at = at.plus(interval(substance, total))
                    .plus(Duration.ofMinutes(course.random().nextInt(14) - 6L));
            total = Math.max(1, total + course.random().nextInt(4) - 2);
        }
    }

    private static Duration interval(Invented.Substance substance, int total) {
        if (substance.opioid()) {
            return Duration.ofHours(total >= 13 ? 4 : 8);
        }
        return Duration.ofHours(total >= 15 ? 1 : total >= 8 ? 2 : 4);
    }

    private static String protocol(Invented.Substance substance) {
        return switch (substance) {
            case ALCOHOL -> "ALC_IN";
            case HEROIN, TRAMADOL -> "OPI_IN";
            case DIAZEPAM -> "BZD";
            case COCAINE -> "STIM";
            case CANNABIS -> "";
        };
    }

    private static Substance withdrawnFrom(Invented.Substance substance) {
        return switch (substance) {
            case ALCOHOL -> Substance.ALCOHOL;
            case HEROIN -> Substance.HEROIN;
            case TRAMADOL -> Substance.OTHER_OPIOID;
            case DIAZEPAM -> Substance.BENZODIAZEPINE;
            case COCAINE -> Substance.COCAINE;
            case CANNABIS -> Substance.CANNABIS;
        };
    }
}
