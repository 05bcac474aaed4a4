package org.relais.staff.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.shared.InvalidInput;
import org.relais.staff.HeldFunction;
import org.relais.staff.StaffFunction;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

/** Gives a colleague a function in a centre, from a first day and up to a last one when it is known. */
final class GiveFunctionDialog extends FormDialog {

    private final Select<StaffFunction> function = new Select<>();
    private final ComboBox<Centre> centre = new ComboBox<>(getTranslation("staff.field.centre"));
    private final DateField from = new DateField(getTranslation("staff.field.from"));
    private final DateField until = new DateField(getTranslation("staff.field.until"));
    private final transient Consumer<HeldFunction> give;

    /** @param own the centres they work in come first: one alone is chosen already */
    GiveFunctionDialog(String name, List<Centre> own, StaffWords words, Consumer<HeldFunction> give) {
        super(I18NProvider.translate("staff.function.give.title", name), I18NProvider.translate("staff.function.verb"));
        this.give = give;
        function.setLabel(getTranslation("staff.field.function"));
        function.setItems(StaffFunction.values());
        function.setItemLabelGenerator(one -> getTranslation(one.key()));
        centre.setItems(words.centres());
        centre.setItemLabelGenerator(Centre::name);
        centre.setRequiredIndicatorVisible(true);
        from.setRequiredIndicatorVisible(true);
        until.setHelperText(getTranslation("staff.field.until.help"));
        centre.addValueChangeListener(change -> {
            if (from.isEmpty() && change.getValue() != null) {
                from.setValue(words.today(change.getValue().id()));
            }
        });
        if (own.size() == 1) {
            centre.setValue(own.getFirst());
        }
        errors().register("function", function)
                .register("centre", centre)
                .register("from", from)
                .register("until", until);
        fields(function, centre, from, until);
    }

    @Override
    protected void save() {
        give.accept(new HeldFunction(
                required("function", function.getValue()),
                required("centre", centre.getValue()).id(),
                required("from", from.getValue()),
                until.getValue()));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, "shared.error.required");
        }
        return value;
    }
}
