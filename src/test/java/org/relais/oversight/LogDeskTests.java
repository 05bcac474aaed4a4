package org.relais.oversight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.audit.LogFilter;
import org.relais.audit.Signatures;
import org.relais.episode.People;
import org.relais.shared.CsvLineTests;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The log as an auditor reads it: over all centres, by number, and each question is written down before its answer. */
@RelaisTest
@Import(People.class)
class LogDeskTests {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    LogDesk desk;

    @Autowired
    LogExport exports;

    @Autowired
    AccessService access;

    @Autowired
    Signatures signatures;

    @Autowired
    Protections protections;

    @Autowired
    StatementLog statements;

    @Autowired
    JdbcClient jdbc;

    @Value("${relais.log.schema}")
    String schema;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    void open() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = people.registeredAt(here, "Orion-83");
    }

    @Test
    void each_question_is_committed_before_the_log_is_read() {
        var scope = audit(this::scope);
        statements.clear();
        audit(() -> desk.first(scope, LogFilter.of(person)));
        var sql = statements.all();
        var written = first(sql.stream().map(one -> one.sql()).toList(), "INSERT INTO " + schema + ".access_event");
        var read = first(sql.stream().map(one -> one.sql()).toList(), "FORCE INDEX (access_event_person)");
        assertThat(written).isNotNegative().isLessThan(read);
        assertThat(jdbc.sql(
                                "SELECT action, person_id, resource_type, query_hash IS NOT NULL AS hashed, legal_basis FROM "
                                        + schema + ".access_event WHERE actor_id = ? AND action = 'LOG_REVIEW'"
                                        + " ORDER BY occurred_at DESC LIMIT 1")
                        .param(here.member(Role.AUDITOR).id().value())
                        .query((row, number) -> List.of(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getString(5)))
                        .single())
                .containsExactly("LOG_REVIEW", person.toString(), "access-log", true, "CONTROL");
    }

    @Test
    void everything_about_a_number_is_found_also_where_it_stood_in_a_list_and_in_another_centre() {
        here.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        here.as(
                Role.NURSE,
                () -> access.show(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, "ori"), List.of(person)));
        assertThatThrownBy(() -> elsewhere.as(Role.PHYSICIAN, () -> access.grant(person, Section.MEDICAL)))
                .isInstanceOf(AccessDenied.class);
        var number = number();
        assertThat(number).startsWith("RL-");

        var page = audit(() -> {
            var scope = scope();
            return desk.first(scope, LogFilter.of(desk.person(scope, number)));
        });

        assertThat(page.rows()).anySatisfy(row -> {
            assertThat(row.access().action()).isEqualTo(AccessAction.SHOW);
            assertThat(row.access().people()).isEqualTo(1);
            assertThat(audit(() -> desk.shown(scope(), row.access()))).containsExactly(number);
        });
        assertThat(page.rows()).anySatisfy(row -> {
            assertThat(row.access().allowed()).isFalse();
            assertThat(row.access().actorRole()).isEqualTo("PHYSICIAN");
            assertThat(row.fileNumber()).isEqualTo(number);
        });
        assertThatThrownBy(() -> audit(() -> desk.person(scope(), "RL-1")))
                .isInstanceOfSatisfying(
                        InvalidInput.class, at -> assertThat(at.field()).isEqualTo("record"));
    }

    @Test
    void an_access_to_a_protected_person_is_in_the_log_for_the_auditor() {
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Set.of(), "Threatened");
            return true;
        });
        var page = audit(() -> desk.first(scope(), LogFilter.of(person)));
        assertThat(page.rows()).anySatisfy(row -> {
            assertThat(row.access().actor())
                    .isEqualTo(here.member(Role.COORDINATOR).id());
            assertThat(row.fileNumber()).startsWith("RL-");
        });
    }

    @Test
    void the_pages_of_an_actor_follow_each_other_without_gap() {
        var nurse = here.member(Role.NURSE).id();
        for (int time = 0; time < LogDesk.PAGE + 7; time++) {
            here.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        }
        var filter = new LogFilter(null, nurse, null, null, AccessAction.VIEW, null, true, null, null);
        var first = audit(() -> desk.first(scope(), filter));
        assertThat(first.rows()).hasSize(LogDesk.PAGE);
        var next = Objects.requireNonNull(first.next());
        var second = audit(() -> desk.page(scope(), filter, next));
        assertThat(second.rows()).hasSize(7).doesNotContainAnyElementsOf(first.rows());
        assertThat(second.next()).isNull();
        assertThat(second.cutShort()).isFalse();
        var oldest = second.rows().getLast().access().occurredAt();
        var early = filter.within(null, oldest.plus(Duration.ofNanos(1_000)));
        assertThat(audit(() -> desk.first(scope(), early)).rows()).hasSize(1);
    }

    @Test
    void a_scope_is_of_no_use_to_another_auditor() {
        var scope = audit(this::scope);
        assertThatThrownBy(() -> elsewhere.as(Role.AUDITOR, () -> desk.first(scope, LogFilter.ALL)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void an_export_holds_who_when_what_the_rows_their_hash_and_a_signature_and_is_logged_first() throws Exception {
        here.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        var out = new ByteArrayOutputStream();
        audit(() -> {
            exports.write(scope(), LogFilter.of(person), "=1+1", new Words(), out);
            return true;
        });
        var bytes = out.toByteArray();
        assertThat(Arrays.copyOf(bytes, 3)).containsExactly(0xef, 0xbb, 0xbf);
        var text = out.toString(StandardCharsets.UTF_8);
        var lines = text.substring(1).split("\r\n");
        assertThat(CsvLineTests.read(lines[2] + "\r\n"))
                .contains(here.member(Role.AUDITOR).id().toString());
        assertThat(CsvLineTests.read(lines[3] + "\r\n")).contains("'=1+1");
        assertThat(text).contains("VIEW").doesNotContain("Orion");

        var at = text.indexOf("\"oversight.export.hash\"");
        var before = text.substring(0, at).getBytes(StandardCharsets.UTF_8);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(before));
        var ending = text.substring(at).split("\r\n");
        assertThat(CsvLineTests.read(ending[0] + "\r\n")).containsExactly("oversight.export.hash", hash);
        var signature = CsvLineTests.read(ending[1] + "\r\n");
        assertThat(signature).hasSize(3).first().isEqualTo("oversight.export.signature");
        assertThat(signatures.holds(hash, signature.get(1))).isTrue();
        assertThat(ending).hasSize(2);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM " + schema
                                + ".access_event WHERE actor_id = ? AND action = 'EXPORT' AND person_id = ?")
                        .param(here.member(Role.AUDITOR).id().value())
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nothing_of_an_export_is_written_for_whom_it_is_refused() {
        var scope = audit(this::scope);
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> {
                    exports.write(scope, LogFilter.ALL, "all", new Words(), out);
                    return true;
                }))
                .isInstanceOf(AccessDenied.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void a_reader_who_stops_gets_no_last_line() {
        for (int time = 0; time < 10; time++) {
            here.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        }
        var whole = new ByteArrayOutputStream();
        var cut = new OutputStream() {
            private int left = 900;

            @Override
            public void write(int one) throws IOException {
                if (left-- == 0) {
                    throw new IOException("The reader is gone");
                }
                whole.write(one);
            }
        };
        assertThatThrownBy(() -> audit(() -> {
                    exports.write(scope(), LogFilter.of(person), "a record", new Words(), cut);
                    return true;
                }))
                .hasRootCauseMessage("The reader is gone");
        assertThat(whole.toString(StandardCharsets.UTF_8)).doesNotContain("oversight.export.signature");
    }

    private String number() {
        return audit(() -> desk.first(scope(), LogFilter.of(person)).rows().stream()
                .map(LogRow::fileNumber)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow());
    }

    private Scope scope() {
        return access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
    }

    private <T> T audit(Callable<T> act) {
        return here.as(Role.AUDITOR, act);
    }

    private static int first(List<String> statements, String part) {
        for (int at = 0; at < statements.size(); at++) {
            if (statements.get(at).contains(part)) {
                return at;
            }
        }
        return -1;
    }

    /** Keys for words. */
    private static final class Words implements ExportWords {

        @Override
        public String text(String key, Object... arguments) {
            return key;
        }

        @Override
        public List<String> columns() {
            return List.of("time", "action", "record");
        }

        @Override
        public List<String> cells(LogRow row) {
            return List.of(
                    row.access().occurredAt().toString(),
                    row.access().action().name(),
                    String.valueOf(row.fileNumber()));
        }
    }
}
