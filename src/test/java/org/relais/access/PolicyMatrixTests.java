package org.relais.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import org.relais.rules.RuleKind;
import org.relais.rules.Rules;
import org.relais.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The matrix we ship says what domain reference I.2 says, cell by cell; and a matrix with a hole is refused. */
class PolicyMatrixTests {

    /** The table of I.2, sections 1 to 14 from left to right; named permissions stand apart. */
    private static final String REFERENCE = """
            PHYSICIAN        RW RW RW R  -  -  R  -  -  RW RW -  -  RW
            NURSE            RW RW R  S  -  -  S  -  -  R  RW -  -  RW
            DISPENSING_NURSE R  S  RW -  -  -  -  -  -  -  RW -  -  R
            PSYCHOLOGIST     RW S  S  RW A  RW R  -  -  -  RW -  -  RW
            SOCIAL_WORKER    RW S  -  S  -  -  RW -  -  -  RW -  -  RW
            FAMILY_WORKER    S  -  -  -  -  -  -  RW -  -  R  -  -  S
            PEER_WORKER      S  -  -  -  -  -  -  -  RW -  S  -  -  S
            COORDINATOR      RW -  -  -  -  C  C  C  C  -  C  -  RW S
            AUDITOR          -  -  -  -  -  -  -  -  -  -  -  R  R  -
            ADMINISTRATOR    -  -  -  -  -  -  -  -  -  -  -  -  -  -
            """;

    private static final List<Section> COLUMNS = List.of(
            Section.ADMINISTRATIVE,
            Section.MEDICAL,
            Section.OPIOID_AGONIST,
            Section.PSYCHOLOGICAL,
            Section.PROCESS_NOTE,
            Section.GROUP,
            Section.SOCIAL,
            Section.FAMILY,
            Section.HARM_REDUCTION,
            Section.LABORATORY,
            Section.RISK,
            Section.AUDIT_LOG,
            Section.REPORT,
            Section.PLAN);

    private static final RuleKind<PolicyMatrix> KIND = PolicyMatrix.KIND;

    private final PolicyMatrix shipped = new Rules(List.of(KIND)).all(KIND).getLast();

    @Test
    void every_cell_is_the_reference() {
        var wrong = new TreeMap<String, String>();
        REFERENCE.lines().forEach(line -> {
            var cells = line.split("\\s+");
            var role = Role.valueOf(cells[0]);
            for (int column = 0; column < COLUMNS.size(); column++) {
                var section = COLUMNS.get(column);
                var found = found(role, section);
                if (!found.equals(cells[column + 1])) {
                    wrong.put(role + " " + section, found + " instead of " + cells[column + 1]);
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(REFERENCE.lines()).hasSize(Role.values().length);
    }

    @Test
    void named_permissions_are_the_reference() {
        assertThat(shipped.permits(Role.COORDINATOR, Section.ADMINISTRATIVE, "MERGE"))
                .isTrue();
        assertThat(shipped.permits(Role.SOCIAL_WORKER, Section.MEDICAL, "FITNESS"))
                .isTrue();
        assertThat(shipped.permits(Role.PEER_WORKER, Section.SOCIAL, "GOAL_TITLES"))
                .isTrue();
        assertThat(shipped.permits(Role.AUDITOR, Section.ADMINISTRATIVE, "IDS_ONLY"))
                .isTrue();
        assertThat(shipped.permits(Role.NURSE, Section.ADMINISTRATIVE, "MERGE")).isFalse();
    }

    @Test
    void nobody_has_approved_it_yet_and_it_says_so() {
        assertThat(shipped.rule().approved()).isFalse();
        assertThat(shipped.rule().unverified()).isNotBlank();
    }

    @Test
    void a_matrix_without_a_role_is_refused() {
        var broken = new PolicyMatrix(shipped.rule(), shipped.sections(), Map.of(), Map.of());
        assertThatThrownBy(() -> KIND.validation().accept(broken)).isInstanceOf(IllegalArgumentException.class);
    }

    private String found(Role role, Section section) {
        var level = shipped.level(role, section);
        var read =
                switch (level) {
                    case READ -> "R";
                    case OWN -> "A";
                    case SUMMARY -> "S";
                    case COUNT -> "C";
                    case NONE -> "-";
                };
        return level == Level.READ && shipped.writable(role, section) ? "RW" : read;
    }
}
