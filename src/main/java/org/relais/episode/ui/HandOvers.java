package org.relais.episode.ui;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.episode.EpisodeRow;
import org.relais.episode.HandOverDraft;
import org.relais.episode.HandOverDrafts;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.uikit.Formats;

/** Makes the fields of hand-over texts, each with its own draft and the right to write it. */
final class HandOvers {

    private final HandOverDrafts drafts;
    private final AccessService access;

    HandOvers(HandOverDrafts drafts, AccessService access) {
        this.drafts = drafts;
        this.access = access;
    }

    HandOverField field(PersonId person, EpisodeRow episode, HandOverDraft.Form form, Formats formats) {
        return new HandOverField(new Kept(person, episode.id(), form), formats);
    }

    private final class Kept implements HandOverField.Keeping {

        private final PersonId person;
        private final EpisodeId episode;
        private final HandOverDraft.Form form;
        private @Nullable Grant write;

        Kept(PersonId person, EpisodeId episode, HandOverDraft.Form form) {
            this.person = person;
            this.episode = episode;
            this.form = form;
        }

        @Override
        public Optional<HandOverDraft> find() {
            return drafts.find(standing(), episode, form);
        }

        @Override
        public Optional<HandOverDraft> save(String text, long expectedVersion) {
            return drafts.save(standing(), episode, form, text, expectedVersion);
        }

        // One row in the log for as long as the right stands, not one a pause
        private Grant standing() {
            var held = write;
            var standing = held == null
                    ? access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE)
                    : access.fresh(held);
            write = standing;
            return standing;
        }
    }
}
