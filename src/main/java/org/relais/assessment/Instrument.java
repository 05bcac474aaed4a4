package org.relais.assessment;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;

/**
 * One version of a scored instrument, as read from {@code rules/instrument} (domain reference A): what is asked, which
 * values are allowed, and what a total means. Use {@link Scoring} to score it.
 *
 * @param name the short name, a comma, and what it is about
 * @param instruction how to rate, for the person who rates
 * @param maximum the highest total: the sum of each item's highest value
 * @param items in the order of the form
 * @param profiles sets of bands; the first is the default. The profile used is stored with each result
 * @param alerts fire on single items, on partial forms too
 * @param actions what to do from which total
 * @param notAssessable why the instrument may be impossible to fill in; null where it always is possible
 */
public record Instrument(
        RuleHeader rule,
        LocalText name,
        LocalText instruction,
        Licence licence,
        LoincCodes loinc,
        int maximum,
        List<InstrumentItem> items,
        List<BandProfile> profiles,
        List<ItemAlert> alerts,
        List<ActionThreshold> actions,
        @Nullable NotAssessableChoices notAssessable)
        implements Rule {

    public Instrument {
        Must.bePresent(rule, "rule");
        Must.bePresent(name, "name");
        Must.bePresent(instruction, "instruction");
        Must.bePresent(licence, "licence");
        loinc = loinc == null ? LoincCodes.NONE : loinc;
        items = Must.beFilled(items, "items");
        profiles = Must.beFilled(profiles, "profiles");
        alerts = Must.orNone(alerts);
        actions = Must.orNone(actions);
    }

    /** The short name, the same in all languages, such as {@code CIWA-Ar}. */
    public String shortName() {
        var comma = name.en().indexOf(',');
        return comma < 0 ? name.en() : name.en().substring(0, comma);
    }

    public Optional<InstrumentItem> item(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    public Optional<BandProfile> profile(String code) {
        return profiles.stream().filter(profile -> profile.code().equals(code)).findFirst();
    }

    public BandProfile defaultProfile() {
        return profiles.getFirst();
    }
}
