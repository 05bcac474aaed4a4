package org.relais.privacy.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.KeyWorker;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;

/** Whom the person turns to first, in each centre. */
final class KeyWorkersPanel extends Panel {

    KeyWorkersPanel(List<KeyWorker> keyWorkers, PrivacyWords words, boolean writes, Runnable name) {
        super(I18NProvider.translate("privacy.key-workers"));
        setCount(keyWorkers.size());
        if (writes) {
            var button =
                    new Button(getTranslation("privacy.key-worker.add"), Glyph.USER_CHECK.create(), _ -> name.run());
            button.addThemeName("small");
            addToHeader(button);
        }
        if (keyWorkers.isEmpty()) {
            addContent(new Paragraph(getTranslation("privacy.key-workers.none")));
        }
        keyWorkers.forEach(one -> addContent(new PrivacyLine(words.signature(one.staff(), getLocale()))
                .meta(getTranslation(
                        "privacy.key-worker.since",
                        words.centre(one.centre()),
                        words.formats(getLocale()).date(one.since())))));
    }
}
