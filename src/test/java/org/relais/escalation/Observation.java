package org.relais.escalation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.Consciousness;
import org.relais.assessment.EarlyWarningParameter;
import org.relais.assessment.InhaledGas;
import org.relais.assessment.SaturationScale;
import org.relais.assessment.VitalSigns;
import org.relais.shared.AssessmentId;

/** One observation of a test, built up from what is not ordinary in it. */
final class Observation {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final String instrument;
    private AssessmentStatus status = AssessmentStatus.SCORED;
    private @Nullable Integer total;
    private @Nullable String band;
    private final Map<String, Integer> values = new HashMap<>();
    private final List<String> alerts = new ArrayList<>();
    private final Map<EarlyWarningParameter, Integer> points = new EnumMap<>(EarlyWarningParameter.class);
    private final Map<String, Object> signs = new HashMap<>();
    private SaturationScale scale = SaturationScale.SCALE_1;
    private boolean scheduled = true;
    private Instant at = NOON;

    private Observation(String instrument) {
        this.instrument = instrument;
    }

    static Observation ciwa(int total) {
        return new Observation("CIWA_AR").total(total);
    }

    static Observation cows(int total) {
        return new Observation("COWS").total(total);
    }

    static Observation form(String instrument) {
        return new Observation(instrument);
    }

    /** A set of vital signs with this early-warning total; of no total when it is null. */
    static Observation vitals(@Nullable Integer total) {
        var observation = new Observation("NEWS2");
        observation.total = total;
        observation.status = total == null ? AssessmentStatus.INCOMPLETE : AssessmentStatus.SCORED;
        return observation;
    }

    Observation total(int value) {
        total = value;
        return this;
    }

    Observation banded(String code) {
        band = code;
        return this;
    }

    Observation unfinished() {
        total = null;
        band = null;
        status = AssessmentStatus.INCOMPLETE;
        return this;
    }

    Observation notAssessable() {
        total = null;
        band = null;
        status = AssessmentStatus.NOT_ASSESSABLE;
        return this;
    }

    Observation item(String code, int value) {
        values.put(code, value);
        return this;
    }

    Observation alert(String code) {
        alerts.add(code);
        return this;
    }

    Observation points(EarlyWarningParameter parameter, int value) {
        points.put(parameter, value);
        return this;
    }

    Observation sign(String name, Object value) {
        signs.put(name, value);
        return this;
    }

    Observation scale(SaturationScale read) {
        scale = read;
        return this;
    }

    /** Nobody asked for it. */
    Observation unscheduled() {
        scheduled = false;
        return this;
    }

    Observation at(Duration sinceNoon) {
        at = NOON.plus(sinceNoon);
        return this;
    }

    @Nullable
    Object signOf(String name) {
        return signs.get(name);
    }

    Observed observed() {
        return new Observed(
                AssessmentId.create(),
                instrument,
                status,
                total,
                band,
                values,
                alerts,
                new VitalSigns(
                        (Integer) signs.get("heartRate"),
                        (Integer) signs.get("systolic"),
                        (Integer) signs.get("diastolic"),
                        (Integer) signs.get("breathing"),
                        (Integer) signs.get("saturation"),
                        signs.containsKey("saturation") ? InhaledGas.AIR : null,
                        decimal("temperature"),
                        (Consciousness) signs.get("consciousness"),
                        decimal("glucose"),
                        null),
                scale,
                points,
                scheduled,
                at);
    }

    private @Nullable BigDecimal decimal(String name) {
        var value = signs.get(name);
        return value == null ? null : new BigDecimal(Objects.toString(value));
    }
}
