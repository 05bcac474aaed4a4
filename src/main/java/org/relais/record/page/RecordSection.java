package org.relais.record.page;

import java.util.Set;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.uikit.Glyph;

/** One discipline's page of the shared record. */
public interface RecordSection {

    /** Its place in the navigation, smallest first. */
    int order();

    /** The key of the group's heading in the navigation; empty for the first group, which has none. */
    String group();

    /** The key of its name. */
    String titleKey();

    Glyph glyph();

    /** The row of the policy matrix that guards it. */
    Section section();

    /** The last part of its URL, in English kebab-case. */
    String path();

    /** The types of entries whose number stands beside its name; empty for no number. */
    default Set<String> countedTypes() {
        return Set.of();
    }

    /** Whether there is such a page for this person at all; asks for no SQL unless a rare case needs it. */
    default boolean offered(Grant record) {
        return true;
    }

    /** Whether it takes the whole width under the person's strip, and says its title itself. */
    default boolean wide() {
        return false;
    }

    /** Builds the page; called only after the grant to read {@link #section()} was issued and logged. */
    Component create(Grant grant);
}
