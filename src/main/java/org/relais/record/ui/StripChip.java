package org.relais.record.ui;

import java.util.Locale;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;

import org.relais.shared.Severity;
import org.relais.uikit.Glyph;

/** A chip of the identity strip that opens its full text, by tap, click or Enter. */
final class StripChip extends Div {

    StripChip(Severity severity, Glyph glyph, String head, String text, Div full) {
        addClassName("relais-strip-chip-place");
        var word = new Span(head);
        word.addClassName("relais-strip-chip-head");
        var rest = new Span(text);
        rest.addClassName("relais-ellipsis");
        var chip = new NativeButton();
        chip.add(glyph.create(), word, rest);
        chip.addClassNames("relais-strip-chip", "relais-" + severity.name().toLowerCase(Locale.ROOT));
        chip.getElement().setAttribute("type", "button");
        full.addClassName("relais-popover-text");
        var popover = new Popover(full);
        popover.setTarget(chip);
        popover.setAriaLabel(head);
        add(chip, popover);
    }
}
