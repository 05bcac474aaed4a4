package org.relais.privacy.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.GivenAccess;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;

/** Who takes part in the care for a time, beside those who follow the person. */
final class GivenAccessesPanel extends Panel {

    /** What the page does when a button is pressed. */
    interface Actions {

        void add();

        void end(GivenAccess given, String who);
    }

    /** @param full whether the reader may know why */
    GivenAccessesPanel(List<GivenAccess> given, PrivacyWords words, boolean full, boolean gives, Actions actions) {
        super(I18NProvider.translate("privacy.given"));
        setCount(given.size());
        if (gives) {
            var add = new Button(getTranslation("privacy.given.add"), Glyph.KEY_ROUND.create(), _ -> actions.add());
            add.addThemeName("small");
            addToHeader(add);
        }
        if (given.isEmpty()) {
            addContent(new Paragraph(getTranslation("privacy.given.none")));
        }
        for (var one : given) {
            var who = words.name(one.staff());
            var line = new PrivacyLine(words.signature(one.staff(), getLocale()))
                    .say(full ? one.reason() : "")
                    .meta(getTranslation(
                            "privacy.given.until",
                            words.lastDay(one.until(), getLocale()),
                            words.name(one.givenBy()),
                            words.formats(getLocale()).date(one.from())));
            if (gives) {
                line.action(getTranslation("privacy.given.end.verb"), who, () -> actions.end(one, who));
            }
            addContent(line);
        }
    }
}
