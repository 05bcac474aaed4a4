package org.relais.emergency.ui;

import java.util.List;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

import org.relais.access.EmergencyReview;
import org.relais.access.EmergencyVerdict;
import org.relais.audit.OpenedSection;
import org.relais.person.PersonName;
import org.relais.shared.InvalidInput;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;

/** What was said and what was opened, and what the reviewer finds of it. */
class ReviewDialog extends Dialog {

    private final RadioButtonGroup<EmergencyVerdict> verdict = new RadioButtonGroup<>();
    private final TextArea comment = new TextArea();

    ReviewDialog(
            EmergencyReview review,
            @Nullable PersonName name,
            List<OpenedSection> opened,
            ReviewWords words,
            BiConsumer<EmergencyVerdict, String> decide) {
        setHeaderTitle(getTranslation("emergency.review.title"));
        setCloseOnOutsideClick(false);
        verdict.setLabel(getTranslation("emergency.review.verdict"));
        verdict.setItems(EmergencyVerdict.values());
        verdict.setItemLabelGenerator(each -> getTranslation(each.key()));
        verdict.setRequiredIndicatorVisible(true);
        comment.setLabel(getTranslation("emergency.review.comment"));
        comment.setMaxLength(1_000);
        comment.setMinRows(2);
        comment.setRequiredIndicatorVisible(true);
        var errors = new FieldErrors().register("verdict", verdict).register("comment", comment);
        var save = new BusyButton(getTranslation("emergency.review.save"), () -> {
            if (errors.run(() -> decide.accept(chosen(), comment.getValue()))) {
                close();
            }
        });
        save.addThemeName("primary");
        var form = new Div(createFacts(review, name, words), createOpened(review, opened, words), verdict, comment);
        form.addClassName("relais-emergency-form");
        add(form);
        FirstField.focusWhenOpened(this);
        getFooter().add(new Button(getTranslation("uikit.cancel"), _ -> close()), save);
    }

    private EmergencyVerdict chosen() {
        var value = verdict.getValue();
        if (value == null) {
            throw new InvalidInput("verdict", "emergency.review.error.verdict");
        }
        return value;
    }

    private Div createFacts(EmergencyReview review, @Nullable PersonName name, ReviewWords words) {
        var who = new Paragraph(getTranslation(
                "emergency.review.who",
                words.who(review),
                name == null ? getTranslation("emergency.review.unnamed") : name.display(),
                words.time(review, getLocale())));
        var reason = new Paragraph(getTranslation(review.reason().key()));
        reason.addClassName("relais-strong");
        var quote = new Paragraph(review.explanation());
        quote.addClassName("relais-emergency-quote");
        return new Div(who, reason, quote);
    }

    private Div createOpened(EmergencyReview review, List<OpenedSection> opened, ReviewWords words) {
        var head = new H3(getTranslation("emergency.review.opened"));
        if (opened.isEmpty()) {
            return new Div(head, new Paragraph(getTranslation("emergency.review.opened.nothing")));
        }
        var list = new UnorderedList();
        opened.forEach(section -> list.add(new ListItem(words.opened(review, section, getLocale()))));
        list.addClassName("relais-emergency-opened");
        return new Div(head, list);
    }
}
