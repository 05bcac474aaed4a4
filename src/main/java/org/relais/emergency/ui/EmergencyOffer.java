package org.relais.emergency.ui;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.person.PersonRoutes;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.uikit.Glyph;
import org.relais.uikit.RefusalOffer;

/**
 * Offers emergency access where a record, or a part of it, is closed: to every role that may use it and for every
 * address of a record, so that the button says nothing of whether there is one.
 */
@org.springframework.stereotype.Component
class EmergencyOffer implements RefusalOffer {

    private static final String RECORDS = PersonRoutes.LIST + "/";

    private final EmergencyDesk desk;

    EmergencyOffer(EmergencyDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Component> create(String path) {
        return desk.offered() ? person(path).map(this::button) : Optional.empty();
    }

    @Override
    public boolean opensWhatIsLocked() {
        return true;
    }

    private Component button(PersonId person) {
        var button = new Button(
                I18NProvider.translate("emergency.open"),
                Glyph.KEY_ROUND.create(),
                _ -> new EmergencyDialog(desk, person).open());
        button.addClassName("relais-emergency-open");
        return button;
    }

    private static Optional<PersonId> person(String path) {
        if (!path.startsWith(RECORDS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PersonId.parse(path.substring(RECORDS.length()).split("/", 2)[0]));
        } catch (InvalidInput noPerson) {
            return Optional.empty();
        }
    }
}
