package org.relais.therapy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessDenied;
import org.relais.access.EntryLevel;
import org.relais.record.Notes;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Individual sessions with their progress note (domain reference E.1, PRI-09). */
@RelaisTest
@Import(Psychologists.class)
class TherapySessionsServiceTests {

    @Autowired
    House house;

    @Autowired
    Psychologists psychologists;

    @Autowired
    TherapySessions sessions;

    @Autowired
    Timeline timeline;

    @Autowired
    Notes notes;

    @Autowired
    StatementLog statements;

    @Autowired
    Clock clock;

    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = house.personAt(here);
    }

    @Test
    void the_physician_reads_the_progress_note_and_the_nurse_its_title_only() {
        psychologists.sign(here, person, "Second session", "Neutral words for the team");
        here.as(Role.PHYSICIAN, () -> {
            var row = sessions.page(psychologists.read(person), null, 20).rows().getFirst();
            assertThat(row.entry().text()).isEqualTo("Neutral words for the team");
            assertThat(row.facts())
                    .isEqualTo(
                            new SessionRow.Facts(Attendance.ATTENDED, Mode.IN_PERSON, Approach.MOTIVATIONAL, 45, null));
            assertThat(row.start()).isEqualTo(psychologists.anHourAgo());
            return true;
        });
        here.as(Role.NURSE, () -> {
            var row = sessions.page(psychologists.read(person), null, 20).rows().getFirst();
            assertThat(row.entry().level()).isEqualTo(EntryLevel.SUMMARY);
            assertThat(row.entry().title()).isEqualTo("Second session");
            assertThat(row.entry().text()).isNull();
            assertThat(row.facts()).isNull();
            return true;
        });
    }

    @Test
    void a_draft_is_signed_once_whatever_the_clicks() {
        here.as(Role.PSYCHOLOGIST, () -> {
            var command = psychologists.session(here, psychologists.draft(person), "Title", "Text");
            var first = sessions.sign(psychologists.write(person), command);
            assertThat(sessions.sign(psychologists.write(person), command)).isEqualTo(first);
            assertThat(sessions.page(psychologists.read(person), null, 20).rows())
                    .hasSize(1);
            return true;
        });
    }

    @Test
    void pages_are_read_by_keyset_in_two_statements_each() {
        for (var at = 0; at < 5; at++) {
            psychologists.sign(here, person, "Session " + at, "Text");
        }
        here.as(Role.PHYSICIAN, () -> {
            var grant = psychologists.read(person);
            statements.clear();
            var newest = sessions.page(grant, null, 2);
            assertThat(statements.all())
                    .filteredOn(seen ->
                            seen.sql().contains("therapy_") || seen.sql().contains("record_"))
                    .hasSize(2);
            var middle = sessions.page(grant, newest.rows().getLast().cursor(), 2);
            var oldest = sessions.page(grant, middle.rows().getLast().cursor(), 2);
            assertThat(newest.more()).isTrue();
            assertThat(oldest.more()).isFalse();
            assertThat(java.util.stream.Stream.of(newest, middle, oldest)
                            .flatMap(page -> page.rows().stream())
                            .map(SessionRow::id))
                    .hasSize(5)
                    .doesNotHaveDuplicates();
            return true;
        });
    }

    @Test
    void an_addendum_of_the_timeline_stands_with_the_session() {
        var entry = psychologists.sign(here, person, "Title", "Text");
        here.as(
                Role.PSYCHOLOGIST,
                () -> notes.addendum(psychologists.write(person), entry, here.centre(), "Seen again at noon"));
        here.as(Role.PHYSICIAN, () -> {
            assertThat(sessions.page(psychologists.read(person), null, 20)
                            .rows()
                            .getFirst()
                            .entry()
                            .amendments())
                    .singleElement()
                    .satisfies(amendment -> assertThat(amendment.text()).isEqualTo("Seen again at noon"));
            return true;
        });
    }

    @Test
    void what_is_out_of_range_is_refused_at_its_field_and_never_clamped() {
        var now = clock.instant();
        here.as(Role.PSYCHOLOGIST, () -> {
            var draft = psychologists.draft(person);
            var valid = psychologists.session(here, draft, "Title", "Text");
            assertRefused("minutes", held(valid, 0));
            assertRefused("minutes", held(valid, 481));
            assertRefused("minutes", held(valid, null));
            assertRefused("note", psychologists.session(here, draft, "Title", " "));
            assertRefused("note", psychologists.session(here, draft, "Title", "bell\u0007"));
            assertRefused("title", psychologists.session(here, draft, "t".repeat(201), "Text"));
            assertRefused(
                    "start",
                    new SignSession(
                            Attendance.NO_SHOW,
                            Mode.IN_PERSON,
                            null,
                            now.plus(1, ChronoUnit.HOURS),
                            null,
                            null,
                            null,
                            null,
                            here.centre(),
                            draft.id(),
                            draft.version()));
            assertRefused(
                    "nextOn",
                    new SignSession(
                            Attendance.NO_SHOW,
                            Mode.IN_PERSON,
                            null,
                            now,
                            null,
                            LocalDate.of(2020, 1, 1),
                            null,
                            null,
                            here.centre(),
                            draft.id(),
                            draft.version()));
            assertThat(sessions.page(psychologists.read(person), null, 20).rows())
                    .isEmpty();
            return true;
        });
    }

    @Test
    void a_session_called_off_ahead_of_its_time_is_signed_now() {
        here.as(Role.PSYCHOLOGIST, () -> {
            var draft = psychologists.draft(person);
            sessions.sign(
                    psychologists.write(person),
                    new SignSession(
                            Attendance.CANCELLED,
                            Mode.IN_PERSON,
                            null,
                            clock.instant().plus(2, ChronoUnit.DAYS),
                            null,
                            null,
                            null,
                            null,
                            here.centre(),
                            draft.id(),
                            draft.version()));
            assertThat(timeline.page(psychologists.record(person), TimelineFilter.ALL, null, 20)
                            .rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.occurredAt()).isBeforeOrEqualTo(clock.instant()));
            return true;
        });
    }

    @Test
    void nobody_but_a_psychologist_signs_a_session() {
        for (var role : new Role[] {Role.PHYSICIAN, Role.NURSE, Role.SOCIAL_WORKER, Role.COORDINATOR}) {
            here.as(role, () -> {
                assertThatThrownBy(() -> psychologists.write(person)).isInstanceOf(AccessDenied.class);
                return true;
            });
        }
    }

    @Test
    void nothing_that_was_signed_is_ever_changed() {
        statements.clear();
        psychologists.signBoth(here, person, "Text", "Process");
        assertThat(statements.all())
                .extracting(seen -> seen.sql().strip().toLowerCase(Locale.ROOT))
                .filteredOn(sql -> sql.contains("therapy_"))
                .isNotEmpty()
                .allMatch(sql -> sql.startsWith("insert into therapy_") || sql.startsWith("select"));
    }

    private SignSession held(SignSession valid, @org.jspecify.annotations.Nullable Integer minutes) {
        return new SignSession(
                valid.attendance(),
                valid.mode(),
                valid.approach(),
                valid.start(),
                minutes,
                null,
                valid.title(),
                valid.note(),
                valid.centre(),
                valid.draft(),
                valid.expectedDraftVersion());
    }

    private void assertRefused(String field, SignSession command) {
        assertThatThrownBy(() -> sessions.sign(psychologists.write(person), command))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
