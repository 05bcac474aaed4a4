package org.relais.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/**
 * A question before what cannot be undone or leaves the team. The title is a question that names the object, the button
 * repeats its verb; the other button keeps things as they are.
 */
public class ConfirmQuestion extends Dialog {

    private final BusyButton confirm;
    private final Button keep;

    /**
     * @param question such as "Sign the hand-over of 14:45?"
     * @param verb such as "Sign the hand-over"
     * @param confirmed runs once when the answer is yes; the dialog closes when it returned without an exception
     */
    public ConfirmQuestion(String question, String text, String verb, Runnable confirmed) {
        addClassName("relais-confirm");
        setHeaderTitle(question);
        setRole("alertdialog");
        setCloseOnOutsideClick(false);
        add(new Paragraph(text));
        confirm = new BusyButton(verb, () -> {
            confirmed.run();
            close();
        });
        confirm.addThemeName("primary");
        keep = new Button(getTranslation("uikit.cancel"), _ -> close());
        getFooter().add(keep, confirm);
    }

    /** Names the way back by what it leads to, such as "Continue reading". */
    public ConfirmQuestion keeping(String words) {
        keep.setText(words);
        return this;
    }

    /** Adds something to read before answering, such as a notice. */
    public ConfirmQuestion with(Component component) {
        add(component);
        return this;
    }
}
