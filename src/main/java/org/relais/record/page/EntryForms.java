package org.relais.record.page;

import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;

/** Opens the form of a composer type on a page other than the record's, with its draft. A bean. */
public interface EntryForms {

    /**
     * The form, with the draft that its author left of it; empty when they may not write it.
     *
     * @param record a grant for the record; asked for again when it no longer stands
     */
    Optional<Component> open(Grant record, Request request);

    /**
     * What is opened, and what follows.
     *
     * @param form the form of the composer type
     * @param centre for which is written: one in which the author takes part in the person's care
     * @param asked what the form is opened for, such as the code of an instrument; null for nothing in particular
     * @param following the second way to sign; null for none
     * @param signed called with the new entry
     * @param closed called when the form is left without signing; the draft stays
     */
    record Request(
            String form,
            CentreId centre,
            @Nullable String asked,
            ComposerContext.@Nullable Following following,
            Consumer<EntryId> signed,
            Runnable closed) {}
}
