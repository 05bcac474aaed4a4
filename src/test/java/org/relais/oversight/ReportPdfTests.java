package org.relais.oversight;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.relais.browser.HostileTexts;

import static org.assertj.core.api.Assertions.assertThat;

/** The file of a report: tagged, whole, the same words as on the screen, and made without opening anything. */
class ReportPdfTests {

    private static final ReportText PLAIN = new ReportText(
            Locale.FRENCH,
            "Qui a consulté mon dossier",
            List.of("Dossier RL-20418."),
            List.of(
                    new ReportText.Day(
                            "Lundi 4 mai 2026",
                            List.of("À 14:02, Camille Aubry a ouvert la rubrique Soins.", "À 15:10, Åsa Öberg.")),
                    new ReportText.Day("Dimanche 3 mai 2026", List.of("2 fois : « œuvre », « ça ».")),
                    new ReportText.Day("Samedi 2 mai 2026", sentences(90))),
            List.of("Une phrase vous étonne ?"));

    private final ReportPdf pdf = new ReportPdf();

    @Test
    void it_is_tagged_and_names_its_language_its_title_and_its_standard() throws IOException {
        try (var document = Loader.loadPDF(pdf.of(PLAIN))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getLanguage()).isEqualTo("fr");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Qui a consulté mon dossier");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid", "Qui a consulté mon dossier");
            assertThat(PdfTexts.tags(document)).contains("H1", "H2", "P", "L", "LI", "LBody");
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
    }

    @Test
    void every_font_of_it_is_within() throws IOException {
        try (var document = Loader.loadPDF(pdf.of(PLAIN))) {
            var fonts = new ArrayList<String>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName());
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(name -> name.contains("LiberationSans"));
        }
    }

    @Test
    void its_words_are_those_of_the_screen() throws IOException {
        assertThat(PdfTexts.words(pdf.of(PLAIN))).isEqualTo(PdfTexts.words(PLAIN));
    }

    @Test
    void a_hostile_text_stays_text_and_opens_nothing(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret.css"), "* { content: 'found-it' }");
        try (var listening = new Listening()) {
            var port = listening.port();
            var addresses = List.of(
                    "http://127.0.0.1:" + port + "/a",
                    "https://127.0.0.1:" + port + "/b",
                    "//127.0.0.1:" + port + "/c",
                    "ftp://127.0.0.1:" + port + "/d",
                    "jar:http://127.0.0.1:" + port + "/e.jar!/f",
                    secret.toUri().toString(),
                    "file:///etc/passwd");
            var texts = new ArrayList<>(HostileTexts.list());
            for (var address : addresses) {
                texts.add("<img src=\"" + address + "\"/>");
                texts.add("<link rel=\"stylesheet\" href=\"" + address + "\"/>");
                texts.add("</style><style>@import url(" + address + "); @font-face { src: url(" + address + ") }");
                texts.add("<object data=\"" + address + "\"></object><iframe src=\"" + address + "\"/>");
                texts.add("<a href=\"" + address + "\">x</a> background: url('" + address + "')");
                texts.add("<!DOCTYPE html [<!ENTITY x SYSTEM \"" + address + "\">]> &x; %x;");
                texts.add("<svg><image href=\"" + address + "\"/></svg>");
                texts.add(address);
            }
            var hostile = new ReportText(
                    Locale.ENGLISH,
                    texts.getFirst() + "<img src=\"http://127.0.0.1:" + port + "/title\"/>",
                    texts,
                    List.of(new ReportText.Day("<script src=http://127.0.0.1:" + port + "/day></script>", texts)),
                    texts);

            var bytes = pdf.of(hostile);

            assertThat(listening.connections()).isZero();
            assertThat(PdfTexts.words(bytes)).isEqualTo(PdfTexts.words(hostile)).doesNotContain("found-it", "root:");
            try (var document = Loader.loadPDF(bytes)) {
                assertThat(names(document)).doesNotContain("JavaScript", "Launch", "URI", "SubmitForm", "EmbeddedFile");
                for (var page : document.getPages()) {
                    assertThat(page.getAnnotations()).isEmpty();
                    assertThat(page.getResources().getXObjectNames()).isEmpty();
                }
            }
        }
    }

    @Test
    void even_a_page_made_of_addresses_opens_none_of_them(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret.css"), "p::before { content: 'found-it' }");
        try (var listening = new Listening()) {
            var away = "http://127.0.0.1:" + listening.port();
            var page = """
                    <html lang="en"><head><title>Page</title><meta name="description" content="Page"/>
                    <base href="%1$s/"/><link rel="stylesheet" type="text/css" href="%1$s/a.css"/>
                    <link rel="stylesheet" type="text/css" href="%2$s"/>
                    <style>@import url(%1$s/b.css); @import url(%2$s);
                    @font-face { font-family: Away; src: url(%1$s/c.ttf) }
                    body { font-family: Report; background-image: url(%1$s/d.png) }
                    li { list-style-image: url(%1$s/e.png) } p { font-family: Away, Report }</style></head>
                    <body><p>Text</p><ul><li>One</li></ul><img alt="x" src="%1$s/f.png"/><img alt="x" src="%2$s"/>
                    <img alt="x" src="jar:%1$s/x.jar!/g.png"/><object type="image/png" data="%1$s/h.png"></object>
                    <a href="%1$s/i">a</a></body></html>""".formatted(away, secret.toUri());
            var document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));

            var bytes = pdf.render(document);

            assertThat(listening.connections()).isZero();
            assertThat(PdfTexts.words(bytes)).contains("Text", "One").doesNotContain("found-it");
        }
    }

    /** Counts who connects, and hangs up. */
    private static final class Listening implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger connected = new AtomicInteger();
        private final Thread thread = Thread.ofVirtual().start(this::listen);

        Listening() throws IOException {}

        int port() {
            return socket.getLocalPort();
        }

        // One of our own comes after all that came before it
        int connections() throws IOException, InterruptedException {
            new Socket(InetAddress.getLoopbackAddress(), port()).close();
            while (connected.get() == 0) {
                Thread.sleep(10);
            }
            return connected.get() - 1;
        }

        private void listen() {
            while (!socket.isClosed()) {
                try (var connection = socket.accept()) {
                    connected.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
            thread.interrupt();
        }
    }

    private static List<String> names(PDDocument document) {
        return document.getDocument().getXrefTable().keySet().stream()
                .map(key -> document.getDocument().getObjectFromPool(key).getObject())
                .filter(org.apache.pdfbox.cos.COSDictionary.class::isInstance)
                .map(org.apache.pdfbox.cos.COSDictionary.class::cast)
                .map(found -> String.valueOf(found.getNameAsString(COSName.S)))
                .toList();
    }

    private static List<String> sentences(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "À 08:" + number + ", une personne de l’équipe a ouvert votre dossier.")
                .toList();
    }
}
