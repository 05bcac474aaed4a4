package org.relais.demand;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessService;
import org.relais.access.Locks;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.aftercare.Followers;
import org.relais.history.SaveSubstances;
import org.relais.history.SubstanceAnswers;
import org.relais.history.SubstanceProfiles;
import org.relais.shared.HistoryItemId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.SituationStateId;
import org.relais.situation.Situations;
import org.relais.situation.StateKind;
import org.relais.situation.TellState;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What RECAP adds in France: asked there alone, in a file of its own beside that of the indicator. */
@RelaisTest
@Import(Followers.class)
class AddedItemsTests {

    @Autowired
    House house;

    @Autowired
    Followers followers;

    @Autowired
    Intake intake;

    @Autowired
    DemandReport report;

    @Autowired
    SubstanceProfiles profiles;

    @Autowired
    Situations situations;

    @Autowired
    Locks locks;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void in_france_its_answers_stand_in_a_file_of_their_own_under_the_same_pseudonym() {
        var here = house.open().here();
        var person = client(here, "Nadia");
        say(here, person, DemandItem.RESOURCES, "MINIMUM_INCOME");
        say(here, person, DemandItem.INCARCERATION, "NK");
        covered(here, person, "STATE_AID");

        var added = lines(make(here, DemandFile.Kind.ADDED));
        assertThat(added)
                .contains("\"CLIENT\";\"CENTRE\";\"RECAP_PROTECTION\";\"RECAP_RESOURCES\";\"RECAP_COVER\";"
                        + "\"RECAP_HBV_VACCINATION\";\"RECAP_PSYCHIATRIC_HISTORY\";\"RECAP_INCARCERATION\";"
                        + "\"RECAP_INTOXICATIONS\"");
        var row = added.stream()
                .filter(line -> line.matches("\"[0-9a-f]{32}\";.*"))
                .toList();
        assertThat(row)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .endsWith(";\"NK\";\"MINIMUM_INCOME\";\"STATE_AID\";\"NK\";\"NK\";\"NK\";\"NK\""));

        var clients = lines(make(here, DemandFile.Kind.CLIENTS));
        assertThat(clients).noneMatch(line -> line.contains("RECAP") || line.contains("MINIMUM_INCOME"));
        var pseudonym = row.getFirst().substring(0, 34);
        assertThat(clients.stream().filter(line -> line.startsWith(pseudonym))).hasSize(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM demand_file WHERE centre_id = ? AND kind = 'ADDED' AND clients = 1")
                        .param(here.centre().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void in_france_what_was_not_asked_is_missing_and_what_is_not_known_is_not() {
        var here = house.open().here();
        var person = client(here, "Nadia");
        say(here, person, DemandItem.INCARCERATION, "NK");
        var preview = preview(here);
        assertThat(preview.missing())
                .containsKeys(DemandItem.RESOURCES, DemandItem.COVER, DemandItem.INTOXICATIONS)
                .doesNotContainKey(DemandItem.INCARCERATION);
        assertThat(preview.notKnown()).containsEntry(DemandItem.INCARCERATION, 1);
    }

    @Test
    void of_a_locked_section_nothing_stands_in_the_file_and_nothing_is_missing() {
        var here = house.open().here();
        var person = client(here, "Nadia");
        say(here, person, DemandItem.RESOURCES, "MINIMUM_INCOME");
        covered(here, person, "STATE_AID");
        here.as(
                Role.NURSE,
                () -> locks.lockSection(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Section.SOCIAL));
        assertThat(make(here, DemandFile.Kind.ADDED)).doesNotContain("MINIMUM_INCOME", "STATE_AID");
        assertThat(preview(here).missing())
                .doesNotContainKeys(DemandItem.RESOURCES, DemandItem.COVER, DemandItem.PROTECTION)
                .containsKey(DemandItem.INTOXICATIONS);
    }

    @Test
    void elsewhere_it_is_neither_asked_nor_taken_nor_missing_and_there_is_no_file() {
        var here = house.openIn("SE").here();
        var person = client(here, "Nadia");
        covered(here, person, "STATE_AID");
        var sheet = here.as(
                Role.SOCIAL_WORKER,
                () -> intake.of(access.grant(person, Section.RECORD)).orElseThrow());
        assertThat(sheet.fields()).noneMatch(field -> field.item().item().added());
        assertThat(sheet.elsewhere()).doesNotContainKey(DemandItem.COVER);
        assertThatThrownBy(() -> say(here, person, DemandItem.RESOURCES, "MINIMUM_INCOME"))
                .isInstanceOf(NotFound.class);
        assertThat(preview(here).missing().keySet()).noneMatch(DemandItem::added);
        assertThat(here.as(Role.COORDINATOR, () -> report.adds(reports()))).isFalse();
        assertThatThrownBy(() -> make(here, DemandFile.Kind.ADDED))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("centre");
                    assertThat(refusal.key()).isEqualTo("demand.error.not-added");
                });
    }

    private PersonId client(Place place, String name) {
        var person = followers.admitted(place, name);
        place.as(
                Role.NURSE,
                () -> profiles.save(
                        access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE),
                        new SaveSubstances(
                                HistoryItemId.create(), place.centre(), 0, SubstanceAnswers.primary("HEROIN"))));
        return person;
    }

    private void say(Place place, PersonId person, DemandItem item, String code) {
        place.as(Role.SOCIAL_WORKER, () -> {
            var record = access.grant(person, Section.RECORD);
            return intake.save(
                    access.grant(person, Section.SOCIAL, Right.WRITE, Purpose.CARE),
                    record,
                    new SaveIntake(
                            intake.of(record).orElseThrow().episode(),
                            List.of(new SaveIntake.Said(item, 0, code, null))));
        });
    }

    private void covered(Place place, PersonId person, String code) {
        place.as(
                Role.SOCIAL_WORKER,
                () -> situations.tell(
                        access.grant(person, Section.SOCIAL, Right.WRITE, Purpose.CARE),
                        new TellState(
                                SituationStateId.create(),
                                place.centre(),
                                StateKind.HEALTH_COVER,
                                code,
                                false,
                                today().minusDays(30),
                                null,
                                null)));
    }

    private DemandPreview preview(Place place) {
        return place.as(Role.COORDINATOR, () -> report.preview(reports(), question(place), DemandProgress.NONE));
    }

    private String make(Place place, DemandFile.Kind kind) {
        return new String(
                place.as(
                                Role.COORDINATOR,
                                () -> report.make(
                                        reports(), question(place), kind, (key, arguments) -> key, DemandProgress.NONE))
                        .content(),
                StandardCharsets.UTF_8);
    }

    private static List<String> lines(String file) {
        return Arrays.asList(file.split("\r\n"));
    }

    private DemandQuestion question(Place place) {
        return new DemandQuestion(today().getYear(), place.centre());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }

    private Scope reports() {
        return access.scope(Section.REPORT, Purpose.COORDINATION, null);
    }
}
