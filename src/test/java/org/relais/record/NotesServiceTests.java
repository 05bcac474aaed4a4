package org.relais.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessDenied;
import org.relais.access.Section;
import org.relais.shared.Conflict;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** From the draft to the signature, and what may follow it (PRI-09). */
@RelaisTest
@Import(Writers.class)
class NotesServiceTests {

    @Autowired
    House house;

    @Autowired
    Writers writers;

    @Autowired
    Notes notes;

    @Autowired
    Drafts drafts;

    @Autowired
    Timeline timeline;

    @Autowired
    RecordNews news;

    @Autowired
    StatementLog statements;

    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = house.personAt(here);
    }

    @Test
    void a_double_click_in_two_threads_signs_once() throws Exception {
        var draft = here.as(Role.NURSE, () -> save("Once", null));
        var start = new CyclicBarrier(2);
        Callable<EntryId> click = () -> here.as(Role.NURSE, () -> {
            var write = writers.write(person, Section.MEDICAL);
            start.await();
            return notes.sign(write, command(draft, "Once"));
        });
        try (var clicks = Executors.newFixedThreadPool(2)) {
            var entries = clicks.invokeAll(List.of(click, click));
            assertThat(entries.getFirst().get()).isEqualTo(entries.getLast().get());
        }
        assertThat(entries()).hasSize(1);
        here.as(Role.NURSE, () -> {
            assertThat(drafts.waiting(writers.record(person))).isEmpty();
            return true;
        });
    }

    @Test
    void a_stale_draft_shows_both_texts_and_stores_neither_over_the_other() {
        here.as(Role.NURSE, () -> {
            var first = save("First tab", null);
            var second = save("Second tab", first);
            assertThatThrownBy(() -> save("First tab goes on", first))
                    .isInstanceOfSatisfying(StaleDraft.class, stale -> {
                        assertThat(stale.yours()).containsEntry("text", "First tab goes on");
                        assertThat(stale.stored()).isEqualTo(second);
                    });
            assertThatThrownBy(() ->
                            notes.sign(writers.write(person, Section.MEDICAL), command(first, "First tab goes on")))
                    .isInstanceOf(StaleDraft.class);
            return true;
        });
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_new_tab_that_knows_no_draft_does_not_overwrite_the_one_there_is() {
        here.as(Role.NURSE, () -> {
            save("Stored", null);
            assertThatThrownBy(() -> save("Typed in a new tab", null)).isInstanceOf(StaleDraft.class);
            return true;
        });
    }

    @Test
    void a_draft_is_found_again_after_another_sign_in_and_by_its_owner_only() {
        here.as(Role.NURSE, () -> save("Half a sentence", null));
        here.as(Role.NURSE, () -> {
            assertThat(drafts.find(writers.write(person, Section.MEDICAL), "record.transmission"))
                    .hasValueSatisfying(found -> assertThat(found.content()).containsEntry("text", "Half a sentence"));
            return true;
        });
        here.as(Role.PHYSICIAN, () -> {
            assertThat(drafts.find(writers.write(person, Section.MEDICAL), "record.transmission"))
                    .isEmpty();
            assertThat(drafts.waiting(writers.record(person))).isEmpty();
            return true;
        });
    }

    @Test
    void another_person_can_neither_sign_nor_throw_away_my_draft() {
        var draft = here.as(Role.NURSE, () -> save("Mine", null));
        here.as(Role.PHYSICIAN, () -> {
            var write = writers.write(person, Section.MEDICAL);
            drafts.discard(write, draft.id());
            assertThatThrownBy(() -> notes.sign(
                            write,
                            new SignNote(
                                    "record.medical-note",
                                    null,
                                    "Stolen",
                                    Instant.now(),
                                    here.centre(),
                                    Visibility.TEAM,
                                    draft.id(),
                                    draft.version())))
                    .isInstanceOf(Conflict.class);
            return true;
        });
        here.as(Role.NURSE, () -> {
            assertThat(drafts.waiting(writers.record(person))).hasSize(1);
            return true;
        });
    }

    @Test
    void bad_input_is_refused_at_its_field_and_the_draft_stays() {
        here.as(Role.NURSE, () -> {
            var draft = save("Draft", null);
            assertRefused("text", draft, " ", Instant.now());
            assertRefused("text", draft, "a".repeat(FreeText.NOTE + 1), Instant.now());
            assertRefused("text", draft, "bell\u0007", Instant.now());
            assertRefused("occurredAt", draft, "Text", Instant.now().plusSeconds(120));
            assertThat(drafts.find(writers.write(person, Section.MEDICAL), "record.transmission"))
                    .contains(draft);
            return true;
        });
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_role_signs_no_kind_of_note_that_is_not_its_own_and_nobody_reads_to_write() {
        here.as(Role.NURSE, () -> {
            var draft = save("Draft", null);
            assertThatThrownBy(() -> notes.sign(
                            writers.write(person, Section.MEDICAL),
                            new SignNote(
                                    "record.medical-visit",
                                    null,
                                    "Text",
                                    Instant.now(),
                                    here.centre(),
                                    Visibility.TEAM,
                                    draft.id(),
                                    1)))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> notes.sign(writers.record(person), command(draft, "Text")))
                    .isInstanceOf(AccessDenied.class);
            return true;
        });
    }

    @Test
    void an_addendum_stands_with_what_it_adds_to() {
        var note = writers.sign(here, Role.NURSE, person, "record.transmission", "Slept badly", Visibility.TEAM);
        here.as(
                Role.PHYSICIAN,
                () -> notes.addendum(writers.write(person, Section.MEDICAL), note, here.centre(), "Seen at noon"));

        assertThat(entries()).singleElement().satisfies(row -> {
            assertThat(row.text()).isEqualTo("Slept badly");
            assertThat(row.enteredInError()).isFalse();
            assertThat(row.amendments()).singleElement().satisfies(amendment -> {
                assertThat(amendment.text()).isEqualTo("Seen at noon");
                assertThat(amendment.author())
                        .isEqualTo(here.member(Role.PHYSICIAN).id());
            });
        });
    }

    @Test
    void only_the_author_takes_an_entry_back_with_a_reason_and_it_stays_readable() {
        var note = writers.sign(here, Role.NURSE, person, "record.transmission", "Wrong person", Visibility.TEAM);
        here.as(Role.PHYSICIAN, () -> {
            assertThatThrownBy(() -> takeBack(note, "Written about another person"))
                    .isInstanceOf(Conflict.class);
            return true;
        });
        here.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> takeBack(note, "Too short"))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.field()).isEqualTo("reason"));
            takeBack(note, "Written about another person");
            assertThatThrownBy(() -> takeBack(note, "Written about another person"))
                    .isInstanceOf(Conflict.class);
            return true;
        });
        assertThat(entries()).singleElement().satisfies(row -> {
            assertThat(row.enteredInError()).isTrue();
            assertThat(row.text()).isEqualTo("Wrong person");
        });
    }

    @Test
    void what_cannot_be_read_cannot_be_amended() {
        var note = writers.sign(here, Role.NURSE, person, "record.nursing-note", "Mine", Visibility.AUTHOR);
        here.as(Role.PHYSICIAN, () -> {
            assertThatThrownBy(() ->
                            notes.addendum(writers.write(person, Section.MEDICAL), note, here.centre(), "Addendum"))
                    .isInstanceOf(NotFound.class);
            return true;
        });
    }

    @Test
    void nothing_that_was_signed_is_ever_changed_or_deleted() {
        statements.clear();
        var note = writers.sign(here, Role.NURSE, person, "record.transmission", "Kept", Visibility.TEAM);
        here.as(Role.NURSE, () -> {
            notes.addendum(writers.write(person, Section.MEDICAL), note, here.centre(), "Added");
            return takeBack(note, "Written about another person");
        });
        assertThat(statements.all())
                .extracting(seen -> seen.sql().strip().toLowerCase(java.util.Locale.ROOT))
                .filteredOn(sql -> sql.contains("record_entry"))
                .isNotEmpty()
                .allMatch(sql -> sql.startsWith("insert into record_entry") || sql.startsWith("select"));
    }

    @Test
    void an_open_record_hears_of_a_signed_note_within_a_second() throws Exception {
        var heard = new LinkedBlockingQueue<EntryId>();
        var subscription = here.as(Role.PHYSICIAN, () -> news.listen(writers.record(person), heard::add));
        var note = writers.sign(here, Role.NURSE, person, "record.transmission", "New", Visibility.TEAM);
        assertThat(heard.poll(1, TimeUnit.SECONDS)).isEqualTo(note);
        subscription.end();
        writers.sign(here, Role.NURSE, person, "record.nursing-note", "Unheard", Visibility.TEAM);
        assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    private EntryId takeBack(EntryId note, String reason) {
        return notes.markEnteredInError(writers.write(person, Section.MEDICAL), note, here.centre(), reason);
    }

    private void assertRefused(String field, Draft draft, String text, Instant at) {
        assertThatThrownBy(() -> notes.sign(
                        writers.write(person, Section.MEDICAL),
                        new SignNote(
                                "record.transmission",
                                null,
                                text,
                                at,
                                here.centre(),
                                Visibility.TEAM,
                                draft.id(),
                                draft.version())))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private Draft save(String text, @org.jspecify.annotations.Nullable Draft known) {
        return drafts.save(
                writers.write(person, Section.MEDICAL),
                new SaveDraft(
                        "record.transmission",
                        Map.of("text", text),
                        known == null ? null : known.id(),
                        known == null ? 0 : known.version()));
    }

    private SignNote command(Draft draft, String text) {
        return new SignNote(
                "record.transmission",
                null,
                text,
                Instant.now(),
                here.centre(),
                Visibility.TEAM,
                draft.id(),
                draft.version());
    }

    private List<EntryRow> entries() {
        return here.as(
                Role.NURSE,
                () -> timeline.page(writers.record(person), TimelineFilter.ALL, null, 20)
                        .rows());
    }
}
