package org.relais.doors;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.PolicyMatrix;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every public service method, as every role, in the person's centre and in another one, with and without a care
 * relation. Refused access means deny; any other outcome means allow. What is expected comes from the policy matrix
 * and from whether there is a relation, and from nothing the services say of themselves.
 */
@RelaisTest
@Import(Doors.class)
class DoorTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Doors doors;

    @Autowired
    FixtureBuilder fixtures;

    @Autowired
    House house;

    @Autowired
    StaffSetup staff;

    @Autowired
    AccessService access;

    @Autowired
    Rules rules;

    @Autowired
    RuleKind<PolicyMatrix> matrixKind;

    private final List<Situation> situations = new ArrayList<>();

    @BeforeEach
    void prepare() {
        var opened = house.open();
        var here = opened.here();
        var elsewhere = opened.elsewhere();
        var own = fixtures.build(here, "Ownward");
        var followed = fixtures.build(here, "Followed");
        house.follow(elsewhere, followed.person());
        situations.clear();
        situations.add(new Situation("own centre, with a relation", own, here, null, true, true));
        situations.add(new Situation("own centre, without a relation", own, here, "other-unit", false, true));
        situations.add(new Situation("another centre, without a relation", own, elsewhere, null, false, false));
        situations.add(new Situation("another centre, with a relation", followed, elsewhere, null, true, true));
        for (var role : Role.values()) {
            ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
                var id = staff.enter(otherUnit(role, here), "Given", "Other unit", role);
                staff.assign(id, here.centre(), here.team());
                return id;
            });
        }
    }

    @Test
    void every_service_method_has_a_row() {
        var methods = new TreeSet<String>();
        for (var name : context.getBeanDefinitionNames()) {
            var type = AopUtils.getTargetClass(context.getBean(name));
            if (type.getPackageName().startsWith("org.relais")
                    && !type.getPackageName().startsWith("org.relais.demo")
                    && !type.equals(AccessService.class)) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> isDoor(type, method))
                        .map(method -> key(type, method))
                        .forEach(methods::add);
            }
        }
        var rows = doors.rows().stream().map(Door::key).collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).as("one row a method").hasSameSizeAs(doors.rows());
        assertThat(rows).isNotEmpty().containsExactlyInAnyOrderElementsOf(methods);
    }

    @Test
    void every_door_opens_exactly_to_whom_it_should() {
        var wrong = new ArrayList<String>();
        var cases = 0;
        for (var situation : situations) {
            for (var door : doors.rows()) {
                for (var role : Role.values()) {
                    cases++;
                    var expected = expected(door, situation, role);
                    var outcome = attempt(door, situation, role);
                    if (outcome.allowed() != expected) {
                        wrong.add((expected ? "should open: " : "should refuse: ") + door.key() + " to " + role + ", "
                                + situation.name() + " " + outcome.what());
                    }
                    if (door.kind().scoped()
                            && !situation.inSight()
                            && !answersTheExactQuestion(door)
                            && door.section() != Section.AUDIT_LOG
                            && outcome.names(situation.fixture())) {
                        wrong.add("names a stranger: " + door.key() + " to " + role + ", " + situation.name());
                    }
                }
            }
        }
        assertThat(wrong).as("%d cases", cases).isEmpty();
        assertThat(cases).isEqualTo(doors.rows().size() * 40);
    }

    @Test
    void a_pass_for_something_else_opens_no_door() {
        var situation = situations.getFirst();
        var wrong = new ArrayList<String>();
        for (var door : doors.rows()) {
            var section = door.section();
            if (section == null || checkedByItsCaller(door)) {
                continue;
            }
            var refused = situation.place().as(Role.NURSE, () -> {
                var pass = door.kind().scoped()
                        ? access.scope(other(section), Purpose.CARE, null)
                        : access.grant(situation.fixture().person(), other(section));
                return open(door, pass, situation).givesNothing();
            });
            if (!refused) {
                wrong.add(door.key());
            }
        }
        assertThat(wrong).isEmpty();
    }

    // These act within the transaction of another room's door, which has checked the pass already.
    private static boolean checkedByItsCaller(Door door) {
        return door.key().startsWith("CareRelations.");
    }

    // Tells that a record exists elsewhere, by an id that no page shows, so that access can be asked for
    private static boolean answersTheExactQuestion(Door door) {
        return door.key().startsWith("PersonService.elsewhere(");
    }

    private static Section other(Section section) {
        return section == Section.RISK ? Section.PLAN : Section.RISK;
    }

    private boolean expected(Door door, Situation situation, Role role) {
        if (door.section() == null) {
            return door.roles().contains(role);
        }
        var matrix = rules.all(matrixKind).getLast();
        var level = matrix.level(role, door.section() == Section.RECORD ? Section.ADMINISTRATIVE : door.section());
        return switch (door.kind()) {
            case LIST -> level.atLeast(Level.COUNT);
            case FULL_LIST -> level == Level.READ;
            case READ -> situation.related() && level.atLeast(Level.SUMMARY) && isAuthor(door, situation, role);
            case WRITING_LIST -> matrix.writable(role, door.section());
            case TASK -> false;
            case PERMITTED ->
                situation.related()
                        && matrix.writable(role, door.section())
                        && door.roles().contains(role);
            case PERMITTED_LIST -> level.atLeast(Level.COUNT) && door.roles().contains(role);
            case FULL_READ -> situation.related() && level == Level.READ;
            case WRITE ->
                situation.related() && matrix.writable(role, door.section()) && isAuthor(door, situation, role);
            case ROLE -> throw new IllegalStateException("A role's door has no section");
        };
    }

    private static boolean isAuthor(Door door, Situation situation, Role role) {
        return door.author() == null
                || (door.author() == role
                        && situation.otherUnit() == null
                        && situation.place().equals(situation.fixture().home()));
    }

    private Outcome attempt(Door door, Situation situation, Role role) {
        var username = situation.otherUnit() == null
                ? situation.place().member(role).username()
                : otherUnit(role, situation.place());
        return ActingAs.actingAs(username, role, () -> {
            try {
                var pass = pass(door, situation);
                return open(door, pass, situation);
            } catch (AccessDenied refused) {
                return Outcome.refused();
            }
        });
    }

    private @Nullable Authority pass(Door door, Situation situation) {
        if (door.section() == null) {
            return null;
        }
        return door.kind().scoped()
                ? access.scope(door.section(), Purpose.CARE, null)
                : access.grant(
                        situation.fixture().person(),
                        door.section(),
                        door.kind().right(),
                        Purpose.CARE);
    }

    @SuppressWarnings("NullAway") // a door of a role takes no pass
    private static Outcome open(Door door, @Nullable Authority pass, Situation situation) {
        try {
            return new Outcome(true, String.valueOf(door.call().apply(pass, situation.fixture())));
        } catch (AccessDenied | AccessDeniedException refused) {
            return Outcome.refused();
        } catch (RuntimeException other) {
            return new Outcome(true, other.toString());
        }
    }

    private static boolean isDoor(Class<?> type, Method method) {
        var first = method.getParameterCount() == 0 ? null : method.getParameterTypes()[0];
        var passes = Set.<Class<?>>of(Grant.class, Scope.class, Authority.class);
        return Modifier.isPublic(type.getModifiers())
                && Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && !type.getPackageName().contains(".ui")
                && (type.isAnnotationPresent(Service.class) || (first != null && passes.contains(first)));
    }

    private static String key(Class<?> type, Method method) {
        return type.getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static String otherUnit(Role role, House.Place place) {
        return "other." + place.member(role).username();
    }

    /** Where somebody stands towards a person. */
    private record Situation(
            String name,
            Fixture fixture,
            House.Place place,
            @Nullable String otherUnit,
            boolean related,
            boolean inSight) {}

    /** What came of a try. */
    private record Outcome(boolean allowed, String what) {

        static Outcome refused() {
            return new Outcome(false, "refused");
        }

        /** Refused, or answered with an empty list: what the other pass shows of these rows. */
        boolean givesNothing() {
            return !allowed || what.equals("{}");
        }

        boolean names(Fixture fixture) {
            return allowed && what.contains(fixture.person().toString());
        }
    }
}
