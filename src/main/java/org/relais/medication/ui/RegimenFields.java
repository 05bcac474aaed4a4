package org.relais.medication.ui;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.Instrument;
import org.relais.medication.BandDose;
import org.relais.medication.DoseTime;
import org.relais.medication.HoldMeasure;
import org.relais.medication.HoldRule;
import org.relais.medication.OrderKind;
import org.relais.medication.Regimen;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;

/** How an order is to be given: the fields of the kind that is chosen. What was typed in another kind stays. */
final class RegimenFields extends Div {

    private static final int MINUTES = 60;

    private final transient MedicationWords words;
    private final transient ZoneId zone;
    private final CheckboxGroup<LocalTime> times = new CheckboxGroup<>();
    private final TextField otherTimes;
    private final BigDecimalField dose;
    private final TextField days;
    private final Div steps = new Div();
    private final Select<Instrument> scale = new Select<>();
    private final BandFields bands;
    private final IntegerField minimum;
    private final BigDecimalField maximum;
    private final IntegerField reassess;
    private final IntegerField recheck;
    private final Div holdRow = new Div();
    private final Map<HoldMeasure, BigDecimalField> holds = new EnumMap<>(HoldMeasure.class);
    private final DateField endsOn;
    private final TimePicker endsAt;
    private transient Supplier<String> unit = () -> "";

    RegimenFields(MedicationDesk desk, MedicationWords words, CentreId centre, FieldErrors errors) {
        this.words = words;
        this.zone = desk.definitions().zone(centre);
        addClassName("relais-medication-fields");
        times.setLabel(words.say("medication.order.times"));
        times.setItems(desk.definitions().limits(centre).roundTimes());
        times.setItemLabelGenerator(words::time);
        times.addClassName("relais-medication-times");
        otherTimes = new TextField(words.say("medication.order.times.other"));
        otherTimes.setHelperText(words.say("medication.order.times.other.help"));
        dose = decimal("medication.order.dose");
        days = new TextField(words.say("medication.order.days"));
        days.setHelperText(words.say("medication.order.days.help"));
        days.setValueChangeMode(ValueChangeMode.LAZY);
        days.addValueChangeListener(change -> draw());
        scale.setLabel(words.say("medication.order.scale"));
        scale.setItems(desk.instruments().detoxInstruments(centre));
        scale.setItemLabelGenerator(one -> one == null ? "" : one.shortName());
        bands = new BandFields(words);
        minimum = minutes("medication.order.minimum");
        maximum = decimal("medication.order.maximum");
        reassess = minutes("medication.order.reassess");
        reassess.setValue(MINUTES);
        recheck = minutes("medication.order.recheck");
        holdRow.addClassName("relais-medication-details");
        for (var measure : HoldMeasure.values()) {
            var comparison = desk.definitions().limits(centre).of(measure).comparison();
            var field = new BigDecimalField(words.say(
                    "medication.hold." + comparison.name().toLowerCase(java.util.Locale.ROOT),
                    words.say(measure.key())));
            field.setLocale(java.util.Locale.ROOT);
            holds.put(measure, field);
            holdRow.add(field);
            if (measure == HoldMeasure.SEDATION) {
                errors.register("holds", field);
            }
        }
        endsOn = new DateField(words.say("medication.order.until"));
        endsAt = new TimePicker(words.say("medication.order.until.time"));
        endsAt.setLocale(java.util.Locale.GERMANY);
        endsAt.setValue(desk.definitions().limits(centre).roundTimes().getFirst());
        var end = new Div(endsOn, endsAt);
        end.addClassName("relais-medication-details");
        times.addValueChangeListener(change -> draw());
        scale.addValueChangeListener(change -> bands.offer(change.getValue()));
        var limits = new Div(minimum, maximum, reassess, recheck);
        limits.addClassName("relais-medication-details");
        add(scale, bands, times, otherTimes, dose, days, steps, limits, holdRow, end);
        errors.register("times", times)
                .register("dose", dose)
                .register("days", days)
                .register("scale", scale)
                .register("bands", bands.first())
                .register("minimum", minimum)
                .register("maximum", maximum)
                .register("reassess", reassess)
                .register("recheck", recheck)
                .register("endsAt", endsOn);
    }

    /** Tells the unit of the doses, for what is drawn. */
    void onUnit(Supplier<String> told) {
        unit = told;
    }

    /** Shows the fields of a kind. */
    void show(OrderKind kind) {
        var triggered = kind == OrderKind.SYMPTOM_TRIGGERED;
        times.setVisible(kind.timed());
        otherTimes.setVisible(kind.timed());
        dose.setVisible(kind == OrderKind.SCHEDULED || kind == OrderKind.AS_NEEDED);
        days.setVisible(kind == OrderKind.TAPER);
        steps.setVisible(kind == OrderKind.TAPER);
        scale.setVisible(triggered);
        bands.setVisible(triggered);
        minimum.setVisible(!kind.timed());
        maximum.setVisible(!kind.timed());
        reassess.setVisible(triggered);
        holdRow.setVisible(triggered);
        recheck.setVisible(kind == OrderKind.AS_NEEDED);
        endsOn.setVisible(kind != OrderKind.TAPER);
        endsAt.setVisible(kind != OrderKind.TAPER);
    }

    /** What was typed; the service checks it. */
    Regimen value(OrderKind kind) {
        return switch (kind) {
            case SCHEDULED -> new Regimen.Scheduled(at(required("dose", dose.getValue())));
            case TAPER -> new Regimen.Taper(amounts().stream().map(this::day).toList());
            case SYMPTOM_TRIGGERED -> triggered();
            case AS_NEEDED ->
                new Regimen.AsNeeded(
                        required("dose", dose.getValue()),
                        required("minimum", minimum.getValue()),
                        required("maximum", maximum.getValue()),
                        recheck.getValue());
        };
    }

    @Nullable
    Instant endsAt(OrderKind kind) {
        var day = endsOn.getValue();
        if (kind == OrderKind.TAPER || day == null) {
            return null;
        }
        return day.atTime(required("endsAt", endsAt.getValue())).atZone(zone).toInstant();
    }

    void fill(Regimen regimen, @Nullable Instant until) {
        switch (regimen) {
            case Regimen.Scheduled(var given) -> {
                dose.setValue(given.getFirst().dose());
                fillTimes(given.stream().map(DoseTime::at).toList());
            }
            case Regimen.Taper(var given) -> {
                fillTimes(given.getFirst().doses().stream().map(DoseTime::at).toList());
                days.setValue(given.stream()
                        .map(day -> day.doses().isEmpty()
                                ? "0"
                                : day.doses().getFirst().dose().toPlainString())
                        .collect(Collectors.joining(" ")));
            }
            case Regimen.SymptomTriggered triggered -> {
                scale.getListDataView()
                        .getItems()
                        .filter(one -> one.rule().code().equals(triggered.scale()))
                        .findFirst()
                        .ifPresent(scale::setValue);
                bands.fill(triggered.bands());
                minimum.setValue(triggered.minimumMinutes());
                maximum.setValue(triggered.maximum());
                reassess.setValue(triggered.reassessMinutes());
                triggered.holds().forEach(hold -> {
                    var field = holds.get(hold.measure());
                    if (field != null) {
                        field.setValue(hold.limit());
                    }
                });
            }
            case Regimen.AsNeeded needed -> {
                dose.setValue(needed.dose());
                minimum.setValue(needed.minimumMinutes());
                maximum.setValue(needed.maximum());
                recheck.setValue(needed.recheckMinutes());
            }
        }
        if (until != null && !(regimen instanceof Regimen.Taper)) {
            var end = until.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
            endsOn.setValue(end.toLocalDate());
            endsAt.setValue(end.toLocalTime());
        }
    }

    private void fillTimes(List<LocalTime> all) {
        var offered = times.getListDataView().getItems().toList();
        times.setValue(all.stream().filter(offered::contains).collect(Collectors.toSet()));
        otherTimes.setValue(all.stream()
                .filter(one -> !offered.contains(one))
                .map(words::time)
                .collect(Collectors.joining(" ")));
    }

    private Regimen triggered() {
        if (scale.getValue() == null) {
            throw new InvalidInput("scale", "shared.error.required");
        }
        var rules = new ArrayList<HoldRule>();
        holds.forEach((measure, field) -> {
            if (field.getValue() != null) {
                rules.add(new HoldRule(measure, field.getValue()));
            }
        });
        return new Regimen.SymptomTriggered(
                scale.getValue().rule().code(),
                bands.value(),
                required("minimum", minimum.getValue()),
                required("maximum", maximum.getValue()),
                rules,
                required("reassess", reassess.getValue()));
    }

    private Regimen.TaperDay day(BigDecimal amount) {
        return new Regimen.TaperDay(amount.signum() == 0 ? List.of() : at(amount));
    }

    private List<DoseTime> at(BigDecimal amount) {
        var chosen = new TreeSet<>(times.getValue());
        for (var text : words(otherTimes.getValue())) {
            try {
                chosen.add(LocalTime.parse(text.length() == 4 ? "0" + text : text));
            } catch (DateTimeParseException notATime) {
                throw new InvalidInput("times", "medication.error.time");
            }
        }
        return chosen.stream().map(time -> new DoseTime(time, amount)).toList();
    }

    private List<BigDecimal> amounts() {
        var amounts = new ArrayList<BigDecimal>();
        for (var text : words(days.getValue())) {
            try {
                var amount = new BigDecimal(text.replace(',', '.'));
                if (amount.signum() < 0) {
                    throw new InvalidInput("days", "medication.error.dose");
                }
                amounts.add(amount);
            } catch (NumberFormatException notANumber) {
                throw new InvalidInput("days", "medication.error.dose");
            }
        }
        return amounts;
    }

    private void draw() {
        steps.removeAll();
        try {
            var drawn = amounts().stream().map(this::day).toList();
            if (!drawn.isEmpty()) {
                var text = words.regimen(new Regimen.Taper(drawn), unit.get());
                steps.add(new TaperSteps(drawn, -1, text), new com.vaadin.flow.component.html.Paragraph(text));
            }
        } catch (InvalidInput notYet) {
            // said at the field when it is signed
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("[\\s;]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private BigDecimalField decimal(String key) {
        var field = new BigDecimalField(words.say(key));
        field.setLocale(java.util.Locale.ROOT);
        return field;
    }

    private IntegerField minutes(String key) {
        var field = new IntegerField(words.say(key));
        field.setHelperText(words.say("medication.order.minutes"));
        return field;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, "shared.error.required");
        }
        return value;
    }

    /** The ranges of the total, each with its dose: the ranges of the scale are offered, their doses are not. */
    private static final class BandFields extends Div {

        private static final int ROWS = 3;

        private final List<Row> rows = new ArrayList<>();

        BandFields(MedicationWords words) {
            addClassName("relais-medication-fields");
            for (int number = 1; number <= ROWS; number++) {
                var row = new Row(words, number);
                rows.add(row);
                add(row);
            }
        }

        BigDecimalField first() {
            return rows.getFirst().dose;
        }

        void offer(@Nullable Instrument instrument) {
            if (instrument == null || rows.stream().anyMatch(row -> row.from.getValue() != null)) {
                return;
            }
            var ranges = instrument.profiles().getFirst().bands();
            // The first range is what needs no dose
            for (int place = 1; place < ranges.size() && place <= ROWS; place++) {
                var row = rows.get(place - 1);
                row.from.setValue(ranges.get(place).from());
                row.to.setValue(
                        place + 1 < ranges.size()
                                ? Integer.valueOf(ranges.get(place + 1).from() - 1)
                                : null);
            }
        }

        void fill(List<BandDose> bands) {
            for (int place = 0; place < bands.size() && place < ROWS; place++) {
                var row = rows.get(place);
                var band = bands.get(place);
                row.from.setValue(band.from());
                row.to.setValue(band.to());
                row.dose.setValue(band.dose());
                row.call.setValue(band.callPhysician());
            }
        }

        List<BandDose> value() {
            var seen = new HashSet<Integer>();
            return rows.stream()
                    .filter(row -> row.dose.getValue() != null)
                    .map(row -> {
                        var from = row.from.getValue();
                        if (from == null || !seen.add(from)) {
                            throw new InvalidInput("bands", "medication.error.bands");
                        }
                        return new BandDose(from, row.to.getValue(), row.dose.getValue(), row.call.getValue());
                    })
                    .toList();
        }

        private static final class Row extends Div {

            private final IntegerField from;
            private final IntegerField to;
            private final BigDecimalField dose;
            private final com.vaadin.flow.component.checkbox.Checkbox call;

            Row(MedicationWords words, int number) {
                addClassName("relais-medication-details");
                getElement().setAttribute("role", "group");
                getElement().setAttribute("aria-label", words.say("medication.order.band", number));
                from = new IntegerField(words.say("medication.order.band.from"));
                to = new IntegerField(words.say("medication.order.band.to"));
                dose = new BigDecimalField(words.say("medication.order.dose"));
                dose.setLocale(java.util.Locale.ROOT);
                call = new com.vaadin.flow.component.checkbox.Checkbox(words.say("medication.order.band.call"));
                add(from, to, dose, call);
            }
        }
    }
}
