package org.relais.history.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.history.SubstanceAnswers;
import org.relais.history.SubstanceProfiles;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.uikit.Glyph;

/** How a version of a substance profile looks in the timeline. */
@org.springframework.stereotype.Component
class SubstanceDecoration implements EntryDecoration {

    private final SubstanceDesk desk;

    SubstanceDecoration(SubstanceDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(SubstanceProfiles.ENTRY);
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        var primary = row.detail().get(SubstanceProfiles.PRIMARY);
        if (primary == null) {
            return row.title();
        }
        var secondary = row.detail().get(SubstanceProfiles.SECONDARY);
        var list = desk.lists().version(Integer.parseInt(row.detail().getOrDefault(SubstanceProfiles.LIST, "1")));
        var told = new SubstanceAnswers(
                primary,
                null,
                null,
                null,
                secondary == null ? List.of() : Arrays.asList(secondary.split(",", -1)),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new SubstanceWords(list, locale).headline(told);
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(Glyph.FLASK_CONICAL);
    }
}
