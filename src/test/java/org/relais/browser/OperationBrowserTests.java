package org.relais.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import org.relais.PrivateLogFormat;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.TestServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an operator sees of a portal in use: up or not, numbers, log lines. And that no person is in any of it. */
@BrowserTest
@TestPropertySource(properties = "management.server.port=0")
class OperationBrowserTests {

    private static final String GIVEN = "Théodule";
    private static final String FAMILY = "Brancaleone-Quiñones";
    private static final String WORDS = "A dormi chez sa sœur Philomène, doses apportées";

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    Writers writers;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int management;

    @Test
    void readiness_follows_the_database_and_the_log_and_liveness_does_not() throws Exception {
        var up = get(management, "/actuator/health/readiness");
        assertThat(up.statusCode()).isEqualTo(200);
        assertThat(up.body()).contains("\"database\":{\"status\":\"UP\"", "\"accessLog\":{\"status\":\"UP\"");
        var rows = jdbc.sql("SELECT COUNT(*) FROM " + log("access_event"))
                .query(Long.class)
                .single();
        administer("SET GLOBAL read_only = 1");
        try {
            var down = get(management, "/actuator/health/readiness");
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.body()).contains("\"database\":{\"status\":\"DOWN\"", "\"accessLog\":{\"status\":\"DOWN\"");
            assertThat(get(management, "/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
        } finally {
            administer("SET GLOBAL read_only = 0");
        }
        administer("REVOKE INSERT ON " + log("access_event") + " FROM '"
                + environment.getRequiredProperty("relais.database.log.username") + "'@'%'");
        // A connection keeps the rights it began with
        administer("KILL USER '" + environment.getRequiredProperty("relais.database.log.username") + "'");
        try {
            var down = get(management, "/actuator/health/readiness");
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.body()).contains("\"database\":{\"status\":\"UP\"", "\"accessLog\":{\"status\":\"DOWN\"");
            assertThat(get(management, "/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
        } finally {
            administer("GRANT INSERT ON " + log("access_event") + " TO '"
                    + environment.getRequiredProperty("relais.database.log.username") + "'@'%'");
            administer("KILL USER '" + environment.getRequiredProperty("relais.database.log.username") + "'");
        }
        // The pool finds out that its connections were killed
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(management, "/actuator/health/readiness").statusCode() == 200);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM " + log("access_event"))
                        .query(Long.class)
                        .single())
                .as("a trial leaves no row")
                .isEqualTo(rows);
    }

    @Test
    void a_node_that_stops_is_alive_and_not_ready() throws Exception {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(get(management, "/actuator/health/readiness").statusCode())
                    .isEqualTo(503);
            assertThat(get(management, "/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "heapdump", "loggers", "configprops", "mappings", "threaddump", "shutdown"})
    void nothing_but_health_and_metrics_is_offered(String endpoint) throws Exception {
        var answer = get(management, "/actuator/" + endpoint);
        assertThat(answer.statusCode()).isIn(302, 404);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/prometheus"})
    void nothing_of_it_is_reached_through_the_port_of_the_portal(String path) throws Exception {
        var answer = get(port, path);
        assertThat(answer.body()).doesNotContain("\"status\"", "_links", "jvm_memory", "relais_log");
        assertThat(answer.statusCode()).isNotEqualTo(200);
    }

    @Test
    void numbers_and_lines_tell_what_happens_and_never_about_whom() throws Exception {
        var lines = new ByteArrayOutputStream();
        var appender = listen(lines);
        var place = house.open().here();
        var member = place.member(Role.NURSE);
        var secrets = new ArrayList<>(List.of(
                "Brancaleone",
                "Quiñones",
                "Théodule",
                "Philomène",
                "apport",
                member.username(),
                "Family A-",
                "Centre A-"));
        var before = number(metrics(), "relais_records_opened_total");
        try {
            var person = admissions.admitted(place, GIVEN, FAMILY);
            secrets.add(person.toString());
            secrets.add(member.id().toString());
            secrets.add(place.centre().toString());
            writers.sign(place, Role.NURSE, person, "record.transmission", WORDS, Visibility.TEAM);

            var nurse = Visitor.signIn(BROWSER.open(), port, member);
            nurse.openRecord(person);
            nurse.compose("Transmission");
            nurse.noteText().fill(WORDS);
            nurse.awaitDraft();
            nurse.findRecord("branca", GIVEN + " " + FAMILY);
            nurse.open("people/" + person + "/episodes");
            nurse.open("people/" + person + "/identity");
            nurse.open("people/" + person + "/" + FAMILY);
            nurse.open("people/" + FAMILY);
            refuseInTheDatabase(place);
            // A fault in the middle of a page: the words of the exception hold a name
            administer("RENAME TABLE `" + environment.getRequiredProperty("relais.database.schema")
                    + "`.person_alert TO `" + environment.getRequiredProperty("relais.database.schema") + "`.away");
            try {
                nurse.open("people/" + person);
                assertThat(nurse.page().getByRole(AriaRole.HEADING).first()).isVisible();
            } finally {
                administer("RENAME TABLE `" + environment.getRequiredProperty("relais.database.schema") + "`.away TO `"
                        + environment.getRequiredProperty("relais.database.schema") + "`.person_alert");
            }
            nurse.open("people/" + person);
            assertThat(nurse.strip()).isVisible();
        } finally {
            root().detachAppender(appender);
        }

        var told = lines.toString(StandardCharsets.UTF_8);
        assertThat(told.lines()).as("faults were logged").anyMatch(line -> line.contains("\"log.level\":\"ERROR\""));
        assertThat(told.lines())
                .anyMatch(line -> line.contains("\"request.id\":\"") && line.contains("\"session.hash\":\""));
        assertThat(told.lines()).allMatch(line -> line.startsWith("{\"@timestamp\":") && line.endsWith("}"));
        assertThat(told).doesNotContain(secrets);

        var metrics = metrics();
        assertThat(metrics).doesNotContain(secrets).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-");
        assertThat(number(metrics, "relais_records_opened_total")).isGreaterThan(before);
        assertThat(number(metrics, "relais_drafts_saved_total")).isPositive();
        assertThat(number(metrics, "relais_log_wait_seconds_count")).isPositive();
        assertThat(number(metrics, "relais_sessions_open")).isPositive();
        assertThat(number(metrics, "relais_windows_open")).isPositive();
        assertThat(metrics)
                .contains("relais_log_queue ", "jvm_memory_used_bytes", "http_server_requests_seconds_count")
                .contains("hikaricp_connections{pool=\"access-log\"}", "hikaricp_connections{pool=\"application\"}");
        assertThat(get(management, "/actuator/health").body())
                .doesNotContain(secrets)
                .doesNotContain("details");
    }

    /** The database and the driver quote what they refuse; so do parsers and validators. */
    private void refuseInTheDatabase(House.Place place) {
        Stream.<Runnable>of(
                        () -> jdbc.sql("INSERT INTO person_person (id, family_name) VALUES ('" + FAMILY + "', ?)")
                                .param(GIVEN)
                                .update(),
                        () -> jdbc.sql("SELECT * FROM nowhere WHERE name = '" + FAMILY + "'")
                                .query()
                                .listOfRows(),
                        () -> jdbc.sql("SELECT CAST('" + FAMILY + "' AS UUID), " + FAMILY)
                                .query()
                                .listOfRows(),
                        () -> Long.parseLong(FAMILY),
                        () -> place.as(
                                Role.NURSE,
                                () -> access.grant(
                                        admissions.admitted(place, FAMILY.repeat(40), GIVEN),
                                        Section.ADMINISTRATIVE,
                                        Right.WRITE,
                                        Purpose.CARE)))
                .forEach(refused -> {
                    try {
                        refused.run();
                        throw new AssertionError("Was not refused");
                    } catch (RuntimeException failure) {
                        LoggerFactory.getLogger("org.relais.provoked").error("Unexpected failure {}", 1, failure);
                        LoggerFactory.getLogger("org.apache.catalina.core.Provoked")
                                .error("Servlet threw exception [{}]", failure.getMessage(), failure);
                    }
                });
    }

    private static OutputStreamAppender<ILoggingEvent> listen(ByteArrayOutputStream lines) {
        var format = new PrivateLogFormat();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(root().getLoggerContext());
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(new ch.qos.logback.core.LayoutBase<>() {
            @Override
            public String doLayout(ILoggingEvent event) {
                return format.format(event);
            }
        });
        encoder.getLayout().start();
        encoder.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(root().getLoggerContext());
        appender.setEncoder(encoder);
        appender.setOutputStream(lines);
        appender.start();
        root().addAppender(appender);
        root().setLevel(Level.INFO);
        return appender;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private String metrics() throws IOException, InterruptedException {
        var answer = get(management, "/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static double number(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String log(String table) {
        return environment.getRequiredProperty("relais.log.schema") + "." + table;
    }

    private static void administer(String sql) throws SQLException {
        try (var administrator = TestServer.get().administrator();
                var statement = administrator.createStatement()) {
            statement.execute(sql);
        }
    }
}
