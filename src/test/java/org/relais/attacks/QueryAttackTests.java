package org.relais.attacks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.episode.People;
import org.relais.person.ElsewhereQuestion;
import org.relais.person.Identifier;
import org.relais.person.Identity;
import org.relais.person.PersonCursor;
import org.relais.person.PersonFilter;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Opened;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Attacks 28 and 35: what is typed to find somebody is never a piece of a query, and a name is never another one. */
@RelaisTest
@Import(People.class)
class QueryAttackTests {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    PersonService persons;

    @Autowired
    Timeline timeline;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    Opened places;
    PersonId own;

    @BeforeEach
    void prepare() {
        places = house.open();
        own = people.registeredAt(places.here(), "Orion");
        people.registeredAt(places.elsewhere(), "Brancaleone");
    }

    static Stream<String> pieces() {
        return Stream.of(
                "' OR '1'='1",
                "' OR 1=1 -- ",
                "\" OR \"\"=\"",
                "%",
                "_",
                "%' OR name_key LIKE '%",
                "') UNION SELECT * FROM staff_member -- ",
                "'; DROP TABLE person_person; -- ",
                "\\' OR 1=1 -- ",
                "orion' AND SLEEP(5) AND '1'='1",
                "1) OR (1=1",
                "${7*7}",
                ":centres",
                "?",
                "?1",
                "/*",
                "\uFF07 OR 1=1");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void a_piece_of_a_query_finds_nobody_it_should_not(String piece) {
        var before = tables();
        places.here().as(Role.NURSE, () -> {
            var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, piece);
            var found = new ArrayList<PersonId>();
            persons.search(scope, piece, 50)
                    .rows()
                    .forEach(hit -> found.add(hit.name().person()));
            persons.list(scope, new PersonFilter(piece, null), null, 50)
                    .rows()
                    .forEach(row -> found.add(row.name().person()));
            persons.list(scope, new PersonFilter(null, null), new PersonCursor(piece, PersonId.create()), 50)
                    .rows()
                    .forEach(row -> found.add(row.name().person()));
            assertThat(found).isSubsetOf(own);
            assertThat(persons.elsewhere(scope, ElsewhereQuestion.named(piece, LocalDate.of(1984, 3, 14))))
                    .isEmpty();
            assertThat(persons.elsewhere(scope, ElsewhereQuestion.numbered(piece)))
                    .isEmpty();
            assertThat(persons.withIdentifier(scope, new Identifier(piece, piece)))
                    .isEmpty();
            assertThat(timeline.page(
                                    access.grant(own, Section.RECORD),
                                    new TimelineFilter(java.util.Set.of(), java.util.Set.of(piece)),
                                    null,
                                    20)
                            .rows())
                    .isEmpty();
            return true;
        });
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void a_name_that_would_be_read_as_another_one_is_refused_at_its_field() {
        for (var name : List.of("Casellan\u202Eet", "Ca\u2066stellane", "Castel\u0000lane", "Castel\u001B[2Jlane")) {
            places.here().as(Role.NURSE, () -> {
                var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
                var command = new RegisterPerson(
                        places.here().centre(),
                        places.here().ward(),
                        Identity.named("Rémi", name, LocalDate.of(1984, 3, 14)));
                assertThatThrownBy(() -> persons.register(scope, command))
                        .isInstanceOfSatisfying(
                                InvalidInput.class,
                                refused -> assertThat(refused.field().toLowerCase(Locale.ROOT))
                                        .contains("family"));
                return true;
            });
        }
    }

    @Test
    void names_that_look_alike_are_told_apart_by_their_file_number() {
        var latin = people.registeredAt(places.here(), "Anna");
        var cyrillic = people.registeredAt(places.here(), "\u0410nna");
        places.here().as(Role.NURSE, () -> {
            var shown = persons.list(
                            access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                            new PersonFilter(null, null),
                            null,
                            50)
                    .rows();
            assertThat(shown)
                    .filteredOn(
                            row -> List.of(latin, cyrillic).contains(row.name().person()))
                    .extracting(row -> row.name().fileNumber())
                    .hasSize(2)
                    .doesNotHaveDuplicates();
            return true;
        });
    }

    private List<String> tables() {
        return jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
                .query(String.class)
                .list();
    }
}
