package org.relais.agenda.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.relais.agenda.AppointmentRow;
import org.relais.person.PersonName;
import org.relais.uikit.DisciplineLabel;

/** One appointment of the calendar and what can be done with it: for the keyboard what dragging is for the pointer. */
final class AppointmentDialog extends Dialog {

    AppointmentDialog(AgendaWords words, AppointmentRow row, @Nullable PersonName name, AppointmentActs acts) {
        addClassName("relais-agenda-detail");
        setHeaderTitle(name == null ? words.title(row) : name.display());
        var head = new Div(new DisciplineLabel(row.discipline()), words.state(row.state()));
        head.addClassName("relais-agenda-badges");
        add(head, new Paragraph(words.when(row.startsAt(), row.endsAt(), row.centre())));
        if (name != null) {
            add(new Paragraph(words.title(row)));
        }
        var detail = words.detail(row);
        if (!detail.isEmpty()) {
            add(new Paragraph(detail));
        }
        add(new Paragraph(words.say("agenda.with", words.names(row.staff()))));
        if (row.series() != null) {
            add(new Paragraph(words.say("agenda.of-series")));
        }
        if (row.heads() != null) {
            add(new Paragraph(words.say("agenda.heads", row.heads())));
        }
        var buttons = new Div();
        buttons.addClassName("relais-agenda-acts");
        acts.buttons(row, this::close).forEach(buttons::add);
        add(buttons);
        getFooter().add(new Button(words.say("uikit.close"), _ -> close()));
    }
}
