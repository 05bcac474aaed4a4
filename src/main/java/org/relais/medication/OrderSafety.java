package org.relais.medication;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.medication.DrugList.DrugClass;
import org.relais.medication.MedicationLimits.Check;

/**
 * Compares an order that is about to be signed with the person's allergies and with the orders in force. Pure. What it
 * finds stands in the order of its verdict, the most severe first, then of its rule.
 */
final class OrderSafety {

    private final DrugList drugs;
    private final MedicationLimits limits;

    OrderSafety(DrugList drugs, MedicationLimits limits) {
        this.drugs = drugs;
        this.limits = limits;
    }

    /**
     * @param allergies as they were written in the record
     * @param others the orders in force but the one that is replaced
     * @param readable whether the prescriber may read an order; what they may not is found without its name
     */
    List<OrderFinding> check(
            OrderedDrug drug,
            Collection<String> allergies,
            Collection<MedicationOrder> others,
            Predicate<MedicationOrder> readable) {
        var findings = new ArrayList<OrderFinding>();
        for (var allergy : allergies) {
            if (names(drug).anyMatch(name -> mentions(allergy, name))) {
                findings.add(finding(Check.ALLERGY_MATCH, allergy));
            } else if (drugs.drug(drug.code()).isEmpty() || !known(allergy)) {
                findings.add(finding(Check.ALLERGY_NOT_COMPARED, allergy));
            }
        }
        var classes = codes(drug);
        for (var other : others) {
            var subject = readable.test(other) ? other.drug().name() : null;
            if (other.drug().key().equals(drug.key())) {
                findings.add(finding(Check.DUPLICATE_DRUG, subject));
            } else if (shares(classes, codes(other.drug()))) {
                findings.add(finding(Check.DUPLICATE_CLASS, subject));
            }
        }
        return findings.stream()
                .distinct()
                .sorted(Comparator.comparing(OrderFinding::verdict).thenComparing(OrderFinding::rule))
                .toList();
    }

    private OrderFinding finding(Check check, @Nullable String subject) {
        var rule = limits.of(check);
        return new OrderFinding(rule.id(), check, rule.verdict(), subject);
    }

    private Set<String> codes(OrderedDrug drug) {
        return drugs.classesOf(drug.code()).stream().map(DrugClass::code).collect(Collectors.toSet());
    }

    private static boolean shares(Set<String> some, Set<String> others) {
        var common = new HashSet<>(some);
        common.retainAll(others);
        return !common.isEmpty();
    }

    // The drug as written, its names in the three languages, and those of its classes
    private Stream<String> names(OrderedDrug drug) {
        var listed = drugs.drug(drug.code()).stream()
                .flatMap(one ->
                        Stream.of(one.name().fr(), one.name().en(), one.name().sv()));
        var classes = drugs.classesOf(drug.code()).stream()
                .flatMap(one ->
                        Stream.of(one.name().fr(), one.name().en(), one.name().sv()));
        return Stream.concat(Stream.of(drug.name()), Stream.concat(listed, classes));
    }

    // An allergy to something in the list, or to one of its classes, was compared by its name
    private boolean known(String allergy) {
        return Stream.concat(
                        drugs.drugs().stream().map(DrugList.Drug::name),
                        drugs.classes().stream().map(DrugClass::name))
                .flatMap(name -> Stream.of(name.fr(), name.en(), name.sv()))
                .anyMatch(name -> mentions(allergy, name));
    }

    private static boolean mentions(String text, String name) {
        var words = " " + plain(text) + " ";
        var wanted = plain(name);
        return !wanted.isEmpty() && (words.contains(" " + wanted + " ") || words.contains(" " + wanted + "s "));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
