package org.relais.situation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Locks;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.SocialRightId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.worklist.TodayItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rights and benefits with their days, for one person and across people. */
@RelaisTest
@Import(SocialCases.class)
class SocialRightsServiceTests {

    @Autowired
    House house;

    @Autowired
    SocialCases cases;

    @Autowired
    SocialRights rights;

    @Autowired
    RightsToday today;

    @Autowired
    AccessService access;

    @Autowired
    Locks locks;

    House.Opened opened;
    Place here;
    PersonId person;
    LocalDate day;

    @BeforeEach
    void openHouse() {
        opened = house.open();
        here = opened.here();
        person = cases.register(here);
        day = cases.today();
    }

    @Test
    void a_right_goes_from_the_request_to_its_last_day_and_every_stand_is_kept() {
        var right = add("MINIMUM_INCOME", RightStanding.of(RightStatus.TO_REQUEST, day.plusDays(3)));
        right = change(right, RightStanding.of(RightStatus.FILED, null));
        right = change(right, RightStanding.of(RightStatus.MORE_INFO, day.plusDays(10)));
        right = change(right, RightStanding.granted(day, day.plusDays(90), new BigDecimal("635.71")));
        assertThat(right.standing().amount()).isEqualTo("635.71");
        assertThat(right.currency()).isEqualTo("EUR");
        assertThat(right.daysLeft()).isEqualTo(90);
        var id = right.id();
        assertThat(here.as(Role.SOCIAL_WORKER, () -> rights.history(cases.read(person), id)))
                .extracting(change -> change.standing().status())
                .containsExactly(RightStatus.GRANTED, RightStatus.MORE_INFO, RightStatus.FILED, RightStatus.TO_REQUEST);
        assertThat(here.as(Role.PSYCHOLOGIST, () -> rights.of(cases.read(person)))
                        .rights())
                .containsExactly(right);
    }

    @Test
    void who_comes_second_learns_how_it_stands_and_what_cannot_be_is_refused() {
        var right = add("HEALTH_COVER", RightStanding.of(RightStatus.FILED, null));
        change(right, RightStanding.of(RightStatus.REFUSED, day.plusDays(60)));
        assertThatThrownBy(() -> change(right, RightStanding.of(RightStatus.MORE_INFO, day)))
                .isInstanceOfSatisfying(
                        StaleRight.class,
                        stale -> assertThat(stale.stored().status()).isEqualTo(RightStatus.REFUSED));
        var stored = list().getFirst();
        assertThatThrownBy(() -> change(stored, RightStanding.granted(day, null, null)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> add("SUGAR", RightStanding.of(RightStatus.FILED, null)))
                .isInstanceOf(InvalidInput.class);
        assertThat(list()).hasSize(1);
    }

    @Test
    void adding_twice_adds_once() {
        var command = new AddRight(
                SocialRightId.create(), here.centre(), "PENSION", null, RightStanding.of(RightStatus.FILED, null));
        here.as(Role.SOCIAL_WORKER, () -> rights.add(cases.write(person), command));
        here.as(Role.SOCIAL_WORKER, () -> rights.add(cases.write(person), command));
        assertThat(list()).hasSize(1);
    }

    @Test
    void my_day_names_a_granted_right_60_days_before_its_last_day_and_until_it_is_renewed() {
        add("HEALTH_COVER", RightStanding.granted(day.minusYears(1), day.plusDays(61), null));
        assertThat(lines(here, Role.SOCIAL_WORKER)).isEmpty();
        var right = add("RESIDENCE_PERMIT", RightStanding.granted(day.minusYears(1), day.plusDays(60), null));
        var lapsed = add("IDENTITY_PAPERS", RightStanding.granted(day.minusYears(10), day.minusDays(3), null));
        assertThat(lapsed.lapsed()).isTrue();
        assertThat(lines(here, Role.SOCIAL_WORKER))
                .extracting(TodayItem::dueOn)
                .containsExactly(day.minusDays(3), day.plusDays(60));
        change(right, RightStanding.granted(day, day.plusYears(1), null));
        change(lapsed, RightStanding.of(RightStatus.EXPIRED, null));
        assertThat(lines(here, Role.SOCIAL_WORKER)).isEmpty();
    }

    @Test
    void a_request_is_named_a_week_ahead_and_an_appeal_at_once() {
        add("PENSION", RightStanding.of(RightStatus.TO_REQUEST, day.plusDays(8)));
        assertThat(lines(here, Role.SOCIAL_WORKER)).isEmpty();
        add("FAMILY", RightStanding.of(RightStatus.TO_REQUEST, day.plusDays(7)));
        var refused = add("SICK_PAY", RightStanding.of(RightStatus.FILED, null));
        change(refused, RightStanding.of(RightStatus.REFUSED, day.plusDays(45)));
        assertThat(lines(here, Role.SOCIAL_WORKER))
                .extracting(line -> line.title().key())
                .containsExactly("situation.today.right.to-request", "situation.today.right.refused");
        assertThat(lines(here, Role.NURSE)).isEmpty();
        assertThat(lines(opened.elsewhere(), Role.SOCIAL_WORKER)).isEmpty();
    }

    @Test
    void across_people_the_nearest_day_comes_first_and_pages_lose_nobody() {
        var other = cases.register(here);
        add("HEALTH_COVER", RightStanding.granted(day.minusYears(1), day.plusDays(5), null));
        add("PENSION", RightStanding.of(RightStatus.FILED, null));
        add("FAMILY", RightStanding.of(RightStatus.FILED, day.plusDays(200)));
        addFor(other, "IDENTITY_PAPERS", RightStanding.granted(day.minusYears(9), day.minusDays(12), null));
        assertThat(due(RightsFilter.ALL)).extracting(DueRight::daysLeft).containsExactly(-12, 5, 200);
        assertThat(due(new RightsFilter(RightsFilter.When.SOON, null)))
                .extracting(DueRight::daysLeft)
                .containsExactly(-12, 5);
        assertThat(due(new RightsFilter(RightsFilter.When.LATE, null)))
                .extracting(DueRight::person)
                .containsExactly(other);
        assertThat(due(new RightsFilter(RightsFilter.When.ALL, "FAMILY"))).hasSize(1);
        var first = page(RightsFilter.ALL, null, 2);
        assertThat(first).hasSize(2);
        assertThat(page(RightsFilter.ALL, first.getLast().cursor(), 2))
                .extracting(DueRight::daysLeft)
                .containsExactly(200);
        assertThatThrownBy(() -> here.as(
                        Role.NURSE,
                        () -> rights.due(access.scope(Section.SOCIAL, Purpose.CARE, null), RightsFilter.ALL, null, 50)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void of_who_locked_the_section_a_colleague_sees_that_something_is_due() {
        add("HEALTH_COVER", RightStanding.granted(day.minusYears(1), day.plusDays(5), null));
        here.as(
                Role.SOCIAL_WORKER,
                () -> locks.lockSection(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Section.SOCIAL));
        assertThat(due(RightsFilter.ALL))
                .singleElement()
                .satisfies(row -> assertThat(row.right()).isNotNull());
        var colleague = house.another(here, Role.SOCIAL_WORKER);
        assertThat(colleague.act(
                        () -> rights.due(access.scope(Section.SOCIAL, Purpose.CARE, null), RightsFilter.ALL, null, 50)
                                .rows()))
                .singleElement()
                .satisfies(row -> assertThat(row.right()).isNull());
        assertThat(colleague.act(() -> rights.due(
                                access.scope(Section.SOCIAL, Purpose.CARE, null),
                                new RightsFilter(RightsFilter.When.ALL, "HEALTH_COVER"),
                                null,
                                50)
                        .rows()))
                .isEmpty();
        assertThat(lines(here, Role.SOCIAL_WORKER)).isEmpty();
    }

    private RightRow add(String kind, RightStanding standing) {
        return addFor(person, kind, standing);
    }

    private RightRow addFor(PersonId whom, String kind, RightStanding standing) {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> rights.add(
                        cases.write(whom), new AddRight(SocialRightId.create(), here.centre(), kind, null, standing)));
    }

    private RightRow change(RightRow right, RightStanding standing) {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> rights.change(cases.write(person), new ChangeRight(right.id(), right.version(), standing)));
    }

    private List<RightRow> list() {
        return here.as(Role.SOCIAL_WORKER, () -> rights.of(cases.read(person))).rights();
    }

    private List<DueRight> due(RightsFilter filter) {
        return page(filter, null, 50);
    }

    private List<DueRight> page(RightsFilter filter, @Nullable RightCursor after, int size) {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> rights.due(access.scope(Section.SOCIAL, Purpose.CARE, null), filter, after, size)
                        .rows());
    }

    private List<TodayItem> lines(Place place, Role role) {
        return place.as(role, () -> today.items(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null), day));
    }
}
