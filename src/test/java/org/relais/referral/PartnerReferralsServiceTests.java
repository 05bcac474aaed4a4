package org.relais.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.ConsentPurpose;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.directory.Partner;
import org.relais.directory.PartnerDirectory;
import org.relais.record.EntryRow;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PartnerExchangeId;
import org.relais.shared.PersonId;
import org.relais.shared.StepId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.worklist.DueRow;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Referrals from their draft to what came of them, on a real database. */
@RelaisTest
@Import(ReferralFolk.class)
class PartnerReferralsServiceTests {

    @Autowired
    House house;

    @Autowired
    ReferralFolk folk;

    @Autowired
    PartnerReferrals referrals;

    @Autowired
    PartnerDirectory directory;

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
    Partner partner;
    LocalDate today;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = folk.register(here, "Rémi");
        partner = folk.partner(here, "Le Seuil");
        today = clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
    }

    @Test
    void without_a_consent_nothing_is_sent_and_it_says_why() {
        var draft = folk.draft(here, person, partner);
        refused(draft, new Obstacle.NoConsent());
        assertThat(stored().getFirst().state()).isEqualTo(ReferralState.DRAFT);
        assertThat(due()).isEmpty();
        assertThat(entries()).hasSize(1);
    }

    @Test
    void each_reason_for_not_sending_is_named() {
        folk.agree(here, person, "Somebody else", ReferralFolk.USUAL);
        var draft = written();
        refused(draft, new Obstacle.NoConsent());
        var care = folk.agree(here, person, partner.name(), ReferralFolk.USUAL, ConsentPurpose.CARE, null);
        refused(draft, new Obstacle.OtherPurpose(ConsentPurpose.CARE));
        folk.withdraw(here, person, care);
        refused(draft, new Obstacle.Withdrawn(today));
        var brief = folk.agree(
                here,
                person,
                partner.name(),
                Set.of(Section.SOCIAL),
                ConsentPurpose.SOCIAL_SUPPORT,
                clock.instant().plus(Duration.ofDays(3)));
        refused(draft, new Obstacle.NotIncluded(Section.ADMINISTRATIVE));
        jdbc.sql("UPDATE access_sharing_consent SET given_at = given_at - INTERVAL 9 DAY,"
                        + " until_at = UTC_TIMESTAMP(6) - INTERVAL 2 DAY WHERE id = ?")
                .param(brief.value())
                .update();
        jdbc.sql("UPDATE access_sharing_consent SET given_at = given_at - INTERVAL 20 DAY WHERE id = ?")
                .param(care.value())
                .update();
        refused(draft, new Obstacle.Expired(today.minusDays(2)));
        here.as(Role.SOCIAL_WORKER, () -> directory.withdraw(partner.id(), 1, true));
        refused(draft, new Obstacle.Gone());
        assertThat(stored().getFirst().state()).isEqualTo(ReferralState.DRAFT);
    }

    @Test
    void two_consents_that_cover_the_letter_together_let_it_leave_and_are_kept_with_it() {
        var one = folk.agree(here, person, partner.name(), Set.of(Section.SOCIAL));
        var other = folk.agree(
                here, person, partner.name().toUpperCase(java.util.Locale.ROOT), Set.of(Section.ADMINISTRATIVE));
        var sent = folk.send(here, person, folk.draft(here, person, partner));
        assertThat(sent.state()).isEqualTo(ReferralState.SENT);
        assertThat(jdbc.sql("SELECT consent_id FROM referral_consent WHERE referral_id = ?")
                        .param(sent.id().value())
                        .query(java.util.UUID.class)
                        .list())
                .containsExactlyInAnyOrder(one.value(), other.value());
    }

    @Test
    void a_consent_for_another_partner_of_the_same_name_is_none() {
        var details = partner.details();
        here.as(
                Role.SOCIAL_WORKER,
                () -> directory.add(
                        org.relais.shared.PartnerId.create(),
                        org.relais.directory.PartnerDetails.of(
                                java.util.Objects.requireNonNull(details.name()), details.needs(), "Ailleurs")));
        folk.agree(here, person, partner.name(), ReferralFolk.USUAL);
        refused(written(), new Obstacle.NoConsent());
        folk.agree(here, person, partner.name() + " (" + details.place() + ")", ReferralFolk.USUAL);
        assertThat(folk.send(here, person, stored().getFirst()).state()).isEqualTo(ReferralState.SENT);
    }

    @Test
    void a_referral_passes_through_its_life_and_each_state_is_kept_and_stands_in_the_record() {
        var sent = folk.sent(here, person, partner);
        assertThat(due()).singleElement().satisfies(task -> {
            assertThat(task.title().key()).isEqualTo("referral.reminder.received");
            assertThat(task.assignee())
                    .isEqualTo(here.member(Role.SOCIAL_WORKER).id());
        });
        var accepted = folk.move(here, person, MoveReferral.to(sent, ReferralState.ACCEPTED, null));
        assertThat(due().getFirst().title().key()).isEqualTo("referral.reminder.appointment");
        var booked = folk.move(
                here, person, MoveReferral.appointment(accepted, clock.instant().minusSeconds(60)));
        assertThat(due().getFirst().title().key()).isEqualTo("referral.reminder.outcome");
        var attended = folk.move(here, person, MoveReferral.to(booked, ReferralState.ATTENDED, "Entretien positif."));
        assertThat(due()).isEmpty();
        var closed = folk.move(here, person, MoveReferral.to(attended, ReferralState.CLOSED, "Place obtenue."));
        assertThat(closed.outcome()).isEqualTo("Place obtenue.");
        var detail =
                here.as(Role.SOCIAL_WORKER, () -> referrals.detail(folk.read(person, Section.SOCIAL), closed.id()));
        assertThat(detail.changes())
                .extracting(ReferralChangeRow::state)
                .containsExactly(
                        ReferralState.DRAFT,
                        ReferralState.CONSENTED,
                        ReferralState.SENT,
                        ReferralState.RECEIVED,
                        ReferralState.ACCEPTED,
                        ReferralState.APPOINTMENT,
                        ReferralState.ATTENDED,
                        ReferralState.CLOSED);
        assertThat(detail.changes()).extracting(ReferralChangeRow::version).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(entries()).hasSize(8).allSatisfy(entry -> {
            assertThat(entry.title()).isEqualTo("Une place au calme");
            assertThat(entry.type()).isEqualTo(ReferralDetail.TYPE);
        });
        assertThat(entries().getFirst().text()).isEqualTo("Place obtenue.");
    }

    @Test
    void the_loop_is_closed_only_with_words() {
        var sent = folk.sent(here, person, partner);
        for (var state : ReferralState.values()) {
            if (state.loopClosed() && sent.state().mayBecome(state) || state == ReferralState.REFUSED) {
                assertThatThrownBy(() -> folk.move(here, person, MoveReferral.to(sent, state, " ")))
                        .as(state.name())
                        .isInstanceOfSatisfying(
                                InvalidInput.class,
                                refused -> assertThat(refused.field()).isEqualTo("outcome"));
            }
        }
        assertThat(stored().getFirst().state()).isEqualTo(ReferralState.SENT);
        assertThat(stored().getFirst().version()).isEqualTo(sent.version());
        folk.move(here, person, MoveReferral.to(sent, ReferralState.REFUSED, "Liste fermée."));
        assertThat(due()).isEmpty();
    }

    @Test
    void no_letter_leaves_by_a_move_and_no_state_is_jumped_over() {
        var draft = folk.draft(here, person, partner);
        for (var state : EnumSet.complementOf(EnumSet.of(ReferralState.DRAFT, ReferralState.WITHDRAWN))) {
            var command = new MoveReferral(draft.id(), draft.version(), state, null, "x", null, clock.instant());
            assertThatThrownBy(() -> folk.move(here, person, command))
                    .as(state.name())
                    .isInstanceOf(Conflict.class);
        }
        assertThat(stored().getFirst().state()).isEqualTo(ReferralState.DRAFT);
    }

    @Test
    void an_outcome_before_its_appointment_is_refused() {
        var sent = folk.sent(here, person, partner);
        var booked = folk.move(
                here, person, MoveReferral.appointment(sent, clock.instant().plus(Duration.ofDays(2))));
        assertThatThrownBy(() -> folk.move(here, person, MoveReferral.to(booked, ReferralState.NO_SHOW, "Absent.")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void after_an_absence_another_appointment_opens_the_loop_again() {
        var sent = folk.sent(here, person, partner);
        var booked = folk.move(
                here, person, MoveReferral.appointment(sent, clock.instant().minusSeconds(60)));
        var missed = folk.move(here, person, MoveReferral.to(booked, ReferralState.NO_SHOW, "N’a pas pu venir."));
        assertThat(due()).isEmpty();
        folk.move(here, person, MoveReferral.appointment(missed, clock.instant().plus(Duration.ofDays(3))));
        assertThat(due()).hasSize(1);
        assertThat(stored().getFirst().state().loopClosed()).isFalse();
    }

    @Test
    void the_day_the_partner_named_moves_what_is_awaited() {
        var sent = folk.sent(here, person, partner);
        var received = folk.move(
                here,
                person,
                new MoveReferral(
                        sent.id(), sent.version(), ReferralState.RECEIVED, null, null, today.plusDays(60), null));
        assertThat(received.dueOn()).isEqualTo(today.plusDays(60));
        var again = folk.move(
                here,
                person,
                new MoveReferral(
                        sent.id(), received.version(), ReferralState.RECEIVED, null, null, today.plusDays(70), null));
        assertThat(again.dueOn()).isEqualTo(today.plusDays(70));
        assertThat(again.version()).isEqualTo(received.version() + 1);
        assertThat(folk.move(here, person, MoveReferral.to(again, ReferralState.RECEIVED, null))
                        .version())
                .isEqualTo(again.version());
    }

    @Test
    void a_call_is_noted_once_and_stands_in_the_record() {
        var sent = folk.sent(here, person, partner);
        var note = new NoteExchange(PartnerExchangeId.create(), sent.id(), ExchangeKind.CALL, false, "Rappeler lundi.");
        var before = entries().size();
        for (int i = 0; i < 2; i++) {
            here.as(Role.SOCIAL_WORKER, () -> referrals.note(folk.write(person, Section.SOCIAL), note));
        }
        var detail = here.as(Role.SOCIAL_WORKER, () -> referrals.detail(folk.read(person, Section.SOCIAL), sent.id()));
        assertThat(detail.exchanges()).singleElement().satisfies(one -> {
            assertThat(one.reached()).isFalse();
            assertThat(one.words()).isEqualTo("Rappeler lundi.");
        });
        assertThat(entries()).hasSize(before + 1);
    }

    @Test
    void a_change_of_an_older_version_is_refused_and_of_changes_at_one_moment_one_goes_through() throws Exception {
        var sent = folk.sent(here, person, partner);
        var barrier = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tries = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 4; i++) {
                var words = "Motif " + i;
                tries.add(() -> here.as(Role.SOCIAL_WORKER, () -> {
                    var write = folk.write(person, Section.SOCIAL);
                    barrier.await();
                    try {
                        referrals.move(write, MoveReferral.to(sent, ReferralState.REFUSED, words));
                        return true;
                    } catch (StaleReferral stale) {
                        return false;
                    }
                }));
            }
            var won = 0;
            for (var one : threads.invokeAll(tries)) {
                won += one.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThatThrownBy(() -> folk.move(here, person, MoveReferral.to(sent, ReferralState.ACCEPTED, null)))
                .isInstanceOfSatisfying(
                        StaleReferral.class,
                        stale -> assertThat(stale.stored().state()).isEqualTo(ReferralState.REFUSED));
    }

    @Test
    void the_same_referral_begun_twice_is_begun_once() {
        var command = folk.command(here, new Recipient.ToPartner(partner.id()), List.of());
        for (int i = 0; i < 2; i++) {
            here.as(
                    Role.SOCIAL_WORKER,
                    () -> referrals.start(
                            folk.write(person, Section.SOCIAL), folk.read(person, Section.ADMINISTRATIVE), command));
        }
        assertThat(stored()).hasSize(1);
        assertThat(entries()).hasSize(1);
        assertThatThrownBy(() -> folk.send(here, person, stored().getFirst())).isInstanceOf(Conflict.class);
    }

    @Test
    void a_step_is_asked_for_its_referrals() {
        var step = StepId.create();
        var command = folk.command(here, new Recipient.ToPartner(partner.id()), List.of());
        var withStep = new StartReferral(
                command.id(),
                command.centre(),
                command.recipient(),
                command.subject(),
                command.need(),
                command.purpose(),
                List.of(),
                step,
                null);
        here.as(
                Role.SOCIAL_WORKER,
                () -> referrals.start(
                        folk.write(person, Section.SOCIAL), folk.read(person, Section.ADMINISTRATIVE), withStep));
        var found = here.as(
                Role.SOCIAL_WORKER,
                () -> referrals.ofSteps(folk.read(person, Section.SOCIAL), Set.of(step, StepId.create())));
        assertThat(found).containsOnlyKeys(step);
        assertThat(found.get(step))
                .singleElement()
                .extracting(PartnerReferralRow::id)
                .isEqualTo(command.id());
    }

    @Test
    void a_reader_of_summaries_sees_the_subject_and_another_centre_only_that_it_exists() {
        var sent = folk.sent(here, person, partner);
        var nurse = here.as(Role.NURSE, () -> referrals.of(folk.read(person, Section.SOCIAL)));
        assertThat(nurse.referrals()).isEmpty();
        assertThat(nurse.titles()).extracting(ReferralTitle::subject).containsExactly("Une place au calme");
        assertThatThrownBy(() ->
                        here.as(Role.NURSE, () -> referrals.detail(folk.read(person, Section.SOCIAL), sent.id())))
                .isInstanceOf(NotFound.class);
        house.follow(elsewhere, person);
        var there = elsewhere.as(Role.SOCIAL_WORKER, () -> referrals.of(folk.read(person, Section.SOCIAL)));
        assertThat(there.referrals()).isEmpty();
        assertThat(there.elsewhere()).isEqualTo(1);
        assertThatThrownBy(() -> elsewhere.as(
                        Role.SOCIAL_WORKER,
                        () -> referrals.move(
                                folk.write(person, Section.SOCIAL), MoveReferral.to(sent, ReferralState.REFUSED, "x"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> here.as(Role.PEER_WORKER, () -> folk.read(person, Section.SOCIAL)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_list_across_people_has_the_most_late_first_and_only_ones_own() {
        var sent = folk.sent(here, person, partner);
        var later = folk.sent(here, folk.register(here, "Ada"), folk.partner(here, "Chantier"));
        var draft = folk.draft(here, folk.register(here, "Lou"), folk.partner(here, "Atelier"));
        folk.sent(elsewhere, folk.register(elsewhere, "Eva"), folk.partner(elsewhere, "Canal"));
        late(sent, 18);
        var mine = across(ReferralFilter.MINE, null, 2);
        assertThat(mine.rows())
                .extracting(row -> Objects.requireNonNull(row.referral()).id())
                .containsExactly(sent.id(), later.id());
        assertThat(mine.more()).isTrue();
        assertThat(Objects.requireNonNull(mine.rows().getFirst().referral()).daysLate())
                .isEqualTo(18);
        var rest = across(ReferralFilter.MINE, mine.rows().getLast().cursor(), 2);
        assertThat(rest.rows())
                .extracting(row -> Objects.requireNonNull(row.referral()).id())
                .containsExactly(draft.id());
        assertThat(across(new ReferralFilter(false, null, true), null, 9).rows())
                .hasSize(1);
        assertThat(across(new ReferralFilter(false, org.relais.directory.Need.LEGAL, false), null, 9)
                        .rows())
                .isEmpty();
    }

    private org.relais.shared.Slice<ReferralCaseRow> across(
            ReferralFilter filter, @Nullable ReferralCursor after, int size) {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> referrals.across(access.scope(Section.SOCIAL, Purpose.CARE, null), filter, after, size));
    }

    private void late(PartnerReferralRow row, int days) {
        jdbc.sql("UPDATE referral_referral SET due_on = ?, sort_on = ? WHERE id = ?")
                .param(today.minusDays(days))
                .param(today.minusDays(days))
                .param(row.id().value())
                .update();
    }

    // A letter as written before the person said anything
    private PartnerReferralRow written() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> referrals.start(
                        folk.write(person, Section.SOCIAL),
                        folk.read(person, Section.ADMINISTRATIVE),
                        folk.command(
                                here,
                                new Recipient.ToPartner(partner.id()),
                                List.of(
                                        new LetterParagraph(Section.ADMINISTRATIVE, "Qui", "Rémi"),
                                        new LetterParagraph(Section.SOCIAL, "Quoi", "Une place")))));
    }

    private void refused(PartnerReferralRow draft, Obstacle obstacle) {
        var shown = here.as(
                Role.SOCIAL_WORKER,
                () -> referrals.mayBeSent(
                        folk.read(person, Section.SOCIAL), folk.read(person, Section.ADMINISTRATIVE), draft.id()));
        assertThat(shown.obstacles()).as("before the click").containsExactly(obstacle);
        if (here.as(
                        Role.SOCIAL_WORKER,
                        () -> referrals.letter(
                                folk.read(person, Section.SOCIAL),
                                List.of(folk.read(person, Section.ADMINISTRATIVE)),
                                draft.id()))
                .paragraphs()
                .isEmpty()) {
            assertThatThrownBy(() -> folk.send(here, person, draft)).isInstanceOf(Conflict.class);
            return;
        }
        assertThatThrownBy(() -> folk.send(here, person, draft))
                .isInstanceOfSatisfying(
                        SharingRefused.class,
                        refused -> assertThat(refused.verdict().obstacles()).containsExactly(obstacle));
    }

    private List<PartnerReferralRow> stored() {
        return here.as(Role.SOCIAL_WORKER, () -> referrals.of(folk.read(person, Section.SOCIAL)))
                .referrals();
    }

    private List<DueRow> due() {
        return here.as(Role.SOCIAL_WORKER, () -> worklist.due(folk.read(person, Section.RECORD)));
    }

    private List<EntryRow> entries() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> timeline.page(folk.read(person, Section.RECORD), TimelineFilter.ALL, null, 50)
                        .rows());
    }
}
