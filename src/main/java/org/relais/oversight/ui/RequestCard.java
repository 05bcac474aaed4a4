package org.relais.oversight.ui;

import java.time.LocalDate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

import org.relais.oversight.AskedReport;
import org.relais.oversight.OversightRoutes;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** One request that waits, with how much of its time is over; a link to its report. */
final class RequestCard extends Div {

    RequestCard(AskedReport asked, Formats formats, LocalDate today, boolean chosen) {
        addClassName("relais-report-request");
        var request = asked.request();
        var link = new Anchor(
                OversightRoutes.REPORTS + "/" + request.id(), getTranslation("oversight.own.asks", asked.fileNumber()));
        link.addClassName("relais-strong");
        if (chosen) {
            link.getElement().setAttribute("aria-current", "page");
        }
        var due = new Span(
                getTranslation("oversight.own.due", formats.date(request.receivedOn()), formats.date(request.dueOn())));
        due.addClassName("relais-meta");
        add(link, due);
        if (request.late(today)) {
            add(new SeverityBadge(Severity.CRITICAL, Glyph.CLOCK_ALERT, getTranslation("oversight.own.late")));
        }
        var progress = new ProgressBar(0, 1, request.elapsed(today));
        progress.getElement().setAttribute("aria-label", getTranslation("oversight.own.elapsed"));
        add(progress);
    }
}
