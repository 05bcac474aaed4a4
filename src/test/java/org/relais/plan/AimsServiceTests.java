package org.relais.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.AimId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What people say of their use and choose to aim at, on a real database. */
@RelaisTest
@Import({Caseworkers.class, Planners.class})
class AimsServiceTests {

    private static final String WORDS = "Arrêter l’alcool, et descendre le diazépam sans me presser.";

    @Autowired
    House house;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    Planners planners;

    @Autowired
    Aims aims;

    @Autowired
    Timeline timeline;

    Place here;
    PersonId person;
    LocalDate today;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = caseworkers.register(here, "Rémi");
        today = caseworkers.today();
    }

    @Test
    void the_words_are_kept_as_they_were_said_and_a_second_click_writes_nothing() {
        var said = aim(0, WORDS, UseAim.ABSTINENCE, UseTarget.NONE);
        here.as(Role.PSYCHOLOGIST, () -> {
            var first = aims.write(planners.write(person), said);
            assertThat(aims.write(planners.write(person), said)).isEqualTo(first);
            return first;
        });
        var reduce = new UseTarget(8, new BigDecimal("2.50"), "verres par jour");
        here.as(Role.NURSE, () -> aims.write(planners.write(person), aim(1, "Moins, déjà.", UseAim.REDUCTION, reduce)));
        var history = here.as(Role.SOCIAL_WORKER, () -> aims.history(planners.read(person)));
        assertThat(history).extracting(AimRow::words).containsExactly("Moins, déjà.", WORDS);
        assertThat(history.getFirst().target()).isEqualTo(reduce);
        assertThat(history.getFirst().stageOn()).isEqualTo(today);
        assertThat(here.as(
                        Role.SOCIAL_WORKER,
                        () -> timeline.page(planners.record(person), TimelineFilter.ALL, null, 20).rows().stream()
                                .filter(row -> "plan.aim".equals(row.type()))
                                .map(row -> String.valueOf(row.text()))
                                .toList()))
                .containsExactly("Moins, déjà.", WORDS);
    }

    @Test
    void what_was_written_meanwhile_is_shown_and_nothing_is_overwritten() {
        here.as(
                Role.PSYCHOLOGIST,
                () -> aims.write(planners.write(person), aim(0, WORDS, UseAim.ABSTINENCE, UseTarget.NONE)));
        assertThatThrownBy(() -> here.as(
                        Role.NURSE,
                        () -> aims.write(
                                planners.write(person), aim(0, "Autre chose", UseAim.UNDECIDED, UseTarget.NONE))))
                .isInstanceOfSatisfying(
                        StaleAim.class,
                        stale -> assertThat(stale.stored().words()).isEqualTo(WORDS));
        assertThat(here.as(Role.NURSE, () -> aims.latest(planners.read(person))))
                .hasValueSatisfying(aim -> assertThat(aim.words()).isEqualTo(WORDS));
    }

    @Test
    void who_reads_the_plan_as_a_summary_reads_no_words_of_the_person() {
        here.as(
                Role.PSYCHOLOGIST,
                () -> aims.write(planners.write(person), aim(0, WORDS, UseAim.ABSTINENCE, UseTarget.NONE)));
        assertThat(here.as(Role.COORDINATOR, () -> aims.latest(planners.read(person))))
                .isEmpty();
        assertThat(here.as(Role.COORDINATOR, () -> aims.history(planners.read(person))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "words, ' ', REDUCTION, 4, , , 5",
        "targetDays, Moins, REDUCTION, , , , 5",
        "targetDays, Moins, REDUCTION, 29, , , 5",
        "targetDays, Moins, REDUCTION, -1, , , 5",
        "targetAmount, Moins, REDUCTION, , -1, verres, 5",
        "targetUnit, Moins, REDUCTION, , 2, , 5",
        "aim, Moins, , , , , 5",
        "importance, Moins, UNDECIDED, , , , 11",
        "importance, Moins, UNDECIDED, , , , -1",
    })
    void what_makes_no_sense_is_said_at_its_field(
            String field,
            String words,
            @Nullable UseAim aim,
            @Nullable Integer days,
            @Nullable BigDecimal amount,
            @Nullable String unit,
            Integer importance) {
        var command = new WriteAim(
                AimId.create(),
                0,
                here.centre(),
                words,
                aim,
                new UseTarget(days, amount, unit),
                null,
                null,
                importance,
                null);
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> aims.write(planners.write(person), command)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, error -> assertThat(error.field()).isEqualTo(field));
    }

    @Test
    void a_reduction_is_attained_with_as_few_days_as_the_person_wants_and_others_have_their_own_measure() {
        var known = new DaysUsed.Known(8, today);
        for (var days : List.of(8, 9, 28)) {
            assertThat(AimProgress.of(row(UseAim.REDUCTION, days), known))
                    .hasValueSatisfying(
                            progress -> assertThat(progress.attained()).isTrue());
        }
        assertThat(AimProgress.of(row(UseAim.REDUCTION, 7), known))
                .hasValueSatisfying(progress -> assertThat(progress.attained()).isFalse());
        assertThat(AimProgress.of(row(UseAim.REDUCTION, null), known)).isEmpty();
        assertThat(AimProgress.of(row(UseAim.ABSTINENCE, null), known))
                .hasValueSatisfying(progress -> assertThat(progress.attained()).isFalse());
        assertThat(AimProgress.of(row(UseAim.SAFER_USE, null), known)).isEmpty();
        assertThat(AimProgress.of(row(UseAim.UNDECIDED, null), known)).isEmpty();
    }

    private WriteAim aim(int version, String words, UseAim aim, UseTarget target) {
        return new WriteAim(
                AimId.create(), version, here.centre(), words, aim, target, ChangeStage.CONTEMPLATION, null, 8, 4);
    }

    private AimRow row(UseAim aim, @Nullable Integer days) {
        return here.as(Role.NURSE, () -> {
            var target = new UseTarget(days, days == null ? BigDecimal.ONE : null, days == null ? "verre" : null);
            var before = aims.latest(planners.read(person)).map(AimRow::version).orElse(0);
            return aims.write(planners.write(person), aim(before, "Moins", aim, target));
        });
    }
}
