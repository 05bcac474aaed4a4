package org.relais.staff.ui;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.staff.HeldFunction;
import org.relais.staff.RightsHolder;
import org.relais.staff.StaffMember;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** Puts into words where a colleague works and what they hold, and finds them by these words. */
final class StaffWords {

    static final String NOTHING = "—";

    private final Centres centres;
    private final Clock clock;
    private final Locale locale;
    private final Formats formats;

    StaffWords(Centres centres, Clock clock, Locale locale) {
        this.centres = centres;
        this.clock = clock;
        this.locale = locale;
        // Dates alone are written here, and these know no zone
        this.formats = new Formats(locale, ZoneOffset.UTC);
    }

    String text(String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }

    List<Centre> centres() {
        return centres.all();
    }

    String centre(CentreId id) {
        return centres.all().stream()
                .filter(centre -> centre.id().equals(id))
                .findFirst()
                .map(Centre::name)
                .orElse(NOTHING);
    }

    /** The day it is in that centre. */
    LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    /** Each centre with the units named for them, or the whole of it. */
    List<Place> places(StaffMember member) {
        var places = new ArrayList<Place>();
        for (var centre : centres.all()) {
            if (member.wholeCentres().contains(centre.id())) {
                places.add(new Place(centre, null));
            }
            centre.units().stream()
                    .filter(unit -> member.units().contains(unit.id()))
                    .forEach(unit -> places.add(new Place(centre, unit)));
        }
        return places;
    }

    String place(Place place) {
        return place.unit() == null
                ? place.centre().name()
                : text("staff.place.unit", place.centre().name(), place.unit().name());
    }

    String places(RightsHolder holder) {
        return orNothing(places(holder.member()).stream().map(this::place).toList());
    }

    /** Those that hold today. */
    String functionsNow(RightsHolder holder) {
        return orNothing(holder.functions().stream()
                .filter(held -> notEnded(held) && !held.from().isAfter(today(held.centre())))
                .map(held -> text("staff.function.at", text(held.function().key()), centre(held.centre())))
                .toList());
    }

    boolean notEnded(HeldFunction held) {
        return held.until() == null || !held.until().isBefore(today(held.centre()));
    }

    /** "since 19.11.2026", "from 1.12.2026 to 5.12.2026". */
    String term(HeldFunction held) {
        var from = formats.date(held.from());
        var until = held.until();
        if (until != null) {
            return text("staff.function.between", from, formats.date(until));
        }
        return text(held.from().isAfter(today(held.centre())) ? "staff.function.from" : "staff.function.since", from);
    }

    SeverityBadge state(StaffMember member) {
        return member.active()
                ? new SeverityBadge(Severity.OK, text("staff.state.active"))
                : new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, text("staff.state.left"));
    }

    /** Whether every word typed is in the name, the user name or a centre of theirs, however accented. */
    boolean matches(RightsHolder holder, String typed) {
        var member = holder.member();
        var searched = plain(String.join(" ", member.name(), member.username(), places(holder)));
        return Arrays.stream(plain(typed).split("\\s+")).allMatch(searched::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static String orNothing(List<String> found) {
        return found.isEmpty() ? NOTHING : String.join(" · ", found);
    }

    /** Where somebody works: a unit, or the whole centre when there is none. */
    record Place(Centre centre, @Nullable Unit unit) {}
}
