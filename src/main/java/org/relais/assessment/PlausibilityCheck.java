package org.relais.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.PlausibilityFinding.Kind;
import org.relais.assessment.VitalSignLimits.LowerThan;
import org.relais.shared.InvalidInput;

/** Applies plausibility limits to a set of vital signs (domain reference B.6). Pure; a value is never changed. */
public final class PlausibilityCheck {

    private final VitalSignLimits limits;

    private PlausibilityCheck(VitalSignLimits limits) {
        this.limits = limits;
    }

    public static PlausibilityCheck of(VitalSignLimits limits) {
        return new PlausibilityCheck(limits);
    }

    /** At most one finding per sign, in the order of {@link VitalSign}; empty when everything is plausible. */
    public List<PlausibilityFinding> check(VitalSigns signs) {
        var findings = new ArrayList<PlausibilityFinding>();
        for (var sign : VitalSign.values()) {
            check(signs, sign).ifPresent(findings::add);
        }
        return List.copyOf(findings);
    }

    /**
     * Lets a set pass that may be stored.
     *
     * @param confirmed the signs whose unusual value was confirmed at the screen
     * @throws InvalidInput at the first sign that is rejected, or unusual and not confirmed
     */
    public void require(VitalSigns signs, Set<VitalSign> confirmed) {
        for (var finding : check(signs)) {
            if (finding.kind() == Kind.REJECT || !confirmed.contains(finding.sign())) {
                throw finding.refusal();
            }
        }
    }

    private Optional<PlausibilityFinding> check(VitalSigns signs, VitalSign sign) {
        var value = limits.value(signs, sign);
        var measured = signs.measured(sign);
        if (value == null || measured == null) {
            return Optional.empty();
        }
        var limit = limits.of(sign);
        if (!limit.reject().contains(value)) {
            return finding(
                    sign,
                    Kind.REJECT,
                    "assessment.error.out-of-range",
                    limit.reject().lowest(),
                    limit.reject().highest());
        }
        if (measured.remainder(limit.step()).signum() != 0) {
            return finding(sign, Kind.REJECT, "assessment.error.too-fine", limit.step());
        }
        var upper = notBelow(signs, sign, value);
        if (upper != null) {
            return finding(sign, Kind.REJECT, "assessment.error.diastolic-not-below", upper);
        }
        if (!limit.confirm().contains(value)) {
            return finding(sign, Kind.CONFIRM, PlausibilityFinding.UNUSUAL, value);
        }
        return Optional.empty();
    }

    private @Nullable BigDecimal notBelow(VitalSigns signs, VitalSign lower, BigDecimal value) {
        return limits.orders().stream()
                .filter(order -> order.lower() == lower)
                .map(LowerThan::higher)
                .map(higher -> limits.value(signs, higher))
                .filter(higher -> higher != null && value.compareTo(higher) >= 0)
                .findFirst()
                .orElse(null);
    }

    private static Optional<PlausibilityFinding> finding(VitalSign sign, Kind kind, String key, Object... arguments) {
        return Optional.of(new PlausibilityFinding(sign, kind, key, List.of(arguments)));
    }
}
