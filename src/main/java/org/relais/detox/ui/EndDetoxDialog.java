package org.relais.detox.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

import org.relais.detox.DetoxOutcome;
import org.relais.detox.DetoxRow;
import org.relais.detox.EndCriterion;
import org.relais.detox.EndDetox;
import org.relais.shared.Severity;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;

/** Ends a withdrawal: what the results say is shown, the rest is stated, and what stays open asks for a reason. */
class EndDetoxDialog extends FormDialog {

    private final transient DetoxRow detox;
    private final transient Consumer<EndDetox> end;
    private final Select<DetoxOutcome> outcome = new Select<>();
    private final CheckboxGroup<EndCriterion> stated = new CheckboxGroup<>();
    private final TextArea reason = new TextArea();

    /** @param preset the outcome that is offered; null for none */
    EndDetoxDialog(
            String person,
            DetoxRow detox,
            List<EndCriterion> open,
            @Nullable DetoxOutcome preset,
            DetoxWords words,
            Consumer<EndDetox> end) {
        super(words.say("detox.end.title", person), words.say("detox.end.verb"));
        this.detox = detox;
        this.end = end;
        outcome.setLabel(words.say("detox.end.outcome"));
        outcome.setItems(DetoxOutcome.values());
        outcome.setItemLabelGenerator(one -> words.say(one.key()));
        outcome.setRequiredIndicatorVisible(true);
        stated.setLabel(words.say("detox.end.stated"));
        stated.setItems(open.stream().filter(EndCriterion::stated).toList());
        stated.setItemLabelGenerator(one -> one.text().in(words.locale()));
        stated.addClassName("relais-wide");
        reason.setLabel(words.say("detox.end.reason"));
        reason.setHelperText(words.say("detox.end.reason.help"));
        reason.addClassName("relais-wide");
        var measured = new UnorderedList();
        open.stream()
                .filter(criterion -> !criterion.stated())
                .forEach(criterion -> measured.add(new ListItem(criterion.text().in(words.locale()))));
        var warning =
                new NoticeBar(Severity.WARNING, Glyph.TRIANGLE_ALERT, words.say("detox.end.open.title"), "", measured);
        warning.addClassName("relais-wide");
        warning.setVisible(measured.getComponentCount() > 0);
        add("outcome", outcome);
        fields(warning);
        add("stated", stated);
        add("reason", reason);
        outcome.addValueChangeListener(change -> {
            var asked = change.getValue() != null && change.getValue().completed();
            stated.setVisible(asked);
            warning.setVisible(asked && measured.getComponentCount() > 0);
        });
        if (preset != null) {
            outcome.setValue(preset);
        }
    }

    @Override
    protected void save() {
        end.accept(new EndDetox(
                detox.id(),
                detox.version(),
                required("outcome", outcome),
                stated.getValue().stream().map(EndCriterion::code).collect(Collectors.toSet()),
                reason.getValue()));
    }
}
