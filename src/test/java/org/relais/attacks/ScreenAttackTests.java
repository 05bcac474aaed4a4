package org.relais.attacks;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.Screen;
import org.relais.support.Wire;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks 16 to 19 and 22: forged messages in the language of the screens. Each begins with the same message as it
 * should be, which acts; so what does not act afterwards was refused and not misspelled.
 */
@AttackTest
class ScreenAttackTests {

    @Autowired
    House house;

    @LocalServerPort
    int port;

    Place here;
    Wire nurse;
    Screen screen;
    Bench bench;

    @BeforeEach
    void openTheBench() {
        here = house.open().here();
        nurse = Wire.signedIn(port, here.member(Role.NURSE));
        screen = Screen.open(nurse, Bench.PATH);
        bench = Bench.last();
        screen.say(press("open"));
        assertThat(bench.heard()).containsExactly("open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "init", "00000000-0000-0000-0000-000000000000", "altered"})
    void a_message_without_its_token_or_with_an_altered_one_does_nothing(String token) {
        var sent =
                token.equals("altered") ? screen.token().replace(screen.token().charAt(0), 'x') : token;
        refused(screen.forge(sent, screen.syncId(), screen.clientId(), press("open")));
        assertThat(bench.heard()).containsExactly("open");
        screen.say(press("open"));
        assertThat(bench.heard()).containsExactly("open", "open");
    }

    @Test
    void the_token_of_another_session_or_of_another_window_does_nothing() {
        var other = Screen.open(Wire.signedIn(port, here.member(Role.PHYSICIAN)), Bench.PATH);
        var window = Screen.open(nurse, Bench.PATH);
        for (var token : List.of(other.token(), window.token())) {
            refused(screen.forge(token, screen.syncId(), screen.clientId(), press("open")));
        }
        assertThat(bench.heard()).containsExactly("open");
    }

    @Test
    void another_session_cannot_speak_for_this_window_even_with_its_token() {
        var stranger = Wire.signedIn(port, here.member(Role.PHYSICIAN));
        stranger.get("/");
        stranger.post(
                "/?v-r=uidl&v-uiId=" + screen.window(),
                "{\"csrfToken\":\"%s\",\"rpc\":[%s],\"syncId\":%d,\"clientId\":%d}"
                        .formatted(screen.token(), press("open"), screen.syncId(), screen.clientId()));
        assertThat(bench.heard()).containsExactly("open");
    }

    @Test
    void a_message_sent_again_acts_once() {
        screen.forge(screen.token(), screen.syncId() - 1, screen.clientId() - 1, press("open"));
        screen.forge(screen.token(), screen.syncId(), screen.clientId() - 1, press("open"));
        screen.forge(screen.token(), 0, 0, press("open"));
        assertThat(bench.heard()).containsExactly("open");
    }

    @Test
    void a_message_ahead_of_its_turn_does_not_act() {
        refused(screen.forge(screen.token(), screen.syncId(), screen.clientId() + 1, press("open")));
        refused(screen.forge(screen.token(), screen.syncId() + 7, screen.clientId() + 7, press("open")));
        refused(screen.forge(screen.token(), Integer.MAX_VALUE, Integer.MAX_VALUE, press("open")));
        assertThat(bench.heard()).containsExactly("open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "disabled"})
    void a_button_that_cannot_be_pressed_does_not_act(String name) {
        screen.say(press(name));
        assertThat(bench.heard()).containsExactly("open");
    }

    @Test
    void a_button_that_is_gone_does_not_act() {
        var number = bench.node("detached");
        screen.say(press("detached"));
        assertThat(bench.heard()).containsExactly("open", "detached");
        screen.say(Screen.call(bench.node("bench"), "takeAway", ""));
        screen.say(Screen.event(number, "click"));
        assertThat(bench.heard()).containsExactly("open", "detached");
    }

    @Test
    void a_field_that_is_only_read_keeps_its_value() {
        screen.say(Screen.value(bench.node("writable"), "value", "typed"));
        assertThat(bench.heard()).containsExactly("open", "writable typed");
        screen.say(Screen.value(bench.node("read-only"), "value", "typed"));
        screen.say(Screen.value(bench.node("disabled"), "textContent", "typed"));
        screen.say(Screen.value(bench.node("writable"), "readonly", "true"));
        assertThat(bench.heard()).containsExactly("open", "writable typed");
    }

    @Test
    void only_what_is_offered_to_the_browser_can_be_called_and_only_with_its_types() {
        var number = bench.node("bench");
        screen.say(Screen.call(number, "callable", "1"));
        assertThat(bench.heard()).containsExactly("open", "callable 1");
        for (var call : List.of(
                Screen.call(number, "notCallable", "1"),
                Screen.call(number, "removeAll", ""),
                Screen.call(number, "getClass", ""),
                Screen.call(number, "callable", "\"one\""),
                Screen.call(number, "callable", "{\"@type\":\"java.lang.Runtime\"}"),
                Screen.call(number, "callable", ""),
                Screen.call(number, "callable", "1,2"))) {
            assertThat(Leaks.in(screen.say(call))).as(call).isEmpty();
        }
        assertThat(bench.heard()).containsExactly("open", "callable 1");
        screen.say(Screen.call(number, "callable", "2"));
        assertThat(bench.heard()).endsWith("callable 2");
    }

    @Test
    void a_list_gives_no_more_than_a_screenful_or_two() {
        var number = bench.node("grid");
        screen.say(Screen.call(number, "setViewportRange", "0,50"));
        assertThat(rows()).isBetween(50, 200);
        bench.asked().clear();
        screen.say(Screen.call(number, "setViewportRange", "0,1000000"));
        assertThat(rows()).isBetween(1, 1000);
        for (var range : List.of("-5,50", "0,-1", "-1000000,2000000", "2147483647,2147483647")) {
            bench.asked().clear();
            assertThat(Leaks.in(screen.say(Screen.call(number, "setViewportRange", range))))
                    .isEmpty();
            assertThat(rows()).as(range).isBetween(0, 1000);
        }
    }

    private int rows() {
        return bench.asked().stream().mapToInt(Integer::intValue).sum();
    }

    private String press(String name) {
        return Screen.event(bench.node(name), "click");
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.body()).contains("\"appError\"").contains("\"syncId\":-1");
        assertThat(Leaks.in(answer)).isEmpty();
    }
}
