package org.relais.relatives;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.GivenAccesses;
import org.relais.access.Section;
import org.relais.person.TellingTopic;
import org.relais.record.EntryRow;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.RelativeContactId;
import org.relais.shared.RelativeId;
import org.relais.shared.StaleVersion;
import org.relais.shared.SupportOfferId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.worklist.DueRow;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Contacts with relatives within what they may be told, on a real database. */
@RelaisTest
@Import(Kin.class)
class RelativeContactsServiceTests {

    private static final Map<TellingTopic, Boolean> SOME =
            Map.of(TellingTopic.PRESENCE, true, TellingTopic.APPOINTMENTS, true, TellingTopic.RESULTS, false);

    @Autowired
    House house;

    @Autowired
    Kin kin;

    @Autowired
    RelativeContacts contacts;

    @Autowired
    GivenAccesses given;

    @Autowired
    Timeline timeline;

    @Autowired
    Worklist worklist;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Place here;
    Place elsewhere;
    PersonId person;
    RelativeId sister;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = kin.register(here);
        sister = kin.sister(here, person, SOME);
    }

    @Test
    void a_call_stands_in_the_log_and_the_record_without_what_the_relative_said() {
        log(call(Set.of(TellingTopic.PRESENCE), Set.of(), "He is here", null, "She lent him money"));
        assertThat(stored().contacts()).singleElement().satisfies(row -> {
            assertThat(row.told()).containsExactly(TellingTopic.PRESENCE);
            assertThat(row.words()).isEqualTo("He is here");
            assertThat(row.heard()).isEqualTo("She lent him money");
            assertThat(row.name()).isEqualTo("Élodie Castellane");
            assertThat(row.toBeSeen()).isFalse();
        });
        var entry = entries().getFirst();
        assertThat(entry.type()).isEqualTo(RelativesDetail.CONTACT);
        assertThat(entry.text()).isEqualTo("He is here");
        assertThat(entry.detail()).containsEntry(RelativesDetail.HEARD, "true");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM record_entry WHERE person_id = ?"
                                + " AND CONCAT_WS(' ', title, text, detail) LIKE '%money%'")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .as("what a relative says is not copied")
                .isZero();
        assertThat(due(Role.SOCIAL_WORKER)).isEmpty();
    }

    @Test
    void the_same_contact_twice_is_logged_once() {
        var command = call(Set.of(), Set.of(), null, null, null);
        log(command);
        log(command);
        assertThat(stored().contacts()).hasSize(1);
    }

    @Test
    void what_may_not_be_told_cannot_be_ticked_as_told() {
        refused("told", call(Set.of(TellingTopic.RESULTS), Set.of(), null, null, null));
        refused("told", call(Set.of(TellingTopic.TREATMENT), Set.of(), null, null, null));
        refused("beyond", call(Set.of(), Set.of(TellingTopic.PRESENCE), null, "A reason", null));
        refused("reason", call(Set.of(), Set.of(TellingTopic.RESULTS), null, " ", null));
        assertThat(stored().contacts()).isEmpty();
    }

    @Test
    void where_nothing_may_be_told_nothing_is_written_down_as_told() {
        kin.change(here, person, sister, Map.of(TellingTopic.PRESENCE, false));
        refused("words", call(Set.of(), Set.of(), "He is here", null, null));
        log(call(Set.of(), Set.of(), null, null, "She asked for him"));
        assertThat(stored().contacts()).hasSize(1);
    }

    @Test
    void what_was_told_beyond_it_is_kept_with_its_reason_and_shown_to_the_key_worker() {
        var psychologist = here.member(Role.PSYCHOLOGIST);
        nameKeyWorker(psychologist.id());
        log(call(Set.of(), Set.of(TellingTopic.RESULTS), "The test", "She had the letter in her hand", null));
        var row = stored().contacts().getFirst();
        assertThat(row.beyond()).containsExactly(TellingTopic.RESULTS);
        assertThat(row.reason()).isEqualTo("She had the letter in her hand");
        assertThat(row.toBeSeen()).isTrue();
        assertThat(due(Role.PSYCHOLOGIST)).singleElement().satisfies(task -> {
            assertThat(task.assignee()).isEqualTo(psychologist.id());
            assertThat(task.kind()).isEqualTo(RelativesDetail.BEYOND_TASK);
        });
        here.as(Role.PSYCHOLOGIST, () -> {
            contacts.seen(kin.write(person, Section.PLAN), row.id());
            return row;
        });
        assertThat(stored().contacts().getFirst().seenBy()).isEqualTo(psychologist.id());
        assertThat(due(Role.PSYCHOLOGIST)).isEmpty();
    }

    @Test
    void a_key_worker_who_may_not_read_the_log_is_given_no_task() {
        nameKeyWorker(here.member(Role.NURSE).id());
        log(call(Set.of(), Set.of(TellingTopic.RESULTS), null, "A slip", null));
        assertThat(due(Role.SOCIAL_WORKER))
                .singleElement()
                .satisfies(task -> assertThat(task.assignee()).isNull());
    }

    @Test
    void a_call_of_last_week_is_held_against_what_might_be_told_then() {
        // The agreement was given yesterday: a week ago nothing might be told
        refused(
                "told",
                new LogContact(
                        RelativeContactId.create(),
                        sister,
                        here.centre(),
                        ContactForm.CALL_FROM,
                        clock.instant().minus(Duration.ofDays(7)),
                        Set.of(TellingTopic.PRESENCE),
                        Set.of(),
                        null,
                        null,
                        null));
    }

    @Test
    void a_letter_holds_what_may_be_told_today_whatever_was_written() {
        var random = new Random(20261122);
        var topics = Arrays.asList(TellingTopic.values());
        for (var turn = 0; turn < 12; turn++) {
            var first = random(random);
            first.put(TellingTopic.PRESENCE, true);
            kin.change(here, person, sister, first);
            var written = yes(first);
            var id = RelativeContactId.create();
            write(id, written);
            var second = random(random);
            kin.change(here, person, sister, second);
            var expected = EnumSet.noneOf(TellingTopic.class);
            topics.stream()
                    .filter(written::contains)
                    .filter(yes(second)::contains)
                    .filter(topic -> Boolean.TRUE.equals(second.get(TellingTopic.PRESENCE)))
                    .forEach(expected::add);
            if (expected.isEmpty()) {
                assertThatThrownBy(() -> letter(id)).isInstanceOf(Conflict.class);
            } else {
                var letter = letter(id);
                assertThat(letter.parts().keySet())
                        .as("%s then %s", first, second)
                        .containsExactlyElementsOf(expected);
                assertThat(letter.leftOut()).isEqualTo(written.size() - expected.size());
            }
        }
    }

    @Test
    void no_letter_is_written_with_a_topic_that_may_not_be_told_or_to_whom_not_even_the_presence_may() {
        assertThatThrownBy(() -> write(RelativeContactId.create(), Set.of(TellingTopic.RESULTS)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("parts"));
        kin.change(here, person, sister, Map.of(TellingTopic.PRESENCE, false, TellingTopic.APPOINTMENTS, true));
        assertThatThrownBy(() -> write(RelativeContactId.create(), Set.of(TellingTopic.APPOINTMENTS)))
                .isInstanceOf(Conflict.class);
        assertThat(stored().contacts()).isEmpty();
    }

    @Test
    void each_printed_copy_is_logged() {
        var id = RelativeContactId.create();
        write(id, Set.of(TellingTopic.PRESENCE));
        here.as(Role.SOCIAL_WORKER, () -> contacts.print(kin.write(person, Section.SOCIAL), id));
        assertThat(stored().contacts().getFirst().form()).isEqualTo(ContactForm.LETTER);
    }

    @Test
    void support_is_offered_and_each_answer_stays() {
        var id = SupportOfferId.create();
        var today = kin.today();
        offer(id, today.minusDays(5));
        answer(id, 0, SupportAnswer.LATER, today.minusDays(4));
        answer(id, 1, SupportAnswer.TAKEN_UP, today);
        assertThat(stored().supports()).singleElement().satisfies(row -> {
            assertThat(row.offeredOn()).isEqualTo(today.minusDays(5));
            assertThat(row.answers())
                    .extracting(SupportRow.Answered::answer)
                    .containsExactly(SupportAnswer.LATER, SupportAnswer.TAKEN_UP);
        });
        assertThatThrownBy(() -> answer(id, 1, SupportAnswer.DECLINED, today)).isInstanceOf(StaleVersion.class);
        for (var day : List.of(today.plusDays(1), today.minusDays(1))) {
            assertThatThrownBy(() -> answer(id, 2, SupportAnswer.DECLINED, day))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.field()).isEqualTo("on"));
        }
        assertThat(entries())
                .filteredOn(entry -> RelativesDetail.SUPPORT.equals(entry.type()))
                .hasSize(3);
    }

    @Test
    void a_nurse_sees_that_there_was_a_contact_and_no_word_of_it() {
        log(call(Set.of(TellingTopic.PRESENCE), Set.of(), "He is here", null, "Money"));
        var seen = here.as(Role.NURSE, () -> contacts.of(access.grant(person, Section.SOCIAL)));
        assertThat(seen.contacts()).isEmpty();
        assertThat(seen.titles()).hasSize(1);
        var entry = here.as(
                        Role.NURSE,
                        () -> timeline.page(access.grant(person, Section.RECORD), TimelineFilter.ALL, null, 50)
                                .rows())
                .getFirst();
        assertThat(entry.text()).isNull();
        assertThat(entry.detail()).isEmpty();
    }

    @Test
    void a_relative_of_somebody_else_is_not_found_with_this_persons_grant() {
        var other = kin.register(here);
        here.as(Role.SOCIAL_WORKER, () -> {
            var write = kin.write(other, Section.SOCIAL);
            var record = access.grant(other, Section.RECORD);
            assertThatThrownBy(() -> contacts.log(write, record, call(Set.of(), Set.of(), null, null, null)))
                    .isInstanceOf(NotFound.class);
            return other;
        });
    }

    private void refused(String field, LogContact command) {
        assertThatThrownBy(() -> log(command))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private LogContact call(
            Set<TellingTopic> told,
            Set<TellingTopic> beyond,
            @Nullable String words,
            @Nullable String reason,
            @Nullable String heard) {
        return new LogContact(
                RelativeContactId.create(),
                sister,
                here.centre(),
                ContactForm.CALL_FROM,
                null,
                told,
                beyond,
                words,
                reason,
                heard);
    }

    private void log(LogContact command) {
        here.as(Role.SOCIAL_WORKER, () -> {
            contacts.log(kin.write(person, Section.SOCIAL), access.grant(person, Section.RECORD), command);
            return person;
        });
    }

    private void write(RelativeContactId id, Set<TellingTopic> topics) {
        var parts = new EnumMap<TellingTopic, String>(TellingTopic.class);
        topics.forEach(topic -> parts.put(topic, "About " + topic));
        here.as(
                Role.SOCIAL_WORKER,
                () -> contacts.write(
                        kin.write(person, Section.SOCIAL), new WriteLetter(id, sister, here.centre(), parts)));
    }

    private RelativeLetter letter(RelativeContactId id) {
        return here.as(Role.SOCIAL_WORKER, () -> contacts.letter(access.grant(person, Section.SOCIAL), id));
    }

    private void offer(SupportOfferId id, java.time.LocalDate on) {
        here.as(Role.SOCIAL_WORKER, () -> {
            contacts.offer(
                    kin.write(person, Section.SOCIAL),
                    new OfferSupport(id, sister, here.centre(), SupportKind.GROUP, on, null));
            return person;
        });
    }

    private void answer(SupportOfferId id, int known, SupportAnswer answer, java.time.LocalDate on) {
        here.as(Role.SOCIAL_WORKER, () -> {
            contacts.answer(kin.write(person, Section.SOCIAL), new AnswerSupport(id, known, answer, on, null));
            return person;
        });
    }

    private void nameKeyWorker(org.relais.shared.StaffId staff) {
        here.as(Role.SOCIAL_WORKER, () -> {
            given.nameKeyWorker(kin.write(person, Section.ADMINISTRATIVE), here.centre(), staff);
            return person;
        });
    }

    private RelativeLog stored() {
        return here.as(Role.SOCIAL_WORKER, () -> contacts.of(access.grant(person, Section.SOCIAL)));
    }

    private List<EntryRow> entries() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> timeline.page(access.grant(person, Section.RECORD), TimelineFilter.ALL, null, 50)
                        .rows());
    }

    private List<DueRow> due(Role role) {
        return here.as(role, () -> worklist.due(access.grant(person, Section.RECORD)));
    }

    private static Map<TellingTopic, Boolean> random(Random random) {
        var answers = new EnumMap<TellingTopic, Boolean>(TellingTopic.class);
        for (var topic : TellingTopic.values()) {
            switch (random.nextInt(3)) {
                case 0 -> answers.put(topic, true);
                case 1 -> answers.put(topic, false);
                default -> {}
            }
        }
        return answers;
    }

    private static Set<TellingTopic> yes(Map<TellingTopic, Boolean> answers) {
        var yes = EnumSet.noneOf(TellingTopic.class);
        answers.forEach((topic, answer) -> {
            if (answer) {
                yes.add(topic);
            }
        });
        return yes;
    }
}
