package org.relais.reintegration.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.reintegration.TrackDetail;
import org.relais.reintegration.TrackKind;
import org.relais.uikit.Glyph;

/** How what was said of a project looks in the timeline: which milestone, and when. */
@org.springframework.stereotype.Component
class TrackEntry implements EntryDecoration {

    private final StepDesk desk;

    TrackEntry(StepDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(TrackDetail.TYPE);
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        var kind = row.detail().get(TrackDetail.KIND);
        var act = row.detail().get(TrackDetail.ACT);
        if (kind == null || act == null) {
            return row.title();
        }
        var words = new StepWords(desk, locale);
        var track = TrackKind.valueOf(kind);
        var day = row.detail().get(TrackDetail.DAY);
        var date = day == null ? "" : words.date(LocalDate.parse(day));
        var code = row.detail().get(TrackDetail.MILESTONE);
        var what = code == null ? "" : desk.tracks().milestone(track, code, locale);
        return I18NProvider.translate(
                locale,
                "reintegration.entry.track." + act.toLowerCase(Locale.ROOT).replace('_', '-'),
                words.say(track.domain().key()),
                what,
                date);
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        var kind = row.detail().get(TrackDetail.KIND);
        return Optional.of(
                kind == null
                        ? Glyph.ROUTE
                        : StepWords.glyph(TrackKind.valueOf(kind).domain()));
    }

    @Override
    public List<Component> badges(EntryRow row) {
        return List.of();
    }
}
