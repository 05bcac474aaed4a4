package org.relais.directory.ui;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.relais.directory.AddSheet;
import org.relais.directory.DirectoryRoutes;
import org.relais.directory.Need;
import org.relais.directory.Partner;
import org.relais.directory.PartnerDetails;
import org.relais.directory.PartnerDirectory;
import org.relais.directory.PartnerFilter;
import org.relais.directory.SheetContent;
import org.relais.directory.SheetLibrary;
import org.relais.shared.PartnerId;
import org.relais.shared.SheetId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The directory, its import and the library as those who keep them and those who read them use them. */
@RelaisTest
class DirectoryViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    PartnerDirectory directory;

    @Autowired
    SheetLibrary library;

    Place here;
    String mark;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_social_worker_adds_a_partner_and_a_second_click_adds_no_second_one() {
        here.as(Role.SOCIAL_WORKER, () -> {
            open(DirectoryRoutes.LIST);
            click(button("directory.add"));
            var dialog = find(Dialog.class).single();
            var save = button("directory.add", dialog);
            click(save);
            assertThat(field(dialog, "directory.field.name").isInvalid()).isTrue();
            field(dialog, "directory.field.name").setValue("Le Seuil " + mark);
            needs(dialog).setValue(Set.of(Need.HOUSING));
            field(dialog, "directory.field.place").setValue(mark);
            field(dialog, "directory.field.email").setValue("nobody");
            click(save);
            assertThat(field(dialog, "directory.field.email").isInvalid()).isTrue();
            assertThat(field(dialog, "directory.field.name").getValue()).contains(mark);
            field(dialog, "directory.field.email").setValue("");
            save.click();
            save.click();
            assertThat(dialog.isOpened()).isFalse();
            return true;
        });
        assertThat(stored()).hasSize(1);
    }

    @Test
    void the_filter_stands_in_the_address_and_is_read_from_it() {
        add("Le Seuil", Set.of(Need.HOUSING), Set.of("fr"));
        add("Chantier", Set.of(Need.EMPLOYMENT), Set.of("fr", "sv"));
        here.as(Role.NURSE, () -> {
            UI.getCurrentOrThrow()
                    .navigate(DirectoryRoutes.LIST, QueryParameters.fromString("place=" + mark + "&need=employment"));
            assertThat(names()).containsExactly("Chantier");
            choose("directory.filter.need", null);
            assertThat(names()).containsExactly("Chantier", "Le Seuil");
            choose("directory.filter.language", "sv");
            assertThat(names()).containsExactly("Chantier");
            assertThat(UI.getCurrentOrThrow().getActiveViewLocation().getPathWithQueryParameters())
                    .contains("place=" + mark, "language=sv")
                    .doesNotContain("need=");
            return true;
        });
    }

    @Test
    void a_reader_sees_a_partner_and_its_history_and_nothing_to_change_it_with() {
        var partner = add("Le Seuil", Set.of(Need.HOUSING), Set.of("fr"));
        here.as(Role.NURSE, () -> {
            open(DirectoryRoutes.partner(partner.id()));
            var page = text((Component) getCurrentView());
            assertThat(page)
                    .contains("Le Seuil", tr("directory.need.housing"), tr("directory.verify.title"))
                    .contains(tr("directory.history.first"));
            assertThat(find(Button.class).all()).noneMatch(one -> one.getText().equals(tr("directory.edit")));
            assertThat(find(Anchor.class).all()).noneMatch(one -> one.getHref().equals(DirectoryRoutes.IMPORT));
            return true;
        });
        here.as(Role.COORDINATOR, () -> {
            open(DirectoryRoutes.partner(partner.id()));
            click(button("directory.verify.verb"));
            assertThat(text((Component) getCurrentView())).doesNotContain(tr("directory.verify.title"));
            return true;
        });
    }

    @Test
    void what_a_file_would_do_is_shown_before_it_is_done_with_a_line_for_each_rejected_row() {
        here.as(Role.SOCIAL_WORKER, () -> {
            open(DirectoryRoutes.IMPORT);
            var file = "Organisation;Aide pour;Ville\r\nA;Logement;" + mark + "\r\nB;Cuisine;" + mark + "\r\nC;Emploi;"
                    + mark;
            test(find(Upload.class).single()).upload("annuaire.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8));
            assertThat(stored()).isEmpty();
            var page = text((Component) getCurrentView());
            assertThat(page).contains(tr("directory.error.need", "Cuisine"), tr("directory.field.needs"));
            assertThat(page).contains(tr("directory.import.sum", 2, 0, 0, 1));
            click(find(Button.class).all().stream()
                    .filter(one -> one.getText().equals(tr("directory.import.take", 2)))
                    .findFirst()
                    .orElseThrow());
            assertThat(text((Component) getCurrentView())).contains(tr("directory.import.done", 2, 0));
            return true;
        });
        assertThat(stored()).extracting(Partner::name).containsExactly("A", "C");
    }

    @Test
    void a_file_that_cannot_be_read_says_why() {
        here.as(Role.COORDINATOR, () -> {
            open(DirectoryRoutes.IMPORT);
            test(find(Upload.class).single())
                    .upload("annuaire.csv", "text/csv", "Épicerie;X".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(text((Component) getCurrentView()))
                    .contains(tr("directory.import.refused"), tr("directory.import.error.encoding"));
            return true;
        });
    }

    @Test
    void a_sheet_is_added_as_a_file_or_a_text_and_read() {
        here.as(Role.SOCIAL_WORKER, () -> {
            open(DirectoryRoutes.LIBRARY);
            click(button("directory.library.add"));
            var dialog = find(Dialog.class).single();
            field(dialog, "directory.library.column.title").setValue("Naloxone " + mark);
            test(find(Upload.class, dialog).single())
                    .upload("x.pdf", "application/pdf", "not a pdf".getBytes(StandardCharsets.UTF_8));
            click(button("directory.library.add", dialog));
            assertThat(dialog.isOpened()).isTrue();
            test(find(Upload.class, dialog).single())
                    .upload("x.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
            click(button("directory.library.add", dialog));
            assertThat(dialog.isOpened()).isFalse();
            assertThat(text((Component) getCurrentView())).contains("Naloxone " + mark);
            return true;
        });
        var sheet = here.as(
                Role.SOCIAL_WORKER,
                () -> library.add(new AddSheet(
                        SheetId.create(), "Droits " + mark, Role.NURSE, "fr", new SheetContent.Text("Vos droits."))));
        here.as(Role.PEER_WORKER, () -> {
            open(DirectoryRoutes.LIBRARY + "/" + sheet.id());
            assertThat(text((Component) getCurrentView())).contains("Vos droits.");
            assertThat(find(Button.class).all()).noneMatch(one -> one.getText().equals(tr("directory.library.renew")));
            return true;
        });
    }

    private List<Partner> stored() {
        return here.as(
                        Role.NURSE,
                        () -> directory.search(
                                new PartnerFilter(null, null, mark, null, false, false, false, true), null, 100))
                .rows();
    }

    private Partner add(String name, Set<Need> needs, Set<String> languages) {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> directory.add(
                        PartnerId.create(),
                        new PartnerDetails(
                                name, needs, null, null, languages, null, null, null, null, null, null, null, mark,
                                null, false, false, false)));
    }

    private List<String> names() {
        return find(NativeTable.class)
                .single()
                .getBody()
                .getElement()
                .getChildren()
                .map(row -> text(row.getChild(0)).strip())
                .collect(Collectors.toList());
    }

    // As the browser does: the value comes from there
    private void choose(String key, @Nullable Object value) {
        var box = combo(key);
        ComponentUtil.fireEvent(
                box, new AbstractField.ComponentValueChangeEvent<>(box, box, setting(box, value), true));
    }

    private static @Nullable Object setting(ComboBox<Object> box, @Nullable Object value) {
        var before = box.getValue();
        box.setValue(value);
        return before;
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> combo(String key) {
        return (ComboBox<Object>) find(ComboBox.class).all().stream()
                .filter(box -> tr(key).equals(((ComboBox<?>) box).getPlaceholder()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<Need> needs(Dialog dialog) {
        return (MultiSelectComboBox<Need>) find(MultiSelectComboBox.class, dialog).all().stream()
                .filter(box -> tr("directory.field.needs").equals(((MultiSelectComboBox<?>) box).getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private void open(String path) {
        UI.getCurrentOrThrow().navigate(path);
    }

    private void click(Button button) {
        test(button).click();
    }

    private Button button(String key) {
        return find(Button.class).all().stream()
                .filter(one -> one.getText().equals(tr(key)))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String key, Component within) {
        return find(Button.class, within).all().stream()
                .filter(one -> one.getText().equals(tr(key)))
                .findFirst()
                .orElseThrow();
    }

    private TextField field(Dialog dialog, String key) {
        return find(TextField.class, dialog).all().stream()
                .filter(one -> tr(key).equals(one.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private static String tr(String key, Object... arguments) {
        return UI.getCurrentOrThrow().getTranslation(key, arguments);
    }

    private static String text(Component component) {
        return text(component.getElement());
    }

    private static String text(Element element) {
        return element.isTextNode()
                ? element.getText()
                : element.getChildren().map(DirectoryViewTests::text).reduce("", (one, next) -> one + "\n" + next);
    }
}
