package org.relais.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.IncomingAllergy;
import org.relais.person.AddAlert;
import org.relais.person.AlertKind;
import org.relais.shared.Severity;

/** What a referral warns of. */
final class AlertFacts {

    private static final int TEXT = 300;
    private static final int SOURCE = 200;
    private static final Set<String> OVER = Set.of("inactive", "resolved");

    private AlertFacts() {}

    static boolean inForce(IncomingAllergy allergy) {
        return allergy.clinicalStatus() == null || !OVER.contains(allergy.clinicalStatus());
    }

    /** The substance and what it did; null when that is more than an alert can hold whole. */
    static @Nullable AddAlert allergy(IncomingAllergy allergy, String source) {
        var words = new ArrayList<@Nullable String>();
        words.add(allergy.substance().words());
        words.add(FactWords.list(reactions(allergy)));
        words.add(FactWords.list(FactWords.both(allergy.remarks())));
        var text = FactWords.list(words);
        var recorded = FactWords.figures(allergy.recorded() == null ? allergy.onset() : allergy.recorded());
        var dated = recorded == null ? source : source + ", " + recorded;
        if (text == null || text.length() > TEXT || dated.length() > SOURCE || text.contains("\n")) {
            return null;
        }
        var severe = "high".equals(allergy.criticality())
                || allergy.reactions().stream().anyMatch(each -> "severe".equals(each.severity()));
        return new AddAlert(AlertKind.ALLERGY, severe ? Severity.CRITICAL : Severity.WARNING, text, dated);
    }

    static List<@Nullable String> reactions(IncomingAllergy allergy) {
        var words = new ArrayList<@Nullable String>();
        for (var reaction : allergy.reactions()) {
            words.addAll(FactWords.concepts(reaction.manifestations()));
            words.add(reaction.description());
        }
        return words;
    }
}
