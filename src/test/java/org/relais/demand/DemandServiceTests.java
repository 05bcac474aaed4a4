package org.relais.demand;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.GivenAccesses;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.aftercare.FollowUpAnswer;
import org.relais.aftercare.Followers;
import org.relais.audit.Signatures;
import org.relais.episode.EndReason;
import org.relais.history.SaveSubstances;
import org.relais.history.SubstanceAnswers;
import org.relais.history.SubstanceProfiles;
import org.relais.shared.CsvLine;
import org.relais.shared.HistoryItemId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.RelaisException;
import org.relais.shared.StaleVersion;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.worklist.TodayItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Treatment demand from the first question to the signed file, on a real database. */
@RelaisTest
@Import(Followers.class)
class DemandServiceTests {

    @Autowired
    House house;

    @Autowired
    Followers followers;

    @Autowired
    Intake intake;

    @Autowired
    DemandReport report;

    @Autowired
    DemandToday today;

    @Autowired
    SubstanceProfiles profiles;

    @Autowired
    GivenAccesses accesses;

    @Autowired
    Signatures signatures;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Place here;
    Place elsewhere;
    int year;

    @BeforeEach
    void open() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        year = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).getYear();
    }

    @Test
    void a_missing_item_stands_in_the_day_of_the_key_worker_until_it_is_answered_and_not_known_is_an_answer() {
        var person = followers.admitted(here, "Nadia");
        var worker = here.member(Role.SOCIAL_WORKER).id();
        here.as(Role.SOCIAL_WORKER, () -> {
            accesses.nameKeyWorker(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), here.centre(), worker);
            return true;
        });
        assertThat(items(Role.SOCIAL_WORKER)).singleElement().satisfies(item -> {
            assertThat(item.person()).isEqualTo(person);
            assertThat(item.path()).endsWith(DemandRoutes.SECTION);
        });
        assertThat(items(Role.NURSE)).isEmpty();
        say(person, Section.ADMINISTRATIVE, DemandItem.PREVIOUS, "NEVER", 0);
        say(person, Section.ADMINISTRATIVE, DemandItem.REFERRAL, "NK", 0);
        say(person, Section.SOCIAL, DemandItem.LIVING_WITH, "NK", 0);
        say(person, Section.SOCIAL, DemandItem.CHILDREN, "NO", 0);
        say(person, Section.SOCIAL, DemandItem.PROTECTION, "NONE", 0);
        say(person, Section.SOCIAL, DemandItem.RESOURCES, "NK", 0);
        say(person, Section.SOCIAL, DemandItem.INCARCERATION, "REFUSED", 0);
        assertThat(items(Role.SOCIAL_WORKER)).hasSize(1);
        say(person, Section.SOCIAL, DemandItem.LIVING_WHERE, "UNSTABLE", 0);
        assertThat(items(Role.SOCIAL_WORKER)).isEmpty();
    }

    @Test
    void an_answer_is_corrected_by_a_later_version_and_only_by_whoever_saw_the_one_in_force() {
        var person = followers.admitted(here, "Nadia");
        say(person, Section.SOCIAL, DemandItem.LIVING_WITH, "ALONE", 0);
        say(person, Section.SOCIAL, DemandItem.LIVING_WITH, "ALONE", 0);
        assertThat(versions(person)).isOne();
        assertThatThrownBy(() -> say(person, Section.SOCIAL, DemandItem.LIVING_WITH, "PARTNER", 0))
                .isInstanceOf(StaleVersion.class);
        say(person, Section.SOCIAL, DemandItem.LIVING_WITH, "PARTNER", 1);
        assertThat(versions(person)).isEqualTo(2);
        assertThatThrownBy(() -> say(person, Section.SOCIAL, DemandItem.LIVING_WITH, "CASTLE", 2))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("LIVING_WITH"));
    }

    @Test
    void an_item_is_seen_and_answered_only_by_whoever_reads_and_writes_its_section() {
        var person = followers.admitted(here, "Nadia");
        var seen = here.as(
                Role.SOCIAL_WORKER,
                () -> intake.of(access.grant(person, Section.RECORD)).orElseThrow());
        assertThat(seen.fields())
                .extracting(field -> field.item().item())
                .containsExactly(
                        DemandItem.PREVIOUS,
                        DemandItem.REFERRAL,
                        DemandItem.LIVING_WITH,
                        DemandItem.CHILDREN,
                        DemandItem.LIVING_WHERE,
                        DemandItem.PROTECTION,
                        DemandItem.RESOURCES,
                        DemandItem.INCARCERATION);
        assertThatThrownBy(() -> say(person, Section.SOCIAL, DemandItem.HIV, "NOT_TESTED", 0))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_file_of_clients_counts_each_once_under_a_pseudonym_and_is_signed_and_logged() {
        var heroin = followers.admitted(here, "Nadia");
        substance(heroin, "HEROIN");
        var alcohol = followers.admitted(here, "Paul");
        substance(alcohol, "ALCOHOL");
        var error = followers.admitted(here, "Erreur");
        followers.discharge(here, error, EndReason.ENTERED_IN_ERROR, FollowUpAnswer.NOT_ASKED);
        followers.admitted(elsewhere, "Autre");

        var preview = here.as(Role.COORDINATOR, () -> report.preview(reports(), here(year), DemandProgress.NONE));
        assertThat(preview.clients()).isOne();
        assertThat(preview.excluded()).isOne();
        assertThat(preview.incomplete()).singleElement().satisfies(one -> {
            assertThat(one.person()).isEqualTo(heroin);
            assertThat(one.items())
                    .contains(DemandItem.REFERRAL, DemandItem.HIV)
                    .doesNotContain(DemandItem.DRUG);
        });

        var file = here.as(
                Role.COORDINATOR,
                () -> report.make(
                        reports(), here(year), DemandFile.Kind.CLIENTS, (key, arguments) -> key, DemandProgress.NONE));
        var text = new String(file.content(), StandardCharsets.UTF_8);
        var lines = text.split("\r\n");
        var row =
                Arrays.stream(lines).filter(line -> line.contains("\"HEROIN\"")).toList();
        assertThat(row).hasSize(1);
        assertThat(row.getFirst()).doesNotContain("\"\"").doesNotContain(heroin.toString());
        assertThat(row.getFirst()).matches("\"[0-9a-f]{32}\";.*");
        assertThat(text).doesNotContain("Nadia").doesNotContain("Castellane").doesNotContain("ALCOHOL");
        var hash = lines[lines.length - 2].split("\"", -1)[3];
        var signature = lines[lines.length - 1].split("\"", -1)[3];
        assertThat(signatures.holds(hash, signature)).isTrue();
        var signed = text.substring(0, text.lastIndexOf("\r\n", text.lastIndexOf(hash)) + 2);
        assertThat(hash).isEqualTo(sha256(signed));
        // One of a kind: the month of the beginning, not the day
        assertThat(row.getFirst()).contains("\"" + year + "-").doesNotContainPattern("\"\\d{4}-\\d{2}-\\d{2}\"");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM demand_file WHERE hash = ? AND clients = 1")
                        .param(hash)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_signature_is_no_formula_whichever_it_is() {
        for (var number = 0; number < 500; number++) {
            var signed = signatures.sign(sha256(String.valueOf(number))).text();
            assertThat(CsvLine.cell(signed)).isEqualTo('"' + signed + '"');
        }
    }

    @Test
    void five_alike_have_the_day_of_the_beginning_and_a_formula_is_none() {
        for (var name : List.of("Nadia", "Paul", "Anna", "Luc", "Rosa")) {
            substance(followers.admitted(here, name), "HEROIN");
        }
        var file = here.as(
                Role.COORDINATOR,
                () -> report.make(
                        reports(),
                        here(year),
                        DemandFile.Kind.CLIENTS,
                        (key, arguments) -> "=1+1",
                        DemandProgress.NONE));
        var text = new String(file.content(), StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> line.contains("\"HEROIN\"")))
                .hasSize(5)
                .allMatch(line -> line.matches("(\"[^\"]*\";){3}\"\\d{4}-\\d{2}-\\d{2}\".*"));
        assertThat(text).contains("\"'=1+1\"").doesNotContain("\"=1+1\"");
    }

    @Test
    void what_was_asked_and_is_not_known_is_counted_apart_from_what_was_not_asked() {
        var person = followers.admitted(here, "Nadia");
        say(person, Section.ADMINISTRATIVE, DemandItem.REFERRAL, "NK", 0);
        say(person, Section.SOCIAL, DemandItem.CHILDREN, "NO", 0);
        var preview = here.as(Role.COORDINATOR, () -> report.preview(reports(), here(year), DemandProgress.NONE));
        assertThat(preview.notKnown()).containsExactlyEntriesOf(Map.of(DemandItem.REFERRAL, 1));
        assertThat(preview.missing())
                .containsEntry(DemandItem.LIVING_WITH, 1)
                .doesNotContainKeys(DemandItem.REFERRAL, DemandItem.CHILDREN);
    }

    @Test
    void whoever_says_that_a_contact_goes_on_elsewhere_is_no_client() {
        var person = followers.admitted(here, "Nadia");
        say(person, Section.ADMINISTRATIVE, DemandItem.PREVIOUS, CaseRule.CONTINUING, 0);
        var preview = here.as(Role.COORDINATOR, () -> report.preview(reports(), here(year), DemandProgress.NONE));
        assertThat(preview.clients()).isZero();
        assertThat(preview.continuing()).isOne();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void the_pseudonym_is_that_of_the_year() {
        var made = new Pseudonyms("a key that is long enough for pseudonyms");
        var person = PersonId.create();
        assertThat(made.of(2025, person)).isEqualTo(made.of(2025, person)).isNotEqualTo(made.of(2026, person));
        assertThat(new Pseudonyms("another key, also long enough for them").of(2025, person))
                .isNotEqualTo(made.of(2025, person));
        assertThatThrownBy(() -> new Pseudonyms("short").of(2025, person)).hasMessageContaining("demand.error.key");
    }

    @Test
    void a_file_of_nobody_of_the_future_of_another_centre_or_of_all_is_refused() {
        here.as(Role.COORDINATOR, () -> {
            refused(here(year), InvalidInput.class, "demand.error.nothing");
            refused(here(year + 1), InvalidInput.class, "demand.error.future");
            refused(here(1999), InvalidInput.class, "demand.error.year");
            refused(new DemandQuestion(year, elsewhere.centre()), NotFound.class, null);
            refused(new DemandQuestion(year, null), NotFound.class, null);
            return true;
        });
        assertThatThrownBy(() -> here.as(Role.NURSE, this::reports)).isInstanceOf(AccessDenied.class);
    }

    private void refused(DemandQuestion question, Class<? extends RelaisException> with, @Nullable String because) {
        assertThatThrownBy(() -> report.make(
                        reports(), question, DemandFile.Kind.CLIENTS, (key, arguments) -> key, DemandProgress.NONE))
                .isInstanceOfSatisfying(with, refusal -> {
                    if (because != null) {
                        assertThat(refusal.key()).isEqualTo(because);
                    }
                });
    }

    private Scope reports() {
        return access.scope(Section.REPORT, Purpose.COORDINATION, null);
    }

    private DemandQuestion here(int of) {
        return new DemandQuestion(of, here.centre());
    }

    private List<TodayItem> items(Role role) {
        return here.as(
                role,
                () -> today.items(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"))));
    }

    private void say(PersonId person, Section section, DemandItem item, String code, int version) {
        here.as(Role.SOCIAL_WORKER, () -> {
            var record = access.grant(person, Section.RECORD);
            var episode = intake.of(record).orElseThrow().episode();
            return intake.save(
                    access.grant(person, section, Right.WRITE, Purpose.CARE),
                    record,
                    new SaveIntake(episode, List.of(new SaveIntake.Said(item, version, code, null))));
        });
    }

    private void substance(PersonId person, String code) {
        here.as(
                Role.NURSE,
                () -> profiles.save(
                        access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE),
                        new SaveSubstances(HistoryItemId.create(), here.centre(), 0, SubstanceAnswers.primary(code))));
    }

    private int versions(PersonId person) {
        return jdbc.sql("SELECT COUNT(*) FROM demand_answer WHERE person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }
}
