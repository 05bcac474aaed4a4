package org.relais.doors;

import java.util.ArrayList;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.record.Draft;
import org.relais.shared.AlertId;
import org.relais.shared.ContactId;
import org.relais.shared.DraftId;
import org.relais.shared.EntryId;
import org.relais.shared.EpisodeId;
import org.relais.shared.ProcessNoteId;
import org.relais.shared.RelativeId;
import org.relais.shared.StepId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attack 3: with a pass for one person, the id of something of another person. Every door answers as if there were no
 * such thing, and the other person's rows stay as they are.
 */
@RelaisTest
@Import(Doors.class)
class ForeignChildTests {

    private static final String OTHER = "Zyxwvutsrq";

    @Autowired
    Doors doors;

    @Autowired
    FixtureBuilder fixtures;

    @Autowired
    House house;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    Fixture own;
    Fixture other;

    @BeforeEach
    void prepare() {
        var here = house.open().here();
        own = fixtures.build(here, "Ownperson");
        other = fixtures.build(here, OTHER);
    }

    @Test
    void no_door_reaches_what_belongs_to_somebody_else() {
        var before = rowsOfTheOther();
        var wrong = new ArrayList<String>();
        var telling = 0;
        for (var door : doors.rows()) {
            if (door.section() == null || door.kind().scoped()) {
                continue;
            }
            for (var role : Role.values()) {
                var nobodys = attempt(door, role, nobodysChildren());
                var foreign = attempt(door, role, childrenOf(other));
                if (!foreign.equals(nobodys)) {
                    wrong.add(door.key() + " to " + role + ": " + foreign + ", for nothing at all: " + nobodys);
                }
                if (!attempt(door, role, own).equals(nobodys)) {
                    telling++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rowsOfTheOther()).isEqualTo(before);
        assertThat(telling)
                .as("doors that do tell one's own children from nobody's")
                .isGreaterThan(30);
    }

    private String attempt(Door door, Role role, Fixture children) {
        return own.home().as(role, () -> {
            try {
                var pass = access.grant(
                        own.person(),
                        Objects.requireNonNull(door.section()),
                        door.kind().right(),
                        Purpose.CARE);
                var answer = String.valueOf(door.call().apply(pass, children));
                return answer.contains(OTHER) || answer.contains(other.person().toString())
                        ? "tells of it"
                        : "answers " + empty(answer);
            } catch (RuntimeException refused) {
                return refused.getClass().getSimpleName() + " " + refused.getMessage();
            }
        });
    }

    private static boolean empty(String answer) {
        return answer.equals("{}") || answer.equals("[]") || answer.equals("Optional.empty") || answer.equals("null");
    }

    private Fixture childrenOf(Fixture whose) {
        return new Fixture(
                own.home(),
                own.person(),
                own.registration(),
                whose.episode(),
                whose.alert(),
                whose.contact(),
                whose.relative(),
                whose.note(),
                whose.draft(),
                whose.processNote(),
                whose.step());
    }

    private Fixture nobodysChildren() {
        return new Fixture(
                own.home(),
                own.person(),
                own.registration(),
                EpisodeId.create(),
                AlertId.create(),
                ContactId.create(),
                RelativeId.create(),
                EntryId.create(),
                new Draft(
                        DraftId.create(),
                        other.draft().person(),
                        other.draft().section(),
                        other.draft().form(),
                        other.draft().content(),
                        other.draft().version(),
                        other.draft().savedAt()),
                ProcessNoteId.create(),
                StepId.create());
    }

    private String rowsOfTheOther() {
        var rows = new ArrayList<String>();
        for (var table : jdbc.sql("""
                        SELECT table_name FROM information_schema.columns
                        WHERE table_schema = DATABASE() AND column_name = 'person_id' AND table_name NOT LIKE 'access%'
                        ORDER BY table_name""").query(String.class).list()) {
            rows.add(table + " "
                    + jdbc.sql("SELECT * FROM " + table + " WHERE person_id = ?")
                            .param(other.person().value())
                            .query()
                            .listOfRows());
        }
        return String.join("\n", rows);
    }
}
