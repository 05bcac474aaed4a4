package org.relais.detox.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.detox.Substance;
import org.relais.detox.WatchedBeds;
import org.relais.escalation.Wards;
import org.relais.shared.BedId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.support.StatementLog;
import org.relais.support.Turns;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opening the board of 40 watched beds against that of one, and against one bare query for the results it shows:
 * {@code ./relais bench ward}. No part of the tests: its name does not end like theirs.
 */
@RelaisTest
@Import({WatchedBeds.class, Wards.class})
class WardBoardBench extends SpringBrowserlessTest {

    private static final int BEDS = 40;
    private static final int CALLS = 20;
    private static final int RESULTS = 8;

    @Autowired
    House house;

    @Autowired
    WatchedBeds beds;

    @Autowired
    Wards wards;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementLog statements;

    Place full;
    Place single;
    List<PersonId> people;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        var opened = house.open();
        full = opened.here();
        single = opened.elsewhere();
        people = fill(full, BEDS, 0);
        // Its scores rise at once, so that there is an alarm too
        fill(single, 1, 6);
        SignedIn.as(full.member(Role.NURSE));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_board_of_forty_beds_against_one_and_against_a_bare_query() throws IOException {
        var against = new Turns();
        var bare = new Turns();
        for (int turn = 0; turn <= Turns.COUNT; turn++) {
            var forty = opening(full);
            var one = opening(single);
            var query = query();
            if (turn > 0) {
                against.add(forty, one);
                bare.add(forty, query);
            }
        }
        var counted = new ArrayList<Integer>();
        var asked = new ArrayList<List<String>>();
        for (var place : List.of(full, single)) {
            SignedIn.as(place.member(Role.NURSE));
            statements.clear();
            open(place);
            var seen = statements.ofThread(Thread.currentThread());
            counted.add(seen.size());
            // However many people stand in a list of parameters, it is the same question
            asked.add(seen.stream()
                    .map(one -> one.sql().replaceAll("\\?(, ?\\?)+", "?"))
                    .sorted()
                    .toList());
        }
        assertThat(asked.getFirst()).isEqualTo(asked.getLast());
        Turns.write(
                "board.txt",
                against.line("the board of 40 beds against one bed")
                        + bare.line("the board of 40 beds against a query")
                        + "%d statements for 40 beds, %d for one; load of the machine %.2f on %d processors%n"
                                .formatted(
                                        counted.getFirst(),
                                        counted.getLast(),
                                        ManagementFactory.getOperatingSystemMXBean()
                                                .getSystemLoadAverage(),
                                        Runtime.getRuntime().availableProcessors()));
    }

    private double opening(Place place) {
        SignedIn.as(place.member(Role.NURSE));
        var began = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            open(place);
        }
        return (System.nanoTime() - began) / 1e9 / CALLS;
    }

    private void open(Place place) {
        navigate(WardView.class);
        assertThat($(WardCard.class).all()).hasSize(place == full ? BEDS : 2);
    }

    // The results that the board shows, and nothing else: no right, no log, no screen
    private double query() {
        Collection<UUID> asked = people.stream().map(PersonId::value).toList();
        var began = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            assertThat(jdbc.sql("SELECT * FROM assessment_form WHERE person_id IN (:people)"
                                    + " ORDER BY occurred_at DESC, id DESC")
                            .param("people", asked)
                            .query((row, number) -> row.getString("instrument"))
                            .list())
                    .hasSize(BEDS * (RESULTS + 1));
        }
        return (System.nanoTime() - began) / 1e9 / CALLS;
    }

    private List<PersonId> fill(Place place, int size, int first) {
        var free = new ArrayList<BedId>(place.beds());
        for (var room = 302; free.size() < size; room++) {
            free.addAll(beds.room(place, String.valueOf(room)));
        }
        var watched = new ArrayList<PersonId>();
        for (int bed = 0; bed < size; bed++) {
            var person = beds.watched(place, "Lit" + bed, free.get(bed), "ALC_IN", Substance.ALCOHOL, 600);
            for (int result = RESULTS; result > 0; result--) {
                wards.ciwa(place, person, (first + bed + result) % 14, Duration.ofMinutes(60L * result));
            }
            watched.add(person);
        }
        return watched;
    }
}
