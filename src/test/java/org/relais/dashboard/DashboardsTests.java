package org.relais.dashboard;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.CentreKind;
import org.relais.centre.CentreSetup;
import org.relais.centre.OpenCentre;
import org.relais.indicator.CountedFact;
import org.relais.indicator.CountedPart;
import org.relais.indicator.Fact;
import org.relais.indicator.NetworkHistory;
import org.relais.indicator.Period;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A coordinator sees their own centres exactly, and of another no figure, list, count or export. */
@RelaisTest
@Import(NetworkHistory.class)
class DashboardsTests {

    private static final Period MAY = new Period(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31));
    private static final DashboardFilter MINE = new DashboardFilter(Set.of(), null, MAY);

    @Autowired
    House house;

    @Autowired
    Dashboards dashboards;

    @Autowired
    NetworkHistory history;

    @Autowired
    AccessService access;

    @Autowired
    Protections protections;

    @Autowired
    CentreSetup centres;

    @Autowired
    StaffSetup staff;

    @Autowired
    JdbcClient jdbc;

    @Value("${relais.log.schema}")
    String schema;

    Place here;
    Place elsewhere;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
    }

    @Test
    void every_figure_list_and_count_is_of_ones_own_centres_alone() {
        var person = house.personAt(here);
        history.put(facts(here, "K3", 3, person));
        history.put(facts(elsewhere, "K3", 40, PersonId.create()));
        var page = coordinating(() -> dashboards.page(reports(), MINE));

        assertThat(page.centres()).extracting(Centre::id).containsExactly(here.centre());
        assertThat(page.figures().of("K3").denominator()).isEqualTo(3);
        assertThat(page.figures().of("K3", elsewhere.centre()).denominator()).isZero();
        assertThat(page.months().values().stream()
                        .mapToLong(month -> month.of("K3").denominator())
                        .sum())
                .isEqualTo(3);
        assertThat(page.before().of("K3").denominator()).isZero();
        assertThat(coordinating(() -> lines("K3", null)))
                .hasSize(3)
                .allMatch(line -> line.place().centre().equals(here.centre()));
        // Two beds stand in each of both centres
        assertThat(coordinating(() -> dashboards.present(reports(), null, MINE)).of("OCCUPANCY"))
                .hasSize(2)
                .allMatch(item -> item.place().centre().equals(here.centre()));
        assertThat(coordinating(() -> dashboards.present(reports(), null, MINE, "OCCUPANCY")))
                .hasSize(2)
                .allMatch(line -> line.place().centre().equals(here.centre()));
    }

    @Test
    void another_centre_or_its_unit_in_the_address_is_not_found_at_any_door() {
        var foreign = Stream.of(
                filter(Set.of(elsewhere.centre()), null),
                filter(Set.of(here.centre(), elsewhere.centre()), null),
                filter(Set.of(), elsewhere.ward()),
                filter(Set.of(here.centre()), elsewhere.ward()),
                filter(Set.of(CentreId.create()), null));
        var before = exports();
        foreign.forEach(filter -> {
            List<Callable<@Nullable Object>> doors = List.of(
                    () -> dashboards.page(reports(), filter),
                    () -> dashboards.present(reports(), null, filter),
                    () -> dashboards.present(reports(), null, filter, "WAITING"),
                    () -> dashboards.counted(reports(), null, filter, "K3", CountedPart.ALL, null, 10),
                    () -> {
                        dashboards.exported(reports(), filter, "figures");
                        return null;
                    });
            for (var door : doors) {
                assertThatThrownBy(() -> coordinating(door)).as("%s", filter).isInstanceOf(NotFound.class);
            }
        });
        assertThat(exports()).isEqualTo(before);
    }

    @Test
    void one_unit_is_of_that_unit_alone() {
        history.put(facts(here, "K3", 8, PersonId.create()));
        var page = coordinating(() -> dashboards.page(reports(), filter(Set.of(), here.ward())));
        assertThat(page.figures().of("K3").denominator()).isEqualTo(4);
        assertThat(coordinating(() -> dashboards.present(reports(), null, filter(Set.of(), here.team())))
                        .of("OCCUPANCY"))
                .isEmpty();
    }

    @Test
    void a_period_that_begins_after_today_is_refused_at_its_field() {
        var today = coordinating(() -> dashboards.today(reports()));
        var tomorrow = new DashboardFilter(Set.of(), null, new Period(today.plusDays(1), today.plusDays(2)));
        assertThatThrownBy(() -> coordinating(() -> dashboards.page(reports(), tomorrow)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("from"));
        var now = new DashboardFilter(Set.of(), null, new Period(today, today.plusDays(2)));
        assertThat(coordinating(() -> dashboards.page(reports(), now)).today()).isEqualTo(today);
    }

    @Test
    void a_centre_that_was_closed_on_every_day_is_named() {
        var monday = LocalDate.of(2025, 5, 12);
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            centres.closeOn(here.centre(), monday, "Works");
            centres.closeOn(here.centre(), monday.plusDays(1), "Works");
            return null;
        });
        assertThat(closed(new Period(monday, monday.plusDays(1)))).containsExactly(here.centre());
        assertThat(closed(new Period(monday, monday.plusDays(2)))).isEmpty();

        var office = ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            var opened = centres.openCentre(new OpenCentre(
                    "O-" + UUID.randomUUID().toString().substring(0, 8),
                    "Office",
                    CentreKind.INPATIENT_DETOX,
                    ZoneId.of("Europe/Paris"),
                    LocalTime.MIDNIGHT,
                    "FR",
                    null));
            staff.assign(here.member(Role.COORDINATOR).id(), opened, null);
            return opened;
        });
        assertThat(closed(new Period(monday.plusDays(5), monday.plusDays(6))))
                .as("a weekend closes what has no beds")
                .containsExactly(office);
        assertThat(closed(new Period(monday.plusDays(4), monday.plusDays(6)))).isEmpty();
    }

    @Test
    void an_export_is_in_the_log_of_each_centre_it_is_of() {
        var before = exports();
        coordinating(() -> {
            dashboards.exported(reports(), MINE, "figures");
            return null;
        });
        assertThat(exports() - before).isEqualTo(1);
    }

    @Test
    void a_line_names_only_whom_the_role_may_learn_of_in_its_section() {
        var person = house.personAt(here);
        history.put(facts(here, "K3", 2, person));
        history.put(facts(here, "K7", 2, person));
        var medical = coordinating(() -> lines("K3", people()));
        var administrative = coordinating(() -> lines("K7", people()));
        var withoutNames = coordinating(() -> lines("K7", null));

        assertThat(medical).hasSize(2).allMatch(line -> line.person() == null);
        assertThat(administrative).hasSize(2).allMatch(line -> person.equals(line.person()));
        assertThat(withoutNames).hasSize(2).allMatch(line -> line.person() == null && line.name() == null);
    }

    @Test
    void whoever_is_hidden_is_in_no_page_of_the_list_of_nights_either() {
        var person = house.personAt(here);
        var stay = UUID.randomUUID();
        history.put(List.of(
                new Fact("K1", stay, here.centre(), here.ward(), person, MAY.from(), 1, 0, null),
                new Fact("K1", stay, here.centre(), here.ward(), person, MAY.to(), -1, 0, null)));
        var stranger = house.another(here, Role.COORDINATOR);
        assertThat(stranger.act(() -> lines("K1", people()))).hasSize(1);
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    Set.of(here.member(Role.COORDINATOR).id()),
                    "Known to the whole town, asked for it");
            return person;
        });
        assertThat(stranger.act(() -> lines("K1", people()))).isEmpty();
        var page = stranger.act(() -> dashboards.page(reports(), MINE));
        assertThat(page.figures().of("K1").numerator()).isZero();
        assertThat(page.months().values()).allMatch(month -> month.of("K1").numerator() == 0);
        assertThat(coordinating(() -> lines("K1", people()))).hasSize(1);
    }

    private List<CentreId> closed(Period period) {
        return coordinating(() -> dashboards
                        .page(reports(), new DashboardFilter(Set.of(), null, period))
                        .closed())
                .stream()
                .map(Centre::id)
                .toList();
    }

    private List<DashboardLine> lines(String figure, @Nullable Scope people) {
        @Nullable CountedFact first = null;
        return dashboards.counted(reports(), people, MINE, figure, CountedPart.ALL, first, 100);
    }

    private long exports() {
        return jdbc.sql("SELECT COUNT(*) FROM " + schema
                        + ".access_event WHERE action = 'EXPORT' AND resource_type = 'dashboard-figures'")
                .query(Long.class)
                .single();
    }

    private static DashboardFilter filter(Set<CentreId> centres, @Nullable UnitId unit) {
        return new DashboardFilter(centres, unit, MAY);
    }

    private <T> T coordinating(Callable<T> act) {
        return here.as(Role.COORDINATOR, act);
    }

    private Scope reports() {
        return access.scope(Section.REPORT, Purpose.COORDINATION, null);
    }

    private Scope people() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.COORDINATION, null);
    }

    private static List<Fact> facts(Place place, String figure, int count, PersonId person) {
        var facts = new ArrayList<Fact>();
        for (var number = 0; number < count; number++) {
            facts.add(new Fact(
                    figure,
                    UUID.randomUUID(),
                    place.centre(),
                    number % 2 == 0 ? place.ward() : place.team(),
                    person,
                    MAY.from().plusDays(number % 30),
                    1,
                    1,
                    null));
        }
        return facts;
    }
}
