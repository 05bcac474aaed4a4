package org.relais.record.page;

import java.util.Optional;

import org.relais.access.Grant;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;

/** What a composer form stands in. */
public interface ComposerContext {

    PersonId person();

    /** A grant to write in the section that still stands; asked for again and logged when the old one does not. */
    Grant write();

    /** A grant for the record that still stands, for telling who will read. */
    Grant record();

    /** The autosaved text. */
    DraftHandle draft();

    /** The centre the author writes for: where the person is followed, unless the author chose another of theirs. */
    CentreId centre();

    /** To be called after signing: the form closes and the entry shows in the timeline. */
    void signed(EntryId entry);

    /** To be called when the form is closed without signing; the draft stays. */
    void closed();

    /** What the form is opened for, such as the code of an instrument; empty for nothing in particular. */
    default Optional<String> asked() {
        return Optional.empty();
    }

    /** A second way to sign, offered beside the first; empty for none. */
    default Optional<Following> following() {
        return Optional.empty();
    }

    /** Signing and going on at once, as from bed to bed. */
    interface Following {

        /** What the button says, already translated. */
        String label();

        /** Told before each signing whether its author wants to go on. */
        void wanted(boolean goOn);
    }
}
