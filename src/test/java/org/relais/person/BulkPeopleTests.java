package org.relais.person;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.demo.Bulk;
import org.relais.record.Timeline;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.RelaisTest;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** People written by the thousand are those that registering them one by one would have written. */
@RelaisTest
class BulkPeopleTests {

    private static final int PEOPLE = 300;

    @Autowired
    House house;

    @Autowired
    JdbcTemplate template;

    @Autowired
    PersonRegister register;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    Timeline timeline;

    @Test
    void they_have_the_keys_of_their_names_are_found_and_have_a_record() throws SQLException {
        var here = house.open().here();
        try (var administrator = TestServer.get().administrator()) {
            administrator.setCatalog(template.queryForObject("SELECT DATABASE()", String.class));
            var nurse = here.member(Role.NURSE).id();
            new Bulk(administrator, List.of(new Bulk.Place(here.centre(), here.team(), nurse)), Instant.now())
                    .people(PEOPLE, PEOPLE * 10, (_, _) -> {});
        }
        var jdbc = JdbcClient.create(template);
        for (var number = 1; number <= PEOPLE; number++) {
            var person = Bulk.person(number);
            var identities = register.identities(person);
            assertThat(keys(jdbc, person))
                    .as("%s %s", Bulk.givenName(number), Bulk.familyName(number))
                    .containsExactlyInAnyOrderElementsOf(NameKeys.of(identities).stream()
                            .map(key -> key.kind().code() + key.text() + key.birthYear())
                            .toList());
            assertThat(searchName(jdbc, person)).isEqualTo(NameKeys.searchName(identities));
        }
        var full = Bulk.withFullRecord(1);
        here.as(Role.NURSE, () -> {
            var found = people.search(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    Bulk.familyName(full) + " " + Bulk.givenName(full),
                    20);
            assertThat(found.rows()).extracting(hit -> hit.name().person()).contains(Bulk.person(full));
            var record = access.grant(Bulk.person(full), Section.RECORD);
            assertThat(timeline.counts(record).total()).isEqualTo(Bulk.FULL_RECORD);
            return true;
        });
    }

    private static List<String> keys(JdbcClient jdbc, PersonId person) {
        return jdbc.sql("SELECT CONCAT(kind, name_key, birth_year) FROM person_name_key WHERE person_id = ?")
                .param(person.value())
                .query(String.class)
                .list();
    }

    private static String searchName(JdbcClient jdbc, PersonId person) {
        return jdbc.sql("SELECT search_name FROM person_person WHERE id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }
}
