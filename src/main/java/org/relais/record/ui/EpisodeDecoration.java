package org.relais.record.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.episode.EpisodeAct;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.uikit.Glyph;

/** Draws what happened to an episode. */
@Component
class EpisodeDecoration implements EntryDecoration {

    @Override
    public Set<String> types() {
        return Arrays.stream(EpisodeAct.values()).map(EpisodeAct::type).collect(Collectors.toSet());
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        var detail = row.detail();
        var unit = detail.get("unit");
        if (unit == null) {
            return null;
        }
        if (detail.get("to") instanceof String to) {
            return I18NProvider.translate(locale, "record.episode.entry.moved", unit, to);
        }
        var bed = detail.getOrDefault("bed", "");
        return bed.isEmpty() ? unit : I18NProvider.translate(locale, "record.episode.entry.bed", unit, bed);
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return switch (String.valueOf(row.type())) {
            case "episode.enquired" -> Optional.of(Glyph.PHONE);
            case "episode.put-on-waiting-list", "episode.priority-changed" -> Optional.of(Glyph.HOURGLASS);
            case "episode.admitted", "episode.outpatient-started" -> Optional.of(Glyph.DOOR_OPEN);
            case "episode.bed-changed" -> Optional.of(Glyph.BED_DOUBLE);
            case "episode.transferred" -> Optional.of(Glyph.ARROW_RIGHT);
            case "episode.handed-over" -> Optional.of(Glyph.FILE_TEXT);
            case "episode.discharged" -> Optional.of(Glyph.LOG_OUT);
            default -> Optional.empty();
        };
    }
}
