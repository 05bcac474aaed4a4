package org.relais.access;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.shared.PersonId;
import org.relais.shared.TaskId;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The one door: what it opens, what it refuses, and that nothing is handed out before the log row is committed. */
@RelaisTest
class AccessServiceTests {

    @Autowired
    House house;

    @Autowired
    AccessService access;

    @Autowired
    SharingConsents consents;

    @Autowired
    CareRelations relations;

    @Autowired
    StaffSetup staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementLog statements;

    @Value("${relais.log.schema}")
    String logSchema;

    House.Opened opened;
    PersonId person;

    @BeforeEach
    void openHouse() {
        opened = house.open();
        person = house.personAt(opened.here());
    }

    @Test
    void a_nurse_of_the_unit_gets_a_grant_and_one_committed_row() {
        var rows = rows();
        var grant = opened.here().as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        assertThat(grant.level(Section.MEDICAL)).isEqualTo(Level.READ);
        assertThat(grant.level(Section.SOCIAL)).isEqualTo(Level.NONE);
        assertThat(rows()).isEqualTo(rows + 1);
    }

    @Test
    void a_stranger_and_a_person_who_does_not_exist_get_the_same_answer_and_a_row_each() {
        var rows = rows();
        var foreign = refusal(() -> opened.elsewhere().as(Role.NURSE, () -> access.grant(person, Section.MEDICAL)));
        var nobody = refusal(() ->
                opened.elsewhere().as(Role.NURSE, () -> access.grant(PersonId.create(), Section.MEDICAL)));
        assertThat(foreign.key()).isEqualTo(nobody.key()).isEqualTo("access.denied.record");
        assertThat(rows()).isEqualTo(rows + 2);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM " + logSchema + ".access_event WHERE person_id = ? AND NOT allowed")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "ADMINISTRATOR"})
    void roles_without_care_open_no_record(Role role) {
        assertThatThrownBy(() -> opened.here().as(role, () -> access.grant(person, Section.RECORD)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_summary_is_no_right_to_write() {
        assertThatThrownBy(() -> opened.here()
                        .as(Role.NURSE, () -> access.grant(person, Section.PSYCHOLOGICAL, Right.WRITE, Purpose.CARE)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_grant_covers_its_own_section_only() {
        opened.here().as(Role.NURSE, () -> {
            var grant = access.grant(person, Section.MEDICAL);
            access.require(grant, Section.MEDICAL, Right.READ);
            assertThatThrownBy(() -> access.require(grant, Section.RISK, Right.READ))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> access.require(grant, Section.MEDICAL, Right.WRITE))
                    .isInstanceOf(AccessDenied.class);
            return null;
        });
    }

    @Test
    void a_changed_role_stops_the_grant_and_a_fresh_one_is_decided_again() {
        var nurse = opened.here().member(Role.NURSE);
        var grant = opened.here().as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.changeRole(nurse.id(), Role.FAMILY_WORKER);
            return null;
        });
        opened.here().as(Role.NURSE, () -> {
            assertThatThrownBy(() -> access.require(grant, Section.MEDICAL, Right.READ))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> access.fresh(grant)).isInstanceOf(AccessDenied.class);
            return null;
        });
    }

    @Test
    void a_relation_of_ones_own_ends_with_the_work_in_its_centre() {
        var here = opened.here();
        var nurse = here.member(Role.NURSE);
        var registered = PersonId.create();
        here.as(Role.NURSE, () -> {
            var scope = access.taskScope("test", here.centre(), Purpose.CARE);
            transaction.executeWithoutResult(status -> {
                relations.register(scope, registered);
                relations.beginForStaff(
                        scope, registered, RelationKind.REGISTRATION, here.centre(), nurse.id(), registered);
            });
            return access.grant(registered, Section.MEDICAL);
        });
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.unassign(nurse.id(), here.centre());
            staff.assign(nurse.id(), opened.elsewhere().centre(), null);
            return null;
        });
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> access.grant(registered, Section.MEDICAL)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_task_given_beyond_the_centre_stays_and_one_given_in_it_ends_with_the_work_there() {
        var here = opened.here();
        var nurse = here.member(Role.NURSE);
        var guest = opened.elsewhere().member(Role.NURSE);
        var followed = PersonId.create();
        here.as(Role.NURSE, () -> {
            var scope = access.taskScope("test", here.centre(), Purpose.CARE);
            transaction.executeWithoutResult(status -> {
                relations.register(scope, followed);
                for (var member : List.of(nurse, guest)) {
                    relations.beginForStaff(
                            scope, followed, RelationKind.TASK, here.centre(), member.id(), TaskId.create());
                }
            });
            return access.grant(followed, Section.MEDICAL);
        });
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.unassign(nurse.id(), here.centre());
            staff.assign(nurse.id(), opened.elsewhere().centre(), null);
            return null;
        });
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> access.grant(followed, Section.MEDICAL)))
                .isInstanceOf(AccessDenied.class);
        assertThat(opened.elsewhere().as(Role.NURSE, () -> access.grant(followed, Section.MEDICAL)))
                .isNotNull();
    }

    @Test
    void somebody_who_left_is_nobody() {
        var nurse = opened.here().member(Role.NURSE);
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.setActive(nurse.id(), false);
            return null;
        });
        assertThatThrownBy(() -> opened.here().as(Role.NURSE, () -> access.grant(person, Section.MEDICAL)))
                .isInstanceOf(org.relais.staff.NotSignedIn.class);
    }

    @Test
    void consent_opens_what_other_centres_wrote_and_its_withdrawal_closes_it_at_once() {
        var elsewhere = opened.elsewhere().centre();
        assertThat(recordGrant().entryLevel(Section.MEDICAL, elsewhere, null, false))
                .isEqualTo(EntryLevel.EXISTENCE);

        opened.here()
                .as(Role.NURSE, () -> consents.give(write(Section.ADMINISTRATIVE), GiveConsent.everywhere(null, "fr")));
        var shared = recordGrant();
        assertThat(shared.entryLevel(Section.MEDICAL, elsewhere, null, false)).isEqualTo(EntryLevel.FULL);

        opened.here().as(Role.NURSE, () -> {
            var grant = write(Section.ADMINISTRATIVE);
            consents.withdraw(grant, consents.of(grant).getFirst().id());
            assertThatThrownBy(() -> access.requireRecord(shared)).isInstanceOf(AccessDenied.class);
            return null;
        });
        assertThat(recordGrant().entryLevel(Section.MEDICAL, elsewhere, null, false))
                .isEqualTo(EntryLevel.EXISTENCE);
    }

    @Test
    void a_consent_that_ends_in_the_past_is_refused_at_its_field() {
        opened.here().as(Role.NURSE, () -> {
            var grant = write(Section.ADMINISTRATIVE);
            assertThatThrownBy(() -> consents.give(grant, GiveConsent.everywhere(Instant.EPOCH, "fr")))
                    .isInstanceOfSatisfying(
                            org.relais.shared.InvalidInput.class,
                            refused -> assertThat(refused.field()).isEqualTo("until"));
            return null;
        });
    }

    @Test
    void process_notes_show_their_existence_to_the_team_of_the_section_and_nothing_to_others() {
        var here = opened.here().centre();
        assertThat(recordGrant().entryLevel(Section.PROCESS_NOTE, here, null, false))
                .isEqualTo(EntryLevel.EXISTENCE);
        var family = opened.here().as(Role.FAMILY_WORKER, () -> access.grant(person, Section.RECORD));
        assertThat(family.entryLevel(Section.PROCESS_NOTE, here, null, false)).isEqualTo(EntryLevel.HIDDEN);
        var psychologist = opened.here().as(Role.PSYCHOLOGIST, () -> access.grant(person, Section.RECORD));
        assertThat(psychologist.entryLevel(Section.PROCESS_NOTE, here, null, true))
                .isEqualTo(EntryLevel.FULL);
        assertThat(psychologist.entryLevel(Section.PROCESS_NOTE, here, null, false))
                .isEqualTo(EntryLevel.EXISTENCE);
    }

    @Test
    void nothing_is_issued_within_a_transaction() {
        opened.here().as(Role.NURSE, () -> {
            assertThatThrownBy(() -> transaction.execute(status -> access.grant(person, Section.MEDICAL)))
                    .isInstanceOf(IllegalStateException.class);
            return null;
        });
    }

    @Test
    void a_search_leaves_the_hash_of_the_question_and_the_people_shown() {
        opened.here().as(Role.NURSE, () -> {
            var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, "castellane");
            access.show(scope, List.of(person));
            return null;
        });
        assertThat(jdbc.sql("SELECT COUNT(*) FROM " + logSchema + ".access_shown WHERE person_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(statements.ofAccount("_log"))
                .noneMatch(statement -> statement.parameters().toString().contains("castellane"));
    }

    @Test
    void the_numbers_of_a_node_have_no_gap() {
        opened.here().as(Role.NURSE, () -> {
            for (int i = 0; i < 20; i++) {
                access.grant(person, Section.MEDICAL);
            }
            return null;
        });
        var gaps = jdbc.sql("SELECT MAX(node_sequence) - COUNT(node_sequence) FROM " + logSchema
                        + ".access_event GROUP BY node, month")
                .query(Long.class)
                .list();
        assertThat(gaps).containsOnly(0L);
    }

    private Grant write(Section section) {
        return access.grant(person, section, Right.WRITE, Purpose.CARE);
    }

    private Grant recordGrant() {
        return opened.here().as(Role.NURSE, () -> access.grant(person, Section.RECORD));
    }

    private static AccessDenied refusal(Runnable act) {
        try {
            act.run();
        } catch (AccessDenied refused) {
            return refused;
        }
        throw new AssertionError("It was allowed");
    }

    private long rows() {
        return jdbc.sql("SELECT COUNT(*) FROM " + logSchema + ".access_event")
                .query(Long.class)
                .single();
    }
}
