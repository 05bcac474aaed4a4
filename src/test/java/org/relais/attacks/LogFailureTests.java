package org.relais.attacks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Executors;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.audit.AccessLogUnavailable;
import org.relais.episode.People;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Attacks 36 and 37: what cannot be logged is not shown, and the page says so; nothing of a person is read either. */
@RelaisTest
@Import(People.class)
class LogFailureTests extends SpringBrowserlessTest {

    private static final String NAME = "Brancaleone";

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    AccessService access;

    @Autowired
    StatementLog statements;

    @Value("${relais.log.schema}")
    String log;

    Place here;
    PersonId person;

    @BeforeEach
    void prepare() {
        here = house.open().here();
        person = people.registeredAt(here, NAME);
    }

    @Test
    void a_log_that_refuses_the_row() throws SQLException {
        during(
                "ALTER TABLE " + log + ".access_event RENAME TO " + log + ".access_event_away",
                "ALTER TABLE " + log + ".access_event_away RENAME TO " + log + ".access_event");
    }

    @Test
    void a_database_that_may_only_be_read() throws SQLException {
        during("SET GLOBAL read_only = 1", "SET GLOBAL read_only = 0");
    }

    @Test
    void a_log_that_does_not_answer() throws Exception {
        try (var administrator = TestServer.get().administrator();
                var statement = administrator.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statement.execute("LOCK TABLES " + log + ".access_event WRITE");
            try {
                // Everybody who asks meanwhile waits, and nobody is let through
                var waiting = new ArrayList<java.util.concurrent.Future<Boolean>>();
                for (var at = 0; at < 3; at++) {
                    waiting.add(threads.submit(() -> here.as(Role.NURSE, this::isRefused)));
                }
                for (var each : waiting) {
                    assertThat(each.get()).isTrue();
                }
            } finally {
                statement.execute("UNLOCK TABLES");
            }
        }
        assertThat(here.as(Role.NURSE, this::isRefused)).isFalse();
    }

    private void during(String begin, String end) throws SQLException {
        assertThat(here.as(Role.NURSE, this::visit)).contains(NAME);
        try (var administrator = TestServer.get().administrator();
                var statement = administrator.createStatement()) {
            statement.execute(begin);
            try {
                statements.clear();
                assertThat(here.as(Role.NURSE, this::visit))
                        .doesNotContain(NAME)
                        .contains(UI.getCurrent().getTranslation("audit.error.unavailable"));
                assertThatThrownBy(() ->
                                here.as(Role.NURSE, () -> access.scope(Section.ADMINISTRATIVE, Purpose.CARE, NAME)))
                        .isInstanceOf(AccessLogUnavailable.class);
                assertThat(statements.all()).noneMatch(seen -> seen.sql().contains("person_person"));
            } finally {
                statement.execute(end);
            }
        }
        assertThat(here.as(Role.NURSE, this::visit)).contains(NAME);
    }

    private boolean isRefused() {
        try {
            access.grant(person, Section.RECORD);
            return false;
        } catch (AccessLogUnavailable unavailable) {
            return true;
        }
    }

    private String visit() {
        UI.getCurrent().navigate("people");
        UI.getCurrent().navigate("people/" + person);
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
