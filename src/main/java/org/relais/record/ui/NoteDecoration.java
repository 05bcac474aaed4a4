package org.relais.record.ui;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.relais.record.EntryRow;
import org.relais.record.NoteKind;
import org.relais.record.NoteKinds;
import org.relais.record.page.EntryDecoration;
import org.relais.uikit.Glyph;

/** Draws notes: the author's words, under the glyph of their kind. */
@Component
class NoteDecoration implements EntryDecoration {

    @Override
    public Set<String> types() {
        return NoteKinds.all().stream().map(NoteKind::type).collect(Collectors.toSet());
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.ofNullable(row.type()).map(NoteGlyphs::of);
    }
}
