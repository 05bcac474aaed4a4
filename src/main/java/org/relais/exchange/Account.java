package org.relais.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.relais.exchange.TypeResult.Reason;
import org.relais.exchange.referral.IncomingReferral;
import org.relais.exchange.referral.LeftOutReason;
import org.relais.exchange.referral.TypeCount;
import org.relais.history.ImportCount;

/** Carries the reader's account of a file on to what was stored of it, entry by entry. */
final class Account {

    private final List<TypeCount> read;
    private final Map<String, ImportCount> stored = new TreeMap<>();
    private final Map<String, Map<LeftOutReason, Integer>> leftOut = new TreeMap<>();
    private final Map<PartResult, Integer> parts = new LinkedHashMap<>();

    Account(IncomingReferral referral) {
        this.read = referral.counts();
        referral.partsLeftOut()
                .forEach(part ->
                        parts.merge(new PartResult(part.path(), part.reason().key(), 0), part.count(), Integer::sum));
        // Nothing of its own is stored of a medication: it stands in the orders that name it
        read.stream()
                .filter(count -> count.type().equals("Medication") && count.taken() > 0)
                .forEach(count -> leftOut(count.type(), LeftOutReason.USED_IN_ORDERS, count.taken()));
    }

    void stored(String type, ImportCount count) {
        stored.merge(
                type,
                count,
                (one, other) ->
                        new ImportCount(one.stored() + other.stored(), one.alreadyThere() + other.alreadyThere()));
    }

    void leftOut(String type, LeftOutReason reason, int count) {
        leftOut.computeIfAbsent(type, _ -> new LinkedHashMap<>()).merge(reason, count, Integer::sum);
    }

    void partLeftOut(String path, LeftOutReason reason) {
        parts.merge(new PartResult(path, reason.key(), 0), 1, Integer::sum);
    }

    /** Says that the record has no place for an element, where there is one. */
    void noPlace(String path, boolean present) {
        if (present) {
            partLeftOut(path, LeftOutReason.NO_PLACE_FOR_ELEMENT);
        }
    }

    boolean changed() {
        return stored.values().stream().anyMatch(count -> count.stored() > 0);
    }

    List<TypeResult> types() {
        return read.stream().map(this::type).toList();
    }

    List<PartResult> parts() {
        return parts.entrySet().stream()
                .map(part -> new PartResult(part.getKey().path(), part.getKey().key(), part.getValue()))
                .toList();
    }

    private TypeResult type(TypeCount count) {
        var kept = stored.getOrDefault(count.type(), new ImportCount(0, 0));
        var reasons = new ArrayList<Reason>();
        count.reasons().forEach(each -> reasons.add(new Reason(each.reason().key(), each.count())));
        leftOut.getOrDefault(count.type(), Map.of()).forEach((reason, of) -> reasons.add(new Reason(reason.key(), of)));
        return new TypeResult(count.type(), count.inFile(), kept.stored(), kept.alreadyThere(), reasons);
    }
}
