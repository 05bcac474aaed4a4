package org.relais.person.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.shared.CentreId;
import org.relais.staff.CurrentStaff;
import org.relais.uikit.Formats;

/** Puts into words what lists and heads say of a person. */
@Component
class PersonWords {
    private final Centres centres;
    private final CurrentStaff current;
    private final Clock clock;

    PersonWords(Centres centres, CurrentStaff current, Clock clock) {
        this.centres = centres;
        this.current = current;
        this.clock = clock;
    }

    /** Age and birth, as much as is known; empty when nothing is. */
    String birth(Locale locale, @Nullable LocalDate birthDate, @Nullable Integer birthYear) {
        if (birthDate != null) {
            var formats = formats(locale);
            return translate(locale, "person.birth.date", formats.age(birthDate, today()), formats.date(birthDate));
        }
        if (birthYear != null) {
            return translate(locale, "person.birth.year", String.valueOf(birthYear));
        }
        return "";
    }

    String centres(Collection<CentreId> ids) {
        return ids.stream().map(id -> centres.centre(id).name()).sorted().collect(Collectors.joining(", "));
    }

    /** The centres of whoever is signed in, by name. */
    java.util.List<Centre> own() {
        var mine = current.require().centres();
        return centres.all().stream()
                .filter(centre -> mine.contains(centre.id()))
                .toList();
    }

    /** Dates and times as the first of one's centres counts them. */
    Formats formats(Locale locale) {
        return new Formats(locale, zone());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return own().stream()
                .findFirst()
                .map(centre -> centre.serviceDay().zone())
                .orElse(ZoneId.of("UTC"));
    }

    private static String translate(Locale locale, String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }
}
