package org.relais.episode.ui;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.relais.episode.HandOverDraft;
import org.relais.episode.Transfers;
import org.relais.shared.RelaisException;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;

/**
 * What the other centre needs to know before it answers. Saved by itself while it is typed, and there again when the
 * dialog is opened anew; what cannot be saved stays in the field.
 */
class HandOverField extends TextArea {

    // As much of a note may be unsaved
    private static final int PAUSE_MILLISECONDS = 1_500;

    private final transient Keeping keeping;
    private final transient Formats formats;
    private final Div status = new Div();
    private long version;

    /** @param formats of the centre whose time the line tells */
    @SuppressWarnings("this-escape")
    HandOverField(Keeping keeping, Formats formats) {
        this.keeping = keeping;
        this.formats = formats;
        setLabel(getTranslation("episode.transfer.hand-over"));
        setRequiredIndicatorVisible(true);
        setMaxLength(Transfers.HAND_OVER);
        setMinRows(6);
        status.addClassName("relais-draft-line");
        status.getElement().setAttribute("aria-live", "polite");
        keeping.find().ifPresent(draft -> {
            setValue(draft.text());
            saved(Optional.of(draft));
        });
        setValueChangeMode(ValueChangeMode.TIMEOUT);
        setValueChangeTimeout(PAUSE_MILLISECONDS);
        addValueChangeListener(change -> {
            countCharacters();
            if (change.isFromClient()) {
                save();
            }
        });
        countCharacters();
    }

    /** The line that tells when it was saved, or why it was not. */
    Component status() {
        return status;
    }

    private void save() {
        try {
            saved(keeping.save(getValue(), version));
        } catch (RelaisException refusal) {
            say(Glyph.CIRCLE_X, getTranslation(refusal.key(), refusal.arguments()));
        }
    }

    private void saved(Optional<HandOverDraft> draft) {
        version = draft.map(HandOverDraft::version).orElse(0L);
        status.removeAll();
        draft.ifPresent(kept ->
                say(Glyph.CLOUD_CHECK, getTranslation("episode.hand-over.saved", formats.dateTime(kept.savedAt()))));
    }

    private void say(Glyph glyph, String text) {
        status.removeAll();
        status.add(glyph.create(), new Span(text));
    }

    private void countCharacters() {
        setHelperText(getTranslation(
                "episode.transfer.hand-over.help",
                getValue().codePointCount(0, getValue().length()),
                Transfers.HAND_OVER));
    }

    /** Where the text is kept until it is sent. */
    interface Keeping {

        Optional<HandOverDraft> find();

        Optional<HandOverDraft> save(String text, long expectedVersion);
    }
}
