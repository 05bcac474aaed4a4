package org.relais.record.ui;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;

import org.relais.record.TimelineCounts;
import org.relais.record.TimelineFilter;
import org.relais.shared.Discipline;
import org.relais.uikit.DisciplineLabel;
import org.relais.uikit.FilterChip;
import org.relais.uikit.Glyph;

/** Narrows the timeline by discipline and by type; each chip tells how many entries it leaves. */
final class TimelineFilterBar extends Div {

    private final FilterChip all;
    private final Map<Discipline, FilterChip> chips = new EnumMap<>(Discipline.class);
    private final CheckboxGroup<String> types = new CheckboxGroup<>();
    private final Button typeButton;
    private final transient PageWords words;
    private final transient Runnable changed;
    private transient Map<String, Integer> typeCounts = Map.of();

    TimelineFilterBar(PageWords words, TimelineCounts counts, Runnable changed) {
        this.words = words;
        this.changed = changed;
        addClassName("relais-filter-bar");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("record.filter"));
        all = new FilterChip(getTranslation("record.filter.all"));
        all.onToggle(pressed -> clear());
        RecordKeys.bind(all, "/");
        add(all);
        for (var discipline : Discipline.values()) {
            var chip = new FilterChip("");
            chip.addComponentAsFirst(new DisciplineLabel(discipline));
            chip.onToggle(pressed -> apply());
            chips.put(discipline, chip);
            add(chip);
        }
        types.setLabel(getTranslation("record.filter.type"));
        types.setItemLabelGenerator(type -> words.type(type) + " (" + typeCounts.getOrDefault(type, 0) + ")");
        types.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                apply();
            }
        });
        typeButton = new Button(getTranslation("record.filter.type"), Glyph.FUNNEL.create());
        typeButton.addClassName("relais-type-filter");
        var popover = new Popover(types);
        popover.setTarget(typeButton);
        popover.setAriaLabel(getTranslation("record.filter.type"));
        add(typeButton, popover);
        show(counts);
        mark();
    }

    TimelineFilter filter() {
        var disciplines = EnumSet.noneOf(Discipline.class);
        chips.forEach((discipline, chip) -> {
            if (chip.isPressed()) {
                disciplines.add(discipline);
            }
        });
        return new TimelineFilter(disciplines, types.getValue());
    }

    /** Shows how many entries there are now. */
    void show(TimelineCounts counts) {
        all.setCount(counts.total());
        chips.forEach((discipline, chip) -> {
            var entries = counts.disciplines().getOrDefault(discipline, 0);
            chip.setCount(entries);
            chip.setVisible(entries > 0 || chip.isPressed());
        });
        if (!counts.types().equals(typeCounts)) {
            var chosen = types.getValue();
            var byWord = new TreeMap<String, String>();
            counts.types().keySet().forEach(type -> byWord.put(words.type(type) + " " + type, type));
            typeCounts = counts.types();
            types.setItems(List.copyOf(byWord.values()));
            types.setValue(chosen);
        }
    }

    /** Takes every filter off. */
    void clear() {
        chips.values().forEach(chip -> chip.setPressed(false));
        types.setValue(Set.of());
        apply();
    }

    private void apply() {
        mark();
        changed.run();
    }

    private void mark() {
        all.setPressed(filter().isEmpty());
        var chosen = types.getValue().size();
        typeButton.setText(
                chosen == 0 ? getTranslation("record.filter.type") : getTranslation("record.filter.type.some", chosen));
    }
}
