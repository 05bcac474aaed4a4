package org.relais.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.AssessmentId;

/** The measured values of a form. */
@Component
class VitalSignRows {

    private final JdbcClient jdbc;

    VitalSignRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AssessmentId form, VitalSigns signs, VitalSignLimits limits, Set<VitalSign> confirmed) {
        var alcohol = signs.breathAlcohol();
        jdbc.sql("""
                        INSERT INTO assessment_vital_signs
                            (form_id, heart_rate, systolic_pressure, diastolic_pressure, respiratory_rate,
                             oxygen_saturation, inhaled_gas, temperature, consciousness, glucose, breath_alcohol,
                             breath_unit, blood_equivalent, limits_version, confirmed)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(form.value())
                .param(signs.heartRate())
                .param(signs.systolicPressure())
                .param(signs.diastolicPressure())
                .param(signs.respiratoryRate())
                .param(signs.oxygenSaturation())
                .param(name(signs.inhaledGas()))
                .param(signs.temperature())
                .param(name(signs.consciousness()))
                .param(signs.glucose())
                .param(alcohol == null ? null : alcohol.reading())
                .param(alcohol == null ? null : alcohol.unit().name())
                .param(alcohol == null ? null : limits.bloodEquivalent(alcohol))
                .param(limits.rule().version())
                .param(
                        confirmed.isEmpty()
                                ? null
                                : confirmed.stream()
                                        .sorted()
                                        .map(VitalSign::name)
                                        .collect(Collectors.joining(",")))
                .update();
    }

    static VitalSigns read(ResultSet row) throws SQLException {
        var gas = row.getString("inhaled_gas");
        var consciousness = row.getString("consciousness");
        var reading = row.getBigDecimal("breath_alcohol");
        return new VitalSigns(
                integer(row, "heart_rate"),
                integer(row, "systolic_pressure"),
                integer(row, "diastolic_pressure"),
                integer(row, "respiratory_rate"),
                integer(row, "oxygen_saturation"),
                gas == null ? null : InhaledGas.valueOf(gas),
                decimal(row, "temperature"),
                consciousness == null ? null : Consciousness.valueOf(consciousness),
                decimal(row, "glucose"),
                reading == null
                        ? null
                        : new BreathAlcohol(reading, BreathAlcohol.Unit.valueOf(row.getString("breath_unit"))));
    }

    static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        var value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
