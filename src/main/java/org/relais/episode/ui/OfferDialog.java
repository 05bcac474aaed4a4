package org.relais.episode.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.timepicker.TimePicker;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Bed;
import org.relais.centre.Unit;
import org.relais.episode.OfferPlace;
import org.relais.episode.PlaceWaiting;
import org.relais.shared.InvalidInput;
import org.relais.shared.PlaceOfferId;
import org.relais.uikit.DateField;

/** Offers somebody who waits one place: from which day, and until when it waits for an answer. */
class OfferDialog extends ActDialog {

    private static final LocalTime NOON = LocalTime.NOON;

    private final transient PlaceOfferId id = PlaceOfferId.create();
    private final transient PlaceWaiting row;
    private final transient Unit unit;
    private final transient @Nullable Bed bed;
    private final transient PlaceWords words;
    private final DateField begins = new DateField(getTranslation("episode.offer.field.begins"));
    private final DateField until = new DateField(getTranslation("episode.offer.field.until"));
    private final TimePicker hour = new TimePicker(getTranslation("episode.offer.field.hour"));
    private final transient Consumer<OfferPlace> callback;

    /**
     * @param bed null: a place in the unit, no bed yet
     * @param from the day proposed
     */
    OfferDialog(
            PlaceWaiting row,
            Unit unit,
            @Nullable Bed bed,
            LocalDate from,
            PlaceWords words,
            Consumer<OfferPlace> callback) {
        super("episode.offer.make", words.person(row));
        this.row = row;
        this.unit = unit;
        this.bed = bed;
        this.words = words;
        this.callback = callback;
        var place = new Paragraph(words.place(bed, unit.id()));
        place.addClassName("relais-strong");
        var kept = new Paragraph(getTranslation(bed == null ? "episode.offer.make.unit" : "episode.offer.make.kept"));
        kept.addClassName("relais-secondary");
        begins.setValue(from);
        until.setValue(words.today(unit.centre()).plusDays(1));
        hour.setStep(Duration.ofMinutes(30));
        hour.setLocale(getLocale());
        hour.setValue(NOON);
        errors().register("beginsOn", begins).register("holdsUntil", until).register("hour", hour);
        addFields(place, begins, until, hour, kept);
    }

    @Override
    void act() {
        var zone = words.zone(unit.centre());
        callback.accept(new OfferPlace(
                id,
                row.id(),
                row.version(),
                unit.id(),
                bed == null ? null : bed.id(),
                required("beginsOn", begins.getValue()),
                required("holdsUntil", until.getValue())
                        .atTime(required("hour", hour.getValue()))
                        .atZone(zone)
                        .toInstant()));
    }

    private static <T> T required(String property, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(property, "shared.error.required");
        }
        return value;
    }
}
