package org.relais.aftercare.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.aftercare.WayBackRow;
import org.relais.plan.AddGoal;
import org.relais.plan.GoalDomain;
import org.relais.shared.FreeText;
import org.relais.shared.GoalId;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** The plan was revised with the person; what they want now may be a new goal, in their words. */
final class ReviseDialog extends FormDialog {

    private final transient GoalId id = GoalId.create();
    private final TextField statement = new TextField(getTranslation("aftercare.way-back.goal"));
    private final Select<GoalDomain> domain = new Select<>();
    private final transient WayBackRow row;
    private final transient Consumer<@Nullable AddGoal> save;

    ReviseDialog(AftercareDesk desk, WayBackRow row, Consumer<@Nullable AddGoal> save) {
        super(translate("aftercare.way-back.revise.title"), translate("aftercare.way-back.revise"));
        this.row = row;
        this.save = save;
        var stays = new Paragraph(getTranslation("aftercare.way-back.stays"));
        stays.addClassNames("relais-wide", "relais-secondary");
        fields(stays);
        statement.setMaxLength(FreeText.LINE);
        statement.setHelperText(getTranslation("aftercare.way-back.goal.help"));
        statement.addClassName("relais-wide");
        domain.setLabel(getTranslation("aftercare.way-back.domain"));
        domain.setItems(GoalDomain.values());
        domain.setItemLabelGenerator(one -> getTranslation(one.key()));
        domain.setValue(GoalDomain.SUBSTANCE_USE);
        add("statement", statement);
        add("domain", domain);
    }

    @Override
    protected void save() {
        save.accept(
                statement.getValue().isBlank()
                        ? null
                        : new AddGoal(
                                id, row.centre(), domain.getValue(), statement.getValue(), null, null, null, null));
    }
}
