package org.relais.shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.pdfbox.Loader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes a tree of elements as a tagged PDF (PDF/UA-1) with its language, its title and its font within.
 *
 * <p>The engine gets a tree, never markup to parse, so that a text stays text whatever stands in it; and it is given no
 * way to open anything: no address is resolved, every stream is refused. The style names its font {@code Report}.
 */
public final class SafePdf {

    // Comes with PDFBox; SIL Open Font License 1.1
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private SafePdf() {}

    /** The file. */
    public static byte[] render(Document document) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFastMode();
        builder.useUriResolver((base, uri) -> null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useHttpStreamImplementation(SafePdf::refused);
        builder.useProtocolsStreamImplementation(
                SafePdf::refused, "http", "https", "file", "jar", "ftp", "data", "jrt");
        builder.useFont(SafePdf::font, "Report");
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

    /** A tree with nothing in it. */
    public static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Adds an element with its text, when it has one. */
    public static Element add(Element parent, String name, @Nullable String text) {
        var document = parent.getOwnerDocument();
        var element = document.createElement(name);
        if (text != null) {
            element.appendChild(document.createTextNode(text));
        }
        parent.appendChild(element);
        return element;
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
