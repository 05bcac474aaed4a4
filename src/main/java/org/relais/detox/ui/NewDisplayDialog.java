package org.relais.detox.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.centre.Unit;
import org.relais.detox.IssueDisplay;
import org.relais.detox.WallScheme;
import org.relais.shared.DisplayId;
import org.relais.uikit.FormDialog;

/** Makes a display for the wall of a ward: where it hangs, and in which colours. */
class NewDisplayDialog extends FormDialog {

    private final DisplayId id = DisplayId.create();
    private final Select<Unit> unit = new Select<>();
    private final TextField name;
    private final RadioButtonGroup<WallScheme> scheme = new RadioButtonGroup<>();
    private final Locale language;
    private final transient Consumer<IssueDisplay> issue;

    NewDisplayDialog(List<Unit> wards, DetoxWords words, Consumer<IssueDisplay> issue) {
        super(words.say("detox.wall.new.title"), words.say("detox.wall.new.verb"));
        this.language = words.locale();
        this.issue = issue;
        unit.setLabel(words.say("detox.ward.unit"));
        unit.setItems(wards);
        unit.setItemLabelGenerator(Unit::name);
        if (!wards.isEmpty()) {
            unit.setValue(wards.getFirst());
        }
        unit.setVisible(wards.size() != 1);
        unit.addClassName("relais-wide");
        name = new TextField(words.say("detox.wall.new.name"));
        name.setHelperText(words.say("detox.wall.new.name.help"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(40);
        name.addClassName("relais-wide");
        scheme.setLabel(words.say("detox.wall.new.scheme"));
        scheme.setItems(WallScheme.values());
        scheme.setItemLabelGenerator(one -> words.say(one.key()));
        scheme.setValue(WallScheme.BY_TIME);
        scheme.addClassName("relais-wide");
        add("name", name);
        add("unit", unit);
        fields(scheme);
    }

    @Override
    protected void save() {
        issue.accept(new IssueDisplay(
                id, required("unit", unit).id(), name.getValue(), language.getLanguage(), scheme.getValue()));
    }
}
