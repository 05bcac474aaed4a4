package org.relais.aftercare;

import org.jspecify.annotations.Nullable;

import org.relais.shared.InvalidInput;

/**
 * What a person who was reached said, each as far as they wanted to. It opens no score.
 *
 * @param substanceDays on how many of the last 28 days they used
 * @param qualityOfLife 0 the worst to 20 the best
 * @param craving 0 none to 10 the strongest
 */
public record FollowUpForm(
        @Nullable Integer substanceDays,
        @Nullable WorkState work,
        @Nullable HousingState housing,
        @Nullable Integer qualityOfLife,
        @Nullable Integer craving) {

    /** Nothing was said. */
    public static final FollowUpForm EMPTY = new FollowUpForm(null, null, null, null, null);

    /** Whether anything was said. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** @throws InvalidInput at the property that is out of its range; nothing is cut to fit */
    void check(AftercareRule rule) {
        range("substanceDays", substanceDays, rule.mostSubstanceDays());
        range("qualityOfLife", qualityOfLife, rule.mostQualityOfLife());
        range("craving", craving, rule.mostCraving());
    }

    private static void range(String field, @Nullable Integer value, int most) {
        if (value != null && (value < 0 || value > most)) {
            throw new InvalidInput(field, "aftercare.error.range", most);
        }
    }
}
