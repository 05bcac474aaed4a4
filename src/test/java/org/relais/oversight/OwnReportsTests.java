package org.relais.oversight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.BeginEmergency;
import org.relais.access.EmergencyAccess;
import org.relais.access.EmergencyReason;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.CentreKind;
import org.relais.centre.CentreSetup;
import org.relais.centre.OpenCentre;
import org.relais.centre.UnitKind;
import org.relais.episode.People;
import org.relais.person.PersonMerges;
import org.relais.person.PersonService;
import org.relais.person.RecordNumbers;
import org.relais.shared.Conflict;
import org.relais.shared.EmergencyId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.ReportFileId;
import org.relais.shared.ReportRequestId;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relais.support.ActingAs.actingAs;

/** What a person is told of who read their record, what not, and how their request is answered. */
@RelaisTest
@Import({MovableClock.class, People.class})
class OwnReportsTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ReportWords WORDS =
            report -> new ReportText(Locale.FRENCH, "Relevé", List.of(), List.of(), List.of());

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    PersonService persons;

    @Autowired
    PersonMerges merges;

    @Autowired
    AccessService access;

    @Autowired
    EmergencyAccess emergencies;

    @Autowired
    RecordNumbers numbers;

    @Autowired
    ReportRequests requests;

    @Autowired
    OwnReports reports;

    @Autowired
    CentreSetup centres;

    @Autowired
    StaffSetup staff;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Value("${relais.log.schema}")
    String logSchema;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    void somebody() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        // The middle of a day, so that minutes do not run into the next
        var noon = clock.instant()
                .atZone(PARIS)
                .toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.NOON)
                .atZone(PARIS)
                .toInstant();
        clock.move(Duration.between(clock.instant(), noon));
        person = people.registeredAt(here, "Orion-83");
        clock.move(Duration.ofMinutes(10));
    }

    // ---- the request

    @Test
    void a_request_is_due_after_thirty_days_and_entered_once() {
        var id = ReportRequestId.create();
        var received = today();
        for (var twice = 0; twice < 2; twice++) {
            auditor(scope -> {
                requests.enter(scope, asked(id, number(scope, person), received));
                return null;
            });
        }
        assertThat(auditor(requests::waiting))
                .filteredOn(each -> each.request().id().equals(id))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.request().dueOn()).isEqualTo(received.plusDays(30));
                    assertThat(each.request().late(received.plusDays(30))).isFalse();
                    assertThat(each.request().late(received.plusDays(31))).isTrue();
                    assertThat(each.request().elapsed(received.plusDays(15))).isEqualTo(0.5);
                    assertThat(each.fileNumber()).startsWith("RL-");
                });
        assertThat(logged("report-request", "CREATE", null)).isEqualTo(1);
    }

    @Test
    void what_is_wrong_with_a_request_is_said_at_its_field() {
        refused("record", "RL-99999999", today());
        refused("record", "nobody's", today());
        var number = auditor(scope -> number(scope, person));
        refused("receivedOn", number, today().plusDays(2));
        refused("receivedOn", number, null);
    }

    // ---- what is told

    @Test
    void each_reader_stands_there_with_section_time_and_reason() {
        open(here, Role.NURSE, Section.MEDICAL);
        assertThat(told(Role.NURSE, Section.MEDICAL)).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(ReadKind.OPENED);
            assertThat(line.times()).containsExactly(LocalTime.of(12, 10));
            assertThat(line.reader()).isEqualTo(here.member(Role.NURSE).id());
            assertThat(line.named()).isTrue();
            assertThat(line.centre()).isEqualTo(here.centre());
            assertThat(line.reason()).isEqualTo(ReadReason.TEAM);
        });
    }

    @Test
    void what_one_reader_did_several_times_on_a_day_is_one_line_and_days_go_backwards() {
        open(here, Role.NURSE, Section.MEDICAL);
        clock.move(Duration.ofMinutes(7));
        open(here, Role.NURSE, Section.MEDICAL);
        clock.move(Duration.ofDays(1));
        open(here, Role.NURSE, Section.MEDICAL);
        var days = report().days();
        assertThat(days).extracting(OwnReportDay::day).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(told(Role.NURSE, Section.MEDICAL))
                .extracting(OwnReportLine::times)
                .containsExactly(List.of(LocalTime.of(12, 17)), List.of(LocalTime.of(12, 10), LocalTime.of(12, 17)));
    }

    @Test
    void a_refused_attempt_is_told_as_one() {
        assertThatThrownBy(() -> open(elsewhere, Role.NURSE, Section.MEDICAL)).isInstanceOf(AccessDenied.class);
        assertThat(told(Role.NURSE, Section.MEDICAL)).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(ReadKind.REFUSED);
            assertThat(line.reason()).isNull();
            assertThat(line.reader()).isEqualTo(elsewhere.member(Role.NURSE).id());
        });
    }

    @Test
    void a_list_that_named_the_person_is_told() {
        here.as(
                Role.SOCIAL_WORKER,
                () -> access.show(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, "Orion"),
                        List.of(person, PersonId.create())));
        assertThat(lines())
                .filteredOn(line -> line.role().equals(Role.SOCIAL_WORKER.name()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.kind()).isEqualTo(ReadKind.LISTED);
                    assertThat(line.centre()).isEqualTo(here.centre());
                    assertThat(line.named()).isTrue();
                });
    }

    @Test
    void an_emergency_access_is_told_with_its_reason_and_what_was_opened_by_it() {
        elsewhere.as(
                Role.NURSE,
                () -> emergencies.begin(new BeginEmergency(
                        EmergencyId.create(),
                        person,
                        EmergencyReason.UNCONSCIOUS,
                        "Found unconscious in the corridor",
                        30)));
        open(elsewhere, Role.NURSE, Section.MEDICAL);
        assertThat(lines())
                .filteredOn(line -> elsewhere.member(Role.NURSE).id().equals(line.reader()))
                .satisfiesExactlyInAnyOrder(
                        begun -> {
                            assertThat(begun.kind()).isEqualTo(ReadKind.EMERGENCY);
                            assertThat(begun.emergency()).isEqualTo("UNCONSCIOUS");
                        },
                        opened -> {
                            assertThat(opened.kind()).isEqualTo(ReadKind.OPENED);
                            assertThat(opened.reason()).isEqualTo(ReadReason.EMERGENCY);
                        });
    }

    @Test
    void the_rows_of_a_merged_record_stand_there_too_and_each_once() {
        var other = people.registeredAt(elsewhere, "Orion-84");
        house.follow(here, other);
        house.follow(elsewhere, person);
        elsewhere.as(Role.NURSE, () -> access.grant(other, Section.MEDICAL));
        assertThat(told(Role.NURSE, Section.MEDICAL)).isEmpty();
        here.as(Role.COORDINATOR, () -> {
            merges.merge(write(person), write(other), "Same person");
            return null;
        });
        here.as(Role.PHYSICIAN, () -> access.grant(person, Section.MEDICAL));
        assertThat(told(Role.NURSE, Section.MEDICAL))
                .singleElement()
                .satisfies(line -> assertThat(line.centre()).isEqualTo(elsewhere.centre()));
        assertThat(told(Role.PHYSICIAN, Section.MEDICAL))
                .singleElement()
                .satisfies(line -> assertThat(line.kind()).isEqualTo(ReadKind.OPENED));
        // Whichever of the two numbers the person knows
        assertThat(lines(other)).isEqualTo(lines());
    }

    @Test
    void a_centre_of_a_country_that_names_no_reader_shows_the_role_alone() {
        var swedish = actingAs("setup", Role.ADMINISTRATOR, () -> {
            var code = "S-" + UUID.randomUUID().toString().substring(0, 8);
            var centre = centres.openCentre(new OpenCentre(
                    code, "Mottagning " + code, CentreKind.INPATIENT_DETOX, PARIS, LocalTime.MIDNIGHT, "SE", null));
            var ward = centres.openUnit(centre, "Avdelning", UnitKind.WARD);
            var nurse = staff.enter("nurse." + code, "Maja", "Lind", Role.NURSE);
            staff.assign(nurse, centre, null);
            return new Place(
                    centre,
                    ward,
                    ward,
                    List.of(),
                    java.util.Map.of(Role.NURSE, new House.Member(nurse, "nurse." + code, Role.NURSE)));
        });
        house.follow(new Place(swedish.centre(), swedish.ward(), swedish.ward(), List.of(), swedish.members()), person);
        swedish.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        assertThat(told(Role.NURSE, Section.MEDICAL)).singleElement().satisfies(line -> {
            assertThat(line.centre()).isEqualTo(swedish.centre());
            assertThat(line.named()).isFalse();
        });
    }

    @Test
    void what_auditors_looked_at_is_not_told() {
        assertThat(report().readers()).doesNotContain(here.member(Role.AUDITOR).id());
        assertThat(lines()).noneMatch(line -> line.role().equals(Role.AUDITOR.name()));
    }

    // ---- what is left out

    @Test
    void what_would_put_somebody_at_risk_is_left_out_whole_and_can_be_told_again() {
        open(here, Role.NURSE, Section.MEDICAL);
        var id = entered(person);
        var nurse = here.member(Role.NURSE).id();
        assertThatThrownBy(() -> leaveOut(id, nurse, true, " "))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.field()).isEqualTo("reason"));
        leaveOut(id, nurse, true, "She was threatened");
        var report = auditor(scope -> reports.report(scope, id));
        assertThat(report.leftOut()).containsExactly(nurse);
        assertThat(report.readers()).contains(nurse);
        assertThat(all(report)).isNotEmpty().noneMatch(line -> nurse.equals(line.reader()));
        // Another request of the same person has its own
        assertThat(report().leftOut()).isEmpty();

        clock.move(Duration.ofSeconds(1));
        leaveOut(id, nurse, false, "A mistake");
        assertThat(all(auditor(scope -> reports.report(scope, id)))).anyMatch(line -> nurse.equals(line.reader()));
    }

    // ---- the answer

    @Test
    void it_is_opened_and_made_into_a_file_on_the_ground_that_the_person_asked() throws IOException {
        var id = entered(person);
        auditor(scope -> reports.report(scope, id));
        assertThat(logged("own-access-report", "LOG_REVIEW", "PERSON_REQUEST")).isEqualTo(1);
        write(id, ReportFileId.create());
        assertThat(logged("own-access-report", "EXPORT", "PERSON_REQUEST")).isEqualTo(1);
    }

    @Test
    void it_is_answered_once_with_the_file_that_was_made() throws Exception {
        var id = entered(person);
        var file = ReportFileId.create();
        assertThatThrownBy(() -> answer(id, file)).isInstanceOf(Conflict.class);
        var bytes = write(id, file);
        assertThatThrownBy(() -> write(id, file)).isInstanceOf(Conflict.class);
        answer(id, file);
        answer(id, file);
        var answered = java.util.Objects.requireNonNull(
                auditor(scope -> requests.find(scope, id)).request().answered());
        assertThat(answered.by()).isEqualTo(here.member(Role.AUDITOR).id());
        assertThat(answered.hash())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(auditor(requests::waiting))
                .noneMatch(each -> each.request().id().equals(id));
        assertThat(auditor(requests::answered))
                .anyMatch(each -> each.request().id().equals(id));
        assertThatThrownBy(() -> write(id, ReportFileId.create())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> leaveOut(id, here.member(Role.NURSE).id(), true, "Too late"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_file_that_tells_what_was_left_out_since_is_no_answer() throws IOException {
        var id = entered(person);
        var file = ReportFileId.create();
        write(id, file);
        clock.move(Duration.ofSeconds(1));
        leaveOut(id, here.member(Role.NURSE).id(), true, "She was threatened");
        assertThatThrownBy(() -> answer(id, file)).isInstanceOf(Conflict.class);
        clock.move(Duration.ofSeconds(1));
        var again = ReportFileId.create();
        write(id, again);
        answer(id, again);
    }

    @Test
    void the_file_of_one_request_answers_no_other() throws IOException {
        var id = entered(person);
        var file = ReportFileId.create();
        write(id, file);
        var other = entered(person);
        assertThatThrownBy(() -> answer(other, file)).isInstanceOf(Conflict.class);
    }

    private void refused(String field, String record, @Nullable LocalDate received) {
        assertThatThrownBy(() -> auditor(scope -> {
                    requests.enter(scope, asked(ReportRequestId.create(), record, received));
                    return null;
                }))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.field()).isEqualTo(field));
    }

    private void open(Place place, Role role, Section section) {
        place.as(role, () -> access.grant(person, section));
    }

    private org.relais.access.Grant write(PersonId whose) {
        return access.grant(whose, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private ReportRequestId entered(PersonId whose) {
        var id = ReportRequestId.create();
        auditor(scope -> {
            requests.enter(scope, asked(id, number(scope, whose), today()));
            return null;
        });
        return id;
    }

    private static EnterReportRequest asked(ReportRequestId id, String record, @Nullable LocalDate received) {
        return new EnterReportRequest(id, record, received, ReportLanguage.SWEDISH, Handover.POST);
    }

    private OwnReport report() {
        var id = entered(person);
        return auditor(scope -> reports.report(scope, id));
    }

    private List<OwnReportLine> lines() {
        return all(report());
    }

    private List<OwnReportLine> lines(PersonId whose) {
        var id = entered(whose);
        return all(auditor(scope -> reports.report(scope, id)));
    }

    private List<OwnReportLine> told(Role role, Section section) {
        return lines().stream()
                .filter(line ->
                        line.role().equals(role.name()) && line.section().equals(section.name()))
                .toList();
    }

    private static List<OwnReportLine> all(OwnReport report) {
        return report.days().stream().flatMap(day -> day.lines().stream()).toList();
    }

    private void leaveOut(ReportRequestId id, StaffId reader, boolean leftOut, String reason) {
        auditor(scope -> {
            requests.leaveOut(scope, new LeaveOut(UUID.randomUUID(), id, reader, leftOut, reason));
            return null;
        });
    }

    private byte[] write(ReportRequestId id, ReportFileId file) {
        return auditor(scope -> {
            try (var out = new ByteArrayOutputStream()) {
                reports.write(scope, id, file, clock.instant().truncatedTo(ChronoUnit.MICROS), WORDS, out);
                return out.toByteArray();
            } catch (IOException unwritten) {
                throw new java.io.UncheckedIOException(unwritten);
            }
        });
    }

    private void answer(ReportRequestId id, ReportFileId file) {
        auditor(scope -> {
            requests.answer(scope, id, file);
            return null;
        });
    }

    private String number(Scope scope, PersonId whose) {
        return java.util.Objects.requireNonNull(
                numbers.of(scope, List.of(whose)).get(whose));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    private int logged(String type, String action, @Nullable String ground) {
        return jdbc.sql("SELECT COUNT(*) FROM " + logSchema + ".access_event WHERE resource_type = :type"
                        + " AND action = :action AND person_id = :person AND (:any OR legal_basis = :ground)")
                .param("type", type)
                .param("action", action)
                .param("person", person.value())
                .param("any", ground == null)
                .param("ground", ground)
                .query(Integer.class)
                .single();
    }

    private <T> T auditor(Function<Scope, T> act) {
        return here.as(Role.AUDITOR, () -> act.apply(access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null)));
    }
}
