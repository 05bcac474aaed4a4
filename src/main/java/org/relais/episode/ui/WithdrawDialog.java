package org.relais.episode.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextField;

import org.relais.episode.PlaceOffer;
import org.relais.episode.WithdrawPlace;

/** Takes an offer of a place back, and says why. */
class WithdrawDialog extends ActDialog {

    private final TextField reason = new TextField(getTranslation("episode.transfer.field.reason"));
    private final transient PlaceOffer offer;
    private final transient Consumer<WithdrawPlace> callback;

    WithdrawDialog(String person, PlaceOffer offer, Consumer<WithdrawPlace> callback) {
        super("episode.offer.withdraw", person);
        this.offer = offer;
        this.callback = callback;
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(200);
        errors().register("reason", reason);
        addFields(reason);
    }

    @Override
    void act() {
        callback.accept(new WithdrawPlace(offer.id(), offer.version(), reason.getValue()));
    }
}
