package org.relais.ultrarapid.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.uikit.Glyph;
import org.relais.ultrarapid.UltraRapidDetox;

/** How a beginning looks in the timeline. */
@org.springframework.stereotype.Component
class UltraRapidDecoration implements EntryDecoration {

    @Override
    public Set<String> types() {
        return Set.of(UltraRapidDetox.ENTRY);
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        return I18NProvider.translate(locale, "ultrarapid.entry.procedure");
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(Glyph.SHIELD_ALERT);
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        return Optional.ofNullable(row.detail().get("version"))
                .map(version -> new Paragraph(
                        I18NProvider.translate(UI.getCurrentOrThrow().getLocale(), "ultrarapid.entry.text", version)));
    }
}
