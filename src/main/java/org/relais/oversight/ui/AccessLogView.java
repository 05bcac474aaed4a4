package org.relais.oversight.ui;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.LogCount;
import org.relais.audit.LogCursor;
import org.relais.audit.LogFilter;
import org.relais.centre.Centres;
import org.relais.oversight.LogDesk;
import org.relais.oversight.LogExport;
import org.relais.oversight.LogRow;
import org.relais.oversight.LogRows;
import org.relais.oversight.OversightRoutes;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.WidePage;

/** Who opened what, when and why, over all centres, newest first. Holds record numbers and closed words only. */
@Route(OversightRoutes.LOG)
@Menu(title = "oversight.log.menu", order = 90, icon = "history")
@RolesAllowed(Roles.AUDITOR)
class AccessLogView extends Div implements HasDynamicTitle, AfterNavigationObserver, WidePage {

    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final transient LogDesk desk;
    private final transient LogExport exports;
    private final transient Clock clock;
    private final transient Centres centres;
    private final transient List<DeskPart> parts;
    private final transient LogWords words;
    private final transient Scope scope;
    private final transient FieldErrors errors = new FieldErrors();
    private final PageHeader header;
    private final Div head = new Div();
    private final LogFilterBar filters;
    private final LogGrid grid;
    private final Div aboutRow = new Div();
    private final Span loaded = new Span();
    private final BusyButton export =
            new BusyButton(getTranslation("oversight.export.open"), Glyph.DOWNLOAD, this::openExport);
    private final BusyButton older;
    private transient LogFilter filter = LogFilter.ALL;
    private transient LogQuestion question = LogQuestion.TODAY;
    private transient @Nullable LogCursor next;
    private transient @Nullable String total;

    AccessLogView(
            LogDesk desk,
            AccessService access,
            Centres centres,
            StaffDirectory directory,
            Clock clock,
            LogExport exports,
            ObjectProvider<DeskPart> parts) {
        this.desk = desk;
        this.exports = exports;
        this.clock = clock;
        this.centres = centres;
        this.parts = parts.orderedStream().toList();
        scope = access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
        words = LogWords.of(scope, directory, centres, clock, getLocale());
        header = new PageHeader(getTranslation("oversight.log.title"), "");
        filters = new LogFilterBar(words, directory, centres, errors, this::go);
        grid = new LogGrid(words);
        older = new BusyButton(getTranslation("oversight.log.older"), this::loadOlder);
        compose();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("oversight.log.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        question = LogAddress.read(event.getLocation().getQueryParameters());
        filters.show(question);
        head.removeAll();
        parts.forEach(part -> part.head(scope).ifPresent(head::add));
        var understood = errors.run(this::ask);
        export.setEnabled(understood);
        if (!understood) {
            grid.show(List.of());
            next = null;
            total = null;
            showToday(null);
            showEnd(false);
        }
    }

    private void compose() {
        addClassNames("relais-page", "relais-log");
        header.addAction(
                new SeverityBadge(Severity.NEUTRAL, Glyph.EYE_OFF, getTranslation("oversight.log.no-content")));
        parts.forEach(part -> part.action(scope).ifPresent(header::addAction));
        export.addThemeName("primary");
        header.addAction(export);
        head.addClassName("relais-log-head");
        aboutRow.addClassName("relais-log-about");
        aboutRow.getElement().setAttribute("aria-live", "polite");
        loaded.addClassName("relais-numeric");
        grid.addSelectionListener(event -> choose(event.getFirstSelectedItem().orElse(null)));
        choose(null);
        var list = new Div(grid, createFooter());
        list.addClassName("relais-log-list");
        var side = new Aside(aboutRow);
        side.addClassName("relais-log-side");
        side.getElement().setAttribute("aria-label", getTranslation("oversight.log.side"));
        parts.forEach(part -> part.beside(scope).ifPresent(side::add));
        var columns = new Div(list, side);
        columns.addClassName("relais-log-columns");
        add(header, head, filters, columns);
    }

    private void openExport() {
        var asked = filter;
        var inWords = words.question(question);
        new ExportDialog(
                        inWords,
                        words.formats().number(LogExport.MOST),
                        "relais-" + OversightRoutes.LOG + "-" + FILE_TIME.format(clock.instant()) + ".csv",
                        out -> exports.write(scope, asked, inWords, words, out))
                .open();
    }

    private Footer createFooter() {
        var notice = new Span(getTranslation("oversight.log.logged"));
        notice.addClassName("relais-grow");
        var footer = new Footer(Glyph.EYE.create(), notice, loaded, older);
        footer.addClassNames("relais-log-footer", "relais-secondary");
        return footer;
    }

    private void go(LogQuestion question) {
        getUI().ifPresent(ui -> ui.navigate(OversightRoutes.LOG, LogAddress.write(question)));
    }

    // Counted with the page where that is what it shows
    private void showToday(@Nullable LogCount counted) {
        var count = question.equals(LogQuestion.TODAY) && counted != null
                ? counted
                : desk.since(scope, words.startOf(words.today()));
        header.setSubtitle(getTranslation(
                count.more() ? "oversight.log.today.more" : "oversight.log.today",
                words.formats().number(count.rows()),
                centres.all().size()));
    }

    private void ask() {
        var record = question.record();
        filter = question.filter(words, record == null ? null : desk.person(scope, record));
        var page = desk.first(scope, filter);
        grid.show(page.rows());
        choose(null);
        var count = page.count();
        total = count == null
                ? null
                : getTranslation(
                        count.more() ? "oversight.log.count.more" : "oversight.log.count",
                        words.formats().number(count.rows()));
        showToday(count);
        showPage(page);
        grid.setEmptyStateComponent(new EmptyState(
                Glyph.SEARCH_X,
                getTranslation("oversight.log.nothing.title"),
                getTranslation("oversight.log.nothing"),
                null));
    }

    private void loadOlder() {
        if (next != null) {
            var page = desk.page(scope, filter, next);
            grid.append(page.rows());
            showPage(page);
        }
    }

    private void showPage(LogRows page) {
        flag(page.rows());
        next = page.next();
        showEnd(page.cutShort());
    }

    private void flag(List<LogRow> rows) {
        for (var part : parts) {
            var flags = part.flags(scope, rows);
            if (flags != null) {
                grid.flag(flags);
            }
        }
    }

    private void showEnd(boolean cutShort) {
        older.setVisible(next != null);
        older.setText(getTranslation(cutShort ? "oversight.log.farther" : "oversight.log.older"));
        var rows = words.formats().number(grid.size());
        var shown = total == null
                ? getTranslation("oversight.log.loaded", rows)
                : getTranslation("oversight.log.loaded.of", rows, total);
        loaded.setText(
                cutShort && next != null
                        ? getTranslation("oversight.log.cut-short", rows, words.dateTime(next.occurredAt()))
                        : shown);
    }

    private void choose(@Nullable LogRow row) {
        aboutRow.removeAll();
        if (row == null) {
            aboutRow.add(createHint());
            return;
        }
        parts.forEach(part -> part.besideRow(scope, row).ifPresent(aboutRow::add));
        aboutRow.add(new RowDetails(row, words, () -> desk.shown(scope, row.access())));
    }

    private Component createHint() {
        var hint = new Div(new Span(getTranslation("oversight.log.choose")));
        hint.addClassNames("relais-log-hint", "relais-meta");
        return hint;
    }
}
