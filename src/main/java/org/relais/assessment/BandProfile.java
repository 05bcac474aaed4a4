package org.relais.assessment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Severity;

/**
 * One published way of reading an instrument's total.
 *
 * @param appliesTo the sexes or languages for which it is chosen; none where it is only chosen by name or as default
 * @param unverified what a clinician still has to confirm about these cut-offs; null when nothing is open
 * @param bands ascending, covering every total from 0 to the maximum once
 */
public record BandProfile(
        String code,
        LocalText name,
        List<String> appliesTo,
        @Nullable String unverified,
        List<Band> bands) {

    /**
     * A range of totals with a name.
     *
     * @param from the lowest total of the band
     * @param to the highest total of the band, inclusive
     */
    public record Band(
            String code,
            int from,
            int to,
            Severity severity,
            LocalText label,
            @Nullable LocalText advice) implements Meaning {

        public Band {
            Must.beCode(code, "a band");
            Must.hold(from <= to, "The band " + code + " ends before it begins");
            Must.bePresent(severity, "severity of band " + code);
            Must.bePresent(label, "label of band " + code);
        }

        public boolean contains(int total) {
            return from <= total && total <= to;
        }
    }

    public BandProfile {
        Must.beCode(code, "a band profile");
        Must.bePresent(name, "name of profile " + code);
        appliesTo = Must.orNone(appliesTo);
        bands = Must.beFilled(bands, "bands of profile " + code);
    }

    Band of(int total) {
        return bands.stream()
                .filter(band -> band.contains(total))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No band of " + code + " holds " + total));
    }
}
