package org.relais.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.audit.AccessAction;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.StaffId;

/**
 * Puts members of staff into the table and the log, in the transaction of whoever decided that they may be entered.
 */
@Component
class StaffInserts {

    private final JdbcClient jdbc;
    private final StaffLog log;

    StaffInserts(JdbcClient jdbc, StaffLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /**
     * Enters somebody, active and without assignment.
     *
     * @return whether they were entered now; not when a first click already had
     * @throws InvalidInput at the field that is missing or too long, or at {@code username} when it is taken
     */
    boolean insert(
            StaffId id, @Nullable String username, @Nullable String givenName, @Nullable String familyName, Role role) {
        try {
            jdbc.sql("INSERT INTO staff_member VALUES (?,?,?,?,?,TRUE,1)")
                    .param(id.value())
                    .param(FreeText.requireLine("username", username, StaffSetup.USERNAME))
                    .param(FreeText.requireLine("givenName", givenName, StaffSetup.NAME))
                    .param(FreeText.requireLine("familyName", familyName, StaffSetup.NAME))
                    .param(role.name())
                    .update();
        } catch (DuplicateKeyException taken) {
            if (exists(id)) {
                return false;
            }
            throw new InvalidInput("username", "staff.error.username-taken");
        }
        log.write(AccessAction.CREATE, id, "staff-member:" + role.name());
        return true;
    }

    // Locked: a plain read would not see the row that the first click has just committed
    private boolean exists(StaffId id) {
        return jdbc.sql("SELECT 1 FROM staff_member WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
