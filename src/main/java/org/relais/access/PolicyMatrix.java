package org.relais.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;
import org.relais.staff.Role;

/**
 * Role by section, as a versioned rule file: what each role may read and write (domain reference I.2).
 *
 * @param sections the order of the cells in every row
 * @param cells for each role one cell a section: R read, W write, S summary, A own-authored, C counts, - nothing
 * @param permissions named permissions, checked by the rooms they belong to
 */
public record PolicyMatrix(
        RuleHeader rule,
        List<Section> sections,
        Map<Role, List<String>> cells,
        Map<Role, Map<Section, List<String>>> permissions)
        implements Rule {

    static final RuleKind<PolicyMatrix> KIND =
            new RuleKind<>("policy", PolicyMatrix.class, PolicyMatrix::requireComplete);

    /** How much of the section the role may read. */
    public Level level(Role role, Section section) {
        var cell = cell(role, section);
        if (cell.contains("R")) {
            return Level.READ;
        }
        return switch (cell) {
            case "A" -> Level.OWN;
            case "S" -> Level.SUMMARY;
            case "C" -> Level.COUNT;
            default -> Level.NONE;
        };
    }

    /** Whether the role may write in the section; what is own-authored may be written. */
    public boolean writable(Role role, Section section) {
        var cell = cell(role, section);
        return cell.contains("W") || cell.equals("A");
    }

    /** Whether the role holds the named permission in the section. */
    public boolean permits(Role role, Section section, String permission) {
        return permissions
                .getOrDefault(role, Map.of())
                .getOrDefault(section, List.of())
                .contains(permission);
    }

    private String cell(Role role, Section section) {
        var row = cells.get(role);
        var column = sections.indexOf(section);
        return row == null || column < 0 ? "-" : row.get(column);
    }

    private void requireComplete() {
        var wanted = EnumSet.complementOf(EnumSet.of(Section.RECORD));
        if (sections.size() != wanted.size() || !Set.copyOf(sections).equals(wanted)) {
            throw new IllegalArgumentException("The matrix names every section once");
        }
        for (var role : Role.values()) {
            var row = cells.get(role);
            if (row == null || row.size() != sections.size()) {
                throw new IllegalArgumentException("The matrix has one cell a section for " + role);
            }
            if (!row.stream().allMatch(cell -> cell.matches("RW?|S|A|C|-"))) {
                throw new IllegalArgumentException("Unknown cell for " + role + ": " + row);
            }
        }
    }
}
