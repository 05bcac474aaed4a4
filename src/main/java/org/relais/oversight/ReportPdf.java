package org.relais.oversight;

import java.util.List;

import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import org.relais.shared.SafePdf;

/**
 * Writes a report as a tagged PDF (PDF/UA-1) with its language, its title and its font within.
 *
 * <p>The engine gets a tree of elements, never markup to parse, so that a text stays text whatever stands in it; and
 * it is given no way to open anything: no address is resolved, every stream is refused.
 */
@Component
class ReportPdf {

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
        return SafePdf.render(document);
    }

    private static Document document(ReportText text) {
        var document = SafePdf.empty();
        var html = document.createElement("html");
        html.setAttribute("lang", text.language().getLanguage());
        document.appendChild(html);
        var head = SafePdf.add(html, "head", null);
        SafePdf.add(head, "title", text.title());
        // The engine reads the first, the standard asks for the second
        for (var name : List.of("subject", "description")) {
            var meta = SafePdf.add(head, "meta", null);
            meta.setAttribute("name", name);
            meta.setAttribute("content", text.title());
        }
        SafePdf.add(head, "style", STYLE);
        var body = SafePdf.add(html, "body", null);
        SafePdf.add(body, "h1", text.title());
        text.notes().forEach(note -> SafePdf.add(body, "p", note));
        for (var day : text.days()) {
            SafePdf.add(body, "h2", day.head());
            addList(body, day.sentences());
        }
        text.ending().forEach(note -> SafePdf.add(body, "p", note).setAttribute("class", "ending"));
        return document;
    }

    private static void addList(Element parent, List<String> sentences) {
        var list = SafePdf.add(parent, "ul", null);
        sentences.forEach(sentence -> SafePdf.add(list, "li", sentence));
    }
}
