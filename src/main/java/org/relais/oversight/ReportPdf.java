package org.relais.oversight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.pdfbox.Loader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes a report as a tagged PDF (PDF/UA-1) with its language, its title and its font within.
 *
 * <p>The engine gets a tree of elements, never markup to parse, so that a text stays text whatever stands in it; and
 * it is given no way to open anything: no address is resolved, every stream is refused.
 */
@Component
class ReportPdf {

    // Comes with PDFBox; SIL Open Font License 1.1
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = """
            @page { size: A4; margin: 22mm 20mm 24mm 20mm;
                    @bottom-right { content: counter(page) " / " counter(pages); font-family: Report; font-size: 9pt; color: #4b5563; } }
            body { font-family: Report; font-size: 11pt; line-height: 1.5; color: #111827; margin: 0; }
            h1 { font-size: 20pt; font-weight: normal; line-height: 1.2; color: #1c3a5a; margin: 0 0 6mm 0; }
            h2 { font-size: 13pt; font-weight: normal; color: #1c3a5a; margin: 7mm 0 2mm 0; padding-bottom: 1mm;
                 border-bottom: 0.5pt solid #9ca3af; page-break-after: avoid; }
            p { margin: 0 0 2mm 0; }
            ul { margin: 0; padding: 0 0 0 5mm; }
            li { margin: 0 0 1.5mm 0; page-break-inside: avoid; }
            .ending { margin-top: 8mm; }
            """;

    /** The file. */
    byte[] of(ReportText text) {
        return render(document(text));
    }

    /** The same of any tree, by an engine that opens nothing. */
    byte[] render(Document document) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFastMode();
        builder.useUriResolver((base, uri) -> null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useHttpStreamImplementation(ReportPdf::refused);
        builder.useProtocolsStreamImplementation(
                ReportPdf::refused, "http", "https", "file", "jar", "ftp", "data", "jrt");
        builder.useFont(ReportPdf::font, "Report");
        builder.withProducer("Relais");
        builder.withW3cDocument(document, null);
        builder.toStream(out);
        try {
            builder.run();
            return out.toByteArray();
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static Document document(ReportText text) {
        var document = empty();
        var html = document.createElement("html");
        html.setAttribute("lang", text.language().getLanguage());
        document.appendChild(html);
        var head = add(html, "head", null);
        add(head, "title", text.title());
        // The engine reads the first, the standard asks for the second
        for (var name : List.of("subject", "description")) {
            var meta = add(head, "meta", null);
            meta.setAttribute("name", name);
            meta.setAttribute("content", text.title());
        }
        add(head, "style", STYLE);
        var body = add(html, "body", null);
        add(body, "h1", text.title());
        text.notes().forEach(note -> add(body, "p", note));
        for (var day : text.days()) {
            add(body, "h2", day.head());
            addList(body, day.sentences());
        }
        text.ending().forEach(note -> add(body, "p", note).setAttribute("class", "ending"));
        return document;
    }

    private static void addList(Element parent, List<String> sentences) {
        var list = add(parent, "ul", null);
        sentences.forEach(sentence -> add(list, "li", sentence));
    }

    private static Element add(Element parent, String name, @Nullable String text) {
        var document = parent.getOwnerDocument();
        var element = document.createElement(name);
        if (text != null) {
            element.appendChild(document.createTextNode(text));
        }
        parent.appendChild(element);
        return element;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InputStream font() {
        var font = Loader.class.getResourceAsStream(FONT);
        if (font == null) {
            throw new IllegalStateException("The font of reports is missing");
        }
        return font;
    }

    private static FSStream refused(String uri) {
        throw new IllegalStateException("A report opens nothing");
    }
}
