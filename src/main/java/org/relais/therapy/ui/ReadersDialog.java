package org.relais.therapy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.relais.shared.Discipline;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DisciplineLabel;
import org.relais.uikit.Glyph;
import org.relais.uikit.KeyHint;

/** Says who will be able to read a process note, before it is signed. */
final class ReadersDialog extends Dialog {

    /**
     * @param session such as "session of 19 Nov 2026"
     * @param team who could read the progress note that is signed with it
     */
    ReadersDialog(String session, String team, Runnable confirmed) {
        addClassName("relais-readers");
        setHeaderTitle(getTranslation("therapy.process.title"));
        setCloseOnOutsideClick(false);
        var which = new Span(session);
        which.addClassName("relais-secondary");
        var head = new Div(new DisciplineLabel(Discipline.PSYCHOLOGICAL), which);
        head.addClassName("relais-row");
        add(
                head,
                line(Glyph.EYE, "therapy.readers.you"),
                line(Glyph.EYE_OFF, "therapy.readers.team"),
                line(Glyph.PRINTER, "therapy.readers.excluded"),
                line(Glyph.USERS, "therapy.readers.progress", team));
        var sign = new BusyButton(getTranslation("therapy.sign"), () -> {
            close();
            confirmed.run();
        });
        sign.addThemeName("primary");
        sign.setSuffixComponent(new KeyHint(getTranslation("therapy.sign.keys")));
        sign.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        getFooter().add(new Button(getTranslation("therapy.readers.change"), event -> close()), sign);
    }

    private Component line(Glyph glyph, String key, Object... arguments) {
        var title = new Span(getTranslation(key));
        title.addClassName("relais-strong");
        var text = new Span(getTranslation(key + ".text", arguments));
        text.addClassNames("relais-secondary", "relais-small-text");
        var line = new Div(glyph.create(), new Div(title, text));
        line.addClassName("relais-readers-line");
        return line;
    }
}
