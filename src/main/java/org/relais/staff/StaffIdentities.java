package org.relais.staff;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** Which account of the identity provider belongs to which member of staff. */
@Component
class StaffIdentities {

    private final JdbcClient jdbc;

    StaffIdentities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StaffId> find(String subject) {
        return jdbc.sql("SELECT staff_id FROM staff_identity WHERE subject = ?")
                .param(subject)
                .query((row, number) -> new StaffId(Utc.uuid(row, "staff_id")))
                .optional();
    }

    /** Whether the account is now theirs: not when another account already is. The keys of the table decide a race. */
    boolean bind(String subject, StaffId staff) {
        return jdbc.sql("INSERT IGNORE INTO staff_identity (subject, staff_id) VALUES (?, ?)")
                        .param(subject)
                        .param(staff.value())
                        .update()
                == 1;
    }

    /** Whether an account is theirs. */
    boolean known(StaffId staff) {
        return jdbc.sql("SELECT COUNT(*) FROM staff_identity WHERE staff_id = ?")
                        .param(staff.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Lets the next account with their user name be theirs. */
    void release(StaffId staff) {
        jdbc.sql("DELETE FROM staff_identity WHERE staff_id = ?")
                .param(staff.value())
                .update();
    }

    /** Takes over the role the provider gives. */
    void follow(StaffId staff, Role role) {
        jdbc.sql("UPDATE staff_member SET role = ?, rights_version = rights_version + 1 WHERE id = ? AND role <> ?")
                .param(role.name())
                .param(staff.value())
                .param(role.name())
                .update();
    }
}
