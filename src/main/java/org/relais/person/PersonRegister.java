package org.relais.person;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;
import org.relais.shared.Utc;

/** Writes heads, identities and their keys. Within the caller's transaction. */
@Component
class PersonRegister {
    private static final int ATTEMPTS = 12;
    private static final String IDENTITIES =
            "SELECT i.*, i.id AS identity_id FROM person_identity i WHERE i.person_id = ? ORDER BY i.recorded_at DESC, i.id DESC";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    PersonRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when the person is there already: the command came twice */
    boolean add(PersonId person, IdentityRow identity, CentreId centre) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                insertHead(person, identity, FileNumber.draw(attempt, random));
                insertIdentity(person, identity);
                follow(person, centre, identity, List.of(identity), clock.instant());
                return true;
            } catch (DuplicateKeyException taken) {
                if (exists(person)) {
                    return false;
                }
            }
        }
        throw new Conflict("person.error.file-number");
    }

    /** @throws StaleVersion when the head is no longer at that version */
    void replaceIdentity(PersonId person, IdentityRow identity, long expectedVersion) {
        var before = allIdentities(person);
        var after = new ArrayList<IdentityRow>();
        after.add(identity);
        after.addAll(before);
        var changed = jdbc.sql("""
                        UPDATE person_person SET identity_id = ?, search_name = ?, version = version + 1
                        WHERE id = ? AND version = ?""")
                .params(identity.id().value(), NameKeys.searchName(after), person.value(), expectedVersion)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        insertIdentity(person, identity);
        var centres = centres(person);
        jdbc.sql("UPDATE person_centre SET sort_name = ? WHERE person_id = ?")
                .params(identity.sortName(), person.value())
                .update();
        centres.forEach(centre -> insertKeys(person, centre, NameKeys.of(List.of(identity))));
    }

    /**
     * Makes the person known to a further centre; nothing happens when they are known there. A record that was absorbed
     * is known as the surviving one.
     */
    void follow(PersonId person, CentreId centre) {
        var head = headOf(person);
        if (centres(head).contains(centre)) {
            // Known there by itself from now on, whatever becomes of a merge
            jdbc.sql("""
                            UPDATE person_merged_centre SET through = FALSE
                            WHERE centre_id = ? AND absorbed_id IN
                                  (SELECT absorbed_id FROM person_merged WHERE surviving_id = ?)""").params(centre.value(), head.value()).update();
            return;
        }
        if (identities(head).isEmpty()) {
            throw new NotFound();
        }
        know(head, centre, clock.instant());
    }

    /** Writes where the person is known, since when, and the keys of everything they are known by. */
    void know(PersonId person, CentreId centre, Instant since) {
        follow(person, centre, identities(person).getFirst(), allIdentities(person), since);
    }

    /** Writes anew every word the person was ever known by. */
    void rename(PersonId person) {
        jdbc.sql("UPDATE person_person SET search_name = ? WHERE id = ?")
                .params(NameKeys.searchName(allIdentities(person)), person.value())
                .update();
    }

    /** Takes keys away; those that are not there do not matter. */
    void deleteKeys(PersonId person, CentreId centre, Collection<NameKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        var one = "(kind = ? AND name_key = ? AND birth_year = ?)";
        var parameters = new ArrayList<Object>(List.of(centre.value(), person.value()));
        keys.forEach(key -> parameters.addAll(List.<Object>of(key.kind().code(), key.text(), key.birthYear())));
        jdbc.sql("DELETE FROM person_name_key WHERE centre_id = ? AND person_id = ? AND ("
                        + String.join(" OR ", keys.stream().map(key -> one).toList()) + ")")
                .params(parameters)
                .update();
    }

    /** Those of the record, newest first, then those of the records it absorbed. */
    List<IdentityRow> allIdentities(PersonId person) {
        var all = new ArrayList<>(identities(person));
        jdbc.sql("SELECT absorbed_id FROM person_merged WHERE surviving_id = ? ORDER BY absorbed_id")
                .param(person.value())
                .query((row, number) -> new PersonId(Utc.uuid(row, "absorbed_id")))
                .list()
                .forEach(absorbed -> all.addAll(identities(absorbed)));
        return all;
    }

    // Read with a lock: a merge at the same moment comes before or after, never between
    private PersonId headOf(PersonId person) {
        return jdbc.sql("SELECT surviving_id FROM person_merged WHERE absorbed_id = ? LOCK IN SHARE MODE")
                .param(person.value())
                .query((row, number) -> new PersonId(Utc.uuid(row, "surviving_id")))
                .optional()
                .orElse(person);
    }

    /** Newest first. */
    List<IdentityRow> identities(PersonId person) {
        return jdbc.sql(IDENTITIES)
                .param(person.value())
                .query((row, number) -> IdentityRow.read(row))
                .list();
    }

    void addIdentifier(PersonId person, Identifier identifier, StaffId author) {
        jdbc.sql("INSERT IGNORE INTO person_identifier VALUES (?,?,?,?,?)")
                .params(
                        person.value(),
                        identifier.system(),
                        identifier.value(),
                        Utc.column(clock.instant()),
                        author.value())
                .update();
    }

    private void follow(
            PersonId person, CentreId centre, IdentityRow current, Collection<IdentityRow> all, Instant since) {
        jdbc.sql("INSERT IGNORE INTO person_centre (centre_id, sort_name, person_id, since) VALUES (?,?,?,?)")
                .params(centre.value(), current.sortName(), person.value(), Utc.column(since))
                .update();
        insertKeys(person, centre, NameKeys.of(all));
    }

    private boolean exists(PersonId person) {
        return jdbc.sql("SELECT 1 FROM person_person WHERE id = ? LOCK IN SHARE MODE")
                .param(person.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    List<CentreId> centres(PersonId person) {
        return jdbc.sql("SELECT centre_id FROM person_centre WHERE person_id = ?")
                .param(person.value())
                .query((row, number) -> new CentreId(Utc.uuid(row, "centre_id")))
                .list();
    }

    private void insertHead(PersonId person, IdentityRow identity, FileNumber number) {
        jdbc.sql("INSERT INTO person_person VALUES (?,?,?,?,1,?,?)")
                .params(
                        person.value(),
                        number.digits(),
                        identity.id().value(),
                        NameKeys.searchName(List.of(identity)),
                        Utc.column(identity.recordedAt()),
                        identity.recordedBy().value())
                .update();
    }

    private void insertIdentity(PersonId person, IdentityRow identity) {
        var gender = identity.gender();
        var family = identity.familyName();
        jdbc.sql("INSERT INTO person_identity VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")
                .param(identity.id().value())
                .param(person.value())
                .param(identity.alias())
                .param(identity.givenName())
                .param(family)
                .param(family == null ? null : String.join(" ", NameWords.of(family)))
                .param(identity.shownUnderAlias())
                .param(identity.birthDate())
                .param(identity.birthYear())
                .param(gender == null ? null : gender.name())
                .param(Utc.column(identity.recordedAt()))
                .param(identity.recordedBy().value())
                .update();
    }

    // One statement: a person has a few dozen keys. Those of former identities stay, so that the old name still finds.
    private void insertKeys(PersonId person, CentreId centre, Collection<NameKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        var values = String.join(",", keys.stream().map(key -> "(?,?,?,?,?)").toList());
        var parameters = new ArrayList<Object>();
        for (var key : keys) {
            parameters.addAll(
                    List.<Object>of(centre.value(), key.kind().code(), key.text(), key.birthYear(), person.value()));
        }
        jdbc.sql("INSERT IGNORE INTO person_name_key (centre_id, kind, name_key, birth_year, person_id) VALUES "
                        + values)
                .params(parameters)
                .update();
    }
}
