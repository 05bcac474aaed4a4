package org.relais.directory.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

import org.relais.directory.DirectoryRoutes;
import org.relais.directory.ImportPreview;
import org.relais.directory.PartnerField;
import org.relais.directory.RejectedRow;
import org.relais.shared.RelaisException;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;

/** Takes in partners from a file: what it would do is shown first, a line for each row that stays out. */
@Route(DirectoryRoutes.IMPORT)
@RolesAllowed({Roles.SOCIAL_WORKER, Roles.COORDINATOR})
class PartnerImportView extends Div implements HasDynamicTitle {

    private static final int MOST_BYTES = 8_000_000;
    private static final int MOST_LINES = 200;

    private final transient DirectoryDesk desk;
    private final transient DirectoryWords words;
    private final Upload file;
    private final Div result = new Div();

    PartnerImportView(DirectoryDesk desk) {
        this.desk = desk;
        this.words = new DirectoryWords(getLocale());
        addClassNames("relais-page", "relais-directory-import");
        var back = new Anchor(DirectoryRoutes.LIST, getTranslation("directory.import.back"));
        back.getElement().setAttribute("router-link", true);
        back.addClassName("relais-button-link");
        file = FileField.of(
                this, getTranslation("directory.import.choose"), MOST_BYTES, ".csv", (_, bytes) -> show(bytes));
        result.addClassName("relais-directory-preview");
        result.getElement().setAttribute("aria-live", "polite");
        add(
                new PageHeader(
                        getTranslation("directory.import.title"), getTranslation("directory.import.subtitle"), back),
                new Paragraph(getTranslation("directory.import.help")),
                file,
                result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("directory.import.title");
    }

    private void show(byte[] bytes) {
        result.removeAll();
        file.clearFileList();
        ImportPreview preview;
        try {
            preview = desk.imports().preview(bytes);
        } catch (RelaisException refused) {
            result.add(new NoticeBar(
                    Severity.CRITICAL,
                    getTranslation("directory.import.refused"),
                    getTranslation(refused.key(), refused.arguments())));
            return;
        }
        result.add(new NoticeBar(
                preview.rejected().isEmpty() ? Severity.INFO : Severity.WARNING,
                getTranslation(
                        "directory.import.sum",
                        preview.fresh().size(),
                        preview.changed().size(),
                        preview.unchanged(),
                        preview.rejected().size()),
                ""));
        if (preview.taken() > 0) {
            var take = new BusyButton(
                    getTranslation("directory.import.take", preview.taken()),
                    () -> new FieldErrors().run(() -> take(bytes, preview)));
            take.addThemeName("primary");
            result.add(take);
        }
        add(preview);
    }

    private void take(byte[] bytes, ImportPreview preview) {
        var taken = desk.imports().apply(bytes, preview.mark());
        result.removeAll();
        result.add(new NoticeBar(
                Severity.OK,
                getTranslation(
                        "directory.import.done",
                        taken.fresh().size(),
                        taken.changed().size()),
                taken.rejected().isEmpty()
                        ? ""
                        : getTranslation(
                                "directory.import.left-out", taken.rejected().size())));
        addRejected(taken);
    }

    private void add(ImportPreview preview) {
        addRejected(preview);
        addLines("directory.import.fresh", preview.fresh());
        addLines("directory.import.changed", preview.changed());
    }

    private void addRejected(ImportPreview preview) {
        if (!preview.rejected().isEmpty()) {
            var table = table("directory.import.row", "directory.import.column", "directory.import.reason");
            preview.rejected().forEach(row -> table.getBody().add(rejected(row)));
            panel("directory.import.rejected", table, preview.rejected().size());
        }
    }

    private void addLines(String title, List<ImportPreview.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var table = table("directory.import.row", "directory.field.name", "directory.import.fields");
        lines.stream()
                .limit(MOST_LINES)
                .forEach(line -> table.getBody()
                        .add(row(
                                String.valueOf(line.row()),
                                words.value(line.details(), PartnerField.NAME),
                                line.fields().stream()
                                        .sorted()
                                        .map(field -> getTranslation(field.key()))
                                        .collect(Collectors.joining(", ")))));
        var panel = panel(title, table, lines.size());
        if (lines.size() > MOST_LINES) {
            panel.addContent(new Paragraph(getTranslation("directory.import.more", lines.size() - MOST_LINES)));
        }
    }

    private Panel panel(String title, NativeTable table, int count) {
        var panel = new Panel(getTranslation(title), table);
        panel.setCount(count);
        result.add(panel);
        return panel;
    }

    private NativeTable table(String... heads) {
        var table = new NativeTable();
        table.addClassName("relais-directory-table");
        var row = new NativeTableRow();
        for (var head : heads) {
            var cell = new NativeTableHeaderCell(getTranslation(head));
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        table.getHead().add(row);
        return table;
    }

    private NativeTableRow rejected(RejectedRow row) {
        return row(
                String.valueOf(row.row()),
                Optional.ofNullable(row.column())
                        .map(column -> getTranslation(column.key()))
                        .orElse(getTranslation("directory.import.whole-row")),
                getTranslation(row.key(), row.arguments().toArray()));
    }

    private static NativeTableRow row(String... texts) {
        var row = new NativeTableRow();
        for (var text : texts) {
            row.addDataCell().setText(text);
        }
        return row;
    }
}
