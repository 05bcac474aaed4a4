package org.relais.detox.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.centre.Unit;
import org.relais.detox.GivenHandOver;
import org.relais.detox.HandOverCopy;
import org.relais.detox.HandOverNow;
import org.relais.detox.HandOverPage;
import org.relais.detox.HandOverSentence;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** The hand-over on paper: one line a person, what happened in the shift, and two lines to sign on. */
class HandOverSheet extends Article {

    private static final List<String> COLUMNS =
            List.of("bed", "person", "substances", "score", "news", "next", "to-know", "recommendation");

    private final transient HandOverDesk desk;
    private final transient Formats formats;

    /** @param copy null while it is only looked at */
    HandOverSheet(HandOverDesk desk, Centre centre, Unit unit, HandOverNow now, @Nullable HandOverCopy copy) {
        this.desk = desk;
        this.formats = new Formats(getLocale(), centre.serviceDay().zone());
        addClassName("relais-sheet");
        add(head(centre, unit, now, copy), table(now), events(now), signatures(now.given()), foot());
    }

    private Header head(Centre centre, Unit unit, HandOverNow now, @Nullable HandOverCopy copy) {
        var line = new Paragraph(say(
                "line",
                centre.name(),
                formats.shortDate(formats.day(now.change().at())) + " "
                        + formats.day(now.change().at()).getYear(),
                formats.time(now.change().at()),
                now.change().from().name().in(getLocale()),
                now.change().to().name().in(getLocale())));
        var title = new Div(new H2(say("title", unit.name())), line);
        title.addClassName("relais-grow");
        var marks = new Div();
        marks.addClassName("relais-sheet-marks");
        if (copy != null) {
            marks.add(
                    new Span(say("by", desk.name(copy.by()), formats.time(copy.at()))),
                    new Span(say("copy", copy.number(), copy.mark())));
        }
        var destroy = new Span(say("destroy"));
        destroy.addClassName("relais-strong");
        marks.add(destroy);
        if (now.given() == null) {
            marks.add(new Span(say("draft")));
        }
        return new Header(title, marks);
    }

    private NativeTable table(HandOverNow now) {
        var table = new NativeTable();
        var head = table.getHead().addRow();
        for (var column : COLUMNS) {
            var cell = head.addHeaderCell();
            cell.setText(say(column));
            cell.getElement().setAttribute("scope", "col");
        }
        now.pages().forEach(page -> row(table.getBody().addRow(), page));
        return table;
    }

    private void row(NativeTableRow row, HandOverPage page) {
        var text = page.text();
        var bed = row.addHeaderCell();
        bed.setText(text.bed());
        bed.getElement().setAttribute("scope", "row");
        var name = new Span(text.name());
        name.addClassName("relais-strong");
        row.addDataCell().add(stacked(name, new Span(text.about())));
        row.addDataCell().setText(page.withheld() ? say("locked") : known(text.substances()));
        var score = new Span(known(text.score()));
        score.addClassName("relais-strong");
        var band = text.severity();
        row.addDataCell()
                .add(
                        text.band().isEmpty()
                                ? score
                                : stacked(
                                        score, new SeverityBadge(band == null ? Severity.NEUTRAL : band, text.band())));
        row.addDataCell().setText(known(text.earlyWarning()));
        if (text.late()) {
            row.addDataCell().add(new SeverityBadge(Severity.CRITICAL, Glyph.CLOCK_ALERT, say("late", text.next())));
        } else {
            row.addDataCell().setText(known(text.next()));
        }
        var sentence = page.sentence();
        row.addDataCell().setText(known(joined(text.toKnow(), sentence)));
        row.addDataCell().setText(known(text.recommendation()));
    }

    private Component events(HandOverNow now) {
        var lines = now.pages().stream()
                .filter(page -> !page.withheld())
                .flatMap(page -> page.text().events().stream()
                        .map(event -> Map.entry(event, page.text().bed())))
                .sorted(Comparator.comparing(entry -> entry.getKey().at()))
                .map(entry -> say(
                        "event",
                        formats.time(entry.getKey().at()),
                        entry.getKey().words(),
                        entry.getValue()))
                .collect(Collectors.joining(" · "));
        var events = new Div(new H3(say("events")), new Paragraph(known(lines)));
        events.addClassName("relais-sheet-events");
        return events;
    }

    private Div signatures(@Nullable GivenHandOver given) {
        var signatures = new Div(
                signature(
                        "gives", given == null ? "" : signed(new GivenHandOver.Mark(given.givenBy(), given.givenAt()))),
                signature(
                        "receives",
                        given == null
                                ? ""
                                : given.receipts().stream().map(this::signed).collect(Collectors.joining(" · "))));
        signatures.addClassName("relais-sheet-signatures");
        return signatures;
    }

    private Div signature(String key, String signed) {
        var line = new Div(new Span(signed), new Span(say(key)));
        line.addClassName("relais-sheet-signature");
        return line;
    }

    private String signed(GivenHandOver.Mark mark) {
        return say("signed", desk.name(mark.staff()), formats.time(mark.at()));
    }

    private Footer foot() {
        return new Footer(new Span(say("footer")));
    }

    private String known(String text) {
        return text.isEmpty() ? say("nothing") : text;
    }

    private static String joined(String toKnow, @Nullable HandOverSentence sentence) {
        return sentence == null || sentence.text().isEmpty() ? toKnow : (toKnow + " " + sentence.text()).strip();
    }

    private static Div stacked(Component... parts) {
        var stacked = new Div(parts);
        stacked.addClassName("relais-sheet-stack");
        return stacked;
    }

    private String say(String key, Object... arguments) {
        return getTranslation("detox.hand-over.sheet." + key, arguments);
    }
}
