package org.relais.record.page;

import com.vaadin.flow.component.Component;

import org.relais.access.Section;
import org.relais.staff.Role;
import org.relais.uikit.Glyph;

/** Something that can be added to the record. Offered only to roles that may write its section. */
public interface ComposerType {

    /** Its place in the picker, smallest first; the first one offered is open by default. */
    int order();

    /** The key of its word. */
    String labelKey();

    Glyph glyph();

    /** The row of the policy matrix that guards writing it. */
    Section section();

    /** The form of its draft, such as {@code record.transmission}; one draft a person and form. */
    String form();

    /** Whether it belongs to the role's work, among the roles that may write the section. */
    default boolean offeredTo(Role role) {
        return true;
    }

    /** Builds the form; called only after the grant to write was issued and logged. */
    Component create(ComposerContext context);
}
