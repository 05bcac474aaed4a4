package org.relais.referral.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.referral.LetterParagraph;
import org.relais.shared.FreeText;
import org.relais.uikit.FieldErrors;

/** The paragraphs of a letter, each to be edited; of which section it speaks stays. */
final class LetterFields extends Div {

    private final transient List<LetterParagraph> paragraphs = new ArrayList<>();
    private final List<TextArea> texts = new ArrayList<>();
    private boolean edited;

    LetterFields() {
        addClassName("relais-orientation-letter");
    }

    /** Shows a letter in the place of the one before. */
    void show(List<LetterParagraph> letter, FieldErrors errors) {
        removeAll();
        paragraphs.clear();
        texts.clear();
        edited = false;
        if (letter.isEmpty()) {
            var none = new Paragraph(getTranslation("referral.add.letter.empty"));
            none.addClassName("relais-meta");
            add(none);
        }
        for (var paragraph : letter) {
            var text = new TextArea(paragraph.heading());
            text.setMaxLength(FreeText.NOTE);
            text.setValue(paragraph.text());
            text.addValueChangeListener(event -> edited = edited || event.isFromClient());
            paragraphs.add(paragraph);
            texts.add(text);
            add(text);
        }
        if (!texts.isEmpty()) {
            register(errors, texts.getFirst());
        }
    }

    /** Whether somebody changed a paragraph since it was shown. */
    boolean edited() {
        return edited;
    }

    /** The letter as it was typed. */
    List<LetterParagraph> letter() {
        var letter = new ArrayList<LetterParagraph>();
        for (int i = 0; i < paragraphs.size(); i++) {
            var before = paragraphs.get(i);
            letter.add(new LetterParagraph(
                    before.section(), before.heading(), texts.get(i).getValue()));
        }
        return letter;
    }

    private static <F extends com.vaadin.flow.component.Component & HasValidation> void register(
            FieldErrors errors, F field) {
        errors.register("letter", field);
    }
}
