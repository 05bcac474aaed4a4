package org.relais.situation;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the Treatment Demand Indicator calls the states of a day (domain reference F.5, H.1). */
class IndicatorNamesTests {

    @ParameterizedTest
    @CsvSource({
        "HOUSING,ETHOS_0,STABLE",
        "HOUSING,ETHOS_1,UNSTABLE",
        "HOUSING,ETHOS_2,UNSTABLE",
        "HOUSING,ETHOS_3,UNSTABLE",
        "HOUSING,ETHOS_4,UNSTABLE",
        "HOUSING,ETHOS_5,UNSTABLE",
        "HOUSING,ETHOS_6,UNSTABLE",
        "HOUSING,ETHOS_7,UNSTABLE",
        "HOUSING,ETHOS_8,UNSTABLE",
        "HOUSING,ETHOS_9,UNSTABLE",
        "HOUSING,ETHOS_10,UNSTABLE",
        "HOUSING,ETHOS_11,UNSTABLE",
        "HOUSING,ETHOS_12,UNSTABLE",
        "HOUSING,ETHOS_13,UNSTABLE",
        "HOUSING,NK,NK",
        "HOUSING,REFUSED,NK",
        "WORK,EMPLOYED_IRREGULAR,EMPLOYED",
        "WORK,UNEMPLOYED,UNEMPLOYED",
        "WORK,OUTSIDE_STUDENT,STUDENT",
        "WORK,OUTSIDE_RETIRED,INACTIVE",
        "WORK,OUTSIDE_DISCOURAGED,INACTIVE",
        "WORK,NK,NK",
        "EDUCATION,ISCED_0,NONE",
        "EDUCATION,ISCED_1,PRIM",
        "EDUCATION,ISCED_2,SEC",
        "EDUCATION,ISCED_3,SEC",
        "EDUCATION,ISCED_4,HIGH",
        "EDUCATION,ISCED_8,HIGH",
        "CHILDREN,LIVING_WITH,YES",
        "CHILDREN,NONE,NO"
    })
    void every_state_has_its_name(StateKind kind, String code, String name) {
        assertThat(on(Map.of(kind, StatePeriodsTests.row(kind, code, false, StatePeriodsTests.TODAY, null)))
                        .tdi(kind, Lists.STATES))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"ETHOS_11,STABLE", "ETHOS_12,STABLE", "ETHOS_13,STABLE", "ETHOS_8,UNSTABLE"})
    void a_place_to_stay_in_is_stable_where_the_mapping_says_so(String code, String name) {
        assertThat(on(Map.of(
                                StateKind.HOUSING,
                                StatePeriodsTests.row(StateKind.HOUSING, code, true, StatePeriodsTests.TODAY, null)))
                        .tdi(StateKind.HOUSING, Lists.STATES))
                .isEqualTo(name);
    }

    @Test
    void who_is_detained_lives_in_detention_whatever_their_housing() {
        var justice = StatePeriodsTests.row(StateKind.JUSTICE, "REMAND", false, StatePeriodsTests.TODAY, null);
        assertThat(on(Map.of(StateKind.JUSTICE, justice)).tdi(StateKind.HOUSING, Lists.STATES))
                .isEqualTo("DETENTION");
        assertThat(on(Map.of(
                                StateKind.JUSTICE,
                                justice,
                                StateKind.HOUSING,
                                StatePeriodsTests.row("ETHOS_0", StatePeriodsTests.TODAY, null)))
                        .tdi(StateKind.HOUSING, Lists.STATES))
                .isEqualTo("DETENTION");
        var free = StatePeriodsTests.row(StateKind.JUSTICE, "COMMUNITY", false, StatePeriodsTests.TODAY, null);
        assertThat(on(Map.of(StateKind.JUSTICE, free)).tdi(StateKind.HOUSING, Lists.STATES))
                .isEqualTo("NK");
    }

    @Test
    void what_was_not_asked_is_not_known_to_the_indicator_and_still_not_asked_here() {
        var nothing = on(Map.of());
        assertThat(nothing.tdi(StateKind.WORK, Lists.STATES)).isEqualTo("NK");
        assertThat(nothing.state(StateKind.WORK)).isEmpty();
        var refused = on(Map.of(
                StateKind.WORK,
                StatePeriodsTests.row(StateKind.WORK, "REFUSED", false, StatePeriodsTests.TODAY, null)));
        assertThat(refused.state(StateKind.WORK))
                .get()
                .extracting(StateRow::code)
                .isEqualTo("REFUSED");
    }

    private static SituationOn on(Map<StateKind, @Nullable StateRow> rows) {
        var states = new EnumMap<StateKind, StatePeriod>(StateKind.class);
        rows.forEach((kind, row) -> states.put(kind, new StatePeriod(row, row.from(), row.to())));
        return new SituationOn(StatePeriodsTests.TODAY, states);
    }
}
