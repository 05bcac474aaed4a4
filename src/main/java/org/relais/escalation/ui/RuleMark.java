package org.relais.escalation.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;

import org.relais.rules.RuleHeader;
import org.relais.uikit.Glyph;

/** The rule that raised an alarm, marked where nobody approved it; opens what it is and where it comes from. */
class RuleMark extends NativeButton {

    RuleMark(RuleHeader rule) {
        addClassName("relais-alarm-rule");
        getElement().setAttribute("type", "button");
        add(new Span(rule.code()));
        if (rule.approved()) {
            setAriaLabel(getTranslation("escalation.rule", rule.code()));
        } else {
            add(Glyph.SHIELD_ALERT.create());
            setAriaLabel(getTranslation("escalation.rule.not-approved", rule.code()));
            getElement().setAttribute("title", getTranslation("escalation.rule.not-approved", rule.code()));
        }
        addClickListener(_ -> open(rule));
    }

    // Made when it is wanted
    private void open(RuleHeader rule) {
        var popover = new Popover(
                new Paragraph(getTranslation("escalation.rule.version", rule.code(), rule.version())),
                new Paragraph(getTranslation("escalation.rule.source", rule.source())));
        if (!rule.approved()) {
            popover.add(new Paragraph(getTranslation("escalation.rule.not-approved.text")));
        }
        if (rule.unverified() != null) {
            popover.add(new Paragraph(getTranslation("escalation.rule.unverified", rule.unverified())));
        }
        popover.setAriaLabel(getTranslation("escalation.rule", rule.code()));
        popover.setTarget(this);
        popover.setOpenOnClick(false);
        popover.addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                popover.removeFromParent();
            }
        });
        popover.open();
    }
}
