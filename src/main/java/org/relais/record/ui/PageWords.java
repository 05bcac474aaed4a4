package org.relais.record.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.record.ui.RecordReading.Surroundings;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.uikit.Formats;

/** How one open page writes times, people and places: in the reader's language and their centre's time zone. */
final class PageWords {

    private final Surroundings surroundings;
    private final Locale locale;
    private final Centre home;
    private final Formats formats;

    PageWords(Surroundings surroundings, Grant record, Locale locale) {
        this.surroundings = surroundings;
        this.locale = locale;
        this.home = surroundings.centres().all().stream()
                .filter(centre -> record.centres().contains(centre.id()))
                .findFirst()
                .orElseThrow();
        this.formats = new Formats(locale, home.serviceDay().zone());
    }

    /** The centre the reader acts for. */
    Centre home() {
        return home;
    }

    Formats formats() {
        return formats;
    }

    Locale locale() {
        return locale;
    }

    Instant now() {
        return surroundings.clock().instant();
    }

    LocalDate today() {
        return formats.day(now());
    }

    Centres centres() {
        return surroundings.centres();
    }

    String centre(CentreId id) {
        return surroundings.centres().centre(id).name();
    }

    Optional<StaffCard> colleague(StaffId id) {
        return surroundings.staff().find(id);
    }

    String name(@Nullable StaffId id) {
        return id == null ? "" : colleague(id).map(StaffCard::name).orElse("");
    }

    /** "Maud Lefort, infirmière". */
    String signature(StaffId id) {
        return colleague(id)
                .map(card -> card.name() + ", "
                        + I18NProvider.translate(locale, card.role().key()))
                .orElse("");
    }

    /** The word of an entry's type: {@code record.transmission} is at {@code record.entry.transmission}. */
    String type(String type) {
        var dot = type.indexOf('.');
        return I18NProvider.translate(locale, type.substring(0, dot) + ".entry" + type.substring(dot));
    }
}
