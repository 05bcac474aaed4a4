package org.relais.episode;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.relais.centre.Unit;
import org.relais.centre.UnitKind;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The states of an episode and what each allows. */
class EpisodeTests {

    private static final Instant MORNING = Instant.parse("2026-11-19T08:00:00Z");

    private final CentreId centre = CentreId.create();
    private final Unit ward = new Unit(UnitId.create(), centre, "Ward", UnitKind.WARD, List.of());
    private final Unit team = new Unit(UnitId.create(), centre, "Team", UnitKind.OUTPATIENT_TEAM, List.of());

    @Test
    void an_enquiry_waits_is_admitted_and_ends() {
        var episode = new Episode(PersonId.create(), ward, MORNING);
        assertThat(episode.state()).isEqualTo(EpisodeState.ENQUIRY);
        episode.waitFor(ward, Priority.NORMAL, null, MORNING);
        assertThat(episode.state()).isEqualTo(EpisodeState.WAITING);
        episode.open(ward, MORNING);
        assertThat(episode.state()).isEqualTo(EpisodeState.OPEN);
        assertThat(episode.kind()).isEqualTo(EpisodeKind.INPATIENT);
        episode.close(EndReason.COMPLETED, Destination.HOME, MORNING);
        assertThat(episode.state()).isEqualTo(EpisodeState.CLOSED);
    }

    @Test
    void nothing_is_taken_back() {
        var open = new Episode(PersonId.create(), ward, MORNING);
        open.open(ward, MORNING);
        assertThatThrownBy(() -> open.waitFor(ward, Priority.LOW, "later", MORNING))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> open.open(ward, MORNING)).isInstanceOf(Conflict.class);
        open.close(EndReason.DIED, null, MORNING);
        assertThatThrownBy(() -> open.close(EndReason.DIED, null, MORNING)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> open.moveBed(MORNING)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> open.moveTo(team, MORNING)).isInstanceOf(Conflict.class);
    }

    @Test
    void who_is_not_admitted_moves_nowhere() {
        var waiting = new Episode(PersonId.create(), ward, MORNING);
        waiting.waitFor(ward, Priority.HIGH, "alone", MORNING);
        assertThatThrownBy(() -> waiting.moveBed(MORNING)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> waiting.moveTo(team, MORNING)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> waiting.open(team, MORNING)).isInstanceOf(Conflict.class);
    }

    @Test
    void an_outpatient_has_no_bed_to_move_from() {
        var followed = new Episode(PersonId.create(), team, MORNING);
        followed.open(team, MORNING);
        assertThatThrownBy(() -> followed.moveBed(MORNING)).isInstanceOf(Conflict.class);
    }

    @Test
    void nothing_happens_before_the_last_act() {
        var episode = new Episode(PersonId.create(), ward, MORNING);
        assertThatThrownBy(() -> episode.open(ward, MORNING.minusSeconds(1)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("at"));
        assertThat(episode.state()).isEqualTo(EpisodeState.ENQUIRY);
    }

    @ParameterizedTest
    @EnumSource(
            value = EndReason.class,
            names = {"DIED", "ENTERED_IN_ERROR"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_discharge_says_where_to(EndReason reason) {
        var unit = reason.suits(EpisodeKind.INPATIENT, EpisodeState.OPEN) ? ward : team;
        var episode = new Episode(PersonId.create(), unit, MORNING);
        episode.open(unit, MORNING);
        assertThatThrownBy(() -> episode.close(reason, null, MORNING)).isInstanceOf(InvalidInput.class);
        assertThat(episode.state()).isEqualTo(EpisodeState.OPEN);
    }

    @Test
    void the_withdrawal_outcomes_are_all_offered_for_a_stay_and_no_more() {
        assertThat(EndReason.suiting(EpisodeKind.INPATIENT, EpisodeState.OPEN))
                .containsExactly(
                        EndReason.COMPLETED,
                        EndReason.COMPLETED_TO_OAT,
                        EndReason.TRANSFERRED_HIGHER_CARE,
                        EndReason.TRANSFERRED_OTHER,
                        EndReason.LEFT_AGAINST_ADVICE,
                        EndReason.STOPPED_BY_TEAM,
                        EndReason.DIED,
                        EndReason.ENTERED_IN_ERROR);
        assertThat(EndReason.suiting(EpisodeKind.INPATIENT, EpisodeState.WAITING))
                .doesNotContain(EndReason.COMPLETED, EndReason.LEFT_AGAINST_ADVICE)
                .contains(EndReason.ENDED_BY_PERSON);
        assertThat(EndReason.suiting(EpisodeKind.OUTPATIENT, EpisodeState.CLOSED))
                .isEmpty();
    }

    @Test
    void a_new_priority_keeps_the_place_in_time() {
        var episode = new Episode(PersonId.create(), ward, MORNING);
        episode.waitFor(ward, Priority.LOW, "stable", MORNING);
        episode.waitFor(ward, Priority.HIGH, "lost housing", MORNING.plusSeconds(60));
        assertThat(episode.state()).isEqualTo(EpisodeState.WAITING);
        assertThatThrownBy(() -> episode.waitFor(team, Priority.HIGH, "x", MORNING.plusSeconds(61)))
                .isInstanceOf(Conflict.class);
    }
}
