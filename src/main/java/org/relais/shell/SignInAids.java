package org.relais.shell;

import java.util.function.BiConsumer;

import com.vaadin.flow.component.Component;

/** Something shown below the sign-in form, such as the accounts of a demonstration. Implemented as a bean, or not at all. */
public interface SignInAids {

    /** @param fill puts a name and a password into the form, without sending it */
    Component create(BiConsumer<String, String> fill);
}
