package org.relais.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything of a person is written with a mark, every door is opened by everybody who may, and searches are made of
 * what is marked: none of the marks is in any column of the log.
 */
@RelaisTest
@Import({Doors.class, MarkedPeople.class, SocialMarks.class, MovableClock.class})
class LogWithoutContentTests {

    private static final Pattern MARK = Pattern.compile("q[a-z]{14}");

    @Autowired
    Doors doors;

    @Autowired
    MarkedPeople people;

    @Autowired
    House house;

    @Autowired
    AccessService access;

    @Autowired
    JdbcTemplate jdbc;

    @Value("${relais.log.schema}")
    String schema;

    @Test
    void no_word_that_a_room_wrote_is_in_the_log() {
        var here = house.open().here();
        var marked = people.build(here, 0, null);
        assertThat(marked.canaries()).isNotEmpty();
        var before = rows();
        for (var role : Role.values()) {
            for (var door : doors.rows()) {
                here.as(role, () -> {
                    open(door, marked.fixture());
                    return true;
                });
            }
            for (var canary : marked.canaries()) {
                here.as(role, () -> {
                    try {
                        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, canary.mark());
                    } catch (RuntimeException refused) {
                        return refused;
                    }
                });
            }
        }
        assertThat(rows() - before).as("rows written").isGreaterThan(500);
        for (var table : List.of("access_event", "access_shown")) {
            for (var column : texts(table)) {
                var found = new ArrayList<String>();
                jdbc.query("SELECT DISTINCT " + column + " FROM " + schema + "." + table, row -> {
                    var word = row.getString(1);
                    if (word != null && MARK.matcher(word).find()) {
                        found.add(word);
                    }
                });
                assertThat(found).as(table + "." + column).isEmpty();
            }
        }
    }

    private void open(Door door, Fixture fixture) {
        try {
            var _ = door.call().apply(pass(door, fixture), fixture);
        } catch (RuntimeException refused) {
            // What is refused is logged too, and looked at with the rest
        }
    }

    @SuppressWarnings("NullAway") // a door of a role takes no pass
    private Authority pass(Door door, Fixture fixture) {
        if (door.section() == null) {
            return null;
        }
        return door.kind().scoped()
                ? access.scope(door.section(), Purpose.CARE, null)
                : access.grant(fixture.person(), door.section(), door.kind().right(), Purpose.CARE);
    }

    private List<String> texts(String table) {
        return jdbc.queryForList(
                "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
                        + " AND DATA_TYPE IN ('char', 'varchar', 'text', 'longtext')",
                String.class,
                schema,
                table);
    }

    private int rows() {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT COUNT(*) FROM " + schema + ".access_event", Integer.class));
    }
}
