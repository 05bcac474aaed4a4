package org.relais.oversight.ui;

import java.util.Comparator;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.oversight.AskedReport;
import org.relais.oversight.LeaveOut;
import org.relais.oversight.OversightRoutes;
import org.relais.oversight.OwnReport;
import org.relais.oversight.OwnReports;
import org.relais.oversight.ReportRequests;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.ReportFileId;
import org.relais.shared.ReportRequestId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.staff.Roles;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;
import org.relais.uikit.WidePage;

/**
 * People's requests to know who read their record, and the report of one: read here as the person reads it, given as a
 * file, and said to be given.
 */
@Route(OversightRoutes.REPORTS)
@Menu(title = "oversight.own.menu", order = 90.3, icon = "user-round")
@RolesAllowed(Roles.AUDITOR)
class OwnReportsView extends Div implements HasDynamicTitle, HasUrlParameter<String>, WidePage {

    private final transient ReportRequests requests;
    private final transient OwnReports reports;
    private final transient AccessService access;
    private final transient StaffDirectory directory;
    private final transient Centres centres;
    private final transient RequestPart part;
    private final Div head = new Div();
    private final Div place = new Div();
    private final Aside side = new Aside();

    OwnReportsView(
            ReportRequests requests,
            OwnReports reports,
            AccessService access,
            StaffDirectory directory,
            Centres centres,
            RequestPart part) {
        this.requests = requests;
        this.reports = reports;
        this.access = access;
        this.directory = directory;
        this.centres = centres;
        this.part = part;
        addClassNames("relais-page", "relais-reports");
        head.addClassName("relais-report-head");
        place.addClassName("relais-report-place");
        side.addClassName("relais-log-side");
        side.getElement().setAttribute("aria-label", getTranslation("oversight.own.side"));
        var columns = new Div(place, side);
        columns.addClassName("relais-log-columns");
        add(head, columns);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("oversight.own.title");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String request) {
        show(request == null ? null : parse(request));
    }

    private void show(@Nullable ReportRequestId id) {
        var scope = scope();
        head.removeAll();
        place.removeAll();
        side.removeAll();
        side.add(part.panel(scope, requests.waiting(scope), id));
        if (id == null) {
            showAnswered(scope);
        } else {
            showReport(scope, id);
        }
    }

    private void showAnswered(Scope scope) {
        var header = new PageHeader(getTranslation("oversight.own.title"), getTranslation("oversight.own.subtitle"));
        var ask = new Button(getTranslation("oversight.own.ask"), Glyph.USER_ROUND.create(), _ -> part.ask(scope()));
        ask.addThemeName("primary");
        header.addAction(ask);
        head.add(header);
        var answered = requests.answered(scope);
        if (answered.isEmpty()) {
            place.add(new EmptyState(
                    Glyph.FILE_CHECK,
                    getTranslation("oversight.own.none.title"),
                    getTranslation("oversight.own.none"),
                    null));
            return;
        }
        var panel = new Panel(getTranslation("oversight.own.answered"));
        panel.setCount(answered.size());
        answered.forEach(asked -> panel.addContent(row(scope, asked)));
        place.add(panel);
    }

    private Component row(Scope scope, AskedReport asked) {
        var link = new Anchor(
                OversightRoutes.REPORTS + "/" + asked.request().id(),
                getTranslation("oversight.own.asks", asked.fileNumber()));
        var row = new Div(link, answer(scope, asked));
        row.addClassName("relais-report-request");
        return row;
    }

    private Component answer(Scope scope, AskedReport asked) {
        var answered = asked.request().answered();
        var said = new Span(
                answered == null
                        ? ""
                        : getTranslation(
                                "oversight.own.answered.by",
                                part.date(scope, answered.at()),
                                name(answered.by()),
                                answered.hash()));
        said.addClassNames("relais-meta", "relais-report-hash");
        return said;
    }

    private void showReport(Scope scope, ReportRequestId id) {
        var report = reports.report(scope, id);
        var words = new OwnReportWords(directory, centres, part.zone(scope));
        var asked = report.asked();
        var request = asked.request();
        var header = new PageHeader(
                getTranslation("oversight.own.asks", asked.fileNumber()),
                getTranslation(
                        "oversight.own.report.subtitle",
                        part.formats(scope).date(request.receivedOn()),
                        part.formats(scope).date(request.dueOn()),
                        getTranslation(request.language().key()),
                        getTranslation(request.handover().key())));
        header.addAction(
                new SeverityBadge(Severity.NEUTRAL, Glyph.EYE_OFF, getTranslation("oversight.log.no-content")));
        head.add(header);
        if (request.answered() == null) {
            var actions = new Div();
            actions.addClassName("relais-report-actions");
            header.addAction(actions);
            offer(actions, report, words, null);
            side.add(createReaders(report));
        } else {
            head.add(new NoticeBar(
                    Severity.OK,
                    Glyph.CIRCLE_CHECK,
                    getTranslation("oversight.own.answered.title"),
                    ((Span) answer(scope, asked)).getText()));
        }
        place.add(new OwnReportSheet(words.text(report)));
    }

    // Each link works once; once it was used, another one stands in its place, and the answer can be said
    private void offer(Div actions, OwnReport report, OwnReportWords words, @Nullable ReportFileId made) {
        actions.removeAll();
        var id = report.asked().request().id();
        var file = ReportFileId.create();
        var download = new Anchor(
                new OneTimeDownload(
                        "relais-" + OversightRoutes.REPORTS + "-"
                                + report.asked().fileNumber() + ".pdf",
                        "application/pdf",
                        out -> reports.write(scope(), id, file, report.until(), words, out),
                        () -> offer(actions, report, words, file)),
                AttachmentType.DOWNLOAD,
                "");
        download.add(Glyph.DOWNLOAD.create(), new Span(getTranslation("oversight.own.download")));
        download.addClassName("relais-button-link");
        var given = new BusyButton(getTranslation("oversight.own.answer"), Glyph.CHECK, () -> answer(id, made));
        given.setEnabled(made != null);
        actions.add(download, given);
        if (made == null) {
            var first = new Span(getTranslation("oversight.own.answer.first"));
            first.addClassName("relais-meta");
            actions.add(first);
        }
    }

    private void answer(ReportRequestId id, @Nullable ReportFileId made) {
        if (made != null) {
            requests.answer(scope(), id, made);
            Toast.success(getTranslation("oversight.own.answer.done"));
            show(id);
        }
    }

    private Component createReaders(OwnReport report) {
        var panel = new Panel(getTranslation("oversight.own.readers"));
        var text = new Paragraph(getTranslation("oversight.own.readers.text"));
        text.addClassName("relais-meta");
        panel.addContent(text);
        var list = new UnorderedList();
        list.addClassName("relais-report-readers");
        report.readers().stream()
                .sorted(Comparator.comparing(this::name))
                .forEach(reader -> list.add(reader(report, reader)));
        panel.addContent(list);
        return panel;
    }

    private ListItem reader(OwnReport report, StaffId reader) {
        var out = report.leftOut().contains(reader);
        var key = out ? "oversight.own.name-again" : "oversight.own.leave-out";
        var act = new Button(getTranslation(key), _ -> openLeaveOut(report, reader, !out, key));
        act.addThemeName("tertiary");
        act.setAriaLabel(getTranslation(key + ".of", name(reader)));
        var name = new Span(name(reader));
        name.addClassName("relais-grow");
        var item = new ListItem(name);
        if (out) {
            item.add(new SeverityBadge(Severity.WARNING, Glyph.EYE_OFF, getTranslation("oversight.own.left-out")));
        }
        item.add(act);
        return item;
    }

    private void openLeaveOut(OwnReport report, StaffId reader, boolean leftOut, String key) {
        // Of this dialog: a second click says the same thing
        var command = UUID.randomUUID();
        var id = report.asked().request().id();
        new LeaveOutDialog(key, name(reader), reason -> {
                    requests.leaveOut(scope(), new LeaveOut(command, id, reader, leftOut, reason));
                    show(id);
                })
                .open();
    }

    private String name(StaffId id) {
        return directory.find(id).map(StaffCard::name).orElseGet(() -> getTranslation("oversight.staff.unknown"));
    }

    private static ReportRequestId parse(String text) {
        try {
            return ReportRequestId.parse(text);
        } catch (InvalidInput unread) {
            throw new NotFound();
        }
    }

    private Scope scope() {
        return access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
    }
}
