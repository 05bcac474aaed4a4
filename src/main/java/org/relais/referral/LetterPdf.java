package org.relais.referral;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import org.relais.centre.Centres;
import org.relais.shared.SafePdf;

/** Writes a letter as a tagged PDF. */
@Component
class LetterPdf {

    private static final String STYLE = """
            @page { size: A4; margin: 25mm 25mm 24mm 25mm;
                    @bottom-right { content: counter(page) " / " counter(pages); font-family: Report; font-size: 9pt; color: #4b5563; } }
            body { font-family: Report; font-size: 11pt; line-height: 1.5; color: #111827; margin: 0; }
            h1 { font-size: 14pt; font-weight: normal; line-height: 1.3; color: #1c3a5a; margin: 8mm 0 6mm 0; }
            h2 { font-size: 11.5pt; font-weight: normal; color: #1c3a5a; margin: 5mm 0 1mm 0; page-break-after: avoid; }
            p { margin: 0 0 1mm 0; }
            .to { margin: 8mm 0 8mm 85mm; }
            .ending { margin-top: 10mm; font-size: 9pt; color: #4b5563; }
            """;

    private final Centres centres;

    LetterPdf(Centres centres) {
        this.centres = centres;
    }

    byte[] of(Letter letter, Locale locale) {
        return SafePdf.render(document(letter, locale));
    }

    private Document document(Letter letter, Locale locale) {
        var title = ReferralTexts.say(locale, "referral.letter.title", letter.subject());
        var document = SafePdf.empty();
        var html = document.createElement("html");
        html.setAttribute("lang", locale.getLanguage());
        document.appendChild(html);
        var head = SafePdf.add(html, "head", null);
        SafePdf.add(head, "title", title);
        // The engine reads the first, the standard asks for the second
        for (var name : List.of("subject", "description")) {
            var meta = SafePdf.add(head, "meta", null);
            meta.setAttribute("name", name);
            meta.setAttribute("content", title);
        }
        SafePdf.add(head, "style", STYLE);
        var body = SafePdf.add(html, "body", null);
        var centre = centres.centre(letter.centre());
        SafePdf.add(body, "p", centre.name());
        if (centre.telephone() != null) {
            SafePdf.add(body, "p", centre.telephone());
        }
        var to = SafePdf.add(body, "div", null);
        to.setAttribute("class", "to");
        SafePdf.add(to, "p", letter.recipient());
        if (letter.address() != null) {
            lines(to, letter.address());
        }
        SafePdf.add(to, "p", ReferralTexts.day(locale, letter.on()));
        SafePdf.add(body, "h1", title);
        for (var paragraph : letter.paragraphs()) {
            SafePdf.add(body, "h2", paragraph.heading());
            lines(body, paragraph.text());
        }
        SafePdf.add(body, "p", ReferralTexts.say(locale, "referral.letter.redisclosure"))
                .setAttribute("class", "ending");
        return document;
    }

    private static void lines(Element parent, String text) {
        text.lines().forEach(line -> SafePdf.add(parent, "p", line));
    }
}
