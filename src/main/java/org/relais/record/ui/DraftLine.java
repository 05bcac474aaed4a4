package org.relais.record.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.record.Draft;
import org.relais.record.Drafts;
import org.relais.record.SaveDraft;
import org.relais.record.StaleDraft;
import org.relais.record.page.DraftHandle;
import org.relais.shared.CentreId;
import org.relais.shared.RelaisException;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;

/** The draft of one open form, and the line that tells where it stands. */
final class DraftLine implements DraftHandle {

    private final Drafts drafts;
    private final Supplier<Grant> write;
    private final String form;
    private final Supplier<CentreId> centre;
    private final PageWords words;
    private final Div line = new Div();
    private @Nullable Draft draft;
    private @Nullable Map<String, String> conflicting;
    private Consumer<Map<String, String>> replaced = fields -> {};

    DraftLine(Drafts drafts, Supplier<Grant> write, String form, Supplier<CentreId> centre, PageWords words) {
        this.drafts = drafts;
        this.write = write;
        this.form = form;
        this.centre = centre;
        this.words = words;
        line.addClassName("relais-draft-line");
        line.getElement().setAttribute("aria-live", "polite");
        draft = drafts.find(write.get(), form).orElse(null);
        showSaved();
    }

    @Override
    public Map<String, String> restored() {
        return draft == null ? Map.of() : draft.content();
    }

    @Override
    public void edited(Map<String, String> content) {
        if (content.equals(conflicting)) {
            // Both texts are on the screen; drawn anew, the choice would slip away under the pointer.
            return;
        }
        try {
            flush(content);
        } catch (StaleDraft stale) {
            conflict(stale, content);
        } catch (RelaisException refusal) {
            say(Glyph.CIRCLE_X, line.getTranslation(refusal.key(), refusal.arguments()));
        }
    }

    @Override
    public Draft flush(Map<String, String> content) {
        var known = draft;
        var kept = new HashMap<>(content);
        kept.put(WritingCentres.FIELD, centre.get().toString());
        if (known != null && known.content().equals(kept)) {
            return known;
        }
        var saved = drafts.save(
                write.get(),
                new SaveDraft(form, kept, known == null ? null : known.id(), known == null ? 0 : known.version()));
        draft = saved;
        showSaved();
        return saved;
    }

    @Override
    public void onReplaced(Consumer<Map<String, String>> fields) {
        replaced = fields;
    }

    @Override
    public void discard() {
        if (draft != null) {
            drafts.discard(write.get(), draft.id());
            draft = null;
        }
        conflicting = null;
        line.removeAll();
    }

    @Override
    public Component statusLine() {
        return line;
    }

    /** Both texts, and the choice between them; nothing is stored before the choice. */
    @Override
    public void conflict(StaleDraft stale, Map<String, String> yours) {
        line.removeAll();
        conflicting = yours;
        var keep = new Button(line.getTranslation("record.conflict.keep"), event -> {
            conflicting = null;
            draft = stale.stored();
            edited(yours);
        });
        var take = new Button(line.getTranslation("record.conflict.take"), event -> {
            conflicting = null;
            draft = stale.stored();
            replaced.accept(stale.stored().content());
            showSaved();
        });
        line.add(
                new NoticeBar(
                        Severity.WARNING,
                        line.getTranslation("record.conflict"),
                        line.getTranslation(
                                "record.conflict.text",
                                words.formats().time(stale.stored().savedAt())),
                        keep,
                        take),
                createText("record.conflict.yours", yours),
                createText("record.conflict.stored", stale.stored().content()));
    }

    private Component createText(String key, Map<String, String> content) {
        var head = new Span(line.getTranslation(key));
        head.addClassName("relais-strong");
        var text = new Div(content.entrySet().stream()
                .filter(field -> !field.getValue().isBlank() && !field.getKey().equals(WritingCentres.FIELD))
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder()))
                .filter(field -> field.getKey().equals("text") || field.getKey().equals("title") || notes(content))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n")));
        text.addClassName("relais-entry-text");
        var block = new Div(head, text);
        block.addClassName("relais-conflict-text");
        return block;
    }

    // Other rooms' forms have other fields; then all of them show.
    private static boolean notes(Map<String, String> content) {
        return !content.containsKey("text");
    }

    private void showSaved() {
        conflicting = null;
        if (draft == null) {
            line.removeAll();
        } else {
            say(
                    Glyph.CLOUD_CHECK,
                    line.getTranslation("record.draft.saved", words.formats().time(draft.savedAt())));
        }
    }

    private void say(Glyph glyph, String text) {
        line.removeAll();
        line.add(glyph.create(), new Span(text));
    }
}
