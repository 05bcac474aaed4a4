package org.relais.situation.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.relais.rules.RuleHeader;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** Which version of which rule is applied, where it comes from, and whether anybody approved it. */
final class RuleMark extends Paragraph {

    RuleMark(RuleHeader rule, SituationWords words) {
        addClassNames("relais-meta", "relais-situation-rule");
        add(new Span(words.say("situation.rule", rule.code(), rule.version(), rule.source())));
        if (!rule.approved()) {
            add(new SeverityBadge(Severity.WARNING, Glyph.SHIELD_ALERT, words.say("situation.rule.not-approved")));
        }
    }
}
