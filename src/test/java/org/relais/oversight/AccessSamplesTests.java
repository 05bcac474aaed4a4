package org.relais.oversight;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.episode.People;
import org.relais.record.Writers;
import org.relais.rules.RuleHeader;
import org.relais.rules.Rules;
import org.relais.shared.Conflict;
import org.relais.shared.FindingId;
import org.relais.shared.InvalidInput;
import org.relais.shared.OversightVerdictId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How the monthly sample is drawn, that anybody can draw it again, and how it is decided and signed. */
@RelaisTest
@Import({MovableClock.class, Writers.class, People.class})
class AccessSamplesTests {

    private static final RuleHeader HEADER = new RuleHeader("R", 1, LocalDate.EPOCH, "Test", "none", null);

    @Autowired
    House house;

    @Autowired
    AccessService access;

    @Autowired
    AccessSamples samples;

    @Autowired
    SampleDraw draw;

    @Autowired
    SampleRows rows;

    @Autowired
    Rules rules;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Value("${relais.log.schema}")
    String logSchema;

    Place here;
    YearMonth month;
    SampleRule rule;
    List<UUID> logged;
    List<UUID> withPerson;

    @BeforeEach
    void writeAMonth() {
        here = house.open().here();
        rule = rules.all(SampleRule.KIND).getFirst();
        // Some month of the past year that no test has drawn
        month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).minusMonths(2);
        while (rows.drawn(month) || written(month)) {
            month = month.minusMonths(1);
        }
        logged = new ArrayList<>();
        withPerson = new ArrayList<>();
        for (var node : List.of("sample-a", "sample-b")) {
            for (int sequence = 1; sequence <= 60; sequence++) {
                var person = sequence % 3 == 0 ? null : PersonId.create();
                var row = written(node, sequence, person);
                logged.add(row);
                if (person != null) {
                    withPerson.add(row);
                }
            }
        }
    }

    @AfterEach
    void lookedAt() {
        lookAtAll();
    }

    @Test
    void a_month_is_drawn_once_every_access_of_it_was_looked_at() {
        assertThat(drawn()).isFalse();
        assertThat(rows.drawn(month)).isFalse();
        lookAtAll();
        assertThat(drawn()).isTrue();
        var sheet = sheet();
        assertThat(sheet.head().population()).isEqualTo(120);
        assertThat(sheet.accesses()).hasSize(rule.size()).allSatisfy(each -> {
            assertThat(withPerson).contains(each.row());
            assertThat(each.rules()).isEmpty();
        });
        assertThat(sheet.accesses().stream().map(SampledAccess::row)).doesNotHaveDuplicates();
    }

    @Test
    void anybody_can_draw_it_again_from_what_the_sheet_says() throws Exception {
        lookAtAll();
        drawn();
        var sheet = sheet();
        var number = month.getYear() * 100 + month.getMonthValue();
        var seed = hex(number + " sample-a 60 " + "00".repeat(32) + " sample-b 60 " + "00".repeat(32));
        assertThat(sheet.head().seed()).isEqualTo(seed);
        var again = new ArrayList<UUID>();
        for (int turn = 0; again.size() < rule.size(); turn++) {
            var place = (int) Long.remainderUnsigned(
                    ByteBuffer.wrap(sha256(seed + ":" + turn)).getLong(),
                    sheet.head().population());
            var row = logged.get(place);
            if (withPerson.contains(row) && !again.contains(row)) {
                again.add(row);
            }
        }
        assertThat(sheet.accesses().stream().map(SampledAccess::row)).containsExactlyElementsOf(again);
        // And by the same draw on another day
        forget();
        drawn();
        assertThat(sheet().accesses().stream().map(SampledAccess::row)).containsExactlyElementsOf(again);
    }

    @Test
    void half_of_it_are_unusual_accesses_where_there_are_enough() {
        IntStream.range(0, 30).forEach(index -> found(withPerson.get(index), "OUT_OF_HOURS"));
        lookAtAll();
        drawn();
        var sheet = sheet();
        assertThat(sheet.head().findings()).isEqualTo(30);
        assertThat(sheet.accesses()).hasSize(20);
        assertThat(sheet.accesses().stream().filter(each -> each.weight() > 0)).hasSize(rule.ofUnusual());
    }

    @Test
    void where_there_are_few_all_of_them_are_in_it_and_the_others_fill_it() {
        IntStream.range(0, 3).forEach(index -> found(withPerson.get(index), "OUT_OF_HOURS"));
        found(withPerson.getFirst(), "NO_CONTACT");
        lookAtAll();
        drawn();
        var unusual =
                sheet().accesses().stream().filter(each -> each.weight() > 0).toList();
        assertThat(sheet().accesses()).hasSize(20);
        assertThat(unusual).hasSize(3);
        // What two rules found weighs what both weigh
        assertThat(unusual.stream().filter(each -> each.row().equals(withPerson.getFirst())))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.rules()).containsExactly("NO_CONTACT", "OUT_OF_HOURS");
                    assertThat(each.weight()).isEqualTo(weight("NO_CONTACT") + weight("OUT_OF_HOURS"));
                });
    }

    @Test
    void four_times_the_weight_is_drawn_first_four_times_as_often() {
        var light = finding("OUT_OF_HOURS");
        var heavy = finding("SAME_ADDRESS");
        var one = new SampleRule(HEADER, 1, 1, Map.of("OUT_OF_HOURS", 2, "SAME_ADDRESS", 8), 15);
        var heavyFirst = IntStream.range(0, 2_000)
                .filter(turn -> SampleDraw.unusual(List.of(light, heavy), one, SampleSeed.of("seed " + turn))
                        .getFirst()
                        .row()
                        .equals(heavy.row()))
                .count();
        assertThat(heavyFirst / 2_000.0).isBetween(0.76, 0.84);
    }

    @Test
    void a_rule_without_weight_is_not_drawn_as_unusual() {
        var one = new SampleRule(HEADER, 1, 1, Map.of("SAME_ADDRESS", 8), 15);
        assertThat(SampleDraw.unusual(List.of(finding("OUT_OF_HOURS")), one, SampleSeed.of("seed")))
                .isEmpty();
    }

    @Test
    void it_is_decided_row_by_row_and_signed_at_the_end_and_then_stands() {
        lookAtAll();
        drawn();
        auditor(scope -> samples.conclude(scope, conclusion(1, null, Conclusion.JUSTIFIED, null)));
        assertThatThrownBy(() -> auditor(scope -> samples.sign(scope, month)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("undecided");
        IntStream.rangeClosed(2, 20)
                .forEach(position -> auditor(
                        scope -> samples.conclude(scope, conclusion(position, null, Conclusion.JUSTIFIED, null))));
        assertThat(sheet().head().signed()).isFalse();
        assertThat(sheet().head().late(month.plusMonths(1).atDay(16))).isTrue();
        assertThat(sheet().head().late(month.plusMonths(1).atDay(15))).isFalse();
        auditor(scope -> samples.sign(scope, month));
        var signed = sheet().head();
        assertThat(signed.signedBy()).isEqualTo(here.member(Role.AUDITOR).id());
        assertThat(signed.late(LocalDate.MAX)).isFalse();
        assertThat(signed.hash()).isEqualTo(HexFormat.of().formatHex(rows.hash(month)));
        // Once more by the same hand changes nothing
        auditor(scope -> samples.sign(scope, month));
        var said = Objects.requireNonNull(sheet().accesses().getFirst().concluded());
        assertThatThrownBy(() -> auditor(scope ->
                        samples.conclude(scope, conclusion(1, said.id(), Conclusion.TO_FOLLOW_UP, "After all"))))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("signed");
        assertThat(sheet().head()).isEqualTo(signed);
    }

    @Test
    void a_correction_is_a_verdict_of_its_own_and_two_at_once_are_told() {
        lookAtAll();
        drawn();
        var first = conclusion(1, null, Conclusion.JUSTIFIED, "On duty");
        auditor(scope -> samples.conclude(scope, first));
        // The same command again, as a double click sends it
        auditor(scope -> samples.conclude(scope, first));
        assertThat(verdicts()).isEqualTo(1);
        assertThatThrownBy(() ->
                        auditor(scope -> samples.conclude(scope, conclusion(1, null, Conclusion.JUSTIFIED, null))))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("meanwhile");
        auditor(scope ->
                samples.conclude(scope, conclusion(1, first.id(), Conclusion.TO_FOLLOW_UP, "Was not on duty")));
        assertThat(verdicts()).isEqualTo(2);
        assertThat(sheet().accesses().getFirst().concluded())
                .satisfies(said -> assertThat(said.conclusion()).isEqualTo(Conclusion.TO_FOLLOW_UP));
        assertThat(sheet().head().decided()).isEqualTo(1);
    }

    @Test
    void what_is_to_be_followed_up_says_why() {
        lookAtAll();
        drawn();
        assertThatThrownBy(() ->
                        auditor(scope -> samples.conclude(scope, conclusion(1, null, Conclusion.TO_FOLLOW_UP, "  "))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        missing -> assertThat(missing.field()).isEqualTo("note"));
        assertThat(verdicts()).isZero();
    }

    private ConcludeSampled conclusion(
            int position,
            @org.jspecify.annotations.Nullable OversightVerdictId previous,
            Conclusion conclusion,
            @org.jspecify.annotations.Nullable String note) {
        return new ConcludeSampled(OversightVerdictId.create(), month, position, previous, conclusion, note);
    }

    private SampleSheet sheet() {
        return here.as(
                Role.AUDITOR, () -> samples.sheet(access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null), month));
    }

    private void auditor(java.util.function.Consumer<Scope> act) {
        here.as(Role.AUDITOR, () -> {
            act.accept(access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null));
            return "done";
        });
    }

    private int weight(String code) {
        return rule.weight(List.of(code));
    }

    private Finding finding(String code) {
        return new Finding(
                FindingId.create(),
                new RuleHeader(code, 1, LocalDate.EPOCH, "Test", "none", null),
                "R0",
                UnusualCard.OUT_OF_HOURS,
                StaffId.create(),
                "NURSE",
                PersonId.create(),
                null,
                LocalDate.EPOCH,
                UUID.randomUUID(),
                Instant.EPOCH,
                "VIEW",
                "MEDICAL",
                "relation",
                true,
                null,
                null);
    }

    private boolean written(YearMonth some) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM " + logSchema + ".access_event WHERE month = ?)")
                .param(SampleDraw.number(some))
                .query(Boolean.class)
                .single();
    }

    /** As the watch does, under a name of its own. */
    private boolean drawn() {
        return here.as(Role.ADMINISTRATOR, () -> draw.draw(month));
    }

    private UUID written(String node, long sequence, @org.jspecify.annotations.Nullable PersonId person) {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO " + logSchema
                        + ".access_event (month, id, occurred_at, node, node_sequence, actor_id, actor_role,"
                        + " action, person_id, section, purpose, basis, allowed, leaf_hash)"
                        + " VALUES (?,?,?,?,?,?,'NURSE',?,?,'MEDICAL','CARE','relation',TRUE,?)")
                .param(SampleDraw.number(month))
                .param(id)
                .param(Utc.column(at(sequence)))
                .param(node)
                .param(sequence)
                .param(here.member(Role.NURSE).id().value())
                .param(person == null ? "SEARCH" : "VIEW")
                .param(person == null ? null : person.value())
                .param(new byte[32])
                .update();
        return id;
    }

    private void found(UUID row, String code) {
        jdbc.sql("INSERT INTO oversight_finding (id, rule_code, rule_version, actor_id, actor_role, person_id,"
                        + " service_day, event_id, occurred_at, action, section, basis, allowed, found_at)"
                        + " SELECT ?, ?, 1, e.actor_id, e.actor_role, e.person_id, ?, e.id, e.occurred_at, e.action,"
                        + " e.section, e.basis, TRUE, e.occurred_at FROM " + logSchema
                        + ".access_event e WHERE e.month = ? AND e.id = ?")
                .param(FindingId.create().value())
                .param(code)
                .param(month.atDay(3))
                .param(SampleDraw.number(month))
                .param(row)
                .update();
    }

    private Instant at(long sequence) {
        return month.atDay(3).atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(sequence);
    }

    private int verdicts() {
        return jdbc.sql("SELECT COUNT(*) FROM oversight_sample_verdict WHERE month = ?")
                .param(SampleDraw.number(month))
                .query(Integer.class)
                .single();
    }

    private void forget() {
        jdbc.sql("DELETE FROM oversight_sample_row WHERE month = ?")
                .param(SampleDraw.number(month))
                .update();
        jdbc.sql("DELETE FROM oversight_sample WHERE month = ?")
                .param(SampleDraw.number(month))
                .update();
    }

    private void lookAtAll() {
        jdbc.sql("INSERT INTO oversight_watch_cursor SELECT node, month, MAX(node_sequence) FROM " + logSchema
                        + ".access_event WHERE node_sequence IS NOT NULL GROUP BY node, month"
                        + " ON DUPLICATE KEY UPDATE last_sequence = VALUES(last_sequence)")
                .update();
    }

    private static String hex(String text) throws Exception {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
