package org.relais.detox.ui;

import java.util.List;

import com.vaadin.flow.component.html.Span;

import org.relais.person.AlertFlag;
import org.relais.uikit.Glyph;

/** What must be known of somebody before anybody comes near: a glyph each, whose words are read and shown on hover. */
class AlertFlags extends Span {

    AlertFlags(List<AlertFlag> alerts, DetoxWords words) {
        addClassName("relais-ward-flags");
        for (var alert : alerts) {
            var text = words.say(alert.kind().key());
            var flag = new Span(glyph(alert).create());
            flag.addClassNames(
                    "relais-ward-flag",
                    "relais-ward-flag-" + alert.severity().name().toLowerCase(java.util.Locale.ROOT));
            flag.getElement().setAttribute("role", "img");
            flag.getElement().setAttribute("aria-label", text);
            flag.getElement().setAttribute("title", text);
            add(flag);
        }
    }

    private static Glyph glyph(AlertFlag alert) {
        return switch (alert.kind()) {
            case ALLERGY -> Glyph.OCTAGON_ALERT;
            case SEIZURE_HISTORY -> Glyph.ZAP;
            case SAFETY -> Glyph.SHIELD_ALERT;
            case PREGNANCY -> Glyph.HEART_HANDSHAKE;
            case SUICIDE_RISK, OTHER -> Glyph.TRIANGLE_ALERT;
        };
    }
}
