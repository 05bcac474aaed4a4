package org.relais.detox.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.episode.BedCondition;
import org.relais.episode.BedConsent;
import org.relais.episode.BedRow;
import org.relais.shared.PersonId;

/** Asks, of a bed against which something speaks, whether it is meant: what speaks against it is said here. */
class BedConsentFields extends Div {

    private final transient BedWords words;
    private final Checkbox uncleaned = new Checkbox();
    private final Checkbox fulfils = new Checkbox();
    private final TextField overriding = new TextField();
    private transient @Nullable BedRow bed;
    private @Nullable PersonId person;

    BedConsentFields(BedWords words) {
        this.words = words;
        addClassNames("relais-wide", "relais-ward-consent");
        uncleaned.setLabel(words.say("detox.bed.consent.uncleaned"));
        overriding.setHelperText(words.say("detox.bed.consent.overriding.help"));
        overriding.setMaxLength(200);
        fulfils.addValueChangeListener(_ -> arrange());
        add(uncleaned, fulfils, overriding);
        arrange();
    }

    /** The field that shows a refused reason. */
    TextField overriding() {
        return overriding;
    }

    /** The bed and the person chosen by now. */
    void ask(@Nullable BedRow chosenBed, @Nullable PersonId chosenPerson) {
        bed = chosenBed;
        person = chosenPerson;
        uncleaned.setValue(false);
        fulfils.setValue(false);
        overriding.clear();
        arrange();
    }

    BedConsent consent() {
        var kept = bed == null ? null : bed.state().reservation();
        return new BedConsent(
                uncleaned.isVisible() && uncleaned.getValue(),
                kept != null && fulfils.isVisible() && fulfils.getValue() ? kept.id() : null,
                overriding.isVisible() ? overriding.getValue() : null);
    }

    private void arrange() {
        var state = bed == null ? null : bed.state();
        var kept = state == null ? null : state.reservation();
        uncleaned.setVisible(state != null && state.condition() == BedCondition.TO_CLEAN);
        // Kept for a person it is theirs or not; kept for words, whoever gives the bed knows whom they meant
        var others = kept != null && (kept.person() == null || !kept.person().equals(person));
        var inWords = kept != null && kept.words() != null;
        fulfils.setVisible(others && inWords);
        overriding.setVisible(others && !(fulfils.isVisible() && fulfils.getValue()));
        if (kept != null) {
            fulfils.setLabel(words.say("detox.bed.consent.fulfils", words.expected(kept)));
            overriding.setLabel(words.say("detox.bed.consent.overriding", words.expected(kept)));
        }
    }
}
