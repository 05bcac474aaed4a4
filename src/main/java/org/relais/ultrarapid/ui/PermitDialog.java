package org.relais.ultrarapid.ui;

import java.util.List;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.shared.CentreId;
import org.relais.shared.UltraRapidPermissionId;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;
import org.relais.ultrarapid.PermitUltraRapid;

/** The medical director's half of a permission. */
class PermitDialog extends FormDialog {

    private final transient UltraRapidDesk desk;
    private final transient Runnable done;
    private final transient UltraRapidPermissionId id = UltraRapidPermissionId.create();
    private final Select<CentreId> centre = new Select<>();
    private final TextArea basis = new TextArea(getTranslation("ultrarapid.permit.basis"));
    private final DateField until = new DateField(getTranslation("ultrarapid.permit.until"));

    PermitDialog(UltraRapidDesk desk, List<CentreId> directed, Runnable done) {
        super(I18NProvider.translate("ultrarapid.permit"), I18NProvider.translate("ultrarapid.permit.verb"));
        this.desk = desk;
        this.done = done;
        centre.setLabel(getTranslation("ultrarapid.permit.centre"));
        centre.setItems(directed);
        centre.setItemLabelGenerator(one -> desk.centres().centre(one).name());
        if (directed.size() == 1) {
            centre.setValue(directed.getFirst());
        }
        add("centre", centre);
        add("legalBasis", basis);
        add("until", until);
    }

    @Override
    protected void save() {
        desk.permissions()
                .sign(new PermitUltraRapid(
                        id, required("centre", centre), required("legalBasis", basis), required("until", until)));
        done.run();
    }
}
