package org.relais.situation.ui;

import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.shared.NeedId;
import org.relais.shared.Severity;
import org.relais.situation.AnswerNeed;
import org.relais.situation.Need;
import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsChange;
import org.relais.situation.NeedsHistory;
import org.relais.situation.NeedsMatrix;
import org.relais.situation.NeedsRating;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Glyph;
import org.relais.uikit.Lateness;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;

/** The domains of a rating as rows: level, change since intake, what was said, and what can be made of it in one click. */
final class NeedsTable extends Div {

    private final transient SocialDesk desk;
    private final transient SituationWords words;
    private final transient NeedsRating rating;
    private final transient NeedsMatrix matrix;
    private final transient Optional<NeedsRating> intake;
    private final transient @Nullable Grant writer;
    private final transient Runnable changed;

    /** @param writer the reader's grant where they may write; null where they may not */
    NeedsTable(
            SocialDesk desk,
            SituationWords words,
            NeedsRating rating,
            NeedsHistory history,
            @Nullable Grant writer,
            Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.rating = rating;
        this.matrix = desk.lists().matrix(rating.rule());
        this.intake = history.intakeOf(rating);
        this.writer = writer != null && writer.centres().contains(rating.centre()) ? writer : null;
        this.changed = changed;
        addClassName("relais-scroller");
        var table = new NativeTable();
        table.addClassNames("relais-plain-table", "relais-needs-table");
        var head = new NativeTableRow();
        for (var column : new String[] {"domain", "level", "change", "words", "action"}) {
            var cell = new NativeTableHeaderCell(getTranslation("situation.needs.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        matrix.domains().forEach(domain -> table.getBody().add(row(domain)));
        add(table);
    }

    private NativeTableRow row(NeedDomain domain) {
        var name = new NativeTableHeaderCell(
                SituationWords.glyph(domain).create(), new Span(getTranslation(domain.key())));
        name.getElement().setAttribute("scope", "row");
        var need = rating.need(domain).orElse(null);
        if (need == null) {
            var open = new SeverityBadge(Severity.NEUTRAL, Glyph.CIRCLE_DASHED, getTranslation("situation.level.open"));
            return new NativeTableRow(
                    name,
                    new NativeTableCell(open),
                    new NativeTableCell(),
                    new NativeTableCell(),
                    new NativeTableCell());
        }
        var level = new NativeTableCell(words.level(matrix, need.level()));
        if (need.waits()) {
            level.add(due(need));
        }
        return new NativeTableRow(name, level, change(domain), said(need), actions(need));
    }

    private SeverityBadge due(Need need) {
        var day = desk.centres().centre(need.centre()).serviceDay();
        return Lateness.days(day.daysUntil(
                java.util.Objects.requireNonNull(need.dueOn()), desk.clock().instant()));
    }

    private NativeTableCell change(NeedDomain domain) {
        var cell = new NativeTableCell();
        cell.addClassName("relais-numeric");
        intake.flatMap(before -> NeedsChange.of(matrix, before, rating, domain))
                .ifPresent(moved -> cell.add(new Span(
                        moved == 0
                                ? getTranslation("situation.change.none")
                                : words.signed(java.math.BigDecimal.valueOf(moved)))));
        return cell;
    }

    private NativeTableCell said(Need need) {
        var cell = new NativeTableCell();
        say(cell, "need", need.answer().need());
        say(cell, "resources", need.answer().resources());
        say(cell, "risks", need.answer().risks());
        say(cell, "obstacles", need.answer().obstacles());
        return cell;
    }

    private void say(NativeTableCell cell, String name, @Nullable String text) {
        if (text != null) {
            var label = new Span(getTranslation("situation.need." + name + ".label"));
            label.addClassName("relais-meta");
            var line = new Paragraph(label, new Span(text));
            line.addClassName("relais-need-said");
            cell.add(line);
        }
    }

    private NativeTableCell actions(Need need) {
        var cell = new NativeTableCell();
        cell.addClassName("relais-need-actions");
        if (need.answered()) {
            cell.add(new SeverityBadge(Severity.OK, Glyph.CIRCLE_CHECK, getTranslation("situation.need.answered")));
        } else if (need.level() == matrix.goalLevel()) {
            cell.add(new SeverityBadge(Severity.NEUTRAL, Glyph.TARGET, getTranslation("situation.need.goal")));
        }
        if (writer == null || need.level() == matrix.notApplicable()) {
            return cell;
        }
        var mine = writer;
        desk.actions().stream().filter(action -> action.offered(mine, need)).forEach(action -> {
            var button = new BusyButton(
                    getTranslation(action.labelKey()),
                    action.glyph(),
                    () -> action.act(desk.write(need.person()), need, what -> answer(need, what)));
            button.addThemeName("tertiary");
            button.setAriaLabel(getTranslation(
                    "situation.need.action.of",
                    getTranslation(action.labelKey()),
                    getTranslation(need.domain().key())));
            cell.add(button);
        });
        if (need.waits()) {
            var done = new Button(
                    getTranslation("situation.need.answer"),
                    Glyph.CHECK.create(),
                    event -> new AnswerNeedDialog(need, words, what -> answer(need, what)).open());
            done.addThemeName("tertiary");
            done.setAriaLabel(getTranslation(
                    "situation.need.action.of",
                    getTranslation("situation.need.answer"),
                    getTranslation(need.domain().key())));
            cell.add(done);
        }
        return cell;
    }

    private void answer(Need need, String what) {
        desk.needs().answer(desk.write(need.person()), new AnswerNeed(NeedId.create(), need.id(), what));
        changed.run();
        Toast.success(getTranslation("situation.need.answered.toast"));
    }
}
