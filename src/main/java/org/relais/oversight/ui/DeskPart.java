package org.relais.oversight.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

import org.relais.access.Scope;
import org.relais.oversight.LogRow;
import org.relais.shared.Severity;

/**
 * What another part of the desk adds to the page of the access log. Each bean of this type is asked, in the order of
 * {@link org.springframework.core.annotation.Order}; it makes new components at every call.
 */
interface DeskPart {

    /** An action of the page's head. */
    default Optional<Component> action(Scope scope) {
        return Optional.empty();
    }

    /** Between the head and the filters, such as a row of cards. Asked at every navigation. */
    default Optional<Component> head(Scope scope) {
        return Optional.empty();
    }

    /** At the top of the column beside the list, about the row that was chosen. */
    default Optional<Component> besideRow(Scope scope, LogRow chosen) {
        return Optional.empty();
    }

    /** In the column beside the list, below what is about the row. Asked once, when the page opens. */
    default Optional<Component> beside(Scope scope) {
        return Optional.empty();
    }

    /** The rows to mark in a column of their own, by the id of the row; null when this part marks none ever. */
    default @Nullable Map<UUID, Flag> flags(Scope scope, List<LogRow> rows) {
        return null;
    }

    /** A mark of a row. */
    record Flag(Severity severity, String text) {}
}
