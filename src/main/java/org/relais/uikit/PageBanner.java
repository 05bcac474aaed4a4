package org.relais.uikit;

import java.util.Optional;

import com.vaadin.flow.component.Component;

/** A banner on top of every page, such as an exceptional access that is still open. Rooms implement it as a bean. */
public interface PageBanner {

    /**
     * The banner for the signed-in user, asked again at every navigation; empty when there is nothing to say. One that
     * is answered again stays where it stands.
     */
    Optional<Component> create();
}
