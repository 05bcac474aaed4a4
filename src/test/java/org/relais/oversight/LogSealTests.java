package org.relais.oversight;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.Seals;
import org.relais.audit.VerificationProgress;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an auditor saw of the seal is kept apart from the log, and contradicts a log that is not the same any more. */
@RelaisTest
class LogSealTests {

    private static final long AHEAD = 1_000_000_000;

    @Autowired
    House house;

    @Autowired
    LogSeal seal;

    @Autowired
    Seals seals;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    Place here;
    StaffId auditor;

    @BeforeEach
    void open() throws InterruptedException {
        here = house.open().here();
        auditor = here.member(Role.AUDITOR).id();
        for (int waited = 0; seals.latest().last() == null && waited < 200; waited++) {
            Thread.sleep(100);
        }
    }

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM oversight_checkpoint WHERE staff_id = ?")
                .param(auditor.value())
                .update();
    }

    @Test
    void the_newest_epoch_is_remembered_for_whoever_looked_and_a_log_that_goes_on_agrees() {
        var first = audit(() -> seal.state(scope()));
        assertThat(first.wentBack()).isFalse();
        var last = Objects.requireNonNull(first.state().last());
        assertThat(jdbc.sql("SELECT hash FROM oversight_checkpoint WHERE staff_id = ? AND epoch = ?")
                        .param(auditor.value())
                        .param(last.number())
                        .query(String.class)
                        .single())
                .isEqualTo(last.hash());
        assertThat(audit(() -> seal.state(scope())).wentBack()).isFalse();
    }

    @Test
    void a_log_that_is_older_than_what_the_auditor_saw_is_told_at_once_and_found_by_the_check() {
        remember(AHEAD, "a".repeat(64));
        assertThat(audit(() -> seal.state(scope())).wentBack()).isTrue();
        assertThat(audit(() -> seal.verify(scope(), VerificationProgress.NONE)).clean())
                .isFalse();
    }

    @Test
    void a_check_reads_the_rows_again_and_is_remembered() {
        // The portal seals by itself, soon after it has started
        await().atMost(Duration.ofSeconds(30))
                .until(() -> audit(() -> seal.state(scope())).state().sealed() > 0);
        var findings = audit(() -> seal.verify(scope(), VerificationProgress.NONE));
        assertThat(findings.found()).isEmpty();
        assertThat(findings.rows()).isPositive();
        var check =
                Objects.requireNonNull(audit(() -> seal.state(scope())).state().check());
        assertThat(check.findings()).isZero();
    }

    private void remember(long epoch, String hash) {
        jdbc.sql("INSERT INTO oversight_checkpoint VALUES (?,?,?,UTC_TIMESTAMP(6))")
                .param(auditor.value())
                .param(epoch)
                .param(hash)
                .update();
    }

    private Scope scope() {
        return access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
    }

    private <T> T audit(Callable<T> act) {
        return here.as(Role.AUDITOR, act);
    }
}
