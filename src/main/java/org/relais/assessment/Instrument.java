package org.relais.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;

/**
 * One version of an instrument, as read from {@code rules/instrument} (domain reference A): what is asked, which values
 * are allowed, and what the answers mean. Use {@link Scoring} to score it.
 *
 * @param group what it is about; withdrawal where the file says nothing
 * @param name the short name, a comma, and what it is about
 * @param instruction how to rate, for the person who rates
 * @param disabled whether it is offered only where the service enables it
 * @param maximum the highest total: the sum of what each scored item counts at most; null where nothing is summed
 * @param validMinutes how long a result may be relied upon; null where the rule says nothing
 * @param seriesBy the item by which results form separate courses, such as the substance; null for one course
 * @param profileBy by what the profile is chosen; null for the default unless another is asked for
 * @param repeat how often it is repeated; null where the rule says nothing
 * @param items in the order of the form
 * @param parts scores of some of the items
 * @param profiles sets of bands; the first is the default. The profile used is stored with each result
 * @param outcomes results decided by conditions, in order; none where bands decide
 * @param alerts fire on single items, on partial forms too
 * @param actions what to do at which total
 * @param changes fire when the total moved against those before it
 * @param notAssessable why the instrument may be impossible to fill in; null where it always is possible
 */
public record Instrument(
        RuleHeader rule,
        InstrumentGroup group,
        LocalText name,
        LocalText instruction,
        Licence licence,
        LoincCodes loinc,
        @Nullable Boolean disabled,
        @Nullable Integer maximum,
        @Nullable Integer validMinutes,
        @Nullable String seriesBy,
        @Nullable ProfileCriterion profileBy,
        @Nullable Repetition repeat,
        List<InstrumentItem> items,
        List<SubScore> parts,
        List<BandProfile> profiles,
        List<Outcome> outcomes,
        List<ItemAlert> alerts,
        List<ActionThreshold> actions,
        List<ChangeRule> changes,
        @Nullable NotAssessableChoices notAssessable)
        implements Rule {

    public Instrument {
        Must.bePresent(rule, "rule");
        group = group == null ? InstrumentGroup.WITHDRAWAL : group;
        Must.bePresent(name, "name");
        Must.bePresent(instruction, "instruction");
        Must.bePresent(licence, "licence");
        loinc = loinc == null ? LoincCodes.NONE : loinc;
        disabled = disabled != null && disabled;
        items = Must.beFilled(items, "items");
        parts = Must.orNone(parts);
        profiles = maximum == null ? Must.orNone(profiles) : Must.beFilled(profiles, "profiles");
        outcomes = Must.orNone(outcomes);
        alerts = Must.orNone(alerts);
        actions = Must.orNone(actions);
        changes = Must.orNone(changes);
    }

    /** The short name, such as {@code CIWA-Ar}, for a reader of this language. */
    public String shortName(Locale locale) {
        var text = name.in(locale);
        var comma = text.indexOf(',');
        return comma < 0 ? text : text.substring(0, comma);
    }

    /** The short name in English, which most instruments bear in every language. */
    public String shortName() {
        return shortName(Locale.ENGLISH);
    }

    public Optional<InstrumentItem> item(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    public Optional<SubScore> part(String code) {
        return parts.stream().filter(part -> part.code().equals(code)).findFirst();
    }

    public Optional<BandProfile> profile(String code) {
        return profiles.stream().filter(profile -> profile.code().equals(code)).findFirst();
    }

    /** The profile for a sex or a language, whichever the instrument goes by; otherwise the default. */
    public Optional<BandProfile> profileFor(String sexOrLanguage) {
        return profiles.stream()
                .filter(profile -> profile.appliesTo().contains(sexOrLanguage))
                .findFirst()
                .or(this::defaultProfile);
    }

    /** The first profile; empty where no total is banded. */
    public Optional<BandProfile> defaultProfile() {
        return profiles.stream().findFirst();
    }

    /** What a stored code meant: a band of the profile, or an outcome. */
    public Optional<Meaning> meaning(@Nullable String profile, String code) {
        var bands = (profile == null ? defaultProfile() : profile(profile))
                .stream().flatMap(found -> found.bands().stream()).map(Meaning.class::cast);
        return Stream.concat(bands, outcomes.stream().map(Meaning.class::cast))
                .filter(meaning -> meaning.code().equals(code))
                .findFirst();
    }
}
