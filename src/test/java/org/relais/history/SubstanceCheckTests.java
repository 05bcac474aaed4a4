package org.relais.history;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.relais.detox.Substance;
import org.relais.rules.RuleInForce;
import org.relais.rules.Rules;
import org.relais.shared.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which answers of a substance profile can be true together, and at which field the one that cannot is refused. */
class SubstanceCheckTests {

    static final SubstanceList LIST = list();
    static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 14, 10, 30);

    /** Answers that hold together, and one change that does not. */
    static Stream<Refused> refused() {
        return Stream.of(
                new Refused("primary", told -> told.primary = null),
                new Refused("primary", told -> told.primary = "SUGAR"),
                new Refused("primary", told -> told.primary = "NONE"),
                new Refused("route", told -> told.route = "REFUSED"),
                new Refused("frequency", told -> told.frequency = "HOURLY"),
                new Refused("polydrug", told -> told.polydrug = "REFUSED"),
                new Refused("injecting", told -> told.injecting = "DAILY"),
                new Refused("sharing", told -> told.sharing = "DAILY"),
                new Refused("secondary", told -> told.secondary = List.of("HEROIN")),
                new Refused("secondary", told -> told.secondary = List.of("CRACK", "CRACK")),
                new Refused("secondary", told -> told.secondary = List.of("CRACK", "NONE")),
                new Refused("secondary", told -> told.secondary = List.of("NK", "CRACK")),
                new Refused("secondary", told -> told.secondary = List.of("ALCOHOL", "CRACK", "GHB", "LSD")),
                new Refused("polydrug", told -> {
                    told.secondary = List.of("NONE");
                    told.polydrug = "YES";
                }),
                new Refused("firstUse", told -> told.firstUse = AgeAnswer.of(0)),
                new Refused("firstUse", told -> told.firstUse = AgeAnswer.of(-3)),
                new Refused("firstUse", told -> told.firstUse = AgeAnswer.of(42)),
                new Refused("firstInjection", told -> told.firstInjection = AgeAnswer.of(42)),
                new Refused("injecting", told -> told.injecting = "NEVER"),
                new Refused("firstInjection", told -> {
                    told.route = "SMOKE";
                    told.injecting = "NEVER";
                    told.sharing = null;
                }),
                new Refused("sharing", told -> {
                    told.route = "SMOKE";
                    told.injecting = "NEVER";
                    told.firstInjection = null;
                }),
                new Refused("sharing", told -> {
                    told.injecting = "EVER_GT12M";
                    told.sharing = "LAST12M";
                }),
                new Refused(
                        "lastUseOn", told -> told.lastUseOn = NOW.toLocalDate().plusDays(1)),
                new Refused("lastUseAt", told -> {
                    told.lastUseOn = NOW.toLocalDate();
                    told.lastUseAt = LocalTime.of(10, 31);
                }),
                new Refused("lastUseOn", told -> {
                    told.lastUseOn = null;
                    told.lastUseAt = LocalTime.of(9, 0);
                }),
                new Refused("lastUseOn", told -> {
                    told.frequency = "NOT_USED";
                    told.lastUseOn = NOW.toLocalDate().minusDays(29);
                }),
                new Refused("lastUseAmount", told -> told.lastUseAmount = "x".repeat(201)));
    }

    static Stream<UnaryOperator<Told>> kept() {
        return Stream.of(
                told -> told,
                told -> told.but(() -> told.firstUse = AgeAnswer.of(41)),
                told -> told.but(() -> told.firstUse = AgeAnswer.of(1)),
                told -> told.but(() -> told.firstInjection = AgeAnswer.of(41)),
                told -> told.but(() -> told.firstUse = AgeAnswer.NOT_KNOWN),
                told -> told.but(() -> told.secondary = List.of("NONE")),
                told -> told.but(() -> told.secondary = List.of("NK")),
                told -> told.but(() -> {
                    told.primary = "NK";
                    told.secondary = List.of("NK");
                }),
                told -> told.but(() -> told.secondary = List.of("ALCOHOL", "CRACK", "GHB")),
                told -> told.but(() -> told.sharing = "CURRENT"),
                told -> told.but(() -> told.sharing = "REFUSED"),
                told -> told.but(() -> told.injecting = "REFUSED"),
                told -> told.but(() -> {
                    told.route = "SMOKE";
                    told.injecting = "NEVER";
                    told.firstInjection = null;
                    told.sharing = "NEVER";
                }),
                told -> told.but(() -> {
                    told.frequency = "NOT_USED";
                    told.lastUseOn = NOW.toLocalDate().minusDays(30);
                }),
                told -> told.but(() -> {
                    told.lastUseOn = NOW.toLocalDate();
                    told.lastUseAt = LocalTime.of(10, 30);
                }));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Refused one) {
        var told = new Told();
        check(told);
        one.change.accept(told);
        assertThatThrownBy(() -> check(told))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(one.field));
    }

    @ParameterizedTest
    @MethodSource
    void kept(UnaryOperator<Told> change) {
        var told = change.apply(new Told()).answers();
        assertThat(new SubstanceCheck(LIST, OptionalInt.of(41), NOW).checked(told))
                .isEqualTo(told);
    }

    @Test
    void without_a_year_of_birth_any_possible_age_is_kept() {
        var told = new Told();
        told.firstUse = AgeAnswer.of(99);
        assertThat(new SubstanceCheck(LIST, OptionalInt.empty(), NOW)
                        .checked(told.answers())
                        .firstUse())
                .isEqualTo(AgeAnswer.of(99));
        told.firstUse = AgeAnswer.of(121);
        assertThatThrownBy(() -> new SubstanceCheck(LIST, OptionalInt.empty(), NOW).checked(told.answers()))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void nothing_but_the_primary_substance_need_be_asked() {
        var told = SubstanceAnswers.primary("ALCOHOL");
        assertThat(new SubstanceCheck(LIST, OptionalInt.of(41), NOW).checked(told))
                .isEqualTo(told);
    }

    @Test
    void every_group_of_a_withdrawal_stands_for_substances_of_the_list() {
        var reached = LIST.substances().stream()
                .map(one -> Substance.told(one.code()))
                .distinct()
                .toList();
        assertThat(reached).containsExactlyInAnyOrder(Substance.values());
        assertThat(Arrays.stream(Substance.values())
                        .flatMap(one -> LIST.substances().stream().filter(known -> Substance.told(known.code()) == one))
                        .toList())
                .hasSameSizeAs(LIST.substances());
        // A code that the list no longer knows would go unseen into "other"
        assertThat(LIST.substances().stream()
                        .filter(one -> Substance.told(one.code()) == Substance.OTHER)
                        .map(SubstanceList.Substance::code))
                .containsExactlyInAnyOrder(
                        "BARBITURATES",
                        "OTHER_SEDATIVE",
                        "LSD",
                        "KETAMINE",
                        "OTHER_HALLUCINOGEN",
                        "INHALANTS",
                        "OTHER_SUBSTANCE",
                        "NK");
    }

    @Test
    void the_list_is_shown_as_not_approved_and_names_its_source() {
        assertThat(LIST.rule().approved()).isFalse();
        assertThat(LIST.rule().source()).contains("H.1");
        assertThat(LIST.rule().unverified()).isNotBlank();
    }

    private static void check(Told told) {
        new SubstanceCheck(LIST, OptionalInt.of(41), NOW).checked(told.answers());
    }

    private static SubstanceList list() {
        var rules = new Rules(List.of(SubstanceList.KIND));
        return new RuleInForce<>(rules, Clock.systemUTC(), SubstanceList.KIND, SubstanceList.CODE).now();
    }

    /** One change, and the field that refuses it. */
    record Refused(String field, java.util.function.Consumer<Told> change) {}

    /** Answers that hold together: heroin, injected every day. */
    static final class Told {

        @Nullable
        String primary = "HEROIN";

        @Nullable
        String route = "INJECT";

        @Nullable
        String frequency = "DAILY";

        @Nullable
        AgeAnswer firstUse = AgeAnswer.of(19);

        List<String> secondary = List.of("ALCOHOL");

        @Nullable
        String polydrug = "NO";

        @Nullable
        String injecting = "CURRENT";

        @Nullable
        AgeAnswer firstInjection = AgeAnswer.of(21);

        @Nullable
        String sharing = "EVER_GT12M";

        @Nullable
        LocalDate lastUseOn = LocalDate.of(2026, 3, 13);

        @Nullable
        LocalTime lastUseAt = LocalTime.of(22, 0);

        @Nullable
        String lastUseAmount = "un demi-gramme";

        Told but(Runnable change) {
            change.run();
            return this;
        }

        SubstanceAnswers answers() {
            return new SubstanceAnswers(
                    primary,
                    route,
                    frequency,
                    firstUse,
                    secondary,
                    polydrug,
                    injecting,
                    firstInjection,
                    sharing,
                    lastUseOn,
                    lastUseAt,
                    lastUseAmount);
        }
    }
}
