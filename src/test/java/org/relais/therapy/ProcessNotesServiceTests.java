package org.relais.therapy;

import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.record.Notes;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.ProcessNoteId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** PRI-01: a process note is its author's alone, whatever the role of the others. */
@RelaisTest
@Import(Psychologists.class)
class ProcessNotesServiceTests {

    private static final String WORDS = "Words for nobody else";

    @Autowired
    House house;

    @Autowired
    Psychologists psychologists;

    @Autowired
    TherapySessions sessions;

    @Autowired
    ProcessNotes processNotes;

    @Autowired
    Timeline timeline;

    @Autowired
    Notes notes;

    @Autowired
    StatementLog statements;

    @Autowired
    JdbcClient jdbc;

    @Value("${relais.log.schema}")
    String logSchema;

    Place here;
    PersonId person;
    ProcessNoteId note;

    @BeforeEach
    void signBoth() {
        here = house.open().here();
        person = house.personAt(here);
        psychologists.signBoth(here, person, "For the team", WORDS);
        note = here.as(
                Role.PSYCHOLOGIST,
                () -> Objects.requireNonNull(sessions.page(psychologists.read(person), null, 20)
                        .rows()
                        .getFirst()
                        .ownProcessNote()));
    }

    @Test
    void its_author_opens_it_in_any_session_and_each_opening_is_logged() {
        for (var opening = 1; opening <= 2; opening++) {
            var opened = here.as(Role.PSYCHOLOGIST, () -> processNotes.open(psychologists.readProcess(person), note));
            assertThat(opened.text()).isEqualTo(WORDS);
            assertThat(logged("allowed AND action = 'VIEW'")).isEqualTo(opening);
        }
    }

    @Test
    void another_psychologist_of_the_team_is_refused_and_the_refusal_logged() {
        psychologists.second(here).act(() -> {
            var grant = psychologists.readProcess(person);
            assertThatThrownBy(() -> processNotes.open(grant, note)).isInstanceOf(AccessDenied.class);
            var row = sessions.page(psychologists.read(person), null, 20).rows().getFirst();
            assertThat(row.processNote()).isTrue();
            assertThat(row.ownProcessNote()).isNull();
            return true;
        });
        assertThat(logged("NOT allowed")).isEqualTo(1);
    }

    @Test
    void another_psychologist_adds_nothing_to_it() {
        psychologists.second(here).act(() -> {
            assertThatThrownBy(() -> processNotes.addendum(psychologists.writeProcess(person), note, "Mine"))
                    .isInstanceOf(AccessDenied.class);
            return true;
        });
        assertThat(logged("NOT allowed")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PSYCHOLOGIST"},
            mode = EnumSource.Mode.EXCLUDE)
    void no_other_role_gets_as_far_as_a_grant_and_the_refusal_is_logged(Role role) {
        here.as(role, () -> {
            assertThatThrownBy(() -> psychologists.readProcess(person)).isInstanceOf(AccessDenied.class);
            return true;
        });
        assertThat(jdbc.sql("SELECT COUNT(*) FROM " + logSchema
                                + ".access_event WHERE person_id = ? AND section = 'PROCESS_NOTE' AND NOT allowed"
                                + " AND actor_role = ?")
                        .param(person.value())
                        .param(role.name())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_team_sees_in_the_timeline_that_it_exists_and_nothing_else() {
        here.as(Role.PHYSICIAN, () -> {
            var rows = timeline.page(psychologists.record(person), TimelineFilter.ALL, null, 20)
                    .rows();
            assertThat(rows).hasSize(2);
            assertThat(rows.getFirst().locked()).isTrue();
            assertThat(rows.getFirst().type()).isNull();
            assertThat(rows.getFirst().source()).isNull();
            return true;
        });
        here.as(Role.FAMILY_WORKER, () -> {
            assertThat(timeline.page(psychologists.record(person), TimelineFilter.ALL, null, 20)
                            .rows())
                    .isEmpty();
            return true;
        });
    }

    @Test
    void its_words_stand_in_no_table_but_their_own() {
        statements.clear();
        psychologists.signBoth(here, person, "For the team", WORDS + " again");
        assertThat(statements.all())
                .filteredOn(seen -> seen.parameters().stream().anyMatch(value -> value.contains(WORDS)))
                .singleElement()
                .satisfies(seen -> assertThat(seen.sql()).contains("INSERT INTO therapy_process_note"));
    }

    @Test
    void an_addendum_is_a_row_of_its_own_and_the_note_stays() {
        here.as(Role.PSYCHOLOGIST, () -> {
            processNotes.addendum(psychologists.writeProcess(person), note, "A week later");
            var opened = processNotes.open(psychologists.readProcess(person), note);
            assertThat(opened.text()).isEqualTo(WORDS);
            assertThat(opened.addenda()).extracting(ProcessNote.Addendum::text).containsExactly("A week later");
            return true;
        });
    }

    @Test
    void the_shared_record_takes_no_addendum_to_it() {
        here.as(Role.PSYCHOLOGIST, () -> {
            var entry = timeline.page(psychologists.record(person), TimelineFilter.ALL, null, 20)
                    .rows()
                    .getFirst();
            assertThatThrownBy(() ->
                            notes.addendum(psychologists.writeProcess(person), entry.id(), here.centre(), "Elsewhere"))
                    .isInstanceOf(NotFound.class);
            return true;
        });
    }

    @Test
    void a_note_of_another_person_is_not_found_through_this_one() {
        var other = house.personAt(here);
        here.as(Role.PSYCHOLOGIST, () -> {
            assertThatThrownBy(() -> processNotes.open(psychologists.readProcess(other), note))
                    .isInstanceOf(NotFound.class);
            return true;
        });
    }

    private int logged(String condition) {
        return jdbc.sql("SELECT COUNT(*) FROM " + logSchema + ".access_event WHERE resource_id = ? AND " + condition)
                .param(note.value())
                .query(Integer.class)
                .single();
    }
}
