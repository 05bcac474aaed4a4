package org.relais.oversight.ui;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.oversight.ConcludeSampled;
import org.relais.oversight.Concluded;
import org.relais.oversight.Conclusion;
import org.relais.oversight.SampleHead;
import org.relais.oversight.SampleSheet;
import org.relais.oversight.SampledAccess;
import org.relais.shared.OversightVerdictId;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;

/** The sheet of one month: how it was drawn, each access with its decision, and the signature. Prints as it stands. */
final class SampleTable extends Div {

    private static final int NOTE = 1_000;

    private final transient UnusualWords words;
    private final transient Function<ConcludeSampled, SampleSheet> conclude;
    private final transient Runnable sign;
    private final transient Map<PersonId, String> numbers;
    private transient SampleHead head;
    private final Span progress = new Span();
    private final Div end = new Div();

    /** @param conclude says what one access was and gives the sheet as it is then */
    SampleTable(SampleSheet sheet, UnusualWords words, Function<ConcludeSampled, SampleSheet> conclude, Runnable sign) {
        this.words = words;
        this.conclude = conclude;
        this.sign = sign;
        head = sheet.head();
        numbers = sheet.numbers();
        addClassName("relais-sample");
        progress.addClassNames("relais-numeric", "relais-secondary");
        progress.getElement().setAttribute("aria-live", "polite");
        end.addClassNames("relais-actions", "relais-sample-end");
        add(createHead(), createMethod(), createTable(sheet), end);
        showEnd();
    }

    private Component createHead() {
        var title = new H2(getTranslation(
                "oversight.sample.sheet", head.month().format(DateTimeFormatter.ofPattern("LLLL yyyy", getLocale()))));
        var print = new Button(getTranslation("oversight.sample.print"), Glyph.PRINTER.create());
        print.addClickListener(_ -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        var line = new Div(title, progress, print);
        line.addClassNames("relais-row", "relais-sample-head");
        return line;
    }

    private Component createMethod() {
        var rule = head.rule();
        var formats = words.log().formats();
        var method = new Paragraph(getTranslation(
                "oversight.sample.method",
                head.rows(),
                rule.ofUnusual(),
                formats.number(head.findings()),
                formats.number(head.population())));
        var seed = new Paragraph(getTranslation("oversight.sample.seed", head.seed()));
        seed.addClassNames("relais-meta", "relais-small-text", "relais-sample-seed");
        var again = new Div(
                new Paragraph(getTranslation("oversight.sample.again.seed")),
                new Paragraph(getTranslation("oversight.sample.again.unusual", weights())),
                new Paragraph(getTranslation("oversight.sample.again.random")));
        again.addClassNames("relais-column", "relais-secondary");
        var how = new Details(getTranslation("oversight.sample.again"), again);
        var source = new Div(new Span(getTranslation(
                "oversight.sample.source",
                rule.rule().version(),
                rule.rule().source(),
                formats.date(head.drawnAt()),
                formats.date(head.dueOn()))));
        source.addClassNames("relais-meta", "relais-small-text", "relais-finding-source");
        if (!rule.rule().approved()) {
            source.add(new SeverityBadge(
                    Severity.WARNING, Glyph.SHIELD_ALERT, getTranslation("oversight.rule.not-approved")));
        }
        var about = new Div(method, seed, how, source);
        about.addClassNames("relais-column", "relais-sample-method");
        return about;
    }

    private String weights() {
        return head.rule().weights().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> getTranslation("oversight.unusual.rule." + LogWords.key(entry.getKey())) + " "
                        + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private Component createTable(SampleSheet sheet) {
        var table = new NativeTable();
        table.addClassNames("relais-plain-table", "relais-sample-table");
        var columns = table.getHead().addRow();
        for (var key : new String[] {
            "oversight.sample.number",
            "oversight.log.time",
            "oversight.log.staff",
            "oversight.log.centre",
            "oversight.log.record",
            "oversight.log.section",
            "oversight.log.basis",
            "oversight.sample.drawn",
            "oversight.conclusion"
        }) {
            var cell = columns.addHeaderCell();
            cell.getElement().setAttribute("scope", "col");
            cell.setText(getTranslation(key));
        }
        sheet.accesses().forEach(access -> fill(table.getBody().addRow(), access));
        var scroller = new Div(table);
        scroller.addClassName("relais-scroller");
        scroller.getElement().setAttribute("tabindex", "0");
        scroller.getElement().setAttribute("role", "region");
        scroller.getElement().setAttribute("aria-label", getTranslation("oversight.sample.title"));
        return scroller;
    }

    private void fill(NativeTableRow row, SampledAccess access) {
        var log = words.log();
        row.addDataCell().setText(String.valueOf(access.position()));
        row.addDataCell().setText(log.dateTime(access.at()));
        row.addDataCell().setText(log.name(access.actor()) + ", " + log.role(access.actorRole()));
        row.addDataCell().setText(log.centre(access.centre()));
        var person = access.person();
        row.addDataCell().setText(person == null ? LogWords.NOTHING : numbers.getOrDefault(person, LogWords.NOTHING));
        row.addDataCell().setText(log.section(access.section()));
        row.addDataCell()
                .setText(log.basis(access.basis())
                        + (access.allowed() ? "" : ", " + getTranslation("oversight.row.refused")));
        row.addDataCell().setText(drawn(access));
        var cell = row.addDataCell();
        var decision = new Div();
        cell.add(decision);
        showDecision(decision, access);
    }

    private String drawn(SampledAccess access) {
        return access.rules().isEmpty()
                ? getTranslation("oversight.sample.random")
                : access.ruleKeys().stream().map(this::getTranslation).collect(Collectors.joining(", "));
    }

    private void showDecision(Div place, SampledAccess access) {
        place.removeAll();
        place.addClassName("relais-sample-decision");
        var concluded = access.concluded();
        if (concluded == null) {
            place.add(createForm(place, access, null));
            return;
        }
        var note = concluded.note();
        place.add(words.state(concluded));
        if (note != null) {
            place.add(new Span(note));
        }
        var by = new Span(words.concluded(concluded));
        by.addClassNames("relais-meta", "relais-small-text");
        place.add(by);
        if (!head.signed()) {
            var correct = new Button(getTranslation("oversight.conclusion.correct"), _ -> {
                place.removeAll();
                place.add(createForm(place, access, concluded));
            });
            correct.addThemeName("tertiary");
            correct.setAriaLabel(getTranslation("oversight.sample.correct.of", access.position()));
            place.add(correct);
        }
    }

    private Component createForm(Div place, SampledAccess access, @Nullable Concluded corrected) {
        // Of this form: a second click says the same thing
        var id = OversightVerdictId.create();
        var note = new TextField();
        note.setAriaLabel(getTranslation("oversight.sample.note.of", access.position()));
        note.setPlaceholder(getTranslation("oversight.conclusion.placeholder"));
        note.setMaxLength(NOTE);
        var errors = new FieldErrors().register("note", note);
        var form = new Div(note);
        form.addClassName("relais-sample-form");
        for (var conclusion : Conclusion.values()) {
            var button = new BusyButton(
                    getTranslation(conclusion.key()),
                    conclusion == Conclusion.JUSTIFIED ? Glyph.CHECK : Glyph.FLAG,
                    () -> errors.run(() -> {
                        var sheet = conclude.apply(new ConcludeSampled(
                                id,
                                head.month(),
                                access.position(),
                                corrected == null ? null : corrected.id(),
                                conclusion,
                                note.getValue()));
                        head = sheet.head();
                        showDecision(place, sheet.accesses().get(access.position() - 1));
                        showEnd();
                    }));
            button.setAriaLabel(getTranslation(
                    "oversight.sample.conclude.of", getTranslation(conclusion.key()), access.position()));
            form.add(button);
        }
        return form;
    }

    private void showEnd() {
        end.removeAll();
        progress.setText(getTranslation("oversight.sample.progress", head.decided(), head.rows()));
        var signedAt = head.signedAt();
        var signedBy = head.signedBy();
        if (signedAt != null && signedBy != null) {
            end.addClassName("relais-sample-signed");
            end.add(
                    new SeverityBadge(Severity.OK, Glyph.CIRCLE_CHECK, getTranslation("oversight.sample.signed")),
                    new Span(getTranslation(
                            "oversight.sample.signed.by",
                            words.log().name(signedBy),
                            words.log().formats().dateTime(signedAt))),
                    hash());
            return;
        }
        var button = new BusyButton(
                getTranslation("oversight.sample.sign"),
                Glyph.PEN_LINE,
                () -> new ConfirmQuestion(
                                getTranslation("oversight.sample.sign.question"),
                                getTranslation("oversight.sample.sign.text"),
                                getTranslation("oversight.sample.sign"),
                                () -> {
                                    if (new FieldErrors().run(sign)) {
                                        Toast.success(getTranslation("oversight.sample.sign.done"));
                                    }
                                })
                        .open());
        button.addThemeName("primary");
        end.add(button);
        if (head.decided() < head.rows()) {
            button.setVisible(false);
            end.add(new Span(getTranslation("oversight.sample.left", head.rows() - head.decided())));
        }
    }

    private Component hash() {
        var hash = new Span(getTranslation("oversight.sample.hash", Objects.requireNonNullElse(head.hash(), "")));
        hash.addClassNames("relais-meta", "relais-small-text", "relais-sample-seed");
        return hash;
    }
}
