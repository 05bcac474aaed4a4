package org.relais.episode;

import java.time.Clock;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.InvalidInput;
import org.relais.shared.Utc;

/**
 * Hand-over texts while they are typed: only their author reads them, on whichever machine they sign in. Sending the
 * request throws its draft away, and so does the end of the episode. Every method takes a grant to write in the
 * administrative section.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class HandOverDrafts {

    private final JdbcClient jdbc;
    private final AccessService access;
    private final EpisodeActs acts;
    private final Clock clock;

    HandOverDrafts(JdbcClient jdbc, AccessService access, EpisodeActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.acts = acts;
        this.clock = clock;
    }

    /** One's own text about the episode, if one was begun. */
    @Transactional(readOnly = true)
    public Optional<HandOverDraft> find(Grant write, EpisodeId episode, HandOverDraft.Form form) {
        access.require(write, Section.ADMINISTRATIVE, Right.WRITE);
        acts.requireOf(write, episode);
        return read(write, episode, form);
    }

    /**
     * Saves the text as typed; a blank one throws the draft away.
     *
     * @param expectedVersion of the draft on the screen; 0 when there is none yet
     * @return the draft now; empty when there is none any more
     * @throws InvalidInput at {@code handOver} when it is far too long
     * @throws Conflict when it was saved in another window meanwhile: that text stays
     */
    public Optional<HandOverDraft> save(
            Grant write, EpisodeId episode, HandOverDraft.Form form, String text, long expectedVersion) {
        access.require(write, Section.ADMINISTRATIVE, Right.WRITE);
        acts.requireOf(write, episode);
        if (text.codePointCount(0, text.length()) > Transfers.HAND_OVER) {
            throw new InvalidInput(
                    "handOver", "shared.error.too-long", Transfers.HAND_OVER, text.codePointCount(0, text.length()));
        }
        if (text.isBlank()) {
            change("DELETE FROM episode_hand_over_draft", write, episode, form, expectedVersion, null);
        } else if (expectedVersion == 0) {
            insert(write, episode, form, text);
        } else {
            change(
                    "UPDATE episode_hand_over_draft SET text = :text, version = version + 1, saved_at = :now",
                    write,
                    episode,
                    form,
                    expectedVersion,
                    text);
        }
        return read(write, episode, form);
    }

    /** Throws one's own text away, in the transaction that sends it. */
    void sent(Grant write, EpisodeId episode, HandOverDraft.Form form) {
        jdbc.sql("DELETE FROM episode_hand_over_draft WHERE staff_id = ? AND episode_id = ? AND form = ?")
                .param(write.actor().id().value())
                .param(episode.value())
                .param(form.name())
                .update();
    }

    private void insert(Grant write, EpisodeId episode, HandOverDraft.Form form, String text) {
        try {
            jdbc.sql("INSERT INTO episode_hand_over_draft VALUES (?,?,?,?,?,1,?)")
                    .param(write.actor().id().value())
                    .param(episode.value())
                    .param(write.person().value())
                    .param(form.name())
                    .param(text)
                    .param(Utc.column(clock.instant()))
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw new Conflict("episode.hand-over.error.elsewhere");
        }
    }

    private void change(
            String change,
            Grant write,
            EpisodeId episode,
            HandOverDraft.Form form,
            long expectedVersion,
            @Nullable String text) {
        var changed = jdbc.sql(change
                        + " WHERE staff_id = :staff AND episode_id = :episode AND form = :form AND version = :version")
                .param("text", text)
                .param("now", Utc.column(clock.instant()))
                .param("staff", write.actor().id().value())
                .param("episode", episode.value())
                .param("form", form.name())
                .param("version", expectedVersion)
                .update();
        if (changed == 0 && expectedVersion > 0) {
            throw new Conflict("episode.hand-over.error.elsewhere");
        }
    }

    private Optional<HandOverDraft> read(Grant write, EpisodeId episode, HandOverDraft.Form form) {
        return jdbc.sql("SELECT text, version, saved_at FROM episode_hand_over_draft"
                        + " WHERE staff_id = ? AND episode_id = ? AND form = ?")
                .param(write.actor().id().value())
                .param(episode.value())
                .param(form.name())
                .query((row, number) ->
                        new HandOverDraft(row.getString("text"), row.getLong("version"), Utc.instant(row, "saved_at")))
                .optional();
    }
}
