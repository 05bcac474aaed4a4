package org.relais.attacks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.Screen;
import org.relais.support.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Attack 20: listening to what is pushed to somebody else's window. */
@AttackTest
class PushAttackTests {

    private static final String NONE = "";

    @Autowired
    House house;

    @LocalServerPort
    int port;

    Wire nurse;
    Screen screen;

    @BeforeEach
    void openTheBench() {
        nurse = Wire.signedIn(port, house.open().here().member(Role.NURSE));
        screen = Screen.open(nurse, Bench.PATH);
    }

    @Test
    void the_window_itself_may_listen() throws InterruptedException {
        var heard = listen(
                "http://localhost:" + port, screen.pushId(), nurse.session().orElseThrow());
        assertThat(heard.poll(2, TimeUnit.SECONDS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example", "http://localhost.elsewhere.example", "http://localhost:1", "null"})
    void a_page_of_another_site_may_not_listen(String origin) {
        refused(() -> listen(origin, screen.pushId(), nurse.session().orElseThrow()));
    }

    @Test
    void nobody_without_a_session_may_listen() {
        refused(() -> listen("http://localhost:" + port, screen.pushId(), NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000-0000-0000-0000-000000000000"})
    void a_wrong_push_id_hears_nothing_but_that_it_should_begin_anew(String pushId) throws InterruptedException {
        var heard = listen("http://localhost:" + port, pushId, nurse.session().orElseThrow());
        var first = heard.poll(5, TimeUnit.SECONDS);
        assertThat(first).isNotNull().doesNotContain("changes\":[");
        assertThat(first).containsAnyOf("appError", "sessionExpired", "closed", "Vaadin-Refresh");
    }

    @Test
    void a_page_of_another_site_cannot_send_either() {
        var open = Screen.event(Bench.last().node("open"), "click");
        screen.say(open);
        assertThat(Bench.last().heard()).containsExactly("open");
        var answer = nurse.send(
                "/?v-r=uidl&v-uiId=" + screen.window(),
                request -> request.header("Origin", "https://elsewhere.example")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                "{\"csrfToken\":\"%s\",\"rpc\":[%s],\"syncId\":%d,\"clientId\":%d}"
                                        .formatted(screen.token(), open, screen.syncId(), screen.clientId()))));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Bench.last().heard()).containsExactly("open");
    }

    private LinkedBlockingQueue<String> listen(String origin, String pushId, String session) {
        var heard = new LinkedBlockingQueue<String>();
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        builder.header("Origin", origin);
        if (!session.isEmpty()) {
            builder.header("Cookie", "JSESSIONID=" + session);
        }
        var address = "ws://localhost:%d/VAADIN/push?v-r=push&v-uiId=%d&v-pushId=%s&X-Atmosphere-tracking-id=0"
                + "&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
                + "&X-atmo-protocol=true";
        builder.buildAsync(URI.create(address.formatted(port, screen.window(), pushId)), new Listener(heard))
                .join();
        return heard;
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(403));
    }

    private record Listener(LinkedBlockingQueue<String> heard) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            // The first words of the channel are its own protocol
            if (text.toString().contains("{")) {
                heard.add(text.toString());
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            heard.add("closed");
            return null;
        }
    }
}
