package org.relais.demand.ui;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

import org.relais.access.Scope;
import org.relais.centre.Centre;
import org.relais.demand.DemandFile;
import org.relais.demand.DemandPreview;
import org.relais.demand.DemandProgress;
import org.relais.demand.DemandQuestion;
import org.relais.demand.DemandRoutes;
import org.relais.demand.DemandWords;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.RelaisException;
import org.relais.staff.Roles;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SafeDownload;
import org.relais.uikit.WidePage;

/** The file of a year: of which year and centre, who is missing what, the counts, and the files to take away. */
@Route(DemandRoutes.EXPORT)
@Menu(title = "demand.menu", order = 80, icon = "download")
@RolesAllowed(Roles.COORDINATOR)
class DemandView extends Div implements HasDynamicTitle, WidePage {

    private static final Logger LOG = LoggerFactory.getLogger(DemandView.class);
    private static final int FORBIDDEN = 403;

    private final transient DemandDesk desk;
    private final IntegerField year = new IntegerField();
    private final Select<Where> where = new Select<>();
    private final ProgressBar progress = new ProgressBar();
    private final Div files = new Div();
    private final Div content = new Div();
    private final List<Button> buttons = new ArrayList<>();
    private final FieldErrors errors = new FieldErrors();
    private final transient FileMaking making = FileMaking.ofSession();
    private transient Consumer<FileMaking.Now> listener = now -> {};
    private volatile boolean left;

    DemandView(DemandDesk desk, Clock clock) {
        this.desk = desk;
        addClassNames("relais-page", "relais-demand-export");
        year.setLabel(getTranslation("demand.export.year"));
        year.setStepButtonsVisible(true);
        year.setValue(clock.instant().atZone(ZoneOffset.UTC).getYear());
        errors.register("year", year);
        errors.register("centre", where);
        where.setLabel(getTranslation("demand.export.centre"));
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", getTranslation("demand.export.progress"));
        files.addClassName("relais-demand-files");
        files.getElement().setAttribute("aria-live", "polite");
        var reports = desk.reports();
        where.setItems(places(reports));
        where.setItemLabelGenerator(Where::name);
        where.setValue(where.getListDataView().getItem(0));
        // What was counted of another year or centre would be read as of this one
        year.addValueChangeListener(event -> start());
        where.addValueChangeListener(event -> start());
        var count = button("demand.export.count", Glyph.LIST_CHECKS, this::count);
        count.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var bar = new Div(
                year,
                where,
                count,
                button("demand.export.clients", Glyph.DOWNLOAD, () -> make(DemandFile.Kind.CLIENTS)),
                button("demand.export.tables", Glyph.DOWNLOAD, () -> make(DemandFile.Kind.TABLES)));
        if (desk.report().adds(reports)) {
            bar.add(button("demand.export.added", Glyph.DOWNLOAD, () -> make(DemandFile.Kind.ADDED)));
        }
        bar.addClassName("relais-demand-bar");
        var rule = desk.rule().now().rule();
        var mark = new Paragraph(getTranslation(
                rule.approved() ? "demand.rule.approved" : "demand.rule.not-approved",
                rule.source(),
                String.valueOf(rule.version())));
        mark.addClassNames("relais-meta", "relais-small-text");
        var body = new Div(bar, progress, files, content, mark);
        body.addClassName("relais-page-body");
        add(new PageHeader(getTranslation("demand.export.title"), getTranslation("demand.export.subtitle")), body);
        start();
    }

    private void start() {
        content.removeAll();
        content.add(new EmptyState(
                Glyph.LIST_CHECKS,
                getTranslation("demand.export.start"),
                getTranslation("demand.export.start.text"),
                null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("demand.export.title");
    }

    /** A centre, or all of them. */
    private record Where(@Nullable CentreId centre, String name) {}

    private List<Where> places(Scope reports) {
        var places = new ArrayList<Where>();
        for (Centre centre : desk.report().centres(reports)) {
            places.add(new Where(centre.id(), centre.name()));
        }
        if (places.size() > 1 && desk.report().network(reports)) {
            places.add(new Where(null, getTranslation("demand.export.network")));
        }
        return places;
    }

    private Button button(String key, Glyph glyph, Runnable act) {
        var button = new Button(getTranslation(key), glyph.create(), event -> act.run());
        button.setDisableOnClick(true);
        buttons.add(button);
        return button;
    }

    private void count() {
        files.removeAll();
        var reports = desk.reports();
        asked(question -> {
            work(0);
            var ui = UI.getCurrentOrThrow();
            // Whoever asked is asked for again by each door, in the other thread too
            Thread.ofVirtual()
                    .name("treatment-demand")
                    .start(new DelegatingSecurityContextRunnable(
                            () -> count(ui, report -> desk.report().preview(reports, question, report))));
        });
    }

    private DemandPreviewPage page(DemandPreview preview) {
        return new DemandPreviewPage(desk, preview);
    }

    private void make(DemandFile.Kind kind) {
        files.removeAll();
        var reports = desk.reports();
        // Taken along: the file is made where there is neither a language nor anybody to ask for words
        var locale = getLocale();
        var texts = VaadinService.getCurrent().getInstantiator().getI18NProvider();
        DemandWords words = (key, arguments) -> texts.getTranslation(key, locale, arguments);
        asked(question -> {
            making.begin(question, report -> desk.report().make(reports, question, kind, words, report));
            show(making.now());
        });
    }

    private void asked(Consumer<DemandQuestion> act) {
        errors.clear();
        if (year.isEmpty()) {
            errors.show(new InvalidInput("year", "shared.error.required"));
            ready();
            return;
        }
        act.accept(new DemandQuestion(year.getValue(), where.getValue().centre()));
    }

    private Anchor link(DemandQuestion question, DemandFile file) {
        var download = new Anchor(
                event -> {
                    if (!mayTake(question)) {
                        event.getResponse().setStatus(FORBIDDEN);
                        return;
                    }
                    SafeDownload.of(file.name(), "text/csv; charset=UTF-8", out -> out.write(file.content()))
                            .handleDownloadRequest(event);
                },
                AttachmentType.DOWNLOAD,
                "");
        download.add(
                Glyph.DOWNLOAD.create(), new Span(getTranslation("demand.export.ready", file.name(), file.clients())));
        download.addClassName("relais-button-link");
        return download;
    }

    /** Whether the reader may still have it: rights may have ended since it was made. */
    private boolean mayTake(DemandQuestion question) {
        try {
            var reports = desk.reports();
            return question.centre() == null
                    ? desk.report().network(reports)
                    : desk.report().centres(reports).stream()
                            .anyMatch(one -> one.id().equals(question.centre()));
        } catch (RelaisException refused) {
            return false;
        }
    }

    private void show(FileMaking.Now now) {
        var file = now.file();
        var question = now.question();
        var refusal = now.refusal();
        files.removeAll();
        if (now.running()) {
            work(now.percent());
            return;
        }
        ready();
        if (file != null && question != null) {
            var signed = new Span(getTranslation("demand.export.signed"));
            signed.addClassNames("relais-meta", "relais-small-text");
            files.add(link(question, file), signed);
        } else if (refusal != null) {
            making.seen();
            errors.show(refusal);
        }
    }

    private void count(UI ui, Function<DemandProgress, DemandPreview> counting) {
        try {
            var preview = counting.apply(percent -> {
                if (left) {
                    throw new CancellationException();
                }
                later(ui, () -> work(percent));
            });
            later(ui, () -> {
                ready();
                errors.run(() -> {
                    var page = page(preview);
                    content.removeAll();
                    content.add(page);
                });
            });
        } catch (CancellationException gone) {
            LOG.info("The reader left before all was counted");
        } catch (RuntimeException failed) {
            if (!(failed instanceof RelaisException)) {
                LOG.error("It could not be counted", failed);
            }
            later(ui, () -> {
                ready();
                errors.show(failed instanceof RelaisException told ? told : new Conflict("demand.error.failed"));
            });
        }
    }

    private static void later(UI ui, Command act) {
        try {
            var _ = ui.access(act);
        } catch (UIDetachedException gone) {
            LOG.debug("Nobody is there to be told", gone);
        }
    }

    private void work(int percent) {
        buttons.forEach(button -> button.setEnabled(false));
        progress.setValue(percent / 100.0);
        progress.setVisible(true);
    }

    private void ready() {
        if (making.now().running()) {
            return;
        }
        progress.setVisible(false);
        buttons.forEach(button -> button.setEnabled(true));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        left = false;
        var ui = event.getUI();
        listener = now -> later(ui, () -> show(now));
        making.listen(listener);
        show(making.now());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        left = true;
        making.unlisten(listener);
    }
}
