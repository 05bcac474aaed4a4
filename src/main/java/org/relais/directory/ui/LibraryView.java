package org.relais.directory.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.directory.DirectoryRoutes;
import org.relais.directory.Sheet;
import org.relais.directory.SheetCursor;
import org.relais.directory.SheetFilter;
import org.relais.shared.NotFound;
import org.relais.shared.Severity;
import org.relais.shared.SheetId;
import org.relais.staff.Role;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FilterChip;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.WidePage;

/** The sheets that staff print and hand out, by whom they are for and in which language; one of them beside. */
@Route(DirectoryRoutes.SHEETS)
@Menu(title = "directory.library.menu", order = 47, icon = "file-text")
@RolesAllowed({
    Roles.PHYSICIAN,
    Roles.NURSE,
    Roles.DISPENSING_NURSE,
    Roles.PSYCHOLOGIST,
    Roles.SOCIAL_WORKER,
    Roles.FAMILY_WORKER,
    Roles.PEER_WORKER,
    Roles.COORDINATOR
})
class LibraryView extends Div implements HasDynamicTitle, AfterNavigationObserver, WidePage {

    /** The roles a sheet can be for: those who care. */
    static final List<Role> READERS = Arrays.stream(Role.values())
            .filter(role -> role != Role.AUDITOR && role != Role.ADMINISTRATOR)
            .toList();

    /** The languages offered first: those of the portal and those often asked for. */
    static final List<String> LANGUAGES =
            List.of("fr", "en", "sv", "ar", "es", "fa", "pl", "pt", "ro", "ru", "so", "ti", "tr", "uk");

    private static final int PAGE = 50;
    private static final String ROLE = "role";
    private static final String LANGUAGE = "language";
    private static final String WITHDRAWN = "withdrawn";

    private final transient DirectoryDesk desk;
    private final transient DirectoryWords words;
    private final ComboBox<Role> role = new ComboBox<>();
    private final ComboBox<String> language = new ComboBox<>();
    private final FilterChip withdrawn = new FilterChip(getTranslation("directory.library.withdrawn-too"), Glyph.BAN);
    private final Div content = new Div();
    private final Div beside = new Div();
    private transient SheetFilter filter = SheetFilter.ALL;
    private transient @Nullable SheetId open;

    LibraryView(DirectoryDesk desk) {
        this.desk = desk;
        this.words = new DirectoryWords(getLocale());
        addClassNames("relais-page", "relais-directory", "relais-library");
        content.addClassName("relais-directory-list");
        beside.addClassName("relais-directory-beside");
        var header =
                new PageHeader(getTranslation("directory.library.title"), getTranslation("directory.library.subtitle"));
        if (desk.keeps()) {
            var add = new Button(
                    getTranslation("directory.library.add"),
                    Glyph.PLUS.create(),
                    _ -> new SheetDialog(desk, null, sheet -> open(sheet.id())).open());
            add.addThemeName("primary");
            header.addAction(add);
        }
        var both = new Div(content, beside);
        both.addClassName("relais-directory-both");
        add(header, createFilters(), both);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("directory.library.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var query = event.getLocation().getQueryParameters();
        filter = new SheetFilter(
                query.getSingleParameter(ROLE)
                        .flatMap(asked -> READERS.stream()
                                .filter(one -> word(one).equals(asked))
                                .findFirst())
                        .orElse(null),
                query.getSingleParameter(LANGUAGE)
                        .filter(code -> !code.isBlank())
                        .orElse(null),
                query.getSingleParameter(WITHDRAWN).isPresent());
        open = event.getRouteParameters().get("sheetId").map(SheetId::parse).orElse(null);
        role.setValue(filter.role());
        language.setValue(filter.language());
        withdrawn.setPressed(filter.withdrawnToo());
        showList();
        showBeside();
    }

    private Component createFilters() {
        role.setItems(READERS);
        role.setItemLabelGenerator(one -> getTranslation(one.key()));
        choice(role, "directory.library.role");
        language.setItems(LANGUAGES);
        language.setItemLabelGenerator(words::language);
        choice(language, "directory.filter.language");
        withdrawn.onToggle(_ -> go());
        var bar = new Div(role, language, withdrawn);
        bar.addClassName("relais-directory-filters");
        return bar;
    }

    private void choice(ComboBox<?> box, String key) {
        box.setPlaceholder(getTranslation(key));
        box.setAriaLabel(getTranslation(key));
        box.setClearButtonVisible(true);
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go();
            }
        });
    }

    private void go() {
        getUI().ifPresent(ui -> ui.navigate(
                DirectoryRoutes.LIBRARY,
                query(new SheetFilter(role.getValue(), language.getValue(), withdrawn.isPressed()))));
    }

    private void open(@Nullable SheetId sheet) {
        getUI().ifPresent(
                        ui -> ui.navigate(DirectoryRoutes.LIBRARY + (sheet == null ? "" : "/" + sheet), query(filter)));
    }

    private static QueryParameters query(SheetFilter filter) {
        var parameters = new java.util.LinkedHashMap<String, String>();
        if (filter.role() != null) {
            parameters.put(ROLE, word(filter.role()));
        }
        if (filter.language() != null) {
            parameters.put(LANGUAGE, filter.language());
        }
        if (filter.withdrawnToo()) {
            parameters.put(WITHDRAWN, "");
        }
        return QueryParameters.simple(parameters);
    }

    private void showList() {
        content.removeAll();
        var table = new NativeTable();
        table.addClassName("relais-directory-table");
        var head = new NativeTableRow();
        for (var key : List.of("title", "role", "language", "kind", "added")) {
            var cell = new NativeTableHeaderCell(getTranslation("directory.library.column." + key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        content.add(table);
        showPage(table, null);
        if (table.getBody().getChildren().findAny().isEmpty()) {
            content.removeAll();
            content.add(new EmptyState(
                    Glyph.FILE_TEXT,
                    getTranslation("directory.library.empty.title"),
                    getTranslation("directory.library.empty.text"),
                    null));
        }
    }

    private void showPage(NativeTable table, @Nullable SheetCursor after) {
        var page = desk.library().list(filter, after, PAGE);
        page.rows().forEach(sheet -> table.getBody().add(row(sheet)));
        if (page.more()) {
            var last = page.rows().getLast();
            var more = new Div();
            more.addClassName("relais-caseload-more");
            more.add(new BusyButton(getTranslation("directory.more"), () -> {
                more.removeFromParent();
                showPage(table, new SheetCursor(last.title(), last.id()));
            }));
            content.add(more);
        }
    }

    private NativeTableRow row(Sheet sheet) {
        var text = query(filter).getQueryString();
        var link = new Anchor(
                DirectoryRoutes.LIBRARY + "/" + sheet.id() + (text.isEmpty() ? "" : "?" + text), sheet.title());
        link.getElement().setAttribute("router-link", true);
        link.addClassName("relais-strong");
        var title = new Span(link);
        title.addClassName("relais-column");
        if (sheet.withdrawn()) {
            title.add(new SeverityBadge(Severity.WARNING, Glyph.BAN, getTranslation("directory.library.withdrawn")));
        }
        return new NativeTableRow(
                new NativeTableCell(title),
                new NativeTableCell(new Span(audience(sheet.role()))),
                new NativeTableCell(new Span(words.language(sheet.language()))),
                new NativeTableCell(new Span(
                        getTranslation(sheet.latest().pdf() ? "directory.library.pdf" : "directory.library.text"))),
                new NativeTableCell(new Span(
                        DirectoryDesk.formats(getLocale()).date(sheet.latest().addedAt()))));
    }

    private String audience(@Nullable Role reader) {
        return getTranslation(reader == null ? "directory.library.everybody" : reader.key());
    }

    private void showBeside() {
        beside.removeAll();
        var id = open;
        beside.setVisible(id != null);
        if (id != null) {
            var sheet = desk.library().find(id).orElseThrow(NotFound::new);
            beside.add(new SheetPanel(desk, sheet, this::showList, () -> open(null)));
        }
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
