package org.relais.agenda.ui;

import com.vaadin.flow.component.combobox.ComboBox;

import org.relais.person.PersonHit;

/** Finds a person of one's centres by a part of their name or file number. */
final class PersonField extends ComboBox<PersonHit> {

    PersonField(AgendaDesk desk, String label, String help) {
        super(label);
        setHelperText(help);
        setClearButtonVisible(true);
        setItemLabelGenerator(hit -> hit.name().display() + " · " + hit.name().fileNumber());
        setItems(query -> desk.search(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
    }
}
