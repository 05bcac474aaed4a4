package org.relais.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.audit.AccessAction;
import org.relais.shared.ConsentId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/**
 * The person's consent that the centres following them share what they write. Withdrawal acts at once for every
 * later reading.
 */
@Service
@Transactional
public class SharingConsents {

    /** The text the person agreed to; a changed text is a new number. */
    static final int TEXT_VERSION = 1;

    private final JdbcClient jdbc;
    private final AccessService access;
    private final Decisions decisions;
    private final Clock clock;

    SharingConsents(JdbcClient jdbc, AccessService access, Decisions decisions, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The consent in force, if there is one. */
    @Transactional(readOnly = true)
    public Optional<SharingConsent> inForce(Grant grant) {
        access.requireRecord(grant);
        var now = Utc.column(clock.instant());
        return jdbc.sql("""
                        SELECT id, given_at, until_at FROM access_sharing_consent
                        WHERE person_id = ? AND withdrawn_at IS NULL AND given_at <= ?
                          AND (until_at IS NULL OR until_at > ?)
                        ORDER BY given_at DESC LIMIT 1""")
                .param(grant.person().value())
                .param(now)
                .param(now)
                .query((row, number) -> new SharingConsent(
                        new ConsentId(Utc.uuid(row, "id")),
                        Utc.instant(row, "given_at"),
                        Utc.instantOrNull(row, "until_at")))
                .optional();
    }

    /**
     * Records that the person agreed.
     *
     * @param grant to write in the administrative section
     * @param until when it ends by itself; null while the person does not withdraw it
     * @param language in which it was explained
     * @throws InvalidInput when the end does not lie ahead
     */
    public ConsentId give(Grant grant, @Nullable Instant until, String language) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var now = clock.instant();
        if (until != null && !until.isAfter(now)) {
            throw new InvalidInput("until", "access.consent.error.until");
        }
        var id = ConsentId.create();
        jdbc.sql("""
                        INSERT INTO access_sharing_consent
                            (id, person_id, given_at, until_at, language, text_version, recorded_by)
                        VALUES (?,?,?,?,?,?,?)""")
                .param(id.value())
                .param(grant.person().value())
                .param(Utc.column(now))
                .param(Utc.columnOrNull(until))
                .param(language)
                .param(TEXT_VERSION)
                .param(grant.actor().id().value())
                .update();
        changed(grant.person());
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "sharing-consent", id);
        return id;
    }

    /** Withdraws whatever is in force, at once. Nothing happens when nothing is. */
    public void withdraw(Grant grant) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        jdbc.sql("""
                        UPDATE access_sharing_consent SET withdrawn_at = ?, withdrawn_by = ?
                        WHERE person_id = ? AND withdrawn_at IS NULL""")
                .param(Utc.column(clock.instant()))
                .param(grant.actor().id().value())
                .param(grant.person().value())
                .update();
        changed(grant.person());
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "sharing-consent", grant.person());
    }

    private void changed(PersonId person) {
        jdbc.sql("UPDATE access_person SET version = version + 1 WHERE person_id = ?")
                .param(person.value())
                .update();
        decisions.forget(person);
    }
}
