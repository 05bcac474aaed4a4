package org.relais.staff;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.support.ActingAs;
import org.relais.support.RelaisModuleTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: an operator enters the first administrator of a new installation. */
@RelaisModuleTest
class FirstAdministratorCommandTests {

    @Autowired
    FirstAdministratorCommand command;

    @Autowired
    SignInAccounts accounts;

    @Autowired
    StaffSetup setup;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobody_yet() {
        jdbc.sql("DELETE FROM staff_member").update();
    }

    @Test
    void the_first_one_is_entered_and_may_sign_in() {
        var answer = run("c.moreau", "Claire", "de la Tour");
        assertThat(answer.code()).as(answer.text()).isZero();
        assertThat(answer.text()).contains("Claire de la Tour", "« c.moreau »", "Keycloak", "« administrator »");
        assertThat(accounts.active("c.moreau")).hasValueSatisfying(member -> {
            assertThat(member.role()).isEqualTo(Role.ADMINISTRATOR);
            assertThat(member.name()).isEqualTo("Claire de la Tour");
            assertThat(member.centres()).isEmpty();
        });
    }

    @Test
    void a_second_one_is_the_business_of_the_first() {
        run("c.moreau", "Claire", "Moreau");
        var answer = run("p.roux", "Paul", "Roux");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("déjà", "dans le portail").hasLineCount(1);
        assertThat(accounts.active("p.roux")).isEmpty();
    }

    /** The portal keeps the last one; a role that Keycloak changed, or a restored database, may not. */
    @Test
    void where_no_active_one_is_left_the_next_is_entered() {
        run("c.moreau", "Claire", "Moreau");
        jdbc.sql("UPDATE staff_member SET active = FALSE").update();
        assertThat(run("p.roux", "Paul", "Roux").code()).isZero();
    }

    @Test
    void colleagues_of_other_roles_do_not_count() {
        asAdministrator(() -> setup.enter("i.petit", "Inès", "Petit", Role.NURSE));
        assertThat(run("c.moreau", "Claire", "Moreau").code()).isZero();
    }

    @Test
    void a_user_name_that_is_taken_is_refused_and_changes_nobody() {
        asAdministrator(() -> setup.enter("c.moreau", "Camille", "Moreau", Role.NURSE));
        var answer = run("C.Moreau", "Claire", "Moreau");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text())
                .contains("nom d’utilisateur", "déjà celui d’un collègue")
                .hasLineCount(1);
        assertThat(accounts.active("c.moreau"))
                .hasValueSatisfying(member -> assertThat(member.role()).isEqualTo(Role.NURSE));
    }

    @Test
    void words_that_are_not_three_or_are_no_names_are_refused() {
        assertThat(run("c.moreau", "Claire").code()).isEqualTo(2);
        assertThat(run("c.moreau", "Claire", "Moreau", "Roux").text()).contains("trois mots");
        var long80 = "a".repeat(81);
        assertThat(run("c.moreau", long80, "Moreau").text())
                .contains("prénom", "80")
                .hasLineCount(1);
        assertThat(run("c.moreau", "Claire", "").text())
                .contains("nom", "Remplissez")
                .hasLineCount(1);
        assertThat(run("c.\u202Emoreau", "Claire", "Moreau").code()).isEqualTo(1);
        assertThat(administrators()).isZero();
    }

    @RepeatedTest(5)
    void of_two_at_once_one_is_entered() throws Exception {
        // Also where nobody is: then there is no row to lock, only the space where one would be
        var together = new CyclicBarrier(2);
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var runs = List.of("c.moreau", "p.roux").stream()
                    .map(username -> threads.submit(() -> {
                        together.await();
                        return run(username, "Given", "Family").code();
                    }))
                    .toList();
            for (var run : runs) {
                answers.add(run.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(0, 1);
        assertThat(administrators()).isOne();
    }

    private long administrators() {
        return jdbc.sql("SELECT COUNT(*) FROM staff_member WHERE role = 'ADMINISTRATOR'")
                .query(Long.class)
                .single();
    }

    private static <T> T asAdministrator(Callable<T> act) {
        return ActingAs.actingAs("setup", Role.ADMINISTRATOR, act);
    }

    private Answer run(String... words) {
        var bytes = new ByteArrayOutputStream();
        var code = command.run(List.of(words), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return new Answer(code, bytes.toString(StandardCharsets.UTF_8).strip());
    }

    private record Answer(int code, String text) {}
}
