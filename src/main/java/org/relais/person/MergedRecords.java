package org.relais.person;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/**
 * Makes the lists and the search find two records as one, and as two again. The absorbed record leaves every list; its
 * names lead to the surviving one, which is known wherever either was. What is needed to put it back is kept beside.
 * Within the caller's transaction.
 */
@Component
class MergedRecords {

    private static final int KNOWN_AS = 170;

    private final JdbcClient jdbc;
    private final PersonRegister register;
    private final Clock clock;

    MergedRecords(JdbcClient jdbc, PersonRegister register, Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.clock = clock;
    }

    void absorb(PersonId surviving, PersonId absorbed) {
        hold(surviving, absorbed);
        var lost = register.identities(absorbed);
        var name = lost.getFirst().display();
        jdbc.sql("INSERT INTO person_merged (absorbed_id, surviving_id, known_as) VALUES (?,?,?)")
                .params(
                        absorbed.value(),
                        surviving.value(),
                        name.length() <= KNOWN_AS ? name : name.substring(0, KNOWN_AS))
                .update();
        var own = register.centres(surviving);
        var through = through(surviving);
        for (var place : places(absorbed)) {
            keep(absorbed, place, !own.contains(place.centre()) || through.contains(place.centre()));
            register.deleteKeys(absorbed, place.centre(), NameKeys.of(lost));
        }
        jdbc.sql("DELETE FROM person_centre WHERE person_id = ?")
                .param(absorbed.value())
                .update();
        var centres = new HashSet<>(own);
        kept(absorbed).forEach(place -> centres.add(place.centre()));
        centres.forEach(centre -> register.know(surviving, centre, clock.instant()));
        register.rename(surviving);
        nextVersion(surviving, absorbed);
    }

    void part(PersonId surviving, PersonId absorbed) {
        hold(surviving, absorbed);
        var before = register.allIdentities(surviving);
        var places = kept(absorbed);
        jdbc.sql("DELETE FROM person_merged_centre WHERE absorbed_id = ?")
                .param(absorbed.value())
                .update();
        jdbc.sql("DELETE FROM person_merged WHERE absorbed_id = ?")
                .param(absorbed.value())
                .update();
        var others = through(surviving);
        for (var place : places) {
            if (place.through() && !others.contains(place.centre())) {
                jdbc.sql("DELETE FROM person_centre WHERE person_id = ? AND centre_id = ?")
                        .params(surviving.value(), place.centre().value())
                        .update();
                register.deleteKeys(surviving, place.centre(), NameKeys.of(before));
            }
        }
        var gone = NameKeys.of(register.identities(absorbed));
        gone.removeAll(NameKeys.of(register.allIdentities(surviving)));
        register.centres(surviving).forEach(centre -> register.deleteKeys(surviving, centre, gone));
        register.rename(surviving);
        places.forEach(place -> register.know(absorbed, place.centre(), place.since()));
        nextVersion(surviving, absorbed);
    }

    /** Whoever changes either identity waits, and is then refused by the version. */
    private void hold(PersonId surviving, PersonId absorbed) {
        jdbc.sql("SELECT id FROM person_person WHERE id IN (?, ?) ORDER BY id FOR UPDATE")
                .params(surviving.value(), absorbed.value())
                .query((row, number) -> row.getString("id"))
                .list();
    }

    // Beyond both, so that a form opened on either record is refused
    private void nextVersion(PersonId surviving, PersonId absorbed) {
        var next = jdbc.sql("SELECT MAX(version) + 1 FROM person_person WHERE id IN (?, ?)")
                .params(surviving.value(), absorbed.value())
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE person_person SET version = ? WHERE id IN (?, ?)")
                .params(next, surviving.value(), absorbed.value())
                .update();
    }

    private void keep(PersonId absorbed, Place place, boolean through) {
        jdbc.sql("INSERT INTO person_merged_centre VALUES (?,?,?,?)")
                .params(absorbed.value(), place.centre().value(), Utc.column(place.since()), through)
                .update();
    }

    /** Where the surviving record is known only through those it absorbed. */
    private Collection<CentreId> through(PersonId surviving) {
        return new HashSet<>(jdbc.sql("""
                        SELECT c.centre_id FROM person_merged m
                        JOIN person_merged_centre c ON c.absorbed_id = m.absorbed_id
                        WHERE m.surviving_id = ? AND c.through""")
                .param(surviving.value())
                .query((row, number) -> new CentreId(Utc.uuid(row, "centre_id")))
                .list());
    }

    private List<Place> places(PersonId person) {
        return new ArrayList<>(
                jdbc.sql("SELECT centre_id, since, FALSE AS through FROM person_centre WHERE person_id = ?")
                        .param(person.value())
                        .query((row, number) -> place(row))
                        .list());
    }

    private List<Place> kept(PersonId absorbed) {
        return jdbc.sql("SELECT centre_id, since, through FROM person_merged_centre WHERE absorbed_id = ?")
                .param(absorbed.value())
                .query((row, number) -> place(row))
                .list();
    }

    private static Place place(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Place(
                new CentreId(Utc.uuid(row, "centre_id")), Utc.instant(row, "since"), row.getBoolean("through"));
    }

    private record Place(CentreId centre, Instant since, boolean through) {}
}
