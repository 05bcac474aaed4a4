package org.relais.record.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;

import org.relais.record.Visibility;
import org.relais.shared.Discipline;
import org.relais.staff.Role;
import org.relais.uikit.Glyph;

/** Lets the author narrow who reads, and says in words who will, before anything is saved. */
public class VisibilityPicker extends Div {

    private final Select<Visibility> choice = new Select<>();
    private final Span readers = new Span();
    private final transient Set<Role> reading;
    private final Discipline discipline;

    /**
     * @param reading the roles that the matrix lets read the section, as {@code AccessService.readers} gives them
     * @param discipline under which the entry will stand
     */
    public VisibilityPicker(Set<Role> reading, Discipline discipline) {
        this.reading = Set.copyOf(reading);
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
                    case TEAM -> getTranslation("record.readers.team", words(reading));
                    case DISCIPLINE ->
                        getTranslation(
                                "record.readers.discipline",
                                words(reading.stream()
                                        .filter(role -> role.discipline() == discipline)
                                        .collect(Collectors.toSet())));
                    case AUTHOR -> getTranslation("record.readers.author");
                });
    }

    private String words(Set<Role> roles) {
        return roles.stream().sorted().map(role -> getTranslation(role.key())).collect(Collectors.joining(", "));
    }
}
