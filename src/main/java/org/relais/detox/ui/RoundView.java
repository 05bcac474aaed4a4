package org.relais.detox.ui;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;

import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.assessment.Definitions;
import org.relais.assessment.EntryTypes;
import org.relais.centre.Unit;
import org.relais.detox.DetoxRoutes;
import org.relais.detox.DetoxRow;
import org.relais.detox.ObservationNow;
import org.relais.detox.ObservationStatus;
import org.relais.detox.WardRow;
import org.relais.person.AlertFlag;
import org.relais.person.PersonRoutes;
import org.relais.record.page.ComposerContext.Following;
import org.relais.record.page.EntryForms;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.staff.Roles;
import org.relais.uikit.Formats;
import org.relais.uikit.PageHeader;
import org.relais.uikit.PageShortcuts;
import org.relais.uikit.Toast;
import org.relais.uikit.WidePage;

/**
 * The round: one person's due observation after the other's. Signing and going on opens what is due next, first of the
 * same person, then of the next bed; when nothing is due any more the board is shown.
 */
@Route(DetoxRoutes.ROUND)
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE})
class RoundView extends Div implements BeforeEnterObserver, HasDynamicTitle, WidePage, PageShortcuts {

    private final transient DetoxDesk desk;
    private final transient EntryForms forms;
    private final transient DetoxWords words;
    private String name = "";
    private boolean goOn;

    RoundView(DetoxDesk desk, EntryForms forms) {
        this.desk = desk;
        this.forms = forms;
        this.words = new DetoxWords(desk, getLocale());
        addClassNames("relais-page", "relais-round");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("detox.round.title", name);
    }

    @Override
    public Map<String, String> shortcuts() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("0–7", getTranslation("detox.round.keys.rate"));
        keys.put("Ctrl ⇧ ↵", getTranslation("detox.round.next"));
        keys.put(getTranslation("detox.round.keys.escape"), getTranslation("detox.round.back"));
        return keys;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var beds = desk.access().scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
        var unit = unit(event.getRouteParameters());
        if (!beds.centres().contains(unit.centre())) {
            throw new NotFound();
        }
        var person = PersonId.parse(event.getRouteParameters().get("personId").orElse(""));
        var medical = desk.access().scope(Section.MEDICAL, Purpose.CARE, null);
        var rows = desk.board().of(beds, medical, unit.id());
        var row = rows.stream()
                .filter(one -> one.detox() != null && one.detox().person().equals(person))
                .filter(one -> !one.observations().isEmpty())
                .findFirst()
                .orElseThrow(NotFound::new);
        var asked = event.getLocation().getQueryParameters().getSingleParameter(DetoxRoutes.OBSERVE);
        show(
                unit,
                row,
                asked.flatMap(code -> observation(row, code)).orElseGet(() -> Objects.requireNonNull(row.next())));
    }

    private Unit unit(RouteParameters parameters) {
        return desk.centres()
                .unit(UnitId.parse(parameters.get("unitId").orElse("")))
                .orElseThrow(NotFound::new);
    }

    private static Optional<ObservationNow> observation(WardRow row, String code) {
        return row.observations().stream()
                .filter(one -> one.instrument().equals(code))
                .findFirst();
    }

    private void show(Unit unit, WardRow row, ObservationNow observation) {
        removeAll();
        goOn = false;
        var detox = Objects.requireNonNull(row.detox());
        name = Objects.requireNonNull(row.bed().name()).display();
        var zone = desk.centres().centre(unit.centre()).serviceDay().zone();
        var formats = new Formats(getLocale(), zone);
        var back = new Anchor(DetoxRoutes.ward(unit.id()), getTranslation("detox.round.back"));
        back.addClassName("relais-button");
        var header = new PageHeader(
                name,
                getTranslation(
                        "detox.panel.line", row.bed().bed().label(), detox.day(), words.substances(detox.substances())),
                new AlertFlags(alerts(detox.person()), words),
                due(observation, formats),
                new Anchor(PersonRoutes.record(detox.person()), getTranslation("detox.panel.record")),
                back);
        add(header, observations(unit, row, observation), form(unit, detox, observation));
        Shortcuts.addShortcutListener(this, () -> ward(unit), Key.ESCAPE);
    }

    private List<AlertFlag> alerts(PersonId person) {
        return desk.people()
                .flags(desk.access().scope(Section.RISK, Purpose.CARE, null), List.of(person))
                .getOrDefault(person, List.of());
    }

    private Div due(ObservationNow observation, Formats formats) {
        var course = observation.course();
        var at = new Span(getTranslation("detox.panel.planned", formats.time(course.dueAt())));
        at.addClassNames("relais-meta", "relais-numeric");
        var due = new Div(DetoxWords.due(course), at);
        due.addClassName("relais-ward-due");
        return due;
    }

    private Nav observations(Unit unit, WardRow row, ObservationNow shown) {
        var list = new Nav();
        list.addClassName("relais-round-observations");
        list.getElement().setAttribute("aria-label", getTranslation("detox.round.observations"));
        for (var one : row.observations()) {
            var link = new Anchor(
                    DetoxPaths.round(
                            unit.id(), Objects.requireNonNull(row.detox()).person(), one.instrument()),
                    words.instrument(one.instrument()));
            if (one.equals(shown)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            list.add(link);
        }
        return list;
    }

    private Div form(Unit unit, DetoxRow detox, ObservationNow observation) {
        var record = desk.access().grant(detox.person(), Section.RECORD);
        var form = observation.instrument().equals(Definitions.EARLY_WARNING)
                ? EntryTypes.VITAL_SIGNS
                : EntryTypes.DETOX_NOTE;
        var holder = new Div(forms.open(
                        record,
                        new EntryForms.Request(
                                form,
                                unit.centre(),
                                observation.instrument(),
                                new Next(),
                                _ -> signed(unit, detox.person()),
                                () -> ward(unit)))
                .orElseThrow(NotFound::new));
        holder.addClassName("relais-round-form");
        return holder;
    }

    private void signed(Unit unit, PersonId person) {
        Toast.success(getTranslation("detox.round.signed", name));
        if (!goOn) {
            ward(unit);
            return;
        }
        var beds = desk.access().scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
        var medical = desk.access().scope(Section.MEDICAL, Purpose.CARE, null);
        next(desk.board().of(beds, medical, unit.id()), person)
                .ifPresentOrElse(
                        due -> UI.getCurrentOrThrow()
                                .navigate(
                                        DetoxPaths.round(unit.id(), due.person()),
                                        QueryParameters.of(
                                                DetoxRoutes.OBSERVE,
                                                due.observation().instrument())),
                        () -> {
                            Toast.success(getTranslation("detox.round.done"));
                            ward(unit);
                        });
    }

    /** What is due next: of the same person first, then by due time. */
    static Optional<Due> next(List<WardRow> rows, PersonId person) {
        return rows.stream()
                .filter(row -> row.detox() != null)
                .flatMap(row -> row.observations().stream()
                        .filter(one -> one.course().status() != ObservationStatus.NOT_DUE)
                        .map(one -> new Due(Objects.requireNonNull(row.detox()).person(), one)))
                .min(Comparator.comparing((Due due) -> !due.person().equals(person))
                        .thenComparing(due -> due.observation().course().dueAt()));
    }

    private static void ward(Unit unit) {
        UI.getCurrentOrThrow().navigate(DetoxRoutes.ward(unit.id()));
    }

    /** One due observation of one person. */
    record Due(PersonId person, ObservationNow observation) {}

    private final class Next implements Following {

        @Override
        public String label() {
            return getTranslation("detox.round.next");
        }

        @Override
        public void wanted(boolean wanted) {
            goOn = wanted;
        }
    }
}
