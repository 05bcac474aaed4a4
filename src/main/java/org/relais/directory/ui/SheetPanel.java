package org.relais.directory.ui;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.directory.Sheet;
import org.relais.directory.SheetContent;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;
import org.relais.uikit.SafeDownload;
import org.relais.uikit.Toast;

/** One sheet beside the list: its text or file, the older ones, and what may be done. */
final class SheetPanel extends Panel {

    private final transient DirectoryDesk desk;
    private final transient Runnable changed;
    private final Div reading = new Div();
    private transient Sheet sheet;

    SheetPanel(DirectoryDesk desk, Sheet sheet, Runnable changed, Runnable close) {
        super(sheet.title());
        this.desk = desk;
        this.changed = changed;
        this.sheet = sheet;
        addClassName("relais-partner");
        var shut = new Button(Glyph.X.create(), _ -> close.run());
        shut.addThemeName("tertiary");
        shut.setAriaLabel(getTranslation("uikit.close"));
        addToHeader(shut);
        show();
    }

    private void show() {
        clearContent();
        if (sheet.withdrawn()) {
            addContent(new NoticeBar(
                    Severity.WARNING,
                    getTranslation("directory.library.withdrawn"),
                    getTranslation("directory.library.withdrawn.text")));
        }
        if (desk.keeps()) {
            addContent(actions());
        }
        addContent(editions(), reading);
        reading.removeAll();
        if (!sheet.latest().pdf()) {
            read(sheet.latest());
        }
    }

    private Component actions() {
        var renew = new Button(
                getTranslation("directory.library.renew"),
                Glyph.UPLOAD.create(),
                _ -> new SheetDialog(desk, sheet, this::take).open());
        var withdraw = new BusyButton(
                getTranslation(sheet.withdrawn() ? "directory.restore" : "directory.library.withdraw"),
                () -> new FieldErrors().run(() -> {
                    take(desk.library().withdraw(sheet.id(), sheet.version(), !sheet.withdrawn()));
                    Toast.success(getTranslation("directory.saved"));
                }));
        withdraw.addThemeName("tertiary");
        var bar = new Div(renew, withdraw);
        bar.addClassName("relais-partner-actions");
        return bar;
    }

    private void take(Sheet now) {
        sheet = now;
        show();
        changed.run();
    }

    private Component editions() {
        var list = new UnorderedList();
        list.addClassName("relais-partner-history");
        for (var edition : desk.library().editions(sheet.id())) {
            var line = new Span(getTranslation(
                    "directory.library.edition",
                    edition.number(),
                    DirectoryDesk.formats(getLocale()).date(edition.addedAt()),
                    desk.name(edition.addedBy())));
            line.addClassName("relais-meta");
            list.add(new ListItem(edition.pdf() ? download(edition) : opener(edition), line));
        }
        return list;
    }

    private Component download(Sheet.Edition edition) {
        var link = new Anchor(
                SafeDownload.of(getTranslation("directory.library.file", edition.number()), "application/pdf", out -> {
                    if (desk.library().open(sheet.id(), edition.number()) instanceof SheetContent.Pdf file) {
                        write(out, file.bytes());
                    }
                }),
                AttachmentType.DOWNLOAD,
                "");
        link.add(
                Glyph.DOWNLOAD.create(),
                new Span(getTranslation("directory.library.download", edition.title(), edition.size() / 1000)));
        link.addClassName("relais-button-link");
        return link;
    }

    private static void write(java.io.OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Component opener(Sheet.Edition edition) {
        return new BusyButton(getTranslation("directory.library.read", edition.title()), () -> read(edition));
    }

    private void read(Sheet.Edition edition) {
        reading.removeAll();
        if (desk.library().open(sheet.id(), edition.number()) instanceof SheetContent.Text(var words)) {
            var body = new Paragraph(words);
            body.addClassName("relais-sheet-words");
            var article = new Article(new H3(edition.title()), body);
            article.addClassName("relais-printed");
            var print = new Button(
                    getTranslation("directory.library.print"),
                    Glyph.PRINTER.create(),
                    _ -> getElement().executeJs("setTimeout(() => window.print())"));
            reading.add(print, article);
        }
    }
}
