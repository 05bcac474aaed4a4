package org.relais.record.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.centre.Centres;
import org.relais.record.AnswerRequest.Answer;
import org.relais.record.EntryRow;
import org.relais.record.RequestDetail;
import org.relais.record.page.EntryDecoration;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** Draws what colleagues asked of each other: of whom and until when, and what came of it. */
@org.springframework.stereotype.Component
class RequestDecoration implements EntryDecoration {

    private final StaffDirectory staff;
    private final Centres centres;

    RequestDecoration(StaffDirectory staff, Centres centres) {
        this.staff = staff;
        this.centres = centres;
    }

    @Override
    public Set<String> types() {
        return Set.of(RequestDetail.ASKED, RequestDetail.ANSWERED);
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(Glyph.LIST_CHECKS);
    }

    @Override
    public List<Component> badges(EntryRow row) {
        var answer = row.detail().get(RequestDetail.ANSWER);
        if (answer == null) {
            return List.of();
        }
        var done = Answer.valueOf(answer) == Answer.DONE;
        return List.of(new SeverityBadge(
                done ? Severity.OK : Severity.WARNING,
                done ? Glyph.CIRCLE_CHECK : Glyph.BAN,
                words(done ? "record.request.answer.done" : "record.request.answer.declined")));
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        var colleague = row.detail().get(RequestDetail.COLLEAGUE);
        var due = row.detail().get(RequestDetail.DUE);
        if (colleague == null || due == null) {
            return Optional.empty();
        }
        var formats = new Formats(
                UI.getCurrentOrThrow().getLocale(),
                centres.centre(row.centre()).serviceDay().zone());
        var body = new Div(new Paragraph(words(
                "record.request.of",
                staff.find(StaffId.parse(colleague)).map(StaffCard::name).orElse(""),
                formats.date(LocalDate.parse(due)))));
        if (row.text() != null) {
            var text = new Paragraph(row.text());
            text.addClassName("relais-entry-text");
            body.add(text);
        }
        return Optional.of(body);
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(UI.getCurrentOrThrow().getLocale(), key, arguments);
    }
}
