package org.relais.agenda.ui;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.agenda.AppointmentState;
import org.relais.agenda.MissedDetail;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.uikit.Glyph;

/** How a missed appointment looks in the timeline. */
@org.springframework.stereotype.Component
class MissedDecoration implements EntryDecoration {

    private final AgendaDesk desk;

    MissedDecoration(AgendaDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(MissedDetail.TYPE);
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        return row.title() == null ? I18NProvider.translate(locale, "agenda.entry.missed") : row.title();
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(Glyph.USER_X);
    }

    @Override
    public List<Component> badges(EntryRow row) {
        var state = row.detail().get(MissedDetail.STATE);
        return state == null ? List.of() : List.of(words().state(AppointmentState.valueOf(state)));
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        var startsAt = row.detail().get(MissedDetail.STARTS_AT);
        if (startsAt == null) {
            return Optional.empty();
        }
        var words = words();
        var planned = Instant.parse(startsAt);
        var formats = words.formats(row.centre());
        var body =
                new Div(new Paragraph(words.say("agenda.entry.planned", formats.date(planned), formats.time(planned))));
        if (row.text() != null) {
            body.add(new Paragraph(row.text()));
        }
        return Optional.of(body);
    }

    private AgendaWords words() {
        return new AgendaWords(desk, UI.getCurrentOrThrow().getLocale());
    }
}
