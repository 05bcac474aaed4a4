package org.relais.oversight.ui;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.core.annotation.Order;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.oversight.Finding;
import org.relais.oversight.LogRow;
import org.relais.oversight.UnusualAccesses;
import org.relais.shared.FindingId;
import org.relais.shared.Id;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Toast;

/** The unusual accesses on the page of the log: their cards, the marks of rows, and the panel beside a marked row. */
@Order(10)
@org.springframework.stereotype.Component
class UnusualPart implements DeskPart {

    private final UnusualAccesses unusual;
    private final AccessService access;
    private final StaffDirectory directory;
    private final Centres centres;
    private final Clock clock;

    UnusualPart(UnusualAccesses unusual, AccessService access, StaffDirectory directory, Centres centres, Clock clock) {
        this.unusual = unusual;
        this.access = access;
        this.directory = directory;
        this.centres = centres;
        this.clock = clock;
    }

    @Override
    public Optional<Component> head(Scope scope) {
        var words = words(scope);
        var today = words.log().startOf(words.log().today());
        return Optional.of(new UnusualCards(unusual.cards(scope, today, clock.instant()), words));
    }

    @Override
    public Map<UUID, Flag> flags(Scope scope, List<LogRow> rows) {
        var flags = new HashMap<UUID, Flag>();
        tags(scope, rows).forEach((row, findings) -> flags.put(row, flag(words(scope), findings)));
        return flags;
    }

    @Override
    public Optional<Component> besideRow(Scope scope, LogRow chosen) {
        var findings = tags(scope, List.of(chosen)).getOrDefault(chosen.access().id(), List.of());
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        var place = new Div();
        place.addClassName("relais-column");
        findings.forEach(finding -> place.add(new Div(panel(scope, finding.id()))));
        return Optional.of(place);
    }

    /** The panel of one; when it was concluded, it shows what was. */
    FindingPanel panel(Scope scope, FindingId id) {
        var words = words(scope);
        var self = new FindingPanel[1];
        self[0] = new FindingPanel(unusual.detail(scope, id), words, command -> {
            var fresh = access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
            unusual.conclude(fresh, command);
            Toast.success(I18NProvider.translate("oversight.conclusion.done"));
            self[0].getParent().ifPresent(parent -> {
                parent.getElement().removeAllChildren();
                parent.getElement().appendChild(panel(fresh, id).getElement());
            });
        });
        return self[0];
    }

    UnusualWords words(Scope scope) {
        return new UnusualWords(new LogWords(
                directory,
                centres,
                clock,
                scope.centres().stream().min(Comparator.comparing(Id::value)).orElse(null),
                com.vaadin.flow.component.UI.getCurrentOrThrow().getLocale()));
    }

    private Map<UUID, List<Finding>> tags(Scope scope, List<LogRow> rows) {
        return unusual.tags(scope, rows.stream().map(LogRow::access).toList());
    }

    // What waits stands before what was concluded
    private static Flag flag(UnusualWords words, List<Finding> findings) {
        var first = findings.stream()
                .min(Comparator.comparing((Finding finding) -> finding.concluded() != null)
                        .thenComparing(Finding::card))
                .orElseThrow();
        var more = findings.size() - 1;
        var name = words.rule(first) + (more == 0 ? "" : " +" + more);
        var concluded = first.concluded();
        return concluded == null
                ? new Flag(UnusualWords.severity(first.card()), name)
                : new Flag(
                        org.relais.shared.Severity.NEUTRAL,
                        name + ", " + words.log().text(concluded.conclusion().key()));
    }
}
