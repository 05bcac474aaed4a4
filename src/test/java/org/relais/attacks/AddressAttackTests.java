package org.relais.attacks;

import java.util.HashSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.Wire;

import static org.assertj.core.api.Assertions.assertThat;

/** Attacks 21 and 23: addresses that would slip past the filters, and sessions for anybody who asks. */
@AttackTest
class AddressAttackTests {

    /** As AnonymousSessions says. */
    private static final int MOST = 500;

    @Autowired
    House house;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/VAADIN",
                "/VAADIN/",
                "/VAADIN//",
                "//VAADIN/",
                "///VAADIN",
                "/VAADIN;a=b/",
                "/VAADIN;/people",
                "/%56AADIN/",
                "/VAADIN/%2e%2e/people",
                "/VAADIN/..;/people",
                "/VAADIN/%252e%252e/people",
                "/VAADIN%2fpeople",
                "/%2fVAADIN/",
                "/VAADIN/push",
                "/VAADIN/push?v-r=push&v-uiId=0",
                "/VAADIN/build/",
                "/VAADIN/build/none.js",
                "/VAADIN/static/none.js",
                "/VAADIN/dynamic/resource/0/none/none",
                "/people",
                "/people;jsessionid=1",
                "/people/",
                "//people",
                "/./people",
                "/styles/../people",
                "/styles/%2e%2e/people",
                "/styles/none.css",
                "/styles/",
                "/favicon.ico",
                "/manifest.webmanifest",
                "/vaadinServlet/people",
                "/error",
                "/?v-r=uidl&v-uiId=0",
                "/?v-r=heartbeat&v-uiId=0",
                "/web-component/none.js"
            })
    void an_address_that_shows_nothing_begins_no_session_and_shows_no_page(String path) {
        var visitor = new Wire(port);
        var answer = visitor.get(path);
        assertThat(visitor.session()).isEmpty();
        if (answer.statusCode() == 302) {
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        } else if (answer.statusCode() == 200) {
            assertThat(answer.body()).containsAnyOf("sessionExpired", "appError");
        } else {
            assertThat(answer.statusCode()).isIn(400, 403, 404);
        }
        assertThat(Leaks.in(answer)).isEmpty();
    }

    @Test
    void files_are_given_without_a_session_and_the_sign_in_page_with_one() {
        var visitor = new Wire(port);
        for (var path : new String[] {"/styles/relais.css", "/icons/relais.svg", "/scripts/relais-pulse.js"}) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(visitor.session()).isEmpty();
        assertThat(visitor.get("/login").statusCode()).isEqualTo(200);
        assertThat(visitor.session()).isPresent();
    }

    @Test
    void the_way_on_after_signing_in_leads_only_to_a_page_of_the_portal() {
        var visitor = new Wire(port);
        visitor.get("/people");
        assertThat(visitor.signIn(house.open().here().member(Role.NURSE))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/people");
        for (var elsewhere :
                new String[] {"//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"}) {
            var lured = new Wire(port).withCookie("relais-wanted", Wire.encode(elsewhere));
            assertThat(lured.signIn(house.open().here().member(Role.NURSE))
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .as(elsewhere)
                    .doesNotContain("elsewhere.example");
        }
    }

    @Test
    void first_requests_of_nobody_keep_no_more_than_a_bounded_number_of_sessions() {
        var first = new Wire(port);
        first.get("/login");
        assertThat(isAlive(first)).isTrue();
        var signedIn = Wire.signedIn(port, house.open().here().member(Role.NURSE));
        var given = new HashSet<String>();
        for (var request = 0; request < MOST + 20; request++) {
            var visitor = new Wire(port);
            visitor.get("/?v-r=init&location=login&query=");
            given.add(visitor.session().orElseThrow());
        }
        assertThat(given).hasSize(MOST + 20);
        assertThat(isAlive(first)).as("the oldest ended").isFalse();
        assertThat(signedIn.get("/people").statusCode())
                .as("whoever signed in stays")
                .isEqualTo(200);
    }

    // The server gives a new session to whoever comes with one that ended
    private static boolean isAlive(Wire wire) {
        var before = wire.session();
        wire.get("/login");
        return before.equals(wire.session());
    }
}
