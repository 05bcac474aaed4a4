package org.relais.agenda.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.Grant;
import org.relais.agenda.GroupEntry;
import org.relais.agenda.GroupRow;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** Makes the person a member of a group. */
final class JoinDialog extends FormDialog {

    private final transient AgendaDesk desk;
    private final transient Grant grant;
    private final transient Runnable done;
    private final Select<GroupRow> group = new Select<>();
    private final Checkbox agreed = new Checkbox(getTranslation("agenda.group.agreed"));

    JoinDialog(AgendaDesk desk, Grant grant, Runnable done) {
        super(I18NProvider.translate("agenda.group.join"), I18NProvider.translate("agenda.group.join.verb"));
        this.desk = desk;
        this.grant = grant;
        this.done = done;
        group.setLabel(getTranslation("agenda.group"));
        group.setItems(desk.centres(grant.centres()).stream()
                .filter(centre -> desk.current().require().centres().contains(centre.id()))
                .flatMap(centre -> desk.groups().of(desk.plan("groups"), centre.id()).rows().stream())
                .filter(row -> row.entry() == GroupEntry.MEMBERS)
                .toList());
        group.setItemLabelGenerator(
                row -> getTranslation("agenda.group.places", row.name(), row.members(), row.capacity()));
        add("group", group);
        add("agreed", agreed);
    }

    @Override
    protected void save() {
        var chosen = required("group", group);
        desk.groups().join(desk.write(grant.person()), chosen.id(), agreed.getValue());
        done.run();
        Toast.success(getTranslation("agenda.group.joined", chosen.name()));
    }
}
