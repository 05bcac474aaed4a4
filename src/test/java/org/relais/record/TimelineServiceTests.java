package org.relais.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.CareRelations;
import org.relais.access.EntryLevel;
import org.relais.access.GiveConsent;
import org.relais.access.Purpose;
import org.relais.access.RelationKind;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.shared.Discipline;
import org.relais.shared.DraftId;
import org.relais.shared.EntryId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What each role sees of the timeline, page by page, in its own centre and from another one. */
@RelaisTest
@Import(Writers.class)
class TimelineServiceTests {

    @Autowired
    House house;

    @Autowired
    Writers writers;

    @Autowired
    Timeline timeline;

    @Autowired
    AccessService access;

    @Autowired
    SharingConsents consents;

    @Autowired
    CareRelations relations;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementLog statements;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = house.personAt(here);
    }

    @Test
    void a_nursing_note_shows_as_much_as_the_matrix_gives_each_role() {
        var note = writers.sign(here, Role.NURSE, person, "record.transmission", "Slept badly", Visibility.TEAM);

        assertThat(writers.read(here, Role.PHYSICIAN, person, note)).hasValueSatisfying(row -> {
            assertThat(row.level()).isEqualTo(EntryLevel.FULL);
            assertThat(row.text()).isEqualTo("Slept badly");
        });
        assertThat(writers.read(here, Role.PSYCHOLOGIST, person, note)).hasValueSatisfying(row -> {
            assertThat(row.level()).isEqualTo(EntryLevel.SUMMARY);
            assertThat(row.title()).isEqualTo("Title of Slept badly");
            assertThat(row.text()).isNull();
            assertThat(row.source()).isNull();
        });
        assertThat(writers.read(here, Role.PEER_WORKER, person, note)).isEmpty();
    }

    @Test
    void visibility_only_narrows() {
        var toDiscipline = writers.sign(
                here, Role.SOCIAL_WORKER, person, "record.social-interview", "Rent", Visibility.DISCIPLINE);
        var toAuthor = writers.sign(here, Role.NURSE, person, "record.nursing-note", "Mine", Visibility.AUTHOR);

        assertThat(writers.read(here, Role.PHYSICIAN, person, toDiscipline)).hasValueSatisfying(row -> {
            assertThat(row.locked()).isTrue();
            assertThat(row.type()).isNull();
            assertThat(row.title()).isNull();
            assertThat(row.author()).isEqualTo(here.member(Role.SOCIAL_WORKER).id());
        });
        assertThat(writers.read(here, Role.PHYSICIAN, person, toAuthor))
                .hasValueSatisfying(row -> assertThat(row.locked()).isTrue());
        assertThat(writers.read(here, Role.NURSE, person, toAuthor))
                .hasValueSatisfying(row -> assertThat(row.text()).isEqualTo("Mine"));
        // Not even the matrix's hidden sections are opened by a wide visibility.
        assertThat(writers.read(here, Role.FAMILY_WORKER, person, toAuthor)).isEmpty();
    }

    @Test
    void a_process_note_is_its_authors_alone_and_the_team_knows_that_it_exists() {
        var note = append(here, Role.PSYCHOLOGIST, Section.PROCESS_NOTE, Discipline.PSYCHOLOGICAL, minutesAgo(5));

        assertThat(writers.read(here, Role.PSYCHOLOGIST, person, note))
                .hasValueSatisfying(row -> assertThat(row.readable()).isTrue());
        assertThat(writers.read(here, Role.PHYSICIAN, person, note))
                .hasValueSatisfying(row -> assertThat(row.locked()).isTrue());
        assertThat(writers.read(here, Role.PEER_WORKER, person, note)).isEmpty();
    }

    @Test
    void from_another_centre_an_entry_shows_only_that_it_exists_until_the_person_agrees() {
        var note = writers.sign(here, Role.NURSE, person, "record.transmission", "Slept badly", Visibility.TEAM);
        followElsewhere();

        assertThat(writers.read(elsewhere, Role.NURSE, person, note)).hasValueSatisfying(row -> {
            assertThat(row.locked()).isTrue();
            assertThat(row.elsewhere()).isTrue();
            assertThat(row.text()).isNull();
            assertThat(row.title()).isNull();
        });

        here.as(
                Role.NURSE,
                () -> consents.give(writers.write(person, Section.ADMINISTRATIVE), GiveConsent.everywhere(null, "fr")));
        assertThat(writers.read(elsewhere, Role.NURSE, person, note)).hasValueSatisfying(row -> {
            assertThat(row.text()).isEqualTo("Slept badly");
            assertThat(row.elsewhere()).isTrue();
        });

        here.as(Role.NURSE, () -> {
            var grant = writers.write(person, Section.ADMINISTRATIVE);
            consents.withdraw(grant, consents.of(grant).getFirst().id());
            return true;
        });
        assertThat(writers.read(elsewhere, Role.NURSE, person, note))
                .hasValueSatisfying(row -> assertThat(row.locked()).isTrue());
    }

    @Test
    void pages_are_full_in_order_and_without_what_is_hidden() {
        var shown = new ArrayList<EntryId>();
        for (var at = 50; at > 0; at--) {
            // Two at the same microsecond, and between them entries that a social worker may not know of.
            var time = minutesAgo(at);
            append(here, Role.FAMILY_WORKER, Section.FAMILY, Discipline.FAMILY, time);
            shown.add(append(here, Role.SOCIAL_WORKER, Section.SOCIAL, Discipline.SOCIAL, time));
            shown.add(append(here, Role.SOCIAL_WORKER, Section.SOCIAL, Discipline.SOCIAL, time));
        }
        var read = here.as(Role.SOCIAL_WORKER, () -> {
            var rows = new ArrayList<EntryRow>();
            Cursor before = null;
            boolean more;
            do {
                statements.clear();
                var page = timeline.page(writers.record(person), TimelineFilter.ALL, before, 20);
                assertThat(page.rows()).hasSize(page.more() ? 20 : 100 - rows.size());
                assertThat(statements.all())
                        .filteredOn(seen -> seen.sql().contains("record_entry"))
                        .hasSize(1);
                rows.addAll(page.rows());
                before = page.rows().getLast().cursor();
                more = page.more();
            } while (more);
            return rows;
        });
        assertThat(read).extracting(EntryRow::id).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(read).extracting(EntryRow::occurredAt).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(read).extracting(EntryRow::discipline).containsOnly(Discipline.SOCIAL);
    }

    @Test
    void counts_and_type_filters_tell_nothing_of_what_is_locked() {
        append(here, Role.PSYCHOLOGIST, Section.PROCESS_NOTE, Discipline.PSYCHOLOGICAL, minutesAgo(5));
        append(here, Role.SOCIAL_WORKER, Section.SOCIAL, Discipline.SOCIAL, minutesAgo(4));
        append(here, Role.FAMILY_WORKER, Section.FAMILY, Discipline.FAMILY, minutesAgo(3));

        here.as(Role.PHYSICIAN, () -> {
            var record = writers.record(person);
            var counts = timeline.counts(record);
            assertThat(counts.disciplines()).isEqualTo(Map.of(Discipline.PSYCHOLOGICAL, 1, Discipline.SOCIAL, 1));
            assertThat(counts.types()).isEqualTo(Map.of("test.social", 1));
            assertThat(timeline.page(record, types("test.process_note"), null, 20)
                            .rows())
                    .isEmpty();
            assertThat(timeline.page(record, types("test.social"), null, 20).rows())
                    .hasSize(1);
            assertThat(timeline.page(record, new TimelineFilter(Set.of(Discipline.PSYCHOLOGICAL), Set.of()), null, 20)
                            .rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.type()).isNull());
            return true;
        });
    }

    @Test
    void an_entry_of_somebody_else_is_not_found_through_this_grant() {
        var other = house.personAt(here);
        var note = writers.sign(here, Role.NURSE, other, "record.transmission", "Other", Visibility.TEAM);
        assertThat(writers.read(here, Role.NURSE, person, note)).isEmpty();
    }

    @Test
    void appending_needs_the_transaction_of_the_act_and_a_time_that_has_been() {
        here.as(Role.NURSE, () -> {
            var write = writers.write(person, Section.MEDICAL);
            var entry = entry(here, Section.MEDICAL, Discipline.MEDICAL, minutesAgo(1));
            assertThatThrownBy(() -> timeline.append(write, entry))
                    .isInstanceOf(IllegalTransactionStateException.class);
            var ahead = entry(
                    here, Section.MEDICAL, Discipline.MEDICAL, Instant.now().plusSeconds(60));
            assertThatThrownBy(() -> transaction.execute(status -> timeline.append(write, ahead)))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.field()).isEqualTo("occurredAt"));
            return true;
        });
    }

    private void followElsewhere() {
        var scope = access.taskScope("test", elsewhere.centre(), Purpose.CARE);
        transaction.executeWithoutResult(status -> relations.beginForUnit(
                scope, person, RelationKind.TRANSFER, elsewhere.centre(), elsewhere.ward(), null));
    }

    private EntryId append(Place place, Role role, Section section, Discipline discipline, Instant at) {
        return place.as(role, () -> {
            var write = writers.write(person, section);
            return transaction.execute(status -> timeline.append(
                    write,
                    entry(place, section, discipline, at).by(place.member(role).id())));
        });
    }

    private NewEntry entry(Place place, Section section, Discipline discipline, Instant at) {
        var type = "test." + section.name().toLowerCase(java.util.Locale.ROOT);
        return NewEntry.of(person, section, discipline, type, at, place.centre(), DraftId.create())
                .saying("Title", "Text");
    }

    private static TimelineFilter types(String... types) {
        return new TimelineFilter(Set.of(), Set.copyOf(List.of(types)));
    }

    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }
}
