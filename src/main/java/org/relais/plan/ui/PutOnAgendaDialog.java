package org.relais.plan.ui;

import java.util.stream.Stream;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.person.PersonHit;
import org.relais.plan.PutOnAgenda;
import org.relais.shared.FreeText;
import org.relais.shared.MeetingId;
import org.relais.shared.MeetingPartId;
import org.relais.uikit.FormDialog;

/** Puts a person on the agenda by hand, with the reason. Asked for and logged for that person alone. */
final class PutOnAgendaDialog extends FormDialog {

    private static final int HITS = 20;
    private static final int LETTERS = 3;

    private final MeetingPartId part = MeetingPartId.create();
    private final transient ReviewDesk desk;
    private final MeetingId meeting;
    private final transient Runnable changed;
    private final ComboBox<PersonHit> person = new ComboBox<>(getTranslation("plan.meeting.add.person"));
    private final TextField reason = new TextField(getTranslation("plan.meeting.add.reason"));

    PutOnAgendaDialog(ReviewDesk desk, MeetingId meeting, Runnable changed) {
        super(I18NProvider.translate("plan.meeting.add"), I18NProvider.translate("plan.meeting.add.verb"));
        this.desk = desk;
        this.meeting = meeting;
        this.changed = changed;
        person.setHelperText(getTranslation("plan.meeting.add.person.help"));
        person.setRequiredIndicatorVisible(true);
        person.setItemLabelGenerator(PutOnAgendaDialog::label);
        person.setItems(query -> {
            // Vaadin wants both to be asked for; one page of hits is all there is
            var text = query.getFilter().orElse("").strip();
            return query.getOffset() > 0 || query.getLimit() == 0 || text.length() < LETTERS
                    ? Stream.empty()
                    : desk.persons().search(desk.people(), text, HITS).rows().stream();
        });
        reason.setMaxLength(FreeText.LINE);
        reason.setRequiredIndicatorVisible(true);
        add("person", person);
        add("reason", reason);
    }

    @Override
    protected void save() {
        var chosen = required("person", person);
        desk.meetings().add(desk.write(chosen.name().person()), new PutOnAgenda(part, meeting, reason.getValue()));
        changed.run();
    }

    private static String label(PersonHit hit) {
        var name = hit.name();
        var year = name.birthDate() == null
                ? hit.birthYear()
                : Integer.valueOf(name.birthDate().getYear());
        return year == null ? name.display() : name.display() + ", " + year;
    }
}
