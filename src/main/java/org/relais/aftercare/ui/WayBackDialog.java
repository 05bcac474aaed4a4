package org.relais.aftercare.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.aftercare.FollowUpRow;
import org.relais.aftercare.OpenWayBack;
import org.relais.aftercare.WaysBack;
import org.relais.centre.Unit;
import org.relais.shared.WayBackId;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** Somebody returned to use: what they say, and which unit takes them in again, past the waiting list. */
final class WayBackDialog extends FormDialog {

    private final transient WayBackId id = WayBackId.create();
    private final TextArea words = new TextArea(getTranslation("aftercare.way-back.words"));
    private final Select<Unit> unit = new Select<>();
    private final transient FollowUpRow exit;
    private final boolean goesOn;
    private final transient Consumer<OpenWayBack> save;

    /** @param goesOn whether an episode at the centre goes on: then no new one is opened */
    WayBackDialog(AftercareDesk desk, FollowUpRow exit, boolean goesOn, Consumer<OpenWayBack> save) {
        super(translate("aftercare.way-back.title"), translate("aftercare.way-back.verb"));
        this.exit = exit;
        this.goesOn = goesOn;
        this.save = save;
        words.setMaxLength(WaysBack.WORDS);
        words.addClassName("relais-wide");
        unit.setLabel(getTranslation("aftercare.way-back.unit"));
        unit.setItems(desk.centres().centre(exit.centre()).units());
        unit.setItemLabelGenerator(Unit::name);
        desk.centres().centre(exit.centre()).unit(exit.unit()).ifPresent(unit::setValue);
        unit.setVisible(!goesOn);
        add("words", words);
        add("unit", unit);
        var promise = new Paragraph(
                getTranslation("aftercare.way-back.promise", desk.rule().now().wayBackDays()));
        promise.addClassNames("relais-wide", "relais-secondary");
        fields(promise);
    }

    @Override
    protected void save() {
        save.accept(new OpenWayBack(
                id,
                exit.centre(),
                goesOn || unit.isEmpty() ? null : unit.getValue().id(),
                words.getValue(),
                null));
    }
}
