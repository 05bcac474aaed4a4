package org.relais.episode.ui;

import java.time.Instant;
import java.util.Locale;
import java.util.function.BiFunction;

import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeKind;
import org.relais.episode.EpisodeRow;
import org.relais.episode.EpisodeState;
import org.relais.shared.CentreId;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;

/** An episode in words, as the head of the record says it: "Ward bed 301A, day 3 · Les Tilleuls". */
final class EpisodeWords {

    private final Centres centres;
    private final Locale locale;
    private final BiFunction<String, Object[], String> translation;

    EpisodeWords(Centres centres, Locale locale, BiFunction<String, Object[], String> translation) {
        this.centres = centres;
        this.locale = locale;
        this.translation = translation;
    }

    static Glyph glyph(EpisodeRow episode) {
        return switch (episode.state()) {
            case ENQUIRY -> Glyph.PHONE;
            case WAITING -> Glyph.HOURGLASS;
            case OPEN -> episode.kind() == EpisodeKind.INPATIENT ? Glyph.BED_DOUBLE : Glyph.USER_CHECK;
            case CLOSED -> Glyph.DOOR_OPEN;
        };
    }

    /** The unit, or the kind of care where the unit may not be known. */
    String title(EpisodeRow episode) {
        return unitName(episode) + " · " + centre(episode.centre()).name();
    }

    /** The bed and the day, or since when. */
    String state(EpisodeRow episode) {
        var since = date(episode.centre(), episode.since());
        if (episode.state() == EpisodeState.CLOSED) {
            var ended = episode.endedAt();
            return text("episode.line.closed", since, ended == null ? "" : date(episode.centre(), ended));
        }
        if (episode.state() != EpisodeState.OPEN) {
            return text("episode.line." + episode.state().name().toLowerCase(Locale.ROOT), since);
        }
        if (episode.kind() == EpisodeKind.OUTPATIENT) {
            return text("episode.line.outpatient", since);
        }
        var bed = episode.bed() == null ? null : centres.bed(episode.bed()).orElse(null);
        return bed == null
                ? text("episode.line.no-bed", String.valueOf(episode.day()), since)
                : text("episode.line.bed", bed.label(), String.valueOf(episode.day()), since);
    }

    Formats formats(CentreId centre) {
        return new Formats(locale, centre(centre).serviceDay().zone());
    }

    String date(CentreId centre, Instant at) {
        return formats(centre).date(at);
    }

    Centre centre(CentreId id) {
        return centres.centre(id);
    }

    private String unitName(EpisodeRow episode) {
        var unit = episode.unit();
        return unit == null
                ? text(episode.kind().key())
                : centres.unit(unit).map(Unit::name).orElse("");
    }

    private String text(String key, Object... arguments) {
        return translation.apply(key, arguments);
    }
}
