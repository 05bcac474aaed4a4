package org.relais.situation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.page.EntryForms;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.situation.EntryTypes;
import org.relais.situation.NeedsChange;
import org.relais.situation.NeedsHistory;
import org.relais.situation.NeedsRating;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.Lateness;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;
import org.relais.uikit.Toast;

/** The person's needs: how they stand, what is made of them, and how they moved. */
final class NeedsPart extends Div {

    private final transient SocialDesk desk;
    private final transient SituationWords words;
    private transient Grant grant;

    NeedsPart(SocialDesk desk, SituationWords words, Grant grant) {
        this.desk = desk;
        this.words = words;
        this.grant = grant;
        addClassName("relais-column");
        draw();
    }

    private void draw() {
        removeAll();
        grant = desk.access().fresh(grant);
        var history = desk.needs().of(grant);
        if (history.withheld()) {
            add(new NoticeBar(
                    Severity.INFO, getTranslation("situation.withheld"), getTranslation("situation.withheld.text")));
        }
        history.current().ifPresentOrElse(current -> show(current, history), () -> add(none()));
    }

    private void show(NeedsRating current, NeedsHistory history) {
        var matrix = desk.lists().matrix(current.rule());
        var panel = new Panel(getTranslation("situation.needs.title", words.date(current.assessedOn())));
        history.dueOn(matrix)
                .ifPresent(due -> panel.addToHeader(Lateness.days(desk.centres()
                        .centre(current.centre())
                        .serviceDay()
                        .daysUntil(due, desk.clock().instant()))));
        if (writes(current.centre())) {
            var correct = new Button(getTranslation("situation.correct"), event -> form(current));
            correct.addThemeName("tertiary");
            panel.addToHeader(correct);
        }
        var rate = rate();
        if (rate != null) {
            panel.addToHeader(rate);
        }
        panel.addContent(mean(current, history), new NeedsTable(desk, words, current, history, writer(), this::draw));
        if (current.comment() != null) {
            panel.addContent(new Paragraph(current.comment()));
        }
        panel.addContent(told(current), new RuleMark(matrix.rule(), words));
        add(panel);
        add(new NeedsCourse(desk, words, history));
    }

    private Paragraph mean(NeedsRating current, NeedsHistory history) {
        var mean = current.mean();
        var line = new Paragraph();
        line.addClassNames("relais-needs-score", "relais-strong");
        if (mean == null) {
            line.setText(getTranslation("situation.needs.no-mean"));
            return line;
        }
        var change = history.intakeOf(current).flatMap(intake -> NeedsChange.ofMean(intake, current));
        line.setText(change.map(
                        moved -> getTranslation("situation.needs.mean-change", words.number(mean), words.signed(moved)))
                .orElseGet(() -> getTranslation("situation.needs.mean-only", words.number(mean))));
        return line;
    }

    private Paragraph told(NeedsRating rating) {
        var line = new Paragraph(getTranslation(
                "situation.needs.told",
                getTranslation(rating.occasion().key()),
                words.told(rating.signedBy(), rating.signedAt(), rating.centre())));
        line.addClassName("relais-meta");
        return line;
    }

    private EmptyState none() {
        return new EmptyState(
                Glyph.CLIPBOARD_LIST,
                getTranslation("situation.needs.none"),
                getTranslation("situation.needs.none.text"),
                rate());
    }

    private @Nullable Button rate() {
        if (writer() == null) {
            return null;
        }
        var button = new Button(getTranslation("situation.needs.rate"), Glyph.PLUS.create(), event -> form(null));
        button.addThemeName("primary");
        return button;
    }

    // The form opens in the place of what it will replace
    private void form(@Nullable NeedsRating wrong) {
        var record = desk.access().grant(grant.person(), Section.RECORD);
        var centre = wrong == null ? grant.centres().iterator().next() : wrong.centre();
        var form = desk.forms()
                .getObject()
                .open(
                        record,
                        new EntryForms.Request(
                                EntryTypes.NEEDS,
                                centre,
                                wrong == null ? null : wrong.id().toString(),
                                null,
                                entry -> {
                                    draw();
                                    Toast.success(getTranslation("situation.needs.signed"));
                                },
                                this::draw));
        form.ifPresent(opened -> {
            removeAll();
            add(new Panel(
                    getTranslation(wrong == null ? "situation.needs.form" : "situation.needs.form.correct"),
                    new Component[] {opened}));
        });
    }

    private boolean writes(CentreId centre) {
        return writer() != null && grant.centres().contains(centre);
    }

    private @Nullable Grant writer() {
        return grant.mayWrite(Section.SOCIAL) && !grant.centres().isEmpty() ? grant : null;
    }
}
