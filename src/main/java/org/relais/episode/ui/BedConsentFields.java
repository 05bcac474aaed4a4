package org.relais.episode.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.episode.BedConsent;
import org.relais.episode.BedWarned;

/** Shows itself once a bed was refused with a warning, and can then say that it is meant. */
class BedConsentFields extends Div {

    private final Checkbox uncleaned = new Checkbox(getTranslation("episode.bed.give-uncleaned"));
    private final TextField overriding = new TextField(getTranslation("episode.bed.overriding"));

    BedConsentFields() {
        overriding.setHelperText(getTranslation("episode.bed.overriding.help"));
        overriding.setMaxLength(200);
        add(uncleaned, overriding);
        reset();
    }

    /** Whether somebody chose another bed, against which nothing is known yet. */
    final void reset() {
        uncleaned.setValue(false);
        uncleaned.setVisible(false);
        overriding.clear();
        overriding.setVisible(false);
    }

    void ask(BedWarned warned) {
        (warned.warning() == BedWarned.Warning.TO_CLEAN ? uncleaned : overriding).setVisible(true);
    }

    TextField overriding() {
        return overriding;
    }

    BedConsent consent() {
        return new BedConsent(uncleaned.getValue(), null, overriding.isVisible() ? overriding.getValue() : null);
    }
}
