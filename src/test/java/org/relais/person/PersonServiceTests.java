package org.relais.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.person.PossibleDuplicate.Reason;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.shared.StaleVersion;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Opened;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@RelaisTest
class PersonServiceTests {
    private static final LocalDate BIRTH = LocalDate.of(1984, 3, 14);

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    House house;

    @Autowired
    StatementLog statements;

    @Autowired
    TransactionTemplate transactions;

    private Opened service;

    @BeforeEach
    void openService() {
        service = house.open();
        signIn(Role.NURSE, service.here());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "castellane",
                "CASTEL",
                "castelane",
                "cstellane",
                "casetllane",
                "rémi",
                "remi castel",
                "castellane rem",
                "castelane remi",
                "castelane 84",
                "castel 1984",
                "14.03.1984",
                "1984-03-14",
                "castelane 14.03.1984",
                "1984",
                "castellane 84 remi"
            })
    void a_person_is_found_by_what_people_type(String typed) {
        var remi = register(Identity.named("Rémi", "Castellane", BIRTH));
        register(Identity.named("Nadège", "Castille", LocalDate.of(1991, 1, 2)));
        assertThat(found(typed)).contains(remi);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cas", "castilane 84", "castellane 85", "dupond", "remi dupond", "ca", "15.03.1984"})
    void and_only_by_what_fits(String typed) {
        register(Identity.named("Rémi", "Castellane", BIRTH));
        var hits = found(typed);
        assertThat(hits.isEmpty()).isNotEqualTo(typed.equals("cas"));
    }

    @Test
    void an_alias_is_found_with_its_number_and_with_a_typing_error() {
        var orion = register(Identity.alias("Orion-83"));
        assertThat(found("orion")).containsExactly(orion);
        assertThat(found("orion 83")).containsExactly(orion);
        assertThat(found("oiron-83")).containsExactly(orion);
        assertThat(found("orion 84")).isEmpty();
    }

    @Test
    void a_file_number_finds_with_or_without_its_letters() {
        var remi = register(Identity.named("Rémi", "Castellane", BIRTH));
        var number =
                people.names(scope(), List.of(remi)).values().iterator().next().fileNumber();
        assertThat(number).matches("RL-\\d{5,}");
        assertThat(found(number)).containsExactly(remi);
        assertThat(found(number.substring(3))).containsExactly(remi);
    }

    @Test
    void exact_stands_before_beginnings_and_these_before_misspelt() {
        var castel = register(Identity.named("Anna", "Castel", null));
        var castellane = register(Identity.named("Rémi", "Castellane", null));
        var cassel = register(Identity.named("Lise", "Cassel", null));
        assertThat(found("castel")).containsExactly(castel, castellane, cassel);
        assertThat(people.search(scope(), "castel", 2).more()).isTrue();
    }

    @Test
    void another_centre_finds_nothing_but_the_exact_question() {
        var remi = register(Identity.named("Rémi", "Vaubanel", BIRTH));
        register(new Identity("Nova", "Lise", "Vaubanet", true, BIRTH, null, null));
        signIn(Role.SOCIAL_WORKER, service.elsewhere());
        assertThat(found("vaubanel")).isEmpty();
        assertThat(people.list(scope(), PersonFilter.everybody(), null, 20).rows())
                .isEmpty();
        assertThat(people.elsewhere(scope(), ElsewhereQuestion.named("VAUBANEL", BIRTH)))
                .contains(new ElsewhereHint(remi, service.here().centre()));
        assertThat(people.elsewhere(scope(), ElsewhereQuestion.named("Vaubannel", BIRTH)))
                .isEmpty();
        assertThat(people.elsewhere(scope(), ElsewhereQuestion.named("Vaubanet", BIRTH)))
                .as("whoever goes by an alias is not betrayed by their name")
                .isEmpty();
    }

    @Test
    void a_person_followed_at_a_further_centre_is_found_there() {
        var remi = register(Identity.named("Rémi", "Castellane", BIRTH));
        var grant = access.grant(remi, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
        transactions.executeWithoutResult(
                _ -> people.followedAt(grant, remi, service.elsewhere().centre()));
        signIn(Role.PSYCHOLOGIST, service.elsewhere());
        assertThat(found("castelane 84")).containsExactly(remi);
        assertThat(people.list(scope(), PersonFilter.everybody(), null, 20).rows())
                .hasSize(1);
    }

    @Test
    void a_search_takes_two_statements_and_logs_whom_it_names_before_it_answers() {
        register(Identity.named("Rémi", "Castellane", BIRTH));
        var scope = scope();
        statements.clear();
        people.search(scope, "castellane remi", 10);
        assertThat(statements.all().stream().filter(statement -> statement.sql().contains("person_name_key")))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(statements.all().getLast().sql()).contains("_audit.access_");
    }

    @Test
    void an_identity_attached_later_keeps_what_was_before() {
        var orion = register(Identity.alias("Orion-83"));
        var before = head(orion);
        people.attachIdentity(
                write(orion, Section.ADMINISTRATIVE),
                new AttachIdentity(Identity.named("Rémi", "Castellane", BIRTH), before.version()));
        var after = head(orion);
        assertThat(after.name().display()).isEqualTo("Rémi Castellane");
        assertThat(after.name().fileNumber()).isEqualTo(before.name().fileNumber());
        var details = people.details(access.grant(orion, Section.ADMINISTRATIVE));
        assertThat(details.identities())
                .extracting(IdentityVersion::display)
                .containsExactly("Rémi Castellane", "Orion-83");
        assertThat(found("orion")).containsExactly(orion);
        assertThat(found("castelane 84")).containsExactly(orion);
    }

    @Test
    void an_identity_on_an_old_version_is_refused_and_changes_nothing() {
        var orion = register(Identity.alias("Orion-83"));
        var stale = new AttachIdentity(Identity.named("Rémi", "Castellane", BIRTH), 7);
        assertThatThrownBy(() -> people.attachIdentity(write(orion, Section.ADMINISTRATIVE), stale))
                .isInstanceOf(StaleVersion.class);
        assertThat(head(orion).name().display()).isEqualTo("Orion-83");
        assertThat(found("castellane")).isEmpty();
    }

    @Test
    void the_same_command_twice_registers_once() {
        var command = new RegisterPerson(service.here().centre(), service.here().ward(), Identity.alias("Vega-12"));
        assertThat(people.register(scope(), command)).isEqualTo(people.register(scope(), command));
        assertThat(found("vega")).hasSize(1);
    }

    @Test
    void duplicates_are_named_and_nothing_is_blocked() {
        var remi = people.register(
                scope(),
                new RegisterPerson(
                                service.here().centre(),
                                service.here().ward(),
                                Identity.named("Rémi", "Castellane", BIRTH))
                        .with(new Identifier("INS", "184037512345678")));
        var orion = register(Identity.alias("Orion-83"));
        assertThat(duplicates(Identity.named("Remy", "Castelane", BIRTH)))
                .containsExactly(Map.entry(remi, Reason.SAME_BIRTH_AND_SIMILAR_NAME));
        assertThat(duplicates(Identity.named("Rémi", "Castellane", null)))
                .containsExactly(Map.entry(remi, Reason.SAME_NAME));
        assertThat(duplicates(Identity.alias("Orion 83"))).containsExactly(Map.entry(orion, Reason.SIMILAR_ALIAS));
        assertThat(duplicates(Identity.named("Rémi", "Castellane", BIRTH.minusYears(20))))
                .isEmpty();
        var identified = new RegisterPerson(service.here().centre(), null, Identity.alias("X"))
                .with(new Identifier("INS", "184037512345678"));
        assertThat(people.duplicates(scope(), identified))
                .extracting(PossibleDuplicate::reason)
                .containsExactly(Reason.SAME_IDENTIFIER);
        assertThat(register(Identity.named("Rémi", "Castellane", BIRTH))).isNotEqualTo(remi);
    }

    @Test
    void the_head_holds_alerts_and_relatives_in_one_statement() {
        var remi = register(Identity.named("Rémi", "Castellane", BIRTH).withGender(Gender.MALE));
        people.addAlert(
                write(remi, Section.RISK),
                new AddAlert(AlertKind.ALLERGY, Severity.CRITICAL, "Amoxicilline « œdème »", "La personne"));
        people.addRelative(
                write(remi, Section.ADMINISTRATIVE),
                new RelativeDetails(
                        "Élodie",
                        Relation.SISTER,
                        "06 12 34 56 78",
                        new MayBeTold(
                                Map.of(TellingTopic.PRESENCE, true, TellingTopic.RESULTS, false),
                                LocalDate.of(2026, 1, 5),
                                LocalDate.of(2030, 1, 5))));
        var grant = access.grant(remi, Section.RECORD);
        statements.clear();
        var head = people.head(grant);
        assertThat(statements.all().stream().filter(statement -> statement.sql().contains("person_")))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(head.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.text()).isEqualTo("Amoxicilline « œdème »");
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        });
        assertThat(head.relatives()).singleElement().satisfies(relative -> {
            assertThat(relative.mayBeTold().allows(TellingTopic.PRESENCE, LocalDate.of(2030, 1, 5)))
                    .isTrue();
            assertThat(relative.mayBeTold().allows(TellingTopic.PRESENCE, LocalDate.of(2030, 1, 6)))
                    .isFalse();
            assertThat(relative.mayBeTold().allows(TellingTopic.RESULTS, LocalDate.of(2026, 2, 1)))
                    .isFalse();
            assertThat(relative.telephone()).isEqualTo("06 12 34 56 78");
        });
        assertThat(head.centres()).containsExactly(service.here().centre());
    }

    @Test
    void an_alert_is_ended_with_a_reason_once() {
        var remi = register(Identity.alias("Orion-83"));
        var alert = people.addAlert(
                write(remi, Section.RISK), new AddAlert(AlertKind.SAFETY, Severity.WARNING, "À deux", null));
        assertThatThrownBy(() -> people.endAlert(write(remi, Section.RISK), alert, " "))
                .isInstanceOf(InvalidInput.class);
        people.endAlert(write(remi, Section.RISK), alert, "Situation apaisée");
        assertThat(head(remi).alerts()).isEmpty();
        assertThatThrownBy(() -> people.endAlert(write(remi, Section.RISK), alert, "Encore"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_relative_changes_by_versions_and_a_stale_one_is_refused() {
        var remi = register(Identity.alias("Orion-83"));
        var sister = new RelativeDetails("Élodie", Relation.SISTER, null, MayBeTold.nothing());
        var id = people.addRelative(write(remi, Section.ADMINISTRATIVE), sister);
        people.changeRelative(write(remi, Section.ADMINISTRATIVE), id, sister, 1);
        assertThatThrownBy(() -> people.changeRelative(write(remi, Section.ADMINISTRATIVE), id, sister, 1))
                .isInstanceOf(StaleVersion.class);
        people.endRelative(write(remi, Section.ADMINISTRATIVE), id, 2);
        assertThat(head(remi).relatives()).isEmpty();
    }

    @Test
    void a_peer_worker_knows_that_there_is_an_alert_and_a_coordinator_does_not() {
        signIn(Role.NURSE, service.here());
        var remi = register(Identity.alias("Orion-83"));
        people.addAlert(
                write(remi, Section.RISK), new AddAlert(AlertKind.SUICIDE_RISK, Severity.CRITICAL, "Plan signé", null));
        signIn(Role.PEER_WORKER, service.here());
        assertThat(head(remi).alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.SUICIDE_RISK);
            assertThat(alert.text()).isEmpty();
        });
        signIn(Role.COORDINATOR, service.here());
        assertThat(head(remi).alerts()).isEmpty();
    }

    @Test
    void a_list_is_read_by_name_page_after_page() {
        var anna = register(Identity.named("Anna", "Castel", null));
        var bo = register(Identity.named("Bo", "Öberg", null));
        var orion = register(Identity.alias("Orion-83"));
        var first = people.list(scope(), PersonFilter.everybody(), null, 2);
        assertThat(first.rows()).extracting(row -> row.name().person()).containsExactly(anna, bo);
        assertThat(first.more()).isTrue();
        var second = people.list(
                scope(), PersonFilter.everybody(), first.rows().getLast().cursor(), 2);
        assertThat(second.rows()).extracting(row -> row.name().person()).containsExactly(orion);
        assertThat(second.more()).isFalse();
    }

    @Test
    void a_role_that_only_reads_registers_nobody_and_a_foreign_centre_takes_nobody() {
        assertThatThrownBy(() -> people.register(
                        scope(), new RegisterPerson(service.elsewhere().centre(), null, Identity.alias("X"))))
                .isInstanceOf(NotFound.class);
        signIn(Role.PEER_WORKER, service.here());
        assertThatThrownBy(() -> register(Identity.alias("X"))).isInstanceOf(AccessDenied.class);
        signIn(Role.AUDITOR, service.here());
        assertThatThrownBy(this::scope).isInstanceOf(AccessDenied.class);
    }

    private static void signIn(Role role, Place place) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                place.member(role).username(), null, AuthorityUtils.createAuthorityList(role.authority())));
        SecurityContextHolder.setContext(context);
    }

    private PersonId register(Identity identity) {
        return people.register(
                scope(),
                new RegisterPerson(service.here().centre(), service.here().ward(), identity));
    }

    private List<PersonId> found(String typed) {
        return people.search(scope(), typed, 20).rows().stream()
                .map(hit -> hit.name().person())
                .toList();
    }

    private List<Map.Entry<PersonId, Reason>> duplicates(Identity identity) {
        return people.duplicates(scope(), new RegisterPerson(service.here().centre(), null, identity)).stream()
                .map(possible -> Map.entry(possible.name().person(), possible.reason()))
                .toList();
    }

    private PersonHead head(PersonId person) {
        return people.head(access.grant(person, Section.RECORD));
    }

    private org.relais.access.Grant write(PersonId person, Section section) {
        return access.grant(person, section, Right.WRITE, Purpose.CARE);
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }
}
