package org.relais.episode.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextField;

import org.relais.centre.Centre;
import org.relais.episode.OpenEnquiry;

/** Notes an enquiry at a unit. */
class EnquiryDialog extends ActDialog {

    private final UnitField unit;
    private final TextField note = new TextField(getTranslation("episode.field.asked"));
    private final transient Consumer<OpenEnquiry> callback;

    EnquiryDialog(String person, List<Centre> centres, Consumer<OpenEnquiry> callback) {
        super("episode.enquire", person);
        this.callback = callback;
        unit = new UnitField(getTranslation("episode.field.unit"), centres, _ -> true);
        errors().register("unit", unit).register("note", note);
        addFields(unit, note);
    }

    @Override
    void act() {
        callback.accept(new OpenEnquiry(unit.required().id(), note.getValue(), null));
    }
}
