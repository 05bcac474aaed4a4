package org.relais.medication.ui;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.medication.Administration;
import org.relais.medication.BandDose;
import org.relais.medication.DoseProposal.Obstacle;
import org.relais.medication.DoseTime;
import org.relais.medication.MedicationLimits;
import org.relais.medication.MedicationOrder;
import org.relais.medication.OrderedDrug;
import org.relais.medication.Outcome;
import org.relais.medication.Regimen;
import org.relais.medication.SlotStatus;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** How orders and doses are put into words and signs, in one language. */
final class MedicationWords {

    private final MedicationDesk desk;
    private final Locale locale;

    MedicationWords(MedicationDesk desk, Locale locale) {
        this.desk = desk;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }

    Formats formats(CentreId centre) {
        return new Formats(locale, desk.centres().centre(centre).serviceDay().zone());
    }

    /** The time, and the day where it is not today's. */
    String moment(Instant instant, CentreId centre) {
        var formats = formats(centre);
        return formats.day(instant).equals(formats.day(desk.now()))
                ? formats.time(instant)
                : formats.shortDate(formats.day(instant)) + " " + formats.time(instant);
    }

    String dateTime(Instant instant, CentreId centre) {
        return formats(centre).dateTime(instant);
    }

    String day(LocalDate day) {
        return new Formats(locale, java.time.ZoneOffset.UTC)
                .dayHead(day, LocalDate.ofInstant(desk.now(), java.time.ZoneOffset.UTC));
    }

    MedicationLimits limits(CentreId centre) {
        return desk.definitions().limits(centre);
    }

    static String overrideKey(String reason) {
        return "medication.override." + reason.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String time(LocalTime time) {
        return new Formats(locale, java.time.ZoneOffset.UTC).time(time);
    }

    String name(StaffId id) {
        return desk.staff().find(id).map(StaffCard::name).orElse("");
    }

    String amount(BigDecimal dose, String unit) {
        return new Formats(locale, java.time.ZoneOffset.UTC).number(dose, unit);
    }

    /** The drug with its strength and form. */
    String drug(OrderedDrug drug) {
        var form = drug.form() == null ? null : say(drug.form().key());
        return drug.name()
                + Stream.of(drug.strength(), form)
                        .filter(Objects::nonNull)
                        .map(part -> " " + part)
                        .collect(Collectors.joining());
    }

    String route(OrderedDrug drug) {
        return say(drug.route().key());
    }

    /** How an order is to be given, in one line. */
    String regimen(Regimen regimen, String unit) {
        return switch (regimen) {
            case Regimen.Scheduled(var times) ->
                times.stream().map(time -> at(time, unit)).collect(Collectors.joining(", "));
            case Regimen.Taper(var days) ->
                say(
                        "medication.regimen.taper",
                        days.size(),
                        days.stream()
                                .map(day -> new Formats(locale, java.time.ZoneOffset.UTC).number(day.total()))
                                .collect(Collectors.joining(" · ")),
                        unit);
            case Regimen.SymptomTriggered triggered ->
                say(
                        "medication.regimen.triggered",
                        scale(triggered.scale()),
                        triggered.bands().stream().map(band -> band(band, unit)).collect(Collectors.joining(", ")),
                        minutes(triggered.minimumMinutes()),
                        amount(triggered.maximum(), unit));
            case Regimen.AsNeeded needed ->
                say(
                        "medication.regimen.needed",
                        amount(needed.dose(), unit),
                        minutes(needed.minimumMinutes()),
                        amount(needed.maximum(), unit));
        };
    }

    private String at(DoseTime time, String unit) {
        return say("medication.regimen.at", amount(time.dose(), unit), time(time.at()));
    }

    private String band(BandDose band, String unit) {
        var to = band.to();
        var range = to == null ? "≥ " + band.from() : band.from() + "–" + to;
        return say(
                band.callPhysician() ? "medication.regimen.band.call" : "medication.regimen.band",
                range,
                amount(band.dose(), unit));
    }

    String scale(String code) {
        return desk.instruments()
                .instrument(code, 1)
                .map(one -> one.shortName())
                .orElse(code);
    }

    String minutes(int minutes) {
        return new Formats(locale, java.time.ZoneOffset.UTC).duration(Duration.ofMinutes(minutes));
    }

    /** From when to when an order holds. */
    String span(MedicationOrder order) {
        var until = order.until();
        var from = dateTime(order.startsAt(), order.centre());
        return until == null
                ? say("medication.order.since", from)
                : say("medication.order.span", from, dateTime(until, order.centre()));
    }

    /** Why no dose may be given. */
    String obstacle(Obstacle obstacle, MedicationOrder order) {
        var centre = order.centre();
        var unit = order.drug().unit();
        return switch (obstacle) {
            case Obstacle.NotYet(var from) -> say("medication.obstacle.not-yet", moment(from, centre));
            case Obstacle.Ended(var at) -> say("medication.obstacle.ended", moment(at, centre));
            case Obstacle.NoScale() -> say("medication.obstacle.no-scale", scale(order));
            case Obstacle.ScaleTooOld(var at) ->
                say("medication.obstacle.scale-too-old", scale(order), moment(at, centre));
            case Obstacle.NoDoseForTotal(var total) ->
                say("medication.obstacle.no-dose", scale(order), String.valueOf(total));
            case Obstacle.Interval(var last, var possible) ->
                say("medication.obstacle.interval", moment(last, centre), moment(possible, centre));
            case Obstacle.Maximum(var given, var proposed, var maximum, var possible) ->
                maximum(given, proposed, maximum, possible, unit, centre);
            case Obstacle.OtherUnit(var other, var possible) ->
                say("medication.obstacle.other-unit", other, moment(possible, centre));
            case Obstacle.Held(var measure, var value, var limit) ->
                say("medication.obstacle.held", say(measure.key()), number(value), number(limit));
            case Obstacle.NotMeasured(var measure, var last) ->
                last == null
                        ? say("medication.obstacle.not-measured", say(measure.key()))
                        : say("medication.obstacle.measured-long-ago", say(measure.key()), moment(last, centre));
        };
    }

    private String maximum(
            BigDecimal given,
            @Nullable BigDecimal proposed,
            BigDecimal maximum,
            @Nullable Instant possible,
            String unit,
            CentreId centre) {
        var text = proposed == null
                ? say("medication.obstacle.maximum-reached", amount(given, unit), amount(maximum, unit))
                : say(
                        "medication.obstacle.maximum",
                        amount(given, unit),
                        amount(given.add(proposed), unit),
                        amount(maximum, unit));
        return possible == null ? text : text + " " + say("medication.obstacle.from", moment(possible, centre));
    }

    private String scale(MedicationOrder order) {
        return order.regimen() instanceof Regimen.SymptomTriggered triggered ? scale(triggered.scale()) : "";
    }

    String number(BigDecimal value) {
        return new Formats(locale, java.time.ZoneOffset.UTC).number(value);
    }

    /** What became of a dose, as a badge. */
    SeverityBadge outcome(Administration row) {
        var dose = row.dose();
        var text = row.outcome() == Outcome.GIVEN && dose != null
                ? say("medication.outcome.given.dose", amount(dose, row.drug().unit()))
                : say(row.outcome().key());
        return outcome(row.outcome(), text);
    }

    static SeverityBadge outcome(Outcome outcome, String text) {
        return switch (outcome) {
            case GIVEN -> new SeverityBadge(Severity.OK, Glyph.CIRCLE_CHECK, text);
            case REFUSED -> new SeverityBadge(Severity.WARNING, Glyph.HAND_HELPING, text);
            case HELD -> new SeverityBadge(Severity.INFO, Glyph.HOURGLASS, text);
            case MISSED -> new SeverityBadge(Severity.CRITICAL, Glyph.CIRCLE_X, text);
            case ENTERED_IN_ERROR -> new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, text);
        };
    }

    /** How a dose stands that nobody answered. */
    SeverityBadge status(SlotStatus status) {
        var text = say(status.key());
        return switch (status) {
            case NOT_DUE -> new SeverityBadge(Severity.NEUTRAL, Glyph.CLOCK, text);
            case DUE -> new SeverityBadge(Severity.WARNING, Glyph.ALARM_CLOCK, text);
            case OVERDUE -> new SeverityBadge(Severity.CRITICAL, Glyph.CLOCK_ALERT, text);
            case MISSED -> new SeverityBadge(Severity.CRITICAL, Glyph.CIRCLE_X, text);
        };
    }
}
