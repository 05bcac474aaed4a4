package org.relais.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.record.Writers;
import org.relais.shared.AssessmentId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A score and the vital signs taken with it: both stand in the record, or neither. */
@RelaisTest
@Import(Writers.class)
class SignedTogetherTests {

    @Autowired
    House house;

    @Autowired
    Writers writers;

    @Autowired
    PersonService people;

    @Autowired
    Assessments assessments;

    @Autowired
    AccessService access;

    @Autowired
    Clock clock;

    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = here.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                here.centre(),
                                here.ward(),
                                Identity.named("Rémi", "Castellane", LocalDate.of(1984, 3, 14)))));
    }

    @Test
    void both_are_signed_and_a_second_click_signs_neither_again() {
        var score = score(true);
        var measured = pulse(96);
        var first = sign(score, measured);
        assertThat(sign(score, measured)).isEqualTo(first);
        assertThat(results("CIWA_AR")).hasSize(1);
        assertThat(results("NEWS2")).hasSize(1);
    }

    @Test
    void an_impossible_sign_leaves_the_score_unsigned_as_well() {
        assertThatThrownBy(() -> sign(score(true), pulse(300)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("heartRate"));
        assertThat(results("CIWA_AR")).isEmpty();
        assertThat(results("NEWS2")).isEmpty();
    }

    @Test
    void an_open_item_leaves_the_signs_unsigned_as_well() {
        assertThatThrownBy(() -> sign(score(false), pulse(96))).isInstanceOf(InvalidInput.class);
        assertThat(results("NEWS2")).isEmpty();
    }

    private SignedAssessment sign(SignInstrument score, SignVitalSigns measured) {
        return here.as(Role.NURSE, () -> assessments.sign(writers.write(person, Section.MEDICAL), score, measured));
    }

    private SignInstrument score(boolean acceptIncomplete) {
        return new SignInstrument(
                AssessmentId.create(),
                "CIWA_AR",
                1,
                null,
                Map.of("TREMOR", 4),
                null,
                acceptIncomplete,
                null,
                clock.instant(),
                here.centre(),
                null,
                null);
    }

    private SignVitalSigns pulse(int rate) {
        return new SignVitalSigns(
                AssessmentId.create(),
                new VitalSigns(rate, null, null, null, null, null, null, null, null, null),
                Set.of(),
                null,
                clock.instant(),
                here.centre(),
                null,
                null);
    }

    private List<AssessmentRow> results(String instrument) {
        return here.as(
                Role.NURSE,
                () -> assessments
                        .results(access.grant(person, Section.MEDICAL), instrument, null, 20)
                        .rows());
    }
}
