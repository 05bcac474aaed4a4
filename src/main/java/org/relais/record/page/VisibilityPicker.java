package org.relais.record.page;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;

import org.relais.record.Visibility;
import org.relais.shared.Discipline;
import org.relais.uikit.Glyph;

/** Lets the author narrow who reads, and says who will, by name where few, before anything is saved. */
public class VisibilityPicker extends Div {

    private final Select<Visibility> choice = new Select<>();
    private final Span readers = new Span();
    private final transient Readership readership;
    private final Discipline discipline;

    /**
     * @param readership of the section, where the note will stand
     * @param discipline under which the entry will stand
     */
    public VisibilityPicker(Readership readership, Discipline discipline) {
        this.readership = readership;
        this.discipline = discipline;
        addClassName("relais-visibility");
        choice.setAriaLabel(getTranslation("record.visibility"));
        choice.setItems(List.of(Visibility.values()));
        choice.setItemLabelGenerator(value -> getTranslation(value.key()));
        choice.addThemeName("small");
        choice.setPrefixComponent(Glyph.EYE.create());
        choice.addValueChangeListener(event -> tellReaders());
        readers.addClassNames("relais-meta", "relais-visibility-readers");
        readers.getElement().setAttribute("aria-live", "polite");
        choice.setValue(Visibility.TEAM);
        add(choice, readers);
    }

    public Visibility getValue() {
        return choice.getValue();
    }

    public void setValue(Visibility visibility) {
        choice.setValue(visibility);
    }

    /** Calls the listener when the author changed the choice. */
    public void onChange(Runnable listener) {
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                listener.run();
            }
        });
    }

    private void tellReaders() {
        readers.setText(
                switch (choice.getValue()) {
                    case TEAM -> getTranslation("record.readers.team", readership.team(getLocale()));
                    case DISCIPLINE ->
                        getTranslation("record.readers.discipline", readership.discipline(discipline, getLocale()));
                    case AUTHOR -> getTranslation("record.readers.author");
                });
    }
}
