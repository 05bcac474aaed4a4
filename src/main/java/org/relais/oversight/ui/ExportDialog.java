package org.relais.oversight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.relais.uikit.Glyph;

/** Asks before rows of the log leave the portal; the answer is the download itself. */
final class ExportDialog extends Dialog {

    private final Anchor download;

    /**
     * @param question what is exported, in words
     * @param most how many rows at the most, in words
     */
    ExportDialog(String question, String most, String fileName, OneTimeDownload.Content content) {
        addClassName("relais-confirm");
        setHeaderTitle(getTranslation("oversight.export.dialog"));
        setRole("alertdialog");
        setCloseOnOutsideClick(false);
        var what = new Paragraph(question);
        what.addClassName("relais-strong");
        add(
                new Paragraph(getTranslation("oversight.export.dialog.text")),
                what,
                new Paragraph(getTranslation("oversight.export.dialog.size", most)));
        download = new Anchor(
                new OneTimeDownload(fileName, "text/csv; charset=UTF-8", content, this::handedOver),
                AttachmentType.DOWNLOAD,
                "");
        download.add(Glyph.DOWNLOAD.create(), new Span(getTranslation("oversight.export.download")));
        download.addClassName("relais-button-link");
        getFooter().add(new Button(getTranslation("uikit.cancel"), event -> close()), download);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                download.focus();
            }
        });
    }

    private void handedOver() {
        download.removeFromParent();
        getFooter().removeAll();
        getFooter().add(new Button(getTranslation("uikit.close"), event -> close()));
        add(new Paragraph(getTranslation("oversight.export.used")));
    }
}
