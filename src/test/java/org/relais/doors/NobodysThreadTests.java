package org.relais.doors;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.staff.NotSignedIn;
import org.relais.support.House;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Attack 14: a thread in which nobody is signed in gets no pass and opens no door; nothing runs as "the system". */
@RelaisTest
@Import(Doors.class)
class NobodysThreadTests {

    @Autowired
    Doors doors;

    @Autowired
    FixtureBuilder fixtures;

    @Autowired
    House house;

    @Autowired
    AccessService access;

    @Test
    void every_door_is_closed_to_nobody() throws Exception {
        var fixture = fixtures.build(house.open().here(), "Somebody");
        var open = new ArrayList<String>();
        try (var threads = Executors.newSingleThreadExecutor()) {
            for (var door : doors.rows()) {
                Future<Boolean> tried = threads.submit(() -> opens(door, fixture));
                if (tried.get()) {
                    open.add(door.key());
                }
            }
        }
        assertThat(doors.rows()).hasSizeGreaterThan(100);
        assertThat(open).isEmpty();
    }

    @SuppressWarnings("NullAway") // a door of a role takes no pass
    private boolean opens(Door door, Fixture fixture) {
        try {
            var pass = door.section() == null
                    ? null
                    : door.kind().scoped()
                            ? access.scope(door.section(), Purpose.CARE, null)
                            : access.grant(
                                    fixture.person(),
                                    door.section(),
                                    door.kind().right(),
                                    Purpose.CARE);
            var _ = door.call().apply(pass, fixture);
            return true;
        } catch (NotSignedIn
                | AccessDenied
                | AccessDeniedException
                | AuthenticationCredentialsNotFoundException refused) {
            return false;
        }
    }
}
