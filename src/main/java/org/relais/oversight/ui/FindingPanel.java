package org.relais.oversight.ui;

import java.util.Objects;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

import org.relais.oversight.ConcludeFinding;
import org.relais.oversight.Concluded;
import org.relais.oversight.Conclusion;
import org.relais.oversight.Finding;
import org.relais.oversight.FindingDetail;
import org.relais.shared.OversightVerdictId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** One unusual access: what was done, the facts, and what the auditor concludes of it. */
final class FindingPanel extends Panel {

    private static final int NOTE = 1_000;

    private final transient FindingDetail detail;
    private final transient UnusualWords words;
    private final transient Consumer<ConcludeFinding> conclude;
    private final transient FieldErrors errors = new FieldErrors();
    private final TextArea note = new TextArea();
    // Of this panel: a second click says the same thing
    private final transient OversightVerdictId verdict = OversightVerdictId.create();

    FindingPanel(FindingDetail detail, UnusualWords words, Consumer<ConcludeFinding> conclude) {
        super(words.rule(detail.finding()));
        this.detail = detail;
        this.words = words;
        this.conclude = conclude;
        addClassName("relais-finding");
        var finding = detail.finding();
        var mark = new Span(getTranslation("oversight.unusual.mark", finding.mark()));
        mark.addClassName("relais-meta");
        addToHeader(mark);
        addContent(new Paragraph(words.sentence(finding, detail.fileNumber())), createFacts());
        var concluded = finding.concluded();
        if (concluded == null) {
            addContent(createForm(null));
        } else {
            addContent(createConcluded(concluded));
        }
        addContent(createSource(finding));
    }

    /** Puts the focus where one types. */
    void focusNote() {
        note.focus();
    }

    private Component createFacts() {
        var facts = new DescriptionList();
        facts.addClassName("relais-log-fields");
        fact(facts, getTranslation("oversight.unusual.relation"), words.relation(detail));
        if (detail.contact() != null) {
            fact(facts, getTranslation("oversight.unusual.contact", detail.contactDays()), words.contact(detail));
        }
        fact(facts, getTranslation("oversight.unusual.reason"), words.reason(detail));
        if (!detail.opened().isEmpty()) {
            fact(facts, getTranslation("oversight.unusual.opened"), words.opened(detail));
        }
        detail.others().forEach(other -> fact(facts, getTranslation("oversight.unusual.other"), words.rule(other)));
        return facts;
    }

    private static void fact(DescriptionList facts, String name, String value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    private Component createForm(@Nullable OversightVerdictId previous) {
        note.setLabel(getTranslation("oversight.conclusion"));
        note.setPlaceholder(getTranslation("oversight.conclusion.placeholder"));
        note.setMaxLength(NOTE);
        note.setMinRows(2);
        note.setRequiredIndicatorVisible(true);
        errors.register("note", note);
        var justified = new BusyButton(
                getTranslation(Conclusion.JUSTIFIED.key()), Glyph.CHECK, () -> say(previous, Conclusion.JUSTIFIED));
        var followUp = new BusyButton(
                getTranslation(Conclusion.TO_FOLLOW_UP.key()),
                Glyph.FLAG,
                () -> say(previous, Conclusion.TO_FOLLOW_UP));
        followUp.addThemeName("primary");
        var buttons = new Div(justified, followUp);
        buttons.addClassName("relais-finding-buttons");
        var form = new Div(note, buttons);
        form.addClassName("relais-column");
        return form;
    }

    private void say(@Nullable OversightVerdictId previous, Conclusion conclusion) {
        errors.run(() -> conclude.accept(
                new ConcludeFinding(verdict, detail.finding().id(), previous, conclusion, note.getValue())));
    }

    private Component createConcluded(Concluded concluded) {
        var said = new Paragraph(Objects.requireNonNullElse(concluded.note(), ""));
        said.addClassName("relais-finding-note");
        var by = new Span(words.concluded(concluded));
        by.addClassName("relais-meta");
        var shown = new Div(words.state(concluded), said, by);
        shown.addClassName("relais-column");
        var correct = new Button(getTranslation("oversight.conclusion.correct"), Glyph.PEN_LINE.create());
        correct.addClickListener(_ -> {
            correct.setVisible(false);
            shown.add(createForm(concluded.id()));
            focusNote();
        });
        shown.add(correct);
        return shown;
    }

    private Component createSource(Finding finding) {
        var rule = finding.rule();
        var source = new Div(
                new Span(getTranslation("oversight.unusual.source", finding.mark(), rule.version(), rule.source())));
        source.addClassNames("relais-meta", "relais-small-text", "relais-finding-source");
        if (!rule.approved()) {
            source.add(new SeverityBadge(
                    Severity.WARNING, Glyph.SHIELD_ALERT, getTranslation("oversight.rule.not-approved")));
        }
        return source;
    }
}
