package org.relais.uikit;

import java.util.Optional;

import com.vaadin.flow.component.Component;

/**
 * What is offered where a page, or a part of one, is closed to its reader: on the page that says so, and beside what is
 * locked. Rooms implement it as a bean. The offer never tells whether there is something behind.
 */
public interface RefusalOffer {

    /**
     * The offer for whoever is signed in.
     *
     * @param path of the page, without leading slash
     */
    Optional<Component> create(String path);

    /** Whether it also helps where the record is open and only a part of it is locked. */
    default boolean opensWhatIsLocked() {
        return false;
    }
}
