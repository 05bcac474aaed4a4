package org.relais.browser;

import java.io.IOException;

import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What comes out of the printer, as a PDF. */
final class PrintedPage {

    private static final float SHORT_SIDE = 595.3f;
    private static final float LONG_SIDE = 841.9f;

    private final byte[] bytes;

    private PrintedPage(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Prints a page the way its own style asks for. */
    static PrintedPage of(Page page) {
        return new PrintedPage(
                page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(false)));
    }

    PrintedPage isOneSheetOfA4() throws IOException {
        return isOneSheet(SHORT_SIDE, LONG_SIDE);
    }

    String text() throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private PrintedPage isOneSheet(float width, float height) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).as("sheets").isEqualTo(1);
            var sheet = document.getPage(0).getMediaBox();
            assertThat(sheet.getWidth()).isCloseTo(width, within(2f));
            assertThat(sheet.getHeight()).isCloseTo(height, within(2f));
        }
        return this;
    }
}
