package org.relais.person.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.person.AbsorbedRecord;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;

/** The records that were merged into this one; with whoever may, parted again. */
final class AbsorbedPanel extends Panel {

    AbsorbedPanel(
            List<AbsorbedRecord> absorbed,
            PersonWords words,
            StaffDirectory staff,
            boolean parts,
            Consumer<AbsorbedRecord> part) {
        super(com.vaadin.flow.i18n.I18NProvider.translate("person.merge.absorbed"));
        setCount(absorbed.size());
        var list = new UnorderedList();
        list.addClassName("relais-person-lines");
        for (var one : absorbed) {
            var name = new Span(one.name().display() + " · " + one.name().fileNumber());
            name.addClassName("relais-strong");
            var more = new Span(getTranslation(
                    "person.merge.since",
                    words.formats(getLocale()).dateTime(one.since()),
                    staff.find(one.by()).map(StaffCard::name).orElse(""),
                    one.reason()));
            more.addClassName("relais-secondary");
            var text = new Div(name, more);
            text.addClassNames("relais-person-line", "relais-grow");
            var line = new Div(text);
            line.addClassName("relais-row");
            if (parts) {
                var button = new Button(
                        getTranslation("person.part.verb"), Glyph.ARROW_UP_RIGHT.create(), _ -> part.accept(one));
                button.addThemeName("small");
                button.setAriaLabel(
                        getTranslation("person.part.verb") + ", " + one.name().display());
                line.add(button);
            }
            list.add(new ListItem(line));
        }
        addContent(list);
    }
}
