package org.relais.medication;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.LocalText;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;

/**
 * The usual drugs, as read from {@code rules/drug-list}: names and classes, so that orders can be compared. It holds no
 * dose.
 */
public record DrugList(RuleHeader rule, List<String> units, List<DrugClass> classes, List<Drug> drugs) implements Rule {

    public DrugList {
        units = List.copyOf(units);
        classes = List.copyOf(classes);
        drugs = List.copyOf(drugs);
    }

    /** A class of drugs: two of one class may be one too many. */
    public record DrugClass(String code, LocalText name, boolean sedative, boolean opioid) {}

    /** One drug with how it is mostly given. */
    public record Drug(String code, LocalText name, List<String> classes, DrugRoute route, DrugForm form, String unit) {

        public Drug {
            classes = List.copyOf(classes);
        }
    }

    static void check(DrugList list) {
        var known = list.classes.stream().map(DrugClass::code).collect(Collectors.toSet());
        var seen = new HashSet<String>();
        for (var drug : list.drugs) {
            if (!seen.add(drug.code)) {
                throw new IllegalArgumentException("Twice in the list: " + drug.code);
            }
            if (!known.containsAll(drug.classes)) {
                throw new IllegalArgumentException("A class that is not in the list: " + drug.classes);
            }
            if (!list.units.contains(drug.unit)) {
                throw new IllegalArgumentException("A unit that is not in the list: " + drug.unit);
            }
        }
    }

    public Optional<Drug> drug(@Nullable String code) {
        return drugs.stream().filter(drug -> drug.code.equals(code)).findFirst();
    }

    /** The classes of a drug; none for a drug that is not in the list. */
    public Set<DrugClass> classesOf(@Nullable String code) {
        var named = drug(code).map(Drug::classes).orElse(List.of());
        return classes.stream().filter(one -> named.contains(one.code())).collect(Collectors.toSet());
    }
}
