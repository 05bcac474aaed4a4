package org.relais.oversight.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.oversight.AskedReport;
import org.relais.oversight.EnterReportRequest;
import org.relais.oversight.OversightRoutes;
import org.relais.oversight.ReportRequests;
import org.relais.shared.Id;
import org.relais.shared.ReportRequestId;
import org.relais.shared.ServiceDay;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;

/** People's requests on the page of the log: how one is entered, and those that wait. */
@Order(30)
@org.springframework.stereotype.Component
class RequestPart implements DeskPart {

    private final ReportRequests requests;
    private final AccessService access;
    private final Centres centres;
    private final Clock clock;

    RequestPart(ReportRequests requests, AccessService access, Centres centres, Clock clock) {
        this.requests = requests;
        this.access = access;
        this.centres = centres;
        this.clock = clock;
    }

    @Override
    public Optional<Component> action(Scope scope) {
        return Optional.of(
                new Button(I18NProvider.translate("oversight.own.ask"), Glyph.USER_ROUND.create(), _ -> ask(scope)));
    }

    @Override
    public Optional<Component> beside(Scope scope) {
        return Optional.of(panel(scope, requests.waiting(scope), null));
    }

    /** The requests that wait, of which one may be open. */
    Panel panel(Scope scope, List<AskedReport> waiting, @Nullable ReportRequestId chosen) {
        var panel = new Panel(I18NProvider.translate("oversight.own.waiting"));
        panel.setCount(waiting.size());
        if (waiting.isEmpty()) {
            var nothing = new Paragraph(I18NProvider.translate("oversight.own.waiting.none"));
            nothing.addClassName("relais-meta");
            panel.addContent(nothing);
        }
        waiting.forEach(asked -> panel.addContent(new RequestCard(
                asked, formats(scope), today(scope), asked.request().id().equals(chosen))));
        return panel;
    }

    ZoneId zone(Scope scope) {
        var reader =
                scope.centres().stream().min(Comparator.comparing(Id::value)).orElse(null);
        return centres.all().stream()
                .filter(centre -> reader == null || centre.id().equals(reader))
                .findFirst()
                .map(Centre::serviceDay)
                .orElseGet(() -> new ServiceDay(ZoneId.of("Europe/Paris"), LocalTime.MIDNIGHT))
                .zone();
    }

    Formats formats(Scope scope) {
        return new Formats(UI.getCurrentOrThrow().getLocale(), zone(scope));
    }

    LocalDate today(Scope scope) {
        return LocalDate.ofInstant(clock.instant(), zone(scope));
    }

    String date(Scope scope, Instant at) {
        return formats(scope).dateTime(at);
    }

    // Entered, the report opens at once: what is left is to give it and to say so
    void ask(Scope scope) {
        new EnterRequestDialog(requests.rule(scope).dueDays(), today(scope), this::enter).open();
    }

    private void enter(EnterReportRequest command) {
        requests.enter(access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null), command);
        UI.getCurrentOrThrow().navigate(OversightRoutes.REPORTS + "/" + command.id());
    }
}
