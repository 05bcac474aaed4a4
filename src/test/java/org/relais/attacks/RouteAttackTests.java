package org.relais.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.episode.People;
import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.record.page.RecordSection;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Opened;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks 1, 4 and 8: every route with a person in it, from the registry, asked for by everybody of a centre in which the
 * person is not known, and every other route asked for by whoever does not find it in the menu.
 */
@RelaisTest
@Import({Writers.class, People.class})
class RouteAttackTests extends SpringBrowserlessTest {

    private static final String NAME = "Brancaleone";

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    Writers writers;

    @Autowired
    List<RecordSection> sections;

    @Autowired
    JdbcClient jdbc;

    @Value("${relais.log.schema}")
    String log;

    Opened places;
    PersonId foreign;

    @BeforeEach
    void prepare() {
        places = house.open();
        foreign = people.registeredAt(places.elsewhere(), NAME);
        writers.sign(places.elsewhere(), Role.NURSE, foreign, "record.transmission", NAME + " slept", Visibility.TEAM);
    }

    @Test
    void a_person_of_another_centre_is_nobody_at_every_address() {
        var addresses = addressesOf(foreign);
        assertThat(addresses).hasSizeGreaterThan(5);
        var wrong = new ArrayList<String>();
        for (var role : Role.values()) {
            for (var address : addresses) {
                var unknown = places.here()
                        .as(
                                role,
                                () -> visit(address.replace(
                                        foreign.toString(), PersonId.create().toString())));
                var before = refusals();
                var shown = places.here().as(role, () -> visit(address));
                if (!shown.equals(unknown) || shown.contains(NAME)) {
                    wrong.add(role + " " + address + ": " + shown);
                }
                // A page that the role never opens is refused before any person is asked for
                if (refusals() == before && address.startsWith("people/") && opens(role, address)) {
                    wrong.add(role + " " + address + ": the refusal is not in the log");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_no_id_is_nobody_too() {
        for (var id : List.of(
                "1",
                "0",
                "-1",
                "null",
                "%2e%2e",
                "' OR '1'='1",
                foreign.toString().substring(0, 35))) {
            for (var address : addressesOf(foreign)) {
                var shown = places.elsewhere().as(Role.NURSE, () -> visit(address.replace(foreign.toString(), id)));
                assertThat(shown).as(address + " with " + id).doesNotContain(NAME);
            }
        }
    }

    @Test
    void ids_cannot_be_counted_up() {
        var next = PersonId.create().value();
        var after = PersonId.create().value();
        // Time-ordered in front, at random behind
        assertThat(Math.abs(after.getLeastSignificantBits() - next.getLeastSignificantBits()))
                .isGreaterThan(1_000L);
    }

    private static boolean opens(Role role, String address) {
        var view = RouteConfiguration.forApplicationScope().getRoute(address).orElseThrow();
        var roles = view.getAnnotation(RolesAllowed.class);
        return roles == null || List.of(roles.value()).contains(role.name());
    }

    private List<String> addressesOf(PersonId person) {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(RouteData::getTemplate)
                .filter(template -> template.contains(":personId"))
                .flatMap(template -> template.contains(":section?")
                        ? Stream.concat(
                                Stream.of(template.replace("/:section?", "")),
                                sections.stream().map(section -> template.replace(":section?", section.path())))
                        : Stream.of(template))
                .map(template -> template.replaceFirst(":personId[^/]*", person.toString())
                        .replaceAll("/:\\w+\\?", ""))
                .distinct()
                .toList();
    }

    private String visit(String address) {
        UI.getCurrent().navigate(address);
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    private int refusals() {
        return jdbc.sql("SELECT COUNT(*) FROM " + log + ".access_event WHERE NOT allowed")
                .query(Integer.class)
                .single();
    }
}
