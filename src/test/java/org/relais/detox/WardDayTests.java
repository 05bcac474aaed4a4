package org.relais.detox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.CentreSetup;
import org.relais.detox.WardOnNodes.Node;
import org.relais.episode.Admit;
import org.relais.episode.EpisodeService;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.BedId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffSetup;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.OtherNode;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.support.ActingAs.actingAs;

/**
 * One day of {@link WardLife} through the services, on two nodes with one MariaDB, of which one dies and comes back: at
 * every minute in which something changes, the boards and the lists of alarms of both nodes equal the model's. {@code
 * -Drelais.day.beds=40} fills the ward, {@code -Drelais.day.minutes} ends the day sooner.
 */
@RelaisTest
@Import(MovableClock.class)
class WardDayTests {

    private static final int BEDS = Integer.getInteger("relais.day.beds", 5);
    private static final int MINUTES = Integer.getInteger("relais.day.minutes", 1440);
    private static final long SEED = Long.getLong("relais.day.seed", 20261122L);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    @Autowired
    ApplicationContext context;

    @Autowired
    House house;

    @Autowired
    CentreSetup setup;

    @Autowired
    StaffSetup staff;

    @Autowired
    PersonService people;

    @Autowired
    EpisodeService episodes;

    @Autowired
    AccessService access;

    @Autowired
    MovableClock clock;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @AfterEach
    void goOn() {
        clock.goOn();
    }

    @Test
    void a_day_on_two_nodes_of_which_one_dies_equals_the_model() throws Exception {
        var place = house.open().here();
        var origin = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(5));
        giveFunctions(place, LocalDate.ofInstant(origin, ZONE));
        var day = day(origin);
        clock.stopAt(origin.minusSeconds(60));
        var ward = new WardOnNodes(place, origin, admit(place));
        var first = Node.of(context::getBean);
        var dies = MINUTES / 4 + random.nextInt(MINUTES / 4);
        var returns = dies + 30 + random.nextInt(60);
        var other = OtherNode.start(context, "second-node");
        try (var both = Executors.newFixedThreadPool(2)) {
            var nodes = new ArrayList<>(List.of(first, Node.of(other::bean)));
            for (var minute : day) {
                if (minute.number >= dies && minute.number < returns && nodes.size() == 2) {
                    other.close();
                    nodes.removeLast();
                }
                if (minute.number >= returns && nodes.size() == 1) {
                    other = OtherNode.start(context, "second-node");
                    nodes.add(Node.of(other::bean));
                }
                clock.stopAt(ward.at(minute.number * 60L));
                look(nodes, both);
                for (var act : minute.acts) {
                    clock.stopAt(ward.at(act.entered()));
                    assertThat(ward.accept(nodes.get(random.nextInt(nodes.size())), act))
                            .as("%s", act)
                            .isEqualTo(minute.possible.get(act));
                }
                clock.stopAt(ward.at(minute.number * 60L + 59));
                for (var node : nodes) {
                    assertThat(WardMonthTests.differences(ward.board(node), minute.lines))
                            .as("board of node %d, minute %d, seed %d", nodes.indexOf(node), minute.number, SEED)
                            .isEmpty();
                    assertThat(WardMonthTests.differences(ward.alarms(node), minute.alarms()))
                            .as("alarms of node %d, minute %d, seed %d", nodes.indexOf(node), minute.number, SEED)
                            .isEmpty();
                }
            }
            assertThat(nodes).as("it came back").hasSize(2);
            // And of what was closed meanwhile, none is missing and none was raised twice
            assertThat(nodes).allSatisfy(node -> assertThat(ward.raised(node)).isEqualTo(raised));
        } finally {
            other.close();
        }
    }

    private int raised;

    /** What happens on the day, and where everything then stands, of each minute in which something does or changes. */
    private List<Minute> day(Instant origin) {
        var first = LocalDate.ofInstant(origin, ZONE);
        var model = new WardModel(second -> held(LocalDate.ofInstant(origin.plusSeconds(second), ZONE), first).stream()
                .map(Enum::name)
                .collect(Collectors.toSet()));
        var life = new WardLife(SEED, BEDS, 30, false, model);
        var day = new ArrayList<Minute>();
        List<String> before = List.of();
        for (var minute = 0; minute < MINUTES; minute++) {
            model.begin(minute);
            var acts = life.minute(minute);
            var lines = model.lines(minute * 60L + 59);
            // And now and then one in which nothing should
            if (!acts.isEmpty() || !lines.equals(before) || random.nextInt(50) == 0) {
                day.add(new Minute(
                        minute, acts, acts.stream().collect(Collectors.toMap(act -> act, life::possible)), lines));
            }
            before = lines;
        }
        raised = model.fired().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(model.fired().keySet()).contains("E01", "E02", "E05", "E15");
        return day;
    }

    /** Both nodes look in the same minute, at the same time. */
    private static void look(List<Node> nodes, ExecutorService both) throws Exception {
        var gate = new CyclicBarrier(nodes.size());
        var looks = nodes.stream()
                .map(node -> both.submit(() -> {
                    gate.await();
                    node.watch().look();
                    return node;
                }))
                .toList();
        for (var look : looks) {
            look.get();
        }
    }

    // The charge nurse of the first day only, the director from the second on
    private static Set<StaffFunction> held(LocalDate day, LocalDate first) {
        return EnumSet.of(
                StaffFunction.ON_CALL, day.equals(first) ? StaffFunction.CHARGE_NURSE : StaffFunction.MEDICAL_DIRECTOR);
    }

    private void giveFunctions(Place place, LocalDate first) {
        actingAs("setup", Role.ADMINISTRATOR, () -> {
            var nurse = place.member(Role.NURSE).id();
            var physician = place.member(Role.PHYSICIAN).id();
            var director = place.member(Role.PSYCHOLOGIST).id();
            staff.giveFunction(nurse, place.centre(), StaffFunction.CHARGE_NURSE, first, first);
            staff.giveFunction(physician, place.centre(), StaffFunction.ON_CALL, first, null);
            staff.giveFunction(director, place.centre(), StaffFunction.MEDICAL_DIRECTOR, first.plusDays(1), null);
            return place;
        });
    }

    private Map<String, PersonId> admit(Place place) {
        var beds = new ArrayList<>(place.beds());
        for (var room = 302; beds.size() < BEDS; room++) {
            var name = String.valueOf(room);
            beds.addAll(
                    actingAs("setup", Role.ADMINISTRATOR, () -> setup.openRoom(place.ward(), name, List.of("A", "B"))));
        }
        var admitted = new HashMap<String, PersonId>();
        for (var number = 0; number < BEDS; number++) {
            admitted.put("%02d.1".formatted(number), admit(place, beds.get(number), number));
        }
        return admitted;
    }

    private PersonId admit(Place place, BedId bed, int number) {
        return place.as(Role.NURSE, () -> {
            var person = people.register(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    new RegisterPerson(
                            place.centre(),
                            place.ward(),
                            Identity.named("Jour" + number, "Castellane", LocalDate.of(1984, 3, 14))));
            episodes.admit(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    new Admit(null, 0, place.ward(), bed, null));
            return person;
        });
    }

    private record Minute(int number, List<WardAct> acts, Map<WardAct, Boolean> possible, List<String> lines) {

        // Observations say when they are due; the rest are alarms
        List<String> alarms() {
            return lines.stream().filter(line -> line.contains(" raised ")).toList();
        }
    }
}
