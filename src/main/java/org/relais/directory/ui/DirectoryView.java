package org.relais.directory.ui;

import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.directory.DirectoryRoutes;
import org.relais.directory.Need;
import org.relais.directory.Partner;
import org.relais.directory.PartnerCursor;
import org.relais.directory.PartnerFilter;
import org.relais.shared.NotFound;
import org.relais.shared.PartnerId;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FilterChip;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SafeDownload;
import org.relais.uikit.WidePage;

/** The partners of the network: found by what they help with, where and in which language; one of them beside. */
@Route(DirectoryRoutes.PARTNERS)
@Menu(title = "directory.menu", order = 46, icon = "book-open")
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
class DirectoryView extends Div implements HasDynamicTitle, AfterNavigationObserver, WidePage {

    private static final int PAGE = 50;
    private static final int PAUSE = 400;

    private final transient DirectoryDesk desk;
    private final transient DirectoryWords words;
    private final TextField text = new TextField();
    private final ComboBox<Need> need = new ComboBox<>();
    private final ComboBox<String> place = new ComboBox<>();
    private final ComboBox<String> language = new ComboBox<>();
    private final FilterChip safe = new FilterChip(getTranslation("directory.safe-place"), Glyph.HOUSE);
    private final FilterChip peers = new FilterChip(getTranslation("directory.peer-led"), Glyph.HEART_HANDSHAKE);
    private final FilterChip verify = new FilterChip(getTranslation("directory.filter.verify"), Glyph.TRIANGLE_ALERT);
    private final FilterChip withdrawn = new FilterChip(getTranslation("directory.filter.withdrawn"), Glyph.BAN);
    private final Div content = new Div();
    private final Div beside = new Div();
    private final Div downloads = new Div();
    private final Span count = new Span();
    private transient PartnerFilter filter = PartnerFilter.ALL;
    private transient @Nullable PartnerId open;

    DirectoryView(DirectoryDesk desk) {
        this.desk = desk;
        this.words = new DirectoryWords(getLocale());
        addClassNames("relais-page", "relais-directory");
        content.addClassName("relais-directory-list");
        beside.addClassName("relais-directory-beside");
        count.addClassName("relais-meta");
        count.getElement().setAttribute("role", "status");
        downloads.addClassName("relais-directory-downloads");
        var header = new PageHeader(getTranslation("directory.title"), getTranslation("directory.subtitle"));
        if (desk.keeps()) {
            header.addAction(downloads);
            var add = new Button(getTranslation("directory.add"), Glyph.PLUS.create(), _ -> add());
            add.addThemeName("primary");
            header.addAction(add);
        }
        var both = new Div(content, beside);
        both.addClassName("relais-directory-both");
        add(header, createFilters(), count, both);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("directory.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filter = DirectoryAddress.read(event.getLocation().getQueryParameters());
        open = event.getRouteParameters().get("partnerId").map(PartnerId::parse).orElse(null);
        text.setValue(Objects.requireNonNullElse(filter.text(), ""));
        need.setValue(filter.need());
        place.setItems(desk.partners().places());
        place.setValue(filter.place());
        language.setItems(desk.partners().languages());
        language.setValue(filter.language());
        safe.setPressed(filter.safePlace());
        peers.setPressed(filter.peerLed());
        verify.setPressed(filter.verificationDue());
        withdrawn.setPressed(filter.withdrawnToo());
        showList();
        showBeside();
    }

    private Component createFilters() {
        text.setPlaceholder(getTranslation("directory.filter.text"));
        text.setAriaLabel(getTranslation("directory.filter.text"));
        text.setPrefixComponent(Glyph.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setMaxLength(100);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE);
        text.addValueChangeListener(event -> goWhen(event.isFromClient()));
        need.setItems(Need.values());
        need.setItemLabelGenerator(one -> words.say(one.key()));
        choice(need, "directory.filter.need");
        choice(place, "directory.filter.place");
        language.setItemLabelGenerator(words::language);
        choice(language, "directory.filter.language");
        for (var chip : java.util.List.of(safe, peers, verify, withdrawn)) {
            chip.onToggle(_ -> goWhen(true));
        }
        var bar = new Div(text, need, place, language, safe, peers, verify, withdrawn);
        bar.addClassName("relais-directory-filters");
        return bar;
    }

    private void choice(ComboBox<?> box, String key) {
        box.setPlaceholder(getTranslation(key));
        box.setAriaLabel(getTranslation(key));
        box.setClearButtonVisible(true);
        box.addValueChangeListener(event -> goWhen(event.isFromClient()));
    }

    private void goWhen(boolean asked) {
        if (asked) {
            go(new PartnerFilter(
                    text.getValue().isBlank() ? null : text.getValue().strip(),
                    need.getValue(),
                    place.getValue(),
                    language.getValue(),
                    safe.isPressed(),
                    peers.isPressed(),
                    verify.isPressed(),
                    withdrawn.isPressed()));
        }
    }

    private void go(PartnerFilter chosen) {
        getUI().ifPresent(ui -> ui.navigate(DirectoryRoutes.LIST, DirectoryAddress.write(chosen)));
    }

    private void open(@Nullable PartnerId partner) {
        getUI().ifPresent(ui -> ui.navigate(
                partner == null ? DirectoryRoutes.LIST : DirectoryRoutes.partner(partner),
                DirectoryAddress.write(filter)));
    }

    private void showList() {
        content.removeAll();
        showDownloads();
        var found = desk.partners().count(filter);
        count.setText(getTranslation("directory.count", found));
        if (found == 0) {
            content.add(createEmptyState());
            return;
        }
        var table = new PartnerTableView(
                words, DirectoryAddress.write(filter), desk.partners().verifiedDays());
        content.add(table);
        showPage(table, null);
    }

    private void showPage(PartnerTableView table, @Nullable PartnerCursor after) {
        var page = desk.partners().search(filter, after, PAGE);
        table.append(page.rows());
        if (page.more()) {
            var more = new Div();
            more.addClassName("relais-caseload-more");
            more.add(new BusyButton(getTranslation("directory.more"), () -> {
                more.removeFromParent();
                showPage(table, page.rows().getLast().cursor());
            }));
            content.add(more);
        }
    }

    private void showDownloads() {
        downloads.removeAll();
        if (!desk.keeps()) {
            return;
        }
        var take = new Anchor(DirectoryRoutes.IMPORT, getTranslation("directory.import"));
        take.getElement().setAttribute("router-link", true);
        take.addClassName("relais-button");
        var asked = filter;
        var locale = getLocale();
        var save = new Anchor(
                SafeDownload.of(
                        getTranslation("directory.export.file"),
                        "text/csv; charset=UTF-8",
                        out -> desk.exports().write(asked, locale, out)),
                AttachmentType.DOWNLOAD,
                "");
        save.add(Glyph.DOWNLOAD.create(), new Span(getTranslation("directory.export")));
        save.addClassName("relais-button");
        downloads.add(take, save);
    }

    private void showBeside() {
        beside.removeAll();
        var id = open;
        beside.setVisible(id != null);
        if (id != null) {
            var partner = desk.partners().find(id).orElseThrow(NotFound::new);
            beside.add(new PartnerPanel(desk, partner, _ -> showList(), () -> open(null)));
        }
    }

    private void add() {
        new PartnerDialog(desk, PartnerId.create(), null, (Partner partner) -> open(partner.id())).open();
    }

    private Component createEmptyState() {
        if (filter.narrows()) {
            return new EmptyState(
                    Glyph.SEARCH_X,
                    getTranslation("directory.filtered.title"),
                    getTranslation("directory.filtered.text"),
                    new Button(getTranslation("directory.filtered.clear"), _ -> go(PartnerFilter.ALL)));
        }
        return new EmptyState(
                Glyph.BOOK_OPEN, getTranslation("directory.empty.title"), getTranslation("directory.empty.text"), null);
    }
}
