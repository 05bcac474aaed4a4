package org.relais.attacks;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Member;
import org.relais.support.Screen;
import org.relais.support.Wire;

import static org.assertj.core.api.Assertions.assertThat;

/** Attack 39: whatever is provoked, the answer says nothing of the inside and, to a person, what to do. */
@AttackTest
class ErrorAnswerTests {

    private static final String BIG = "a".repeat(20_000);

    @Autowired
    House house;

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    Member member;
    Wire nurse;

    @BeforeEach
    void signIn() {
        member = house.open().here().member(Role.NURSE);
        nurse = Wire.signedIn(port, member);
    }

    @ParameterizedTest
    @MethodSource
    void a_request_that_cannot_be_read_is_answered_in_plain_words(String request) throws IOException {
        var answer = raw(request.replace("|", "\r\n").replace("HOST", "Host: localhost:" + port) + "\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|50[15]).*");
        assertThat(Leaks.in(answer)).isEmpty();
        assertThat(answer)
                .contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff")
                .contains("relais.css")
                .doesNotContain("Server:");
    }

    static Stream<String> a_request_that_cannot_be_read_is_answered_in_plain_words() {
        return Stream.of(
                "GARBAGE",
                "GET / HTTP/1.1",
                "GET / HTTP/9.9|HOST",
                "GET /a b HTTP/1.1|HOST",
                "GET /%zz HTTP/1.1|HOST|Connection: close",
                "GET /%00 HTTP/1.1|HOST|Connection: close",
                "GET /people/%ff HTTP/1.1|HOST|Connection: close",
                "GET /people/..;/x HTTP/1.1|HOST|Connection: close",
                "TRACE / HTTP/1.1|HOST|Connection: close",
                "UNHEARD / HTTP/1.1|HOST|Connection: close",
                "GET / HTTP/1.1|HOST|X-Long: " + BIG,
                "GET / HTTP/1.1|HOST|Transfer-Encoding: unheard|Connection: close",
                "POST / HTTP/1.1|HOST|Content-Length: -1|Connection: close",
                "POST /login HTTP/1.1|HOST|Content-Type: multipart/form-data|Content-Length: 3|Connection: close||abc",
                "POST / HTTP/1.1|HOST|Origin: https://elsewhere.example|Content-Length: 0|Connection: close",
                "GET /styles/none.css HTTP/1.1|HOST|Connection: close");
    }

    @ParameterizedTest
    @CsvSource({
        "fr-FR,Cette demande n’a pas pu être traitée",
        "sv,Begäran kunde inte behandlas",
        "en-GB,This request could not be handled",
        "xx,Cette demande n’a pas pu être traitée"
    })
    void it_speaks_the_language_of_whoever_asked_and_gives_a_reference(String asked, String title) {
        var answer = nurse.send(
                "/people//x",
                request -> request.header("Accept-Language", asked).header("Accept", "text/html"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1>" + title + "</h1>").containsPattern("[0-9a-f]{8}\\.?</p>");
    }

    @Test
    void a_program_gets_a_line_of_json_and_a_foreign_type_the_page() {
        assertThat(nurse.send("/styles/none.css", request -> request.header("Accept", "application/json"))
                        .body())
                .matches("\\{\"status\":404,\"reference\":\"[0-9a-f]{8}\"}");
        for (var type : new String[] {"nonsense", "image/*;q=x", "application/pdf", "*/*"}) {
            var answer = nurse.send("/styles/none.css", request -> request.header("Accept", type));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Leaks.in(answer)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource
    void a_message_that_cannot_be_understood_tells_nothing(String body) {
        var screen = Screen.open(nurse, Bench.PATH);
        clean(nurse.post("/?v-r=uidl&v-uiId=" + screen.window(), body));
        clean(screen.forge(screen.token(), screen.syncId(), screen.clientId(), body));
    }

    static Stream<String> a_message_that_cannot_be_understood_tells_nothing() {
        return Stream.of(
                "",
                "{broken",
                "[]",
                "null",
                "{\"type\":\"event\",\"node\":\"x\"}",
                "{\"type\":\"unheard\",\"node\":1}",
                "{\"type\":\"event\",\"node\":99999,\"event\":\"click\"}",
                "{\"type\":\"mSync\",\"node\":1,\"feature\":999,\"property\":\"x\",\"value\":{}}",
                "[".repeat(5000));
    }

    @Test
    void a_message_too_large_is_refused() {
        var screen = Screen.open(nurse, Bench.PATH);
        var answer = nurse.post("/?v-r=uidl&v-uiId=" + screen.window(), "{\"a\":\"" + "x".repeat(20_000_000) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
        clean(answer);
    }

    @Test
    void odd_cookies_and_windows_change_nothing() {
        for (var cookie : new String[] {"JSESSIONID=../../etc/passwd", "a=\"", "relais-language=<script>", "=;=;"}) {
            clean(new Wire(port).send("/login", request -> request.header("Cookie", cookie)));
        }
        for (var window : new String[] {"99", "abc", "-1", "2147483648", ""}) {
            clean(nurse.post("/?v-r=uidl&v-uiId=" + window, "{}"));
        }
        clean(nurse.send(
                "/login",
                request -> request.header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString("--x\r\nbroken"))));
    }

    @Test
    void a_page_that_fails_shows_a_reference_only() {
        clean(nurse.get("/?v-r=init&location=" + Bench.PATH + "&query=fail"));
        var answer = Screen.open(nurse, Bench.PATH).say(Screen.navigate(Bench.PATH, "fail"));
        clean(answer);
        assertThat(answer.body()).containsPattern("(?i)r[eé]f[eé]rence [0-9a-f]{8}");
    }

    @Test
    void without_a_database_the_answers_are_as_plain() throws SQLException {
        var pool = database.unwrap(HikariDataSource.class);
        var patience = pool.getConnectionTimeout();
        var taken = new ArrayList<Connection>();
        var open = Screen.open(nurse, Bench.PATH);
        try {
            pool.setConnectionTimeout(250);
            for (var connection = 0; connection < pool.getMaximumPoolSize(); connection++) {
                taken.add(database.getConnection());
            }
            clean(open.say(Screen.navigate("people", "")));
            clean(nurse.get("/people"));
            clean(nurse.get("/?v-r=init&location=people&query="));
            clean(new Wire(port).get("/login"));
            clean(new Wire(port).signIn(member));
        } finally {
            for (var connection : taken) {
                connection.close();
            }
            pool.setConnectionTimeout(patience);
        }
        assertThat(nurse.get("/people").statusCode()).isEqualTo(200);
    }

    private static void clean(HttpResponse<String> answer) {
        assertThat(Leaks.in(answer)).as("status %s", answer.statusCode()).isEmpty();
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(3000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = new StringBuilder();
            var input = socket.getInputStream();
            var bytes = new byte[8192];
            while (!answer.toString().endsWith("</html>\n")) {
                var length = input.read(bytes);
                if (length < 0) {
                    break;
                }
                answer.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
            }
            return answer.toString();
        }
    }
}
