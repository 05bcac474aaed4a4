package org.relais.staff;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.shared.StaffId;

/** Enters an administrator where there is none. Nobody can be asked for their role then: only an operator gets here. */
@Component
class FirstAdministrator {

    private final JdbcClient jdbc;
    private final StaffInserts inserts;

    FirstAdministrator(JdbcClient jdbc, StaffInserts inserts) {
        this.jdbc = jdbc;
        this.inserts = inserts;
    }

    /**
     * Enters them, unless an active administrator exists. Of two at once the database lets one through; the other waits,
     * or is told to try again, and then finds the first.
     *
     * @return whether they were entered
     * @throws org.relais.shared.InvalidInput when the user name is taken, or a name is missing or too long
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public boolean enter(String username, String givenName, String familyName) {
        // At this isolation the lock is on every row and on the space between them, so also on an empty table
        var administrators = jdbc.sql("SELECT id FROM staff_member WHERE role = ? AND active FOR UPDATE")
                .param(Role.ADMINISTRATOR.name())
                .query((row, number) -> number)
                .list();
        if (!administrators.isEmpty()) {
            return false;
        }
        inserts.insert(StaffId.create(), username, givenName, familyName, Role.ADMINISTRATOR);
        return true;
    }
}
