package org.relais.privacy.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.PersonLock;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** What the person closed, who still reads it, and what stays visible all the same. */
final class LocksPanel extends Panel {

    /** What the page does when a button is pressed. */
    interface Actions {

        void add();

        void lift(PersonLock lock, String what);
    }

    LocksPanel(List<PersonLock> locks, PrivacyWords words, boolean writes, Actions actions) {
        super(I18NProvider.translate("privacy.locks"));
        setCount(locks.size());
        if (writes) {
            var add = new Button(getTranslation("privacy.lock.add"), Glyph.LOCK.create(), _ -> actions.add());
            add.addThemeName("small");
            addToHeader(add);
        }
        if (locks.isEmpty()) {
            addContent(new Paragraph(getTranslation("privacy.locks.none")));
        }
        for (var lock : locks) {
            var section = lock.section();
            var unit = lock.unit();
            var what = section != null ? getTranslation(section.key()) : unit == null ? "" : words.unit(unit);
            var line = new PrivacyLine(what)
                    .badge(new SeverityBadge(Severity.NEUTRAL, Glyph.LOCK, getTranslation("privacy.lock.in-force")))
                    .say(getTranslation(section != null ? "privacy.lock.readers.section" : "privacy.lock.readers.unit"))
                    .meta(getTranslation(
                            "privacy.lock.placed",
                            words.formats(getLocale()).date(lock.placedAt()),
                            words.signature(lock.placedBy(), getLocale())));
            if (writes) {
                line.action(getTranslation("privacy.lock.lift.verb"), what, () -> actions.lift(lock, what));
            }
            addContent(line);
        }
        var stays = new Paragraph(getTranslation("privacy.lock.stays"));
        stays.addClassNames("relais-meta", "relais-privacy-foot");
        addContent(stays);
    }
}
