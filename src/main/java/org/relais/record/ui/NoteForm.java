package org.relais.record.ui;

import java.util.HashMap;
import java.util.Map;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.relais.record.NoteKind;
import org.relais.record.Notes;
import org.relais.record.SignNote;
import org.relais.record.StaleDraft;
import org.relais.record.Visibility;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.DraftHandle;
import org.relais.record.page.ObservedAt;
import org.relais.record.page.VisibilityPicker;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.KeyHint;

/** Writes one note: title, text, when it was observed, and who reads it. Saved as it is typed; frozen when signed. */
final class NoteForm extends Div {

    private final transient NoteKind kind;
    private final transient Notes notes;
    private final transient ComposerContext context;
    private final TextField title = new TextField();
    private final TextArea text = new TextArea();
    private final ObservedAt observed;
    private final VisibilityPicker visibility;
    private final transient FieldErrors errors = new FieldErrors();

    NoteForm(NoteKind kind, Notes notes, ComposerContext context, ObservedAt observed, VisibilityPicker visibility) {
        this.kind = kind;
        this.notes = notes;
        this.context = context;
        this.observed = observed;
        this.visibility = visibility;
        addClassName("relais-note-form");
        title.setPlaceholder(getTranslation("record.note.title"));
        title.setAriaLabel(getTranslation("record.note.title"));
        text.setPlaceholder(getTranslation("record.note.text"));
        text.setAriaLabel(getTranslation("record.note.text"));
        text.setRequiredIndicatorVisible(false);
        add(title, text, createBar(), context.draft().statusLine());
        errors.register("title", title).register("text", text).register("occurredAt", observed.field());
        restore(context.draft().restored());
        context.draft().onReplaced(this::restore);
        saveWhileTyping();
        text.focus();
    }

    private Div createBar() {
        var sign = new BusyButton(getTranslation("record.sign"), this::sign);
        sign.addThemeName("primary");
        sign.setSuffixComponent(new KeyHint(getTranslation("record.sign.keys")));
        sign.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        var close = new Button(getTranslation("record.note.close"), event -> {
            context.draft().edited(content());
            context.closed();
        });
        close.addThemeName("tertiary");
        var discard = new Button(getTranslation("record.note.discard"), event -> {
            context.draft().discard();
            context.closed();
        });
        discard.addThemeName("tertiary");
        var buttons = new Div(discard, close, sign);
        buttons.addClassName("relais-note-buttons");
        var bar = new Div(observed, visibility, buttons);
        bar.addClassName("relais-note-bar");
        return bar;
    }

    private void saveWhileTyping() {
        title.setValueChangeMode(ValueChangeMode.TIMEOUT);
        title.setValueChangeTimeout(DraftHandle.PAUSE);
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(DraftHandle.PAUSE);
        title.addValueChangeListener(event -> save(event.isFromClient()));
        text.addValueChangeListener(event -> save(event.isFromClient()));
        observed.field().addValueChangeListener(event -> save(event.isFromClient()));
        visibility.onChange(() -> save(true));
        // A blur sends what is still waiting for its pause.
        text.addBlurListener(event -> save(true));
        title.addBlurListener(event -> save(true));
    }

    private void save(boolean byAuthor) {
        if (byAuthor && (!title.isEmpty() || !text.isEmpty())) {
            context.draft().edited(content());
        }
    }

    private void sign() {
        var line = context.draft();
        errors.run(() -> {
            try {
                var draft = line.flush(content());
                context.signed(notes.sign(
                        context.write(),
                        new SignNote(
                                kind.type(),
                                title.getValue(),
                                text.getValue(),
                                observed.value(),
                                context.centre(),
                                visibility.getValue(),
                                draft.id(),
                                draft.version())));
            } catch (StaleDraft stale) {
                line.conflict(stale, content());
            }
        });
    }

    private Map<String, String> content() {
        var content = new HashMap<String, String>();
        content.put("title", title.getValue());
        content.put("text", text.getValue());
        content.put("observed", observed.draft());
        content.put("visibility", visibility.getValue().name());
        return content;
    }

    private void restore(Map<String, String> content) {
        title.setValue(content.getOrDefault("title", ""));
        text.setValue(content.getOrDefault("text", ""));
        observed.restore(content.getOrDefault("observed", ""));
        visibility.setValue(Visibility.valueOf(content.getOrDefault("visibility", Visibility.TEAM.name())));
    }
}
