package org.relais.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import org.relais.shared.InvalidInput;
import org.relais.shared.SheetId;
import org.relais.shared.StaleVersion;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Sheets that staff hand out: versions stay, a PDF is one by its bytes, withdrawn ones are marked. */
@RelaisTest
class SheetLibraryTests {

    @Autowired
    House house;

    @Autowired
    SheetLibrary library;

    Place here;
    String title;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        title = "Naloxone " + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_new_version_leaves_the_older_one_readable() {
        var first = add(null, new SheetContent.Text("Première version"));
        var second =
                here.as(Role.COORDINATOR, () -> library.renew(first.id(), 1, title, pdf("naloxone.PDF", "%PDF-1.7 x")));
        assertThat(second.latest().pdf()).isTrue();
        assertThat(second.latest().number()).isEqualTo(2);
        assertThat(here.as(Role.NURSE, () -> library.editions(first.id())))
                .extracting(Sheet.Edition::number)
                .containsExactly(2, 1);
        assertThat(here.as(Role.NURSE, () -> library.open(first.id(), 1)))
                .isEqualTo(new SheetContent.Text("Première version"));
        assertThat(here.as(Role.NURSE, () -> library.open(first.id(), 2))).isEqualTo(pdf("naloxone.pdf", "%PDF-1.7 x"));
        assertThatThrownBy(() -> here.as(
                        Role.COORDINATOR, () -> library.renew(first.id(), 1, title, new SheetContent.Text("late"))))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void a_sheet_is_listed_for_its_profession_and_one_for_everybody_for_all() {
        add(Role.NURSE, new SheetContent.Text("x"));
        add(null, new SheetContent.Text("y"));
        assertThat(titles(new SheetFilter(Role.NURSE, "fr", false))).hasSize(2);
        assertThat(titles(new SheetFilter(Role.PSYCHOLOGIST, "fr", false))).hasSize(1);
        assertThat(titles(new SheetFilter(Role.NURSE, "sv", false))).isEmpty();
    }

    @Test
    void a_withdrawn_sheet_is_marked_and_listed_only_when_asked_for() {
        var sheet = add(null, new SheetContent.Text("x"));
        var withdrawn = here.as(Role.SOCIAL_WORKER, () -> library.withdraw(sheet.id(), sheet.version(), true));
        assertThat(withdrawn.withdrawn()).isTrue();
        assertThat(titles(SheetFilter.ALL)).isEmpty();
        assertThat(titles(new SheetFilter(null, null, true))).hasSize(1);
        assertThat(here.as(Role.NURSE, () -> library.open(sheet.id(), 1))).isEqualTo(new SheetContent.Text("x"));
        assertThat(here.as(Role.SOCIAL_WORKER, () -> library.withdraw(sheet.id(), withdrawn.version(), false))
                        .withdrawn())
                .isFalse();
    }

    @Test
    void a_file_is_a_pdf_by_its_first_bytes_and_not_too_large() {
        for (var content : List.of("<html>", "MZ\u0090", " %PDF-1.7", "%PD", "")) {
            refused(pdf("innocent.pdf", content));
        }
        refused(new SheetContent.Pdf("large.pdf", large()));
        refused(new SheetContent.Text("  "));
        refused(null);
        assertThat(titles(new SheetFilter(null, null, true))).isEmpty();
    }

    @Test
    void a_file_name_is_no_path_and_no_command() {
        for (var name : List.of("../../etc/passwd", "C:\\x\\\"; rm -rf.pdf", "..pdf", "\u202Efdp.exe", "a\r\nb.pdf")) {
            var sheet = add(null, pdf(name, "%PDF-1.7"));
            var stored = (SheetContent.Pdf) here.as(Role.NURSE, () -> library.open(sheet.id(), 1));
            assertThat(stored.fileName()).as(name).matches("[\\p{L}\\p{N}_ -][\\p{L}\\p{N}._ -]*\\.pdf");
        }
    }

    @Test
    void only_social_workers_and_coordinators_keep_it() {
        for (var role : List.of(Role.NURSE, Role.PHYSICIAN, Role.PEER_WORKER, Role.AUDITOR, Role.ADMINISTRATOR)) {
            assertThatThrownBy(() -> here.as(role, () -> library.add(command(null, new SheetContent.Text("x")))))
                    .as(role.name())
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private void refused(@Nullable SheetContent content) {
        assertThatThrownBy(() -> add(null, content))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("content"));
    }

    private List<String> titles(SheetFilter filter) {
        return here.as(Role.NURSE, () -> library.list(filter, null, 100)).rows().stream()
                .map(Sheet::title)
                .filter(title::equals)
                .toList();
    }

    private Sheet add(@Nullable Role role, @Nullable SheetContent content) {
        return here.as(Role.SOCIAL_WORKER, () -> library.add(command(role, content)));
    }

    private AddSheet command(@Nullable Role role, @Nullable SheetContent content) {
        return new AddSheet(SheetId.create(), title, role, "fr", content);
    }

    private static SheetContent.Pdf pdf(String name, String content) {
        return new SheetContent.Pdf(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] large() {
        var bytes = new byte[5_000_001];
        System.arraycopy("%PDF-".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 5);
        return bytes;
    }
}
