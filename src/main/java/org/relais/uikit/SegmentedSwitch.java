package org.relais.uikit;

import java.util.Arrays;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

/** Two to four choices side by side, of which one holds: a radio group, so the arrow keys move between them. */
public class SegmentedSwitch<T> extends RadioButtonGroup<T> {

    /** How many choices stand side by side before a list is easier to read. */
    public static final int MOST = 4;

    /** @param label what is chosen here, for screen readers; not shown */
    @SafeVarargs
    @SuppressWarnings("this-escape")
    public SegmentedSwitch(String label, ItemLabelGenerator<T> words, T... choices) {
        addClassName("relais-segments");
        setAriaLabel(label);
        setItems(Arrays.asList(choices));
        setItemLabelGenerator(words);
        setValue(choices[0]);
    }
}
