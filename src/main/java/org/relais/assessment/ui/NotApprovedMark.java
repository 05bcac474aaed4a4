package org.relais.assessment.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.popover.Popover;

import org.relais.rules.RuleHeader;
import org.relais.uikit.Glyph;

/** A mark beside a result whose rule nobody approved; opens what the rule is and where it comes from. */
class NotApprovedMark extends NativeButton {

    NotApprovedMark(RuleHeader rule) {
        addClassName("relais-rule-mark");
        getElement().setAttribute("type", "button");
        setAriaLabel(getTranslation("assessment.rule.not-approved"));
        add(Glyph.SHIELD_ALERT.create());
        // The popover is made when it is wanted: a page of entries would carry twenty of them.
        addClickListener(event -> open(rule));
        getElement().setAttribute("title", getTranslation("assessment.rule.not-approved"));
    }

    private void open(RuleHeader rule) {
        var popover = new Popover(
                new Paragraph(getTranslation("assessment.rule.version", rule.code(), rule.version())),
                new Paragraph(getTranslation("assessment.rule.source", rule.source())),
                new Paragraph(getTranslation("assessment.rule.not-approved.text")));
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
