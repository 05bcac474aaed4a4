package org.relais.episode.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.episode.EndTransfer;
import org.relais.episode.Transfer;

/** Refuses a transfer or takes it back, and says why. */
class EndTransferDialog extends ActDialog {

    private final TextArea reason = new TextArea(getTranslation("episode.transfer.field.reason"));
    private final transient Transfer transfer;
    private final transient Consumer<EndTransfer> callback;

    /** @param key of the act */
    EndTransferDialog(String key, Transfer transfer, Consumer<EndTransfer> callback) {
        super(key, transfer.name().display());
        this.transfer = transfer;
        this.callback = callback;
        reason.setHelperText(getTranslation(key + ".help"));
        reason.setRequiredIndicatorVisible(true);
        errors().register("reason", reason);
        var consequence = new Paragraph(getTranslation(key + ".consequence"));
        consequence.addClassName("relais-secondary");
        addFields(reason, consequence);
    }

    @Override
    void act() {
        callback.accept(new EndTransfer(transfer.id(), transfer.version(), reason.getValue()));
    }
}
