package org.relais.detox;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.vaadin.flow.router.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.SignInstrument;
import org.relais.browser.BrowserTest;
import org.relais.shared.AssessmentId;
import org.relais.shared.Conflict;
import org.relais.shared.DisplayId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A display on a wall, from who may make it to its end: over the wire, as a device that sends whatever it likes. */
@BrowserTest
class WallDisplayTests {

    private static final List<String> CIWA = List.of(
            "NAUSEA",
            "TREMOR",
            "SWEATS",
            "ANXIETY",
            "AGITATION",
            "TACTILE",
            "AUDITORY",
            "VISUAL",
            "HEADACHE",
            "ORIENTATION");

    @Autowired
    House house;

    @Autowired
    Assessments assessments;

    @Autowired
    AccessService access;

    @Autowired
    WatchedBeds wards;

    @Autowired
    WallDisplays displays;

    @Autowired
    StaffSetup staff;

    @Autowired
    JdbcClient jdbc;

    @Value("${relais.log.schema}")
    String log;

    @LocalServerPort
    int port;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    void open() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.giveFunction(
                    here.member(Role.NURSE).id(),
                    here.centre(),
                    StaffFunction.CHARGE_NURSE,
                    LocalDate.now(ZoneId.of("Europe/Paris")),
                    null);
            return null;
        });
        person = wards.watched(here, "Rémi", here.beds().getFirst(), "ALC_IN", Substance.ALCOHOL, 90);
    }

    @Test
    void only_who_is_in_charge_or_administers_makes_and_takes_away_displays() {
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> displays.all())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> issue("Corridor")))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> here.as(Role.PHYSICIAN, () -> issue("Corridor")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> here.as(
                        Role.NURSE,
                        () -> displays.issue(new IssueDisplay(
                                DisplayId.create(), elsewhere.ward(), "Corridor", "fr", WallScheme.LIGHT))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> issue(" "))).isInstanceOf(InvalidInput.class);
        here.as(Role.ADMINISTRATOR, () -> issue("Corridor"));
        assertThat(here.<List<WallDisplay>>as(Role.NURSE, () -> displays.all()))
                .extracting(WallDisplay::name)
                .containsExactly("Corridor");
    }

    @Test
    void a_code_makes_one_device_a_display_once_and_neither_it_nor_the_token_is_kept() {
        var code = here.as(Role.NURSE, () -> issue("Corridor")).code();
        var paired = pair(code);
        assertThat(paired.statusCode()).isEqualTo(303);
        var cookie = paired.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("relais-wall=", "Path=/wall", "HttpOnly", "SameSite=Strict");
        assertThat(token(paired)).hasSizeGreaterThanOrEqualTo(43);
        assertThat(pair(code).statusCode()).isEqualTo(401);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM detox_display WHERE unit_id = ? AND code_hash IS NULL"
                                + " AND HEX(token_hash) = SHA2(?, 256)")
                        .param(here.ward().value())
                        .param(token(paired))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_code_that_is_too_old_and_one_that_was_taken_away_make_nothing() {
        var old = here.as(Role.NURSE, () -> issue("Corridor")).code();
        jdbc.sql("UPDATE detox_display SET code_until = ? WHERE unit_id = ?")
                .param(Utc.column(Instant.now().minusSeconds(1)))
                .param(here.ward().value())
                .update();
        assertThat(pair(old).statusCode()).isEqualTo(401);
        var second = here.as(Role.NURSE, () -> issue("Desk")).code();
        here.as(Role.NURSE, () -> {
            displays.all().forEach(display -> displays.revoke(display.id()));
            return null;
        });
        assertThat(pair(second).statusCode()).isEqualTo(401);
        assertThat(look("").body()).contains("name=\"code\"");
        assertThat(look("made-up").statusCode()).isEqualTo(401);
    }

    @Test
    void it_shows_the_beds_and_what_is_due_and_nothing_that_names_anybody_or_anything() {
        var answer = look(paired("Corridor"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("301A", "301B", "relais-late", "Libre", "prévu")
                // The second day when midnight lies between the beginning and now
                .containsPattern("J[12]")
                .doesNotContain("Rémi", "Castellane", "Alcool", "CIWA", "NEWS", person.toString());
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
    }

    @Test
    void of_somebody_protected_it_shows_that_the_bed_is_taken_and_nothing_else() {
        var token = paired("Corridor");
        jdbc.sql("INSERT INTO access_protection (person_id, reason, protected_at, protected_by) VALUES (?,?,?,?)")
                .param(person.value())
                .param("Known to the staff")
                .param(Utc.column(Instant.now()))
                .param(here.member(Role.COORDINATOR).id().value())
                .update();
        assertThat(look(token).body()).contains("Occupé").doesNotContain("J1", "relais-late", "relais-due due");
    }

    @Test
    void what_the_person_locked_is_not_on_the_wall_and_that_something_is_due_is() {
        score(12);
        assertThat(look(paired("Corridor")).body()).contains("Modéré", "relais-wall-warning");
        jdbc.sql("INSERT INTO access_lock (id, person_id, section, placed_at, placed_by, in_force)"
                        + " VALUES (?,?,'MEDICAL',?,?,TRUE)")
                .param(UUID.randomUUID())
                .param(person.value())
                .param(Utc.column(Instant.now()))
                .param(here.member(Role.NURSE).id().value())
                .update();
        assertThat(look(paired("Desk")).body())
                .contains("relais-due due")
                .doesNotContain("Modéré", "relais-wall-badge");
    }

    @Test
    void its_cookie_opens_nothing_else() {
        var token = paired("Corridor");
        var wrong = new ArrayList<String>();
        var routes = routes();
        assertThat(routes).hasSizeGreaterThan(20).contains("ward", "beds");
        for (var route : routes) {
            var address = "/" + route.replaceAll(":[^/]+", UUID.randomUUID().toString());
            var answer = send(address, token);
            var signIn = answer.headers().firstValue("Location").orElse("").endsWith("/login");
            if (!signIn && !address.equals("/login")) {
                wrong.add(address + " " + answer.statusCode());
            }
        }
        for (var address : List.of("/wall/board", "/wall/", "/walls", "/actuator", "/actuator/health/liveness")) {
            var answer = send(address, token);
            if (answer.body().contains("301A")) {
                wrong.add(address + " shows beds");
            }
        }
        assertThat(wrong).isEmpty();
        for (var method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
            var answer = new Wire(port)
                    .send(
                            "/wall",
                            request -> request.header("Cookie", "relais-wall=" + token)
                                    .method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(method).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).doesNotContain("301A");
        }
    }

    @Test
    void it_is_taken_away_at_its_next_look_and_every_step_is_in_the_log() {
        var token = paired("Corridor");
        for (var turn = 0; turn < 5; turn++) {
            assertThat(look(token).statusCode()).isEqualTo(200);
        }
        here.as(Role.NURSE, () -> {
            displays.all().forEach(display -> displays.revoke(display.id()));
            return null;
        });
        var gone = look(token);
        assertThat(gone.statusCode()).isEqualTo(401);
        assertThat(gone.body()).contains("a été retiré").doesNotContain("301A");
        assertThat(gone.headers().firstValue("Set-Cookie").orElseThrow()).contains("relais-wall=;", "01 Jan 1970");
        var display = jdbc.sql("SELECT id FROM detox_display WHERE unit_id = ?")
                .param(here.ward().value())
                .query(UUID.class)
                .single();
        assertThat(jdbc.sql("SELECT action FROM " + log
                                + ".access_event WHERE resource_type = 'wall-display' AND resource_id = ?"
                                + " ORDER BY occurred_at")
                        .param(display)
                        .query(String.class)
                        .list())
                .containsExactly("CREATE", "SIGN_IN", "CHANGE");
        // One pass over who is in which bed, one over the withdrawals, and who was shown: however often it looks
        assertThat(jdbc.sql("SELECT action FROM " + log
                                + ".access_event WHERE actor_role = 'task wall-display Corridor' AND actor_centre_id = ?"
                                + " ORDER BY occurred_at")
                        .param(here.centre().value())
                        .query(String.class)
                        .list())
                .containsExactly("SEARCH", "SEARCH", "SHOW");
    }

    @Test
    void a_look_that_saw_nothing_new_is_told_so() {
        var token = paired("Corridor");
        var first = look(token);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var second = new Wire(port)
                .send(
                        "/wall",
                        request -> request.header("Cookie", "relais-wall=" + token)
                                .header("If-None-Match", tag)
                                .GET());
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.headers().firstValue("X-Relais-Time")).isPresent();
    }

    @Test
    void who_guesses_codes_waits_and_others_do_not() {
        var code = here.as(Role.NURSE, () -> issue("Corridor")).code();
        for (var turn = 0; turn < 5; turn++) {
            assertThat(pair("AAAAA-AAAA" + turn, "198.51.100.7").statusCode()).isEqualTo(401);
        }
        assertThat(pair(code, "198.51.100.7").statusCode()).isEqualTo(429);
        assertThat(pair(code, "198.51.100.8").statusCode()).isEqualTo(303);
    }

    private WallCode issue(String name) {
        return displays.issue(new IssueDisplay(DisplayId.create(), here.ward(), name, "fr", WallScheme.LIGHT));
    }

    private String paired(String name) {
        var answer = pair(here.as(Role.NURSE, () -> issue(name)).code());
        assertThat(answer.statusCode()).isEqualTo(303);
        return token(answer);
    }

    private static String token(HttpResponse<String> answer) {
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    private HttpResponse<String> pair(String code) {
        // Each test's own machine: the entrance counts wrong codes by where they come from
        return pair(code, "192.0.2." + Math.floorMod(Objects.hash(here.centre()), 250));
    }

    private HttpResponse<String> pair(String code, String from) {
        return new Wire(port)
                .send(
                        "/wall",
                        request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-Forwarded-For", from)
                                .POST(BodyPublishers.ofString("code=" + Wire.encode(code))));
    }

    private HttpResponse<String> look(String token) {
        return send("/wall", token);
    }

    private void score(int total) {
        var values = new HashMap<String, Integer>();
        var left = total;
        for (var item : CIWA) {
            var value = Math.min(7, left);
            values.put(item, value);
            left -= value;
        }
        here.as(
                Role.NURSE,
                () -> assessments.sign(
                        access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE),
                        new SignInstrument(
                                AssessmentId.create(),
                                "CIWA_AR",
                                1,
                                null,
                                Map.copyOf(values),
                                null,
                                false,
                                null,
                                Instant.now(),
                                here.centre(),
                                null,
                                null)));
    }

    private HttpResponse<String> send(String path, String token) {
        return new Wire(port)
                .send(
                        path,
                        request -> request.header("Cookie", token.isEmpty() ? "none=1" : "relais-wall=" + token)
                                .header("Accept", "text/html")
                                .header("Accept-Language", "fr")
                                .GET());
    }

    private static List<String> routes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("org.relais").stream()
                .map(found -> {
                    try {
                        return Class.forName(found.getBeanClassName())
                                .getAnnotation(Route.class)
                                .value();
                    } catch (ClassNotFoundException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .toList();
    }
}
