package org.relais.privacy.ui;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;

import org.relais.access.PersonLock;
import org.relais.access.Section;
import org.relais.centre.Unit;
import org.relais.shared.InvalidInput;
import org.relais.shared.UnitId;

/** Closes a section, or what a unit writes; says before who will still read, and what stays visible. */
final class PlaceLockDialog extends PrivacyDialog {

    /** What is closed. */
    sealed interface Choice {}

    record OfSection(Section section) implements Choice {}

    record OfUnit(UnitId unit) implements Choice {}

    private enum Kind {
        SECTION,
        UNIT;

        private String key() {
            return "privacy.lock.kind." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Select<Kind> kind = new Select<>();
    private final Select<Section> section = new Select<>();
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final Paragraph effect = new Paragraph();
    private final transient Consumer<Choice> place;

    /** @param locked what is closed already, and not offered again */
    PlaceLockDialog(PrivacyWords words, List<PersonLock> locked, Consumer<Choice> place) {
        super("privacy.lock.place");
        this.place = place;
        kind.setLabel(getTranslation("privacy.field.lock"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> getTranslation(one.key()));
        kind.setValue(Kind.SECTION);
        kind.addValueChangeListener(_ -> chosen());
        kind.addClassName("relais-wide");
        var sections = locked.stream()
                .map(PersonLock::section)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        section.setLabel(getTranslation("privacy.field.section"));
        section.setItems(Stream.of(Section.values())
                .filter(one -> one.lockable() && !sections.contains(one))
                .toList());
        section.setItemLabelGenerator(one -> getTranslation(one.key()));
        section.addClassName("relais-wide");
        var units =
                locked.stream().map(PersonLock::unit).filter(Objects::nonNull).collect(Collectors.toSet());
        unit.setLabel(getTranslation("privacy.field.unit"));
        unit.setItems(words.centres().stream()
                .flatMap(centre -> centre.units().stream())
                .filter(one -> !units.contains(one.id()))
                .toList());
        unit.setItemLabelGenerator(words::unit);
        unit.addClassName("relais-wide");
        effect.addClassNames("relais-secondary", "relais-wide");
        effect.getElement().setAttribute("aria-live", "polite");
        errors().register("section", section).register("unit", unit);
        fields(kind, section, unit, effect, new Paragraph(getTranslation("privacy.lock.stays")));
        chosen();
    }

    @Override
    void act() {
        place.accept(
                kind.getValue() == Kind.SECTION
                        ? new OfSection(section.getOptionalValue().orElseThrow(() -> missing("section")))
                        : new OfUnit(unit.getOptionalValue()
                                .orElseThrow(() -> missing("unit"))
                                .id()));
    }

    private void chosen() {
        var whole = kind.getValue() == Kind.SECTION;
        section.setVisible(whole);
        unit.setVisible(!whole);
        effect.setText(getTranslation(whole ? "privacy.lock.readers.section" : "privacy.lock.readers.unit"));
    }

    private static InvalidInput missing(String property) {
        return new InvalidInput(property, "shared.error.required");
    }
}
