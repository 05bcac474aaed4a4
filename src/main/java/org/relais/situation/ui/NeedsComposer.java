package org.relais.situation.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.Section;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ComposerType;
import org.relais.shared.SocialAssessmentId;
import org.relais.situation.EntryTypes;
import org.relais.uikit.Glyph;

/** Rating needs from the record's composer, and from the page of the situation, which may ask for a correction. */
@org.springframework.stereotype.Component
class NeedsComposer implements ComposerType {

    private final SocialDesk desk;

    NeedsComposer(SocialDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 64;
    }

    @Override
    public String labelKey() {
        return "situation.entry.needs";
    }

    @Override
    public Glyph glyph() {
        return Glyph.CLIPBOARD_LIST;
    }

    @Override
    public Section section() {
        return Section.SOCIAL;
    }

    @Override
    public String form() {
        return EntryTypes.NEEDS;
    }

    @Override
    public Component create(ComposerContext context) {
        var wrong = context.asked()
                .map(SocialAssessmentId::parse)
                .flatMap(id -> desk.needs().of(context.write()).holding().stream()
                        .filter(rating -> rating.id().equals(id))
                        .findFirst());
        return new NeedsForm(desk, context, wrong.orElse(null));
    }
}
