package org.relais.therapy.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

import org.relais.shared.Severity;
import org.relais.therapy.Attendance;
import org.relais.therapy.SessionRow;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** The facts of a session in a few words beside its head. */
final class SessionBadges {

    private SessionBadges() {}

    static List<Component> of(SessionRow.Facts facts, Words words) {
        var badges = new ArrayList<Component>();
        badges.add(attendance(facts.attendance(), words));
        var details = new ArrayList<String>();
        if (facts.approach() != null) {
            details.add(words.of(facts.approach().key()));
        }
        // By phone is said by the attendance already
        if (facts.attendance() != Attendance.BY_PHONE) {
            details.add(words.of(facts.mode().key()));
        }
        if (facts.minutes() != null) {
            details.add(words.of("therapy.minutes", facts.minutes()));
        }
        var line = new Span(String.join(" · ", details));
        line.addClassNames("relais-meta", "relais-numeric");
        badges.add(line);
        return badges;
    }

    private static Component attendance(Attendance attendance, Words words) {
        var word = words.of(attendance.key());
        return switch (attendance) {
            case ATTENDED -> new SeverityBadge(Severity.OK, word);
            case BY_PHONE -> new SeverityBadge(Severity.OK, Glyph.PHONE, word);
            case LATE_CANCEL, CANCELLED -> new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, word);
            case NO_SHOW -> new SeverityBadge(Severity.WARNING, Glyph.USER_X, word);
        };
    }

    /** The words of the bundles in the reader's language. */
    interface Words {

        String of(String key, Object... arguments);
    }
}
