package org.relais.episode.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Bed;
import org.relais.centre.Unit;
import org.relais.episode.PlaceOffer;
import org.relais.episode.PlaceWaiting;
import org.relais.person.PersonName;
import org.relais.shared.CentreId;
import org.relais.shared.UnitId;
import org.relais.staff.StaffCard;
import org.relais.uikit.Formats;

/** How people, places and times are named on the screen of places. */
final class PlaceWords {

    private final PlaceDesk desk;
    private final Locale locale;

    PlaceWords(PlaceDesk desk, Locale locale) {
        this.desk = desk;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    /** The name, or of whom the reader may not know, which centre's list they are on. */
    String person(@Nullable PersonName name, CentreId centre) {
        return name == null ? say("episode.places.nameless", centre(centre)) : name.display();
    }

    String person(PlaceWaiting row) {
        return person(row.name(), row.centre());
    }

    String person(PlaceOffer offer) {
        return person(offer.name(), offer.fromCentre());
    }

    String centre(CentreId id) {
        return desk.centres().centre(id).name();
    }

    String unit(UnitId id) {
        return desk.centres()
                .unit(id)
                .map(unit -> say("episode.places.unit", unit.name(), centre(unit.centre())))
                .orElse("");
    }

    /** The bed and its unit, or the unit alone. */
    String place(PlaceOffer offer) {
        var bed = offer.bed() == null ? null : desk.centres().bed(offer.bed()).orElse(null);
        return place(bed, offer.toUnit());
    }

    String place(@Nullable Bed bed, UnitId unit) {
        return bed == null
                ? say("episode.places.in-unit", unit(unit))
                : say("episode.places.bed-in-unit", bed.label(), unit(unit));
    }

    String colleague(PlaceOffer offer) {
        return desk.staff().find(offer.offeredBy()).map(StaffCard::name).orElse("");
    }

    String moment(CentreId centre, Instant at) {
        return formats(centre).dateTime(at);
    }

    String day(CentreId centre, LocalDate day) {
        return formats(centre).shortDate(day);
    }

    String dayHead(Unit unit, LocalDate day) {
        return formats(unit.centre()).dayHead(day, today(unit.centre()));
    }

    LocalDate today(CentreId centre) {
        return desk.centres().centre(centre).serviceDay().of(desk.clock().instant());
    }

    ZoneId zone(CentreId centre) {
        return desk.centres().centre(centre).serviceDay().zone();
    }

    Formats formats(CentreId centre) {
        return new Formats(locale, zone(centre));
    }
}
