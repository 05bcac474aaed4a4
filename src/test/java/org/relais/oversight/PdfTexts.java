package org.relais.oversight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;

/** The words of a report and those of its file, so that both can be compared. */
public final class PdfTexts {

    private PdfTexts() {}

    /** All words of the file without blanks, bullets and the numbers of pages: lines break where the sheet ends. */
    public static String words(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            var stripper = new PDFTextStripper();
            var words = new StringBuilder();
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                words.append(stripper.getText(document)
                        .strip()
                        .replaceAll("^" + page + " / " + document.getNumberOfPages(), ""));
            }
            return plain(words.toString());
        }
    }

    /** All words of the report, in their order. */
    public static String words(ReportText text) {
        var all = new ArrayList<String>();
        all.add(text.title());
        all.addAll(text.notes());
        text.days().forEach(day -> {
            all.add(day.head());
            all.addAll(day.sentences());
        });
        all.addAll(text.ending());
        return plain(String.join(" ", all));
    }

    /** Without blanks and bullets. */
    public static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f•]+", "");
    }

    /** Which tags the document uses. */
    static TreeSet<String> tags(PDDocument document) {
        var tags = new TreeSet<String>();
        nodes(document.getDocumentCatalog().getStructureTreeRoot())
                .filter(PDStructureElement.class::isInstance)
                .forEach(node -> tags.add(((PDStructureElement) node).getStructureType()));
        return tags;
    }

    private static Stream<PDStructureNode> nodes(PDStructureNode node) {
        List<PDStructureNode> kids = node.getKids().stream()
                .filter(PDStructureNode.class::isInstance)
                .map(PDStructureNode.class::cast)
                .toList();
        return Stream.concat(Stream.of(node), kids.stream().flatMap(PdfTexts::nodes));
    }
}
