package org.relais.directory;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import org.relais.shared.InvalidInput;
import org.relais.shared.PartnerId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Partners from being added to being withdrawn, and how they are found, on a real database. */
@RelaisTest
class PartnerDirectoryTests {

    @Autowired
    House house;

    @Autowired
    PartnerDirectory directory;

    @Autowired
    JdbcClient jdbc;

    Place here;
    String town;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        town = "Town " + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_partner_is_found_by_need_place_and_language_together() {
        var flat = add(partner("Le Seuil", Set.of(Need.HOUSING), Set.of("fr", "ar"), town));
        add(partner("Chantier du Canal", Set.of(Need.EMPLOYMENT), Set.of("fr"), town));
        add(partner("Le Seuil", Set.of(Need.HOUSING), Set.of("fr", "ar"), town + " Sud"));
        assertThat(names(new PartnerFilter(null, Need.HOUSING, town, "ar", false, false, false, false)))
                .containsExactly("Le Seuil");
        assertThat(names(new PartnerFilter(null, Need.HOUSING, town, "sv", false, false, false, false)))
                .isEmpty();
        assertThat(flat.verificationDue()).isTrue();
    }

    @Test
    void words_are_found_without_accents_by_their_beginning_and_with_one_letter_wrong() {
        add(partner("Épicerie solidaire", Set.of(Need.DAILY_LIVING), Set.of(), town));
        for (var typed : List.of("epicerie", "ÉPIC", "epicrie", "epiecrie", "epicerrie", "epixerie", "solidaire epi")) {
            assertThat(names(text(typed))).as(typed).containsExactly("Épicerie solidaire");
        }
        for (var typed : List.of("epixxrie", "boucherie", "solidaire boucherie", "?!")) {
            assertThat(names(text(typed))).as(typed).isEmpty();
        }
    }

    @Test
    void pages_read_on_where_the_one_before_ended_also_among_equal_names() {
        var ids = new ArrayList<PartnerId>();
        for (int i = 0; i < 7; i++) {
            ids.add(add(partner("Relais", Set.of(Need.OTHER), Set.of(), town + " " + i))
                    .id());
        }
        var text = new PartnerFilter(town, null, null, null, false, false, false, false);
        var read = new ArrayList<PartnerId>();
        @Nullable PartnerCursor after = null;
        boolean more;
        do {
            var page = directory(after, text);
            page.rows().forEach(partner -> read.add(partner.id()));
            more = page.more();
            after = more ? page.rows().getLast().cursor() : null;
        } while (more);
        assertThat(read).containsExactlyInAnyOrderElementsOf(ids).doesNotHaveDuplicates();
    }

    @Test
    void each_change_is_kept_with_who_made_it_and_what_changed() {
        var added = add(partner("Le Seuil", Set.of(Need.HOUSING), Set.of("fr"), town));
        var cost = with(added.details(), "gratuit");
        var changed = here.as(Role.COORDINATOR, () -> directory.change(added.id(), 1, cost));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(here.as(Role.COORDINATOR, () -> directory.change(added.id(), 2, cost))
                        .version())
                .as("nothing changed")
                .isEqualTo(2);
        var history = here.as(Role.NURSE, () -> directory.history(added.id()));
        assertThat(history).hasSize(2);
        assertThat(history.getFirst().changed()).containsExactly(PartnerField.COST);
        assertThat(history.getFirst().by())
                .isEqualTo(here.member(Role.COORDINATOR).id());
        assertThat(history.getLast().by())
                .isEqualTo(here.member(Role.SOCIAL_WORKER).id());
        assertThat(history.getLast().details().cost()).isNull();
    }

    @Test
    void a_change_of_an_older_version_is_refused_and_shows_how_it_stands() {
        var added = add(partner("Le Seuil", Set.of(Need.HOUSING), Set.of("fr"), town));
        here.as(Role.SOCIAL_WORKER, () -> directory.change(added.id(), 1, with(added.details(), "gratuit")));
        assertThatThrownBy(() -> here.as(
                        Role.SOCIAL_WORKER, () -> directory.change(added.id(), 1, with(added.details(), "payant"))))
                .isInstanceOfSatisfying(
                        StalePartner.class,
                        stale -> assertThat(stale.stored().details().cost()).isEqualTo("gratuit"));
    }

    @Test
    void of_changes_at_the_same_moment_one_goes_through() throws Exception {
        var added = add(partner("Le Seuil", Set.of(Need.HOUSING), Set.of("fr"), town));
        var barrier = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tries = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 4; i++) {
                var cost = "tarif " + i;
                tries.add(() -> here.as(Role.SOCIAL_WORKER, () -> {
                    barrier.await();
                    try {
                        directory.change(added.id(), 1, with(added.details(), cost));
                        return true;
                    } catch (StalePartner stale) {
                        return false;
                    }
                }));
            }
            var won = 0;
            for (var one : threads.invokeAll(tries)) {
                won += one.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(here.as(Role.NURSE, () -> directory.history(added.id()))).hasSize(2);
    }

    @Test
    void what_was_verified_too_long_ago_is_to_be_verified_to_the_day() {
        var today = LocalDate.now(ZoneOffset.UTC);
        var days = here.as(Role.NURSE, () -> directory.verifiedDays());
        assertThat(days).isEqualTo(180);
        var kept = add(partner("Kept", Set.of(Need.OTHER), Set.of(), town).verified(today.minusDays(180)));
        var due = add(partner("Due", Set.of(Need.OTHER), Set.of(), town).verified(today.minusDays(181)));
        assertThat(kept.verificationDue()).isFalse();
        assertThat(due.verificationDue()).isTrue();
        assertThat(names(new PartnerFilter(null, null, town, null, false, false, true, false)))
                .containsExactly("Due");
        var verified = here.as(Role.SOCIAL_WORKER, () -> directory.verify(due.id(), due.version()));
        assertThat(verified.verificationDue()).isFalse();
        assertThat(verified.details().verifiedOn()).isEqualTo(today);
    }

    @Test
    void a_withdrawn_partner_is_found_only_when_asked_for() {
        var added = add(partner("Le Seuil", Set.of(Need.HOUSING), Set.of("fr"), town));
        here.as(Role.SOCIAL_WORKER, () -> directory.withdraw(added.id(), 1, true));
        assertThat(names(new PartnerFilter(null, null, town, null, false, false, false, false)))
                .isEmpty();
        assertThat(names(new PartnerFilter(null, null, town, null, false, false, false, true)))
                .containsExactly("Le Seuil");
    }

    @Test
    void the_same_partner_is_added_once_and_another_of_its_name_and_place_is_refused() {
        var details = partner("Le Seuil", Set.of(Need.HOUSING), Set.of("fr"), town);
        var id = PartnerId.create();
        var first = here.as(Role.SOCIAL_WORKER, () -> directory.add(id, details));
        assertThat(here.as(Role.SOCIAL_WORKER, () -> directory.add(id, details)))
                .isEqualTo(first);
        assertThatThrownBy(() -> add(partner("LE  SEUIL", Set.of(Need.OTHER), Set.of(), town)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("name"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM directory_partner WHERE place = ?")
                        .param(town)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_cannot_be_is_refused_at_its_field() {
        var good = partner("Le Seuil", Set.of(Need.HOUSING), Set.of("fr"), town);
        refused("name", partner("  ", Set.of(Need.HOUSING), Set.of(), town));
        refused("name", partner("---", Set.of(Need.HOUSING), Set.of(), town));
        refused("needs", partner("Le Seuil", Set.of(), Set.of(), town));
        refused("languages", partner("Le Seuil", Set.of(Need.HOUSING), Set.of("klingon"), town));
        refused("verifiedOn", good.verified(LocalDate.now(ZoneOffset.UTC).plusDays(2)));
        for (var website : List.of("javascript:alert(1)", "ftp://a.b", "http://a b", "https://a\"onclick=x")) {
            refused("website", withContact(good, null, null, website));
        }
        refused("email", withContact(good, null, "nobody", null));
        refused("telephone", withContact(good, "call me", null, null));
        refused("telephone", withContact(good, "1", null, null));
        assertThat(add(withContact(good, "+33 1 22 33 44 55", "a@b.example", "https://a.example/x"))
                        .details()
                        .telephone())
                .isEqualTo("+33 1 22 33 44 55");
    }

    @Test
    void only_social_workers_and_coordinators_keep_it() {
        var added = add(partner("Le Seuil", Set.of(Need.HOUSING), Set.of("fr"), town));
        for (var role : Role.values()) {
            if (role != Role.SOCIAL_WORKER && role != Role.COORDINATOR) {
                assertThatThrownBy(() -> here.as(role, () -> directory.verify(added.id(), 1)))
                        .as(role.name())
                        .isInstanceOf(AccessDeniedException.class);
                assertThat(here.as(role, () -> directory.find(added.id()))).isPresent();
            }
        }
    }

    private void refused(String field, PartnerDetails details) {
        assertThatThrownBy(() -> add(details))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private org.relais.shared.Slice<Partner> directory(@Nullable PartnerCursor after, PartnerFilter filter) {
        return here.as(Role.NURSE, () -> directory.search(filter, after, 3));
    }

    private List<String> names(PartnerFilter filter) {
        return here.as(Role.PEER_WORKER, () -> directory.search(filter, null, 100)).rows().stream()
                .map(Partner::name)
                .toList();
    }

    private PartnerFilter text(String typed) {
        return new PartnerFilter(typed, null, town, null, false, false, false, false);
    }

    private Partner add(PartnerDetails details) {
        return here.as(Role.SOCIAL_WORKER, () -> directory.add(PartnerId.create(), details));
    }

    private static PartnerDetails partner(String name, Set<Need> needs, Set<String> languages, String place) {
        return new PartnerDetails(
                name, needs, null, null, languages, null, null, null, null, null, null, null, place, null, false, false,
                false);
    }

    private static PartnerDetails with(PartnerDetails before, String cost) {
        return new PartnerDetails(
                before.name(),
                before.needs(),
                null,
                null,
                before.languages(),
                cost,
                null,
                null,
                null,
                null,
                null,
                null,
                before.place(),
                null,
                false,
                false,
                false);
    }

    private static PartnerDetails withContact(
            PartnerDetails before, @Nullable String telephone, @Nullable String email, @Nullable String website) {
        return new PartnerDetails(
                before.name(),
                before.needs(),
                null,
                null,
                before.languages(),
                null,
                null,
                null,
                telephone,
                email,
                website,
                null,
                before.place(),
                null,
                false,
                false,
                false);
    }
}
