package org.relais.privacy.ui;

import java.util.Comparator;
import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.Protection;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;

/** Whether only named colleagues know of the person at all, and who they are. */
final class ProtectionPanel extends Panel {

    /** What the page does when a button is pressed. */
    interface Actions {

        void protect();

        void name();

        void unname(StaffId staff, String who);

        void end();
    }

    /** @param full whether the reader may know why */
    ProtectionPanel(Optional<Protection> protection, PrivacyWords words, boolean full, boolean gives, Actions actions) {
        super(I18NProvider.translate("privacy.protection"));
        if (protection.isEmpty()) {
            addHeaderAction("privacy.protection.protect.open", Glyph.SHIELD_PLUS, actions::protect);
            addContent(new Paragraph(getTranslation("privacy.protection.none")));
            return;
        }
        var known = protection.get();
        setCount(known.named().size());
        addContent(new NoticeBar(
                Severity.WARNING,
                Glyph.SHIELD_ALERT,
                getTranslation("privacy.protection.in-force"),
                getTranslation("privacy.protection.effect")));
        addContent(new PrivacyLine(full ? known.reason() : getTranslation("privacy.protection.decided"))
                .meta(getTranslation(
                        "privacy.protection.since",
                        words.formats(getLocale()).date(known.since()),
                        words.signature(known.decidedBy(), getLocale()))));
        known.named().stream().sorted(Comparator.comparing(words::name)).forEach(staff -> {
            var who = words.name(staff);
            var line = new PrivacyLine(words.signature(staff, getLocale()));
            if (gives) {
                line.action(getTranslation("privacy.protection.unname.verb"), who, () -> actions.unname(staff, who));
            }
            addContent(line);
        });
        if (gives) {
            addHeaderAction("privacy.protection.name.open", Glyph.USER_PLUS, actions::name);
            addHeaderAction("privacy.protection.end.verb", Glyph.LOCK_OPEN, actions::end);
        }
    }

    private void addHeaderAction(String key, Glyph glyph, Runnable act) {
        var button = new Button(getTranslation(key), glyph.create(), _ -> act.run());
        button.addThemeName("small");
        addToHeader(button);
    }
}
