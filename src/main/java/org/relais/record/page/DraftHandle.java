package org.relais.record.page;

import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;

import org.relais.record.Draft;
import org.relais.record.StaleDraft;

/**
 * The draft of one open form. Give the form's fields {@code ValueChangeMode.TIMEOUT} with {@link #PAUSE} as timeout and
 * call {@link #edited} from their value-change listeners: the draft is then saved while its author types on, and on blur.
 */
public interface DraftHandle {

    /** How much typing may be unsaved, in milliseconds. */
    int PAUSE = 1_500;

    /** The fields as they were left; empty when there is no draft. */
    Map<String, String> restored();

    /** Saves the fields now; a conflict with another tab shows both texts in the status line's place. */
    void edited(Map<String, String> content);

    /**
     * Saves what is not yet saved and tells which draft and version to sign.
     *
     * @throws org.relais.record.StaleDraft when it was saved elsewhere meanwhile
     */
    Draft flush(Map<String, String> content);

    /**
     * Shows both texts when signing met a draft that was saved elsewhere; nothing is stored before the author chose.
     *
     * @param yours the fields as they stand in this form
     */
    void conflict(StaleDraft stale, Map<String, String> yours);

    /** Called with the other text when the author takes it after a conflict; put it in the fields. */
    void onReplaced(Consumer<Map<String, String>> fields);

    /** Throws one's own draft away. */
    void discard();

    /** The line that tells when it was saved; also where a conflict shows. */
    Component statusLine();
}
