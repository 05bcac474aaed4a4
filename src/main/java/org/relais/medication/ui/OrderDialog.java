package org.relais.medication.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.centre.Centre;
import org.relais.medication.MedicationOrder;
import org.relais.medication.OrderKind;
import org.relais.medication.OrderedDrug;
import org.relais.medication.SignOrder;
import org.relais.shared.FreeText;
import org.relais.shared.OrderId;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.SegmentedSwitch;
import org.relais.uikit.Toast;

/**
 * Writes and signs an order, or one that replaces another. Every dose is typed: nothing is proposed that nobody ordered.
 * The order's id is the dialog's: signing twice signs once.
 */
final class OrderDialog extends Dialog {

    private final OrderId id = OrderId.create();
    private final transient MedicationDesk desk;
    private final transient MedicationWords words;
    private final transient Grant write;
    private final Select<Centre> centre = new Select<>();
    private final transient @Nullable MedicationOrder replaced;
    private final transient Runnable signed;
    private final transient FieldErrors errors = new FieldErrors();
    private final SegmentedSwitch<OrderKind> kind;
    private final DrugFields drug;
    private final RegimenFields regimen;
    private final TextField indication;
    private final Checkbox prophylaxis;
    private final TextArea note;
    private final FindingFields findings;

    /**
     * @param replaced the order that is changed; null for a new one
     * @param signed draws what is shown again
     */
    OrderDialog(
            MedicationDesk desk,
            MedicationWords words,
            Grant write,
            @Nullable MedicationOrder replaced,
            Runnable signed) {
        this.desk = desk;
        this.words = words;
        this.write = write;
        this.replaced = replaced;
        this.signed = signed;
        var offered = desk.centres(write);
        centre.setLabel(words.say("medication.order.centre"));
        centre.setItems(offered);
        centre.setItemLabelGenerator(Centre::name);
        centre.setValue(replaced == null ? offered.getFirst() : desk.centres().centre(replaced.centre()));
        centre.setVisible(replaced == null && offered.size() > 1);
        var home = centre.getValue().id();
        addClassName("relais-order-dialog");
        setHeaderTitle(words.say(replaced == null ? "medication.order.title" : "medication.order.change.title"));
        setCloseOnOutsideClick(false);
        kind = new SegmentedSwitch<>(
                words.say("medication.order.kind"), one -> words.say(one.key()), OrderKind.values());
        drug = new DrugFields(desk, words, home, errors);
        regimen = new RegimenFields(desk, words, home, errors);
        indication = new TextField(words.say("medication.order.indication"));
        indication.setMaxLength(FreeText.LINE);
        indication.setRequiredIndicatorVisible(true);
        prophylaxis = new Checkbox(words.say("medication.order.prophylaxis"));
        note = new TextArea(words.say("medication.order.note"));
        findings = new FindingFields(words, desk.definitions().limits(home), errors);
        errors.register("indication", indication).register("note", note).register("centre", centre);
        kind.addValueChangeListener(change -> regimen.show(change.getValue()));
        drug.onChanged(this::check);
        regimen.onUnit(drug::unit);
        var fields = new Div(drug, kind, regimen, indication, prophylaxis, note, centre, findings);
        fields.addClassName("relais-medication-fields");
        add(fields);
        addFooter();
        fill();
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                drug.focus();
            }
        });
    }

    private void addFooter() {
        var sign = new BusyButton(words.say("medication.order.sign"), () -> {
            if (isOpened() && errors.run(this::sign)) {
                close();
                signed.run();
                Toast.success(words.say("medication.order.done"));
            }
        });
        sign.addThemeName("primary");
        getFooter().add(new Button(words.say("uikit.cancel"), event -> close()), sign);
    }

    private void fill() {
        if (replaced == null) {
            regimen.show(kind.getValue());
            return;
        }
        kind.setValue(replaced.regimen().type());
        regimen.show(kind.getValue());
        regimen.fill(replaced.regimen(), replaced.endsAt());
        drug.fill(replaced.drug());
        indication.setValue(replaced.indication());
        prophylaxis.setValue(replaced.prophylaxis());
        note.setValue(replaced.note() == null ? "" : replaced.note());
    }

    // What the checks find is asked while the order is being written
    private void check(@Nullable OrderedDrug chosen) {
        findings.show(
                chosen == null
                        ? List.of()
                        : desk.orders()
                                .check(
                                        desk.access().fresh(write),
                                        centre.getValue().id(),
                                        chosen,
                                        replaced == null ? null : replaced.id()));
    }

    private void sign() {
        desk.orders()
                .sign(
                        desk.access().fresh(write),
                        new SignOrder(
                                id,
                                centre.getValue().id(),
                                replaced == null ? null : replaced.id(),
                                drug.value(),
                                regimen.value(kind.getValue()),
                                indication.getValue(),
                                prophylaxis.getValue(),
                                null,
                                regimen.endsAt(kind.getValue()),
                                note.getValue(),
                                findings.acknowledged(),
                                findings.override()));
    }
}
