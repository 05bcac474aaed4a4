package org.relais.aftercare.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.TextArea;

import org.relais.aftercare.FollowUps;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** Ends a way back before everything was done; why is asked. */
final class EndWayBackDialog extends FormDialog {

    private final TextArea reason = new TextArea(getTranslation("aftercare.way-back.reason"));
    private final transient Consumer<String> save;

    EndWayBackDialog(Consumer<String> save) {
        super(translate("aftercare.way-back.end.title"), translate("aftercare.way-back.end"));
        this.save = save;
        reason.setMaxLength(FollowUps.NOTE);
        reason.addClassName("relais-wide");
        add("reason", reason);
    }

    @Override
    protected void save() {
        save.accept(reason.getValue());
    }
}
