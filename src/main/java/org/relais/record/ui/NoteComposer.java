package org.relais.record.ui;

import java.time.Clock;

import com.vaadin.flow.component.Component;

import org.relais.access.RecordReaders;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.record.NoteKind;
import org.relais.record.Notes;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ComposerType;
import org.relais.record.page.ObservedAt;
import org.relais.record.page.Readership;
import org.relais.record.page.VisibilityPicker;
import org.relais.staff.Role;
import org.relais.uikit.Glyph;

/** Offers one kind of note. */
final class NoteComposer implements ComposerType {

    private final NoteKind kind;
    private final int order;
    private final Notes notes;
    private final RecordReaders readers;
    private final Centres centres;
    private final Clock clock;

    NoteComposer(NoteKind kind, int order, Notes notes, RecordReaders readers, Centres centres, Clock clock) {
        this.kind = kind;
        this.order = order;
        this.notes = notes;
        this.readers = readers;
        this.centres = centres;
        this.clock = clock;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public String labelKey() {
        return kind.type().replaceFirst("\\.", ".entry.");
    }

    @Override
    public Glyph glyph() {
        return NoteGlyphs.of(kind.type());
    }

    @Override
    public Section section() {
        return kind.section();
    }

    @Override
    public String form() {
        return kind.form();
    }

    @Override
    public boolean offeredTo(Role role) {
        return kind.authors().contains(role);
    }

    @Override
    public Component create(ComposerContext context) {
        var zone = centres.centre(context.centre()).serviceDay().zone();
        return new NoteForm(
                kind,
                notes,
                context,
                new ObservedAt(zone, clock),
                new VisibilityPicker(
                        new Readership(readers, context::record, kind.section(), context.centre()), kind.discipline()));
    }
}
