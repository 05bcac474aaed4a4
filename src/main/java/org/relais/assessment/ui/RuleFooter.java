package org.relais.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;

import org.relais.rules.RuleHeader;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** Which version of which rule is applied, where it comes from, and whether anybody approved it. */
class RuleFooter extends Div {

    RuleFooter(RuleHeader rule, String name, String credit) {
        addClassName("relais-rule-source");
        var version = new Span(getTranslation("assessment.rule.version", name, rule.version()));
        add(version, new Span(getTranslation("assessment.rule.source", rule.source())), new Span(credit));
        if (!rule.approved()) {
            var badge = new SeverityBadge(
                    Severity.WARNING, Glyph.SHIELD_ALERT, getTranslation("assessment.rule.not-approved"));
            badge.getElement().setAttribute("tabindex", "0");
            Tooltip.forComponent(badge).setText(getTranslation("assessment.rule.not-approved.text"));
            version.add(badge);
        }
    }
}
