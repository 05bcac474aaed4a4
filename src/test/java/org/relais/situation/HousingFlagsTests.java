package org.relais.situation;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Locks;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.shared.PersonId;
import org.relais.shared.SituationStateId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.worklist.CaseFlag;

import static org.assertj.core.api.Assertions.assertThat;

/** What a caseload says of housing, on a real database. */
@RelaisTest
@Import(SocialCases.class)
class HousingFlagsTests {

    @Autowired
    House house;

    @Autowired
    SocialCases cases;

    @Autowired
    Situations situations;

    @Autowired
    HousingFlags flags;

    @Autowired
    AccessService access;

    @Autowired
    Locks locks;

    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = cases.register(here);
    }

    @Test
    void who_sleeps_outside_has_no_roof_and_who_lives_in_a_hostel_no_home() {
        tell("ETHOS_1", cases.today().minusDays(9), null);
        assertThat(words(Role.SOCIAL_WORKER)).containsExactly("situation.flag.roofless");
        tell("ETHOS_3", cases.today().minusDays(2), null);
        assertThat(words(Role.PSYCHOLOGIST)).containsExactly("situation.flag.houseless");
        tell("ETHOS_0", cases.today(), null);
        assertThat(words(Role.SOCIAL_WORKER)).isEmpty();
    }

    @Test
    void what_has_ended_or_not_begun_is_not_said() {
        tell("ETHOS_1", cases.today().minusDays(9), cases.today().minusDays(1));
        assertThat(words(Role.SOCIAL_WORKER)).isEmpty();
        tell("ETHOS_2", cases.today().plusDays(1), null);
        assertThat(words(Role.SOCIAL_WORKER)).isEmpty();
    }

    @Test
    void a_role_that_does_not_open_the_social_section_is_told_nothing() {
        tell("ETHOS_1", cases.today(), null);
        assertThat(words(Role.COORDINATOR)).isEmpty();
        assertThat(words(Role.FAMILY_WORKER)).isEmpty();
    }

    @Test
    void a_lock_on_the_section_closes_it() {
        tell("ETHOS_1", cases.today(), null);
        here.as(Role.SOCIAL_WORKER, () -> {
            locks.lockSection(access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Section.SOCIAL);
            return person;
        });
        assertThat(words(Role.SOCIAL_WORKER)).isEmpty();
    }

    private List<String> words(Role role) {
        return here.as(
                role,
                () -> flags
                        .flags(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null), List.of(person))
                        .getOrDefault(person, List.of())
                        .stream()
                        .map(CaseFlag::words)
                        .map(words -> String.valueOf(words.key()))
                        .toList());
    }

    private void tell(String code, LocalDate from, @Nullable LocalDate to) {
        here.as(
                Role.SOCIAL_WORKER,
                () -> situations.tell(
                        cases.write(person),
                        new TellState(
                                SituationStateId.create(),
                                here.centre(),
                                StateKind.HOUSING,
                                code,
                                false,
                                from,
                                to,
                                null)));
    }
}
