package org.relais.uikit;

import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.dialog.Dialog;

/** Puts the focus into a dialog's first field when it opens, so that typing can begin at once. */
public final class FirstField {

    private FirstField() {}

    public static void focusWhenOpened(Dialog dialog) {
        dialog.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                fields(dialog).findFirst().ifPresent(Focusable::focus);
            }
        });
    }

    private static Stream<Focusable<?>> fields(Component within) {
        return within.getChildren().filter(Component::isVisible).flatMap(FirstField::field);
    }

    private static Stream<Focusable<?>> field(Component part) {
        var field =
                part instanceof Focusable<?> focusable && part instanceof HasValue<?, ?> value && !value.isReadOnly();
        return field ? Stream.of((Focusable<?>) part) : fields(part);
    }
}
