package org.relais.detox.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;

import org.relais.centre.Unit;

/** The displays on the walls of one ward, beside its board. */
class WallDisplaysDialog extends Dialog {

    WallDisplaysDialog(DetoxDesk desk, DetoxWords words, Unit ward) {
        addClassName("relais-form-dialog");
        setHeaderTitle(words.say("detox.wall.of", ward.name()));
        add(new WallDisplaysPanel(desk, words, List.of(ward)));
        getFooter().add(new Button(words.say("detox.panel.close"), _ -> close()));
    }
}
