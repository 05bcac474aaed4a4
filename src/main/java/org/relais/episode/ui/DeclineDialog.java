package org.relais.episode.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.episode.DeclinePlace;
import org.relais.episode.PlaceOffer;

/** The person does not want the place: why, and whether they still wait. */
class DeclineDialog extends ActDialog {

    private final TextField reason = new TextField(getTranslation("episode.offer.field.reason"));
    private final Checkbox leaves = new Checkbox(getTranslation("episode.offer.field.leaves"));
    private final transient PlaceOffer offer;
    private final transient Consumer<DeclinePlace> callback;

    DeclineDialog(String person, PlaceOffer offer, Consumer<DeclinePlace> callback) {
        super("episode.offer.decline", person);
        this.offer = offer;
        this.callback = callback;
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(200);
        leaves.setHelperText(getTranslation("episode.offer.field.leaves.help"));
        errors().register("reason", reason);
        addFields(reason, leaves);
    }

    @Override
    void act() {
        callback.accept(new DeclinePlace(offer.id(), offer.version(), reason.getValue(), leaves.getValue()));
    }
}
