package org.relais.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.GiveConsent;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Locks;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.episode.Admit;
import org.relais.episode.Destination;
import org.relais.episode.Discharge;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeService;
import org.relais.episode.StartOutpatient;
import org.relais.record.Drafts;
import org.relais.record.NoteKinds;
import org.relais.record.Notes;
import org.relais.record.SaveDraft;
import org.relais.record.SignNote;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.record.Visibility;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.RelaisException;
import org.relais.shared.Severity;
import org.relais.shared.StaleVersion;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two records become one and two again; attack 15: the stricter rights hold for both. */
@RelaisTest
class PersonMergesTests {

    private static final LocalDate BIRTH = LocalDate.of(1984, 3, 14);

    @Autowired
    House house;

    @Autowired
    PersonService people;

    @Autowired
    PersonMerges merges;

    @Autowired
    AccessService access;

    @Autowired
    SharingConsents consents;

    @Autowired
    Locks locks;

    @Autowired
    Protections protections;

    @Autowired
    EpisodeService episodes;

    @Autowired
    Notes notes;

    @Autowired
    Drafts drafts;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient jdbc;

    Place here;
    Place elsewhere;
    PersonId surviving;
    PersonId absorbed;

    @BeforeEach
    void twoRecords() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        surviving = registered(here, Identity.named("Mireille", "Castelane", BIRTH));
        absorbed = registered(elsewhere, Identity.named("Mimi", "Ravenel", null));
        // Both coordinators take part in both, as after an access that was given
        house.follow(here, absorbed);
        house.follow(elsewhere, surviving);
    }

    @Test
    void the_names_and_numbers_of_the_absorbed_record_find_the_surviving_one_in_both_centres() {
        var number = fileNumber(elsewhere, absorbed);
        elsewhere.as(Role.NURSE, () -> {
            people.addIdentifier(write(absorbed), new Identifier("register", "K-778"));
            return null;
        });
        merge();
        for (var place : List.of(here, elsewhere)) {
            place.as(Role.NURSE, () -> {
                for (var typed : List.of("Ravenel", "ravenl", "Mimi Ravenel", "Castelane", number, "14.03.1984")) {
                    assertThat(people.search(scope(), typed, 10).rows())
                            .as(typed)
                            .singleElement()
                            .satisfies(hit -> {
                                assertThat(hit.name().person()).isEqualTo(surviving);
                                assertThat(hit.name().display()).isEqualTo("Mireille Castelane");
                                assertThat(hit.otherName()).isEqualTo("Mimi Ravenel");
                            });
                }
                assertThat(people.list(scope(), PersonFilter.everybody(), null, 10)
                                .rows())
                        .singleElement()
                        .satisfies(row -> assertThat(row.name().person()).isEqualTo(surviving));
                assertThat(people.withIdentifier(scope(), new Identifier("register", "K-778")))
                        .contains(surviving);
                // Lists of other rooms ask by the id their rows hold
                assertThat(people.names(scope(), List.of(absorbed)))
                        .hasEntrySatisfying(
                                absorbed, name -> assertThat(name.display()).isEqualTo("Mireille Castelane"));
                return null;
            });
        }
    }

    @Test
    void parted_every_row_is_what_it_was() {
        var before = rows();
        merge();
        assertThat(rows()).isNotEqualTo(before);
        part();
        assertThat(rows()).isEqualTo(before);
        elsewhere.as(Role.NURSE, () -> {
            assertThat(people.search(scope(), "Ravenel", 10).rows())
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.name().person()).isEqualTo(absorbed));
            assertThat(people.search(scope(), "Castelane", 10).rows()).isEmpty();
            return null;
        });
    }

    @Test
    void a_centre_that_follows_the_merged_person_by_itself_knows_them_after_the_parting_too() {
        merge();
        elsewhere.as(Role.NURSE, () -> {
            episodes.admit(write(surviving), new Admit(null, 0, elsewhere.ward(), null, null));
            return null;
        });
        part();
        elsewhere.as(Role.NURSE, () -> {
            assertThat(people.search(scope(), "Castelane", 10).rows()).hasSize(1);
            assertThat(people.search(scope(), "Ravenel", 10).rows())
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.name().person()).isEqualTo(absorbed));
            return null;
        });
    }

    @Test
    void the_head_shows_what_both_hold_and_each_row_ends_where_it_stands() {
        elsewhere.as(Role.NURSE, () -> {
            people.addAlert(
                    write(absorbed, Section.RISK), new AddAlert(AlertKind.ALLERGY, Severity.CRITICAL, "Peanuts", null));
            people.addContact(write(absorbed), new AddContact(ContactKind.TELEPHONE, "0601020304"));
            people.addRelative(
                    write(absorbed), new RelativeDetails("Ines", Relation.SISTER, null, MayBeTold.nothing()));
            return null;
        });
        merge();
        here.as(Role.NURSE, () -> {
            var head = people.head(access.grant(surviving, Section.RECORD));
            assertThat(head.name().person()).isEqualTo(surviving);
            assertThat(head.otherName()).isEqualTo("Mimi Ravenel");
            assertThat(head.alerts()).singleElement().extracting(Alert::text).isEqualTo("Peanuts");
            assertThat(head.relatives()).hasSize(1);
            var details = people.details(access.grant(absorbed, Section.ADMINISTRATIVE));
            assertThat(details.name().person()).isEqualTo(surviving);
            assertThat(details.identities())
                    .extracting(IdentityVersion::display)
                    .containsExactly("Mireille Castelane", "Mimi Ravenel");
            assertThat(details.contacts()).hasSize(1);
            people.endAlert(
                    write(surviving, Section.RISK), head.alerts().getFirst().id(), "Tested");
            people.endContact(write(surviving), details.contacts().getFirst().id());
            people.endRelative(write(surviving), head.relatives().getFirst().id(), 1);
            var later = people.head(access.grant(surviving, Section.RECORD));
            assertThat(later.alerts()).isEmpty();
            assertThat(later.relatives()).isEmpty();
            people.addAlert(
                    write(absorbed, Section.RISK), new AddAlert(AlertKind.OTHER, Severity.INFO, "Written after", null));
            return null;
        });
        part();
        elsewhere.as(Role.NURSE, () -> {
            assertThat(people.alerts(access.grant(absorbed, Section.RISK))).isEmpty();
            assertThat(people.alerts(access.grant(surviving, Section.RISK))).hasSize(1);
            return null;
        });
    }

    @Test
    void beside_an_alias_no_other_name_shows() {
        var alias = registered(here, Identity.alias("Comete-7"));
        house.follow(here, alias);
        here.as(Role.COORDINATOR, () -> {
            merges.merge(write(alias), write(absorbed), "Same person");
            var hit = people.search(scope(), "Comete-7", 5).rows().getFirst();
            assertThat(hit.otherName()).isNull();
            assertThat(people.head(access.grant(alias, Section.RECORD)).otherName())
                    .isNull();
            return null;
        });
    }

    @Test
    void a_form_opened_before_the_merge_is_refused() {
        var version = elsewhere.as(
                Role.NURSE,
                () -> people.head(access.grant(absorbed, Section.RECORD)).version());
        merge();
        elsewhere.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> people.attachIdentity(
                            write(absorbed), new AttachIdentity(Identity.named("Mimi", "Other", null), version)))
                    .isInstanceOf(StaleVersion.class);
            // A new name goes to the surviving record, and the absorbed names still find it
            var now = people.head(access.grant(surviving, Section.RECORD)).version();
            people.attachIdentity(
                    write(surviving), new AttachIdentity(Identity.named("Mireille", "Bonnard", BIRTH), now));
            for (var typed : List.of("Bonnard", "Ravenel", "Castelane")) {
                assertThat(people.search(scope(), typed, 5).rows()).as(typed).hasSize(1);
            }
            return null;
        });
        part();
        elsewhere.as(Role.NURSE, () -> {
            assertThat(people.search(scope(), "Bonnard", 5).rows()).isEmpty();
            return null;
        });
        here.as(Role.NURSE, () -> {
            assertThat(people.search(scope(), "Bonnard", 5).rows()).hasSize(1);
            assertThat(people.search(scope(), "Ravenel", 5).rows()).isEmpty();
            return null;
        });
    }

    @Test
    void the_preview_says_what_becomes_stricter_and_what_does_not_go_together() {
        here.as(Role.NURSE, () -> {
            consents.give(write(surviving), GiveConsent.everywhere(null, "fr"));
            episodes.startOutpatient(write(surviving), new StartOutpatient(null, 0, here.team(), null));
            return episodes.startOutpatient(write(absorbed), new StartOutpatient(null, 0, here.team(), null));
        });
        elsewhere.as(Role.NURSE, () -> locks.lockSection(write(absorbed), Section.SOCIAL));
        var preview = here.as(Role.COORDINATOR, () -> merges.preview(write(surviving), write(absorbed)));
        assertThat(preview.noLongerShared()).contains(Section.MEDICAL, Section.SOCIAL);
        assertThat(preview.absorbed().locks()).hasSize(1);
        assertThat(preview.locksMore()).isTrue();
        assertThat(preview.hides()).isFalse();
        assertThat(preview.warnings()).extracting(MergeWarning::key).containsExactly("episode.merge.one-unit");
        // A warning, not a refusal: both go on and both show
        merge();
        here.as(Role.NURSE, () -> {
            assertThat(episodes.of(access.grant(surviving, Section.RECORD)))
                    .filteredOn(row -> row.state().live())
                    .hasSize(2);
            return null;
        });
    }

    @Test
    void nobody_is_in_two_beds_so_one_stay_is_ended_first() {
        var stay = here.as(Role.NURSE, () -> {
            episodes.admit(
                    write(surviving),
                    new Admit(null, 0, here.ward(), here.beds().getFirst(), null));
            return episodes.admit(
                    write(absorbed), new Admit(null, 0, here.ward(), here.beds().getLast(), null));
        });
        var preview = here.as(Role.COORDINATOR, () -> merges.preview(write(surviving), write(absorbed)));
        assertThat(preview.warnings())
                .filteredOn(MergeWarning::refuses)
                .extracting(MergeWarning::key)
                .containsExactly("episode.merge.two-stays");
        for (var pair : List.of(List.of(surviving, absorbed), List.of(absorbed, surviving))) {
            assertThatThrownBy(() -> here.as(Role.COORDINATOR, () -> {
                        merges.merge(write(pair.getFirst()), write(pair.getLast()), "Same person");
                        return null;
                    }))
                    .isInstanceOfSatisfying(
                            Conflict.class, refused -> assertThat(refused.key()).isEqualTo("episode.merge.two-stays"));
        }
        here.as(Role.NURSE, () -> {
            var version = episodes.of(access.grant(absorbed, Section.RECORD))
                    .getFirst()
                    .version();
            episodes.discharge(
                    write(absorbed),
                    new Discharge(stay, version, EndReason.ENTERED_IN_ERROR, Destination.UNKNOWN, null, null));
            return null;
        });
        merge();
        here.as(Role.NURSE, () -> {
            assertThat(episodes.of(access.grant(absorbed, Section.RECORD)))
                    .filteredOn(row -> row.state().live())
                    .hasSize(1);
            return null;
        });
    }

    @Test
    void a_lock_of_either_record_closes_both_and_only_its_own_after_the_parting() {
        for (var onTheSurviving : List.of(true, false)) {
            twoRecords();
            var locked = onTheSurviving ? surviving : absorbed;
            var open = onTheSurviving ? absorbed : surviving;
            here.as(Role.NURSE, () -> locks.lockSection(write(locked), Section.SOCIAL));
            assertThat(socialLevel(open)).isEqualTo(Level.READ);
            merge();
            assertThat(socialLevel(surviving)).isEqualTo(Level.OWN);
            assertThat(socialLevel(absorbed)).isEqualTo(Level.OWN);
            part();
            assertThat(socialLevel(open)).isEqualTo(Level.READ);
            assertThat(socialLevel(locked)).isEqualTo(Level.OWN);
        }
    }

    @Test
    void a_consent_of_one_record_does_not_hold_for_both_until_it_is_given_for_both() {
        here.as(Role.NURSE, () -> consents.give(write(surviving), GiveConsent.everywhere(null, "fr")));
        assertThat(shares(surviving)).isTrue();
        merge();
        assertThat(shares(surviving)).isFalse();
        part();
        assertThat(shares(surviving)).isTrue();
        assertThat(shares(absorbed)).isFalse();
        elsewhere.as(Role.NURSE, () -> consents.give(write(absorbed), GiveConsent.everywhere(null, "fr")));
        merge();
        assertThat(shares(surviving)).isTrue();
        // Withdrawn on the one side, it holds for neither
        var given = here.as(
                Role.NURSE,
                () -> consents.of(access.grant(surviving, Section.RECORD)).getFirst());
        here.as(Role.NURSE, () -> {
            consents.withdraw(write(surviving), given.id());
            return null;
        });
        assertThat(shares(surviving)).isFalse();
    }

    @Test
    void a_protection_of_either_record_hides_both() {
        elsewhere.as(Role.COORDINATOR, () -> {
            protections.protect(
                    write(absorbed), Set.of(here.member(Role.COORDINATOR).id()), "Threatened");
            return null;
        });
        merge();
        for (var place : List.of(here, elsewhere)) {
            place.as(Role.NURSE, () -> {
                for (var person : List.of(surviving, absorbed)) {
                    assertThatThrownBy(() -> access.grant(person, Section.RECORD))
                            .isInstanceOf(AccessDenied.class);
                }
                assertThat(people.search(scope(), "Castelane", 5).rows()).isEmpty();
                assertThat(people.search(scope(), "Ravenel", 5).rows()).isEmpty();
                assertThat(people.list(scope(), PersonFilter.everybody(), null, 5)
                                .rows())
                        .isEmpty();
                return null;
            });
        }
        part();
        here.as(Role.NURSE, () -> {
            access.grant(surviving, Section.RECORD);
            assertThatThrownBy(() -> access.grant(absorbed, Section.RECORD)).isInstanceOf(AccessDenied.class);
            return null;
        });
        elsewhere.as(Role.COORDINATOR, () -> {
            protections.end(write(absorbed));
            return null;
        });
    }

    @Test
    void only_a_coordinator_merges_and_says_why() {
        for (var role : List.of(Role.PHYSICIAN, Role.NURSE, Role.SOCIAL_WORKER)) {
            here.as(role, () -> {
                assertThatThrownBy(() -> merges.merge(write(surviving), write(absorbed), "Same"))
                        .isInstanceOf(AccessDenied.class);
                return null;
            });
        }
        here.as(Role.COORDINATOR, () -> {
            assertThatThrownBy(() -> merges.merge(write(surviving), write(absorbed), " "))
                    .isInstanceOf(InvalidInput.class);
            merges.merge(write(surviving), write(absorbed), "Same birth date, same sister");
            assertThat(merges.absorbed(access.grant(surviving, Section.ADMINISTRATIVE)))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.name().display()).isEqualTo("Mimi Ravenel");
                        assertThat(one.reason()).isEqualTo("Same birth date, same sister");
                    });
            assertThatThrownBy(() -> merges.merge(write(surviving), write(absorbed), "Again"))
                    .isInstanceOf(Conflict.class);
            return null;
        });
    }

    @Test
    void of_two_merges_that_cross_exactly_one_wins() throws Exception {
        for (var round = 0; round < 5; round++) {
            twoRecords();
            var start = new CyclicBarrier(2);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var outcomes = new ArrayList<Boolean>();
                var attempts = List.of(
                        threads.submit(crossing(start, here, surviving, absorbed)),
                        threads.submit(crossing(start, elsewhere, absorbed, surviving)));
                for (var attempt : attempts) {
                    outcomes.add(attempt.get());
                }
                assertThat(outcomes).containsExactlyInAnyOrder(true, false);
            }
            assertThat(jdbc.sql("SELECT COUNT(*) FROM access_merge WHERE live AND absorbed_id IN (?, ?)")
                            .params(surviving.value(), absorbed.value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void notes_written_while_the_records_are_merged_and_parted_are_all_there_once() throws Exception {
        var start = new CyclicBarrier(2);
        var written = 12;
        try (var threads = Executors.newFixedThreadPool(2)) {
            var writing = threads.submit((Callable<Integer>) () -> elsewhere.as(Role.NURSE, () -> {
                start.await();
                for (var number = 0; number < written; number++) {
                    note("Note number " + number);
                }
                return written;
            }));
            var merging = threads.submit((Callable<Integer>) () -> here.as(Role.COORDINATOR, () -> {
                start.await();
                for (var round = 0; round < 4; round++) {
                    merges.merge(write(surviving), write(absorbed), "Same person");
                    merges.part(write(surviving), absorbed, "Two people");
                }
                merges.merge(write(surviving), write(absorbed), "Same person after all");
                return 1;
            }));
            writing.get();
            merging.get();
        }
        var texts = elsewhere.as(
                Role.NURSE,
                () ->
                        timeline
                                .page(access.grant(surviving, Section.RECORD), TimelineFilter.ALL, null, 100)
                                .rows()
                                .stream()
                                .map(entry -> String.valueOf(entry.text()))
                                .filter(text -> text.startsWith("Note number"))
                                .toList());
        assertThat(texts).hasSize(written).doesNotHaveDuplicates();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM record_draft WHERE person_id IN (?, ?)")
                        .params(surviving.value(), absorbed.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    // As the composer does: what is refused because the rights changed is asked for again, and nothing typed is lost
    private void note(String text) {
        var type = NoteKinds.all().stream()
                .filter(kind -> kind.authors().contains(Role.NURSE))
                .findFirst()
                .orElseThrow();
        for (var attempt = 0; attempt < 50; attempt++) {
            try {
                var write = write(absorbed, type.section());
                var draft = drafts.find(write, type.type());
                var saved = draft.isPresent()
                        ? draft.get()
                        : drafts.save(write, new SaveDraft(type.type(), Map.of("text", text), null, 0));
                notes.sign(
                        write,
                        new SignNote(
                                type.type(),
                                "Title",
                                text,
                                saved.savedAt(),
                                elsewhere.centre(),
                                Visibility.TEAM,
                                saved.id(),
                                saved.version()));
                return;
            } catch (RelaisException changed) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("Never saved: " + text);
    }

    private Callable<Boolean> crossing(CyclicBarrier start, Place place, PersonId keeps, PersonId gives) {
        return () -> place.as(Role.COORDINATOR, () -> {
            var keeping = write(keeps);
            var giving = write(gives);
            start.await();
            try {
                merges.merge(keeping, giving, "Same person");
                return true;
            } catch (RelaisException lost) {
                return false;
            }
        });
    }

    private void merge() {
        here.as(Role.COORDINATOR, () -> {
            merges.merge(write(surviving), write(absorbed), "Same person");
            return null;
        });
    }

    private void part() {
        here.as(Role.COORDINATOR, () -> {
            merges.part(write(surviving), absorbed, "Two people after all");
            return null;
        });
    }

    private PersonId registered(Place place, Identity identity) {
        return place.as(
                Role.NURSE, () -> people.register(scope(), new RegisterPerson(place.centre(), place.ward(), identity)));
    }

    private String fileNumber(Place place, PersonId person) {
        return place.as(
                Role.NURSE,
                () -> people.head(access.grant(person, Section.RECORD)).name().fileNumber());
    }

    private Level socialLevel(PersonId person) {
        return here.as(
                Role.PSYCHOLOGIST, () -> access.grant(person, Section.RECORD).level(Section.SOCIAL));
    }

    private boolean shares(PersonId person) {
        return here.as(Role.NURSE, () -> access.grant(person, Section.RECORD).shares(Section.MEDICAL));
    }

    private List<String> rows() {
        var all = new ArrayList<String>();
        for (var sql : List.of(
                "SELECT CONCAT_WS('|', 'centre', centre_id, sort_name, person_id, since) FROM person_centre WHERE person_id IN (?, ?)",
                "SELECT CONCAT_WS('|', 'key', centre_id, kind, name_key, birth_year, person_id) FROM person_name_key WHERE person_id IN (?, ?)",
                "SELECT CONCAT_WS('|', 'head', id, file_number, identity_id, search_name) FROM person_person WHERE id IN (?, ?)",
                "SELECT CONCAT_WS('|', 'merged', absorbed_id, surviving_id) FROM person_merged WHERE absorbed_id IN (?, ?)")) {
            all.addAll(jdbc.sql(sql)
                    .params(surviving.value(), absorbed.value())
                    .query(String.class)
                    .list());
        }
        all.sort(null);
        return all;
    }

    private Grant write(PersonId person) {
        return write(person, Section.ADMINISTRATIVE);
    }

    private Grant write(PersonId person, Section section) {
        return access.grant(person, section, Right.WRITE, Purpose.CARE);
    }

    private Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }
}
