package org.relais.staff;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.StaffId;

/** Puts members of staff into the table, in the transaction of whoever decided that they may be entered. */
@Component
class StaffInserts {

    private final JdbcClient jdbc;

    StaffInserts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Active and without assignment.
     *
     * @throws InvalidInput at the field that is missing or too long, or at {@code username} when it is taken
     */
    void insert(StaffId id, String username, String givenName, String familyName, Role role) {
        try {
            jdbc.sql("INSERT INTO staff_member VALUES (?,?,?,?,?,TRUE,1)")
                    .param(id.value())
                    .param(FreeText.requireLine("username", username, 60))
                    .param(FreeText.requireLine("givenName", givenName, 80))
                    .param(FreeText.requireLine("familyName", familyName, 80))
                    .param(role.name())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new InvalidInput("username", "staff.error.username-taken");
        }
    }
}
