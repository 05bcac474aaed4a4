package org.relais.detox.ui;

import java.util.LinkedHashMap;
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
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;

import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.assessment.Definitions;
import org.relais.assessment.EntryTypes;
import org.relais.detox.DetoxRoutes;
import org.relais.detox.ObservationNow;
import org.relais.detox.VisitRow;
import org.relais.person.PersonRoutes;
import org.relais.record.page.ComposerContext.Following;
import org.relais.record.page.EntryForms;
import org.relais.shared.CentreId;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.staff.Roles;
import org.relais.uikit.PageHeader;
import org.relais.uikit.PageShortcuts;
import org.relais.uikit.Toast;
import org.relais.uikit.WidePage;

/**
 * The visit of one person: what the protocol asks, one form after the other. Signing and going on opens what was not made
 * today; then the list is shown.
 */
@Route(DetoxRoutes.VISIT)
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE})
class VisitView extends Div implements BeforeEnterObserver, HasDynamicTitle, WidePage, PageShortcuts {

    private final transient DetoxDesk desk;
    private final transient EntryForms forms;
    private final transient DetoxWords words;
    private String name = "";
    private boolean goOn;

    VisitView(DetoxDesk desk, EntryForms forms) {
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
        keys.put("Ctrl ⇧ ↵", getTranslation("detox.visits.form.next"));
        keys.put(getTranslation("detox.round.keys.escape"), getTranslation("detox.visits.back"));
        return keys;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var centre = CentreId.parse(parameters.get("centreId").orElse(""));
        var person = PersonId.parse(parameters.get("personId").orElse(""));
        var row = find(centre, person).orElseThrow(NotFound::new);
        var asked = event.getLocation().getQueryParameters().getSingleParameter(DetoxRoutes.OBSERVE);
        show(
                row,
                row.observations().stream()
                        .filter(one -> asked.filter(one.instrument()::equals).isPresent())
                        .findFirst()
                        .or(() -> open(row))
                        .orElseGet(() -> row.observations().getFirst()));
    }

    private Optional<VisitRow> find(CentreId centre, PersonId person) {
        var names = desk.access().scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
        var medical = desk.access().scope(Section.MEDICAL, Purpose.CARE, null);
        return desk.visits().of(names, medical, centre).stream()
                .filter(row -> row.detox().person().equals(person) && row.name() != null)
                .filter(row -> !row.observations().isEmpty())
                .findFirst();
    }

    private void show(VisitRow row, ObservationNow observation) {
        removeAll();
        goOn = false;
        var detox = row.detox();
        name = Objects.requireNonNull(row.name()).display();
        var back = new Anchor(DetoxRoutes.withdrawals(detox.centre()), getTranslation("detox.visits.back"));
        back.addClassName("relais-button");
        add(
                new PageHeader(
                        name,
                        getTranslation(
                                "detox.visits.form.line",
                                detox.day(),
                                words.substances(detox.substances()),
                                words.protocol(detox)),
                        new Anchor(PersonRoutes.record(detox.person()), getTranslation("detox.panel.record")),
                        back),
                observations(row, observation),
                form(row, observation));
        Shortcuts.addShortcutListener(this, () -> list(detox.centre()), Key.ESCAPE);
    }

    private Nav observations(VisitRow row, ObservationNow shown) {
        var list = new Nav();
        list.addClassName("relais-round-observations");
        list.getElement().setAttribute("aria-label", getTranslation("detox.round.observations"));
        for (var one : row.observations()) {
            var link = new Anchor(
                    DetoxRoutes.visit(row.detox().centre(), row.detox().person()) + "?" + DetoxRoutes.OBSERVE + "="
                            + one.instrument(),
                    words.instrument(one.instrument()));
            if (one.equals(shown)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            list.add(link);
        }
        return list;
    }

    private Div form(VisitRow row, ObservationNow observation) {
        var record = desk.access().grant(row.detox().person(), Section.RECORD);
        var form = observation.instrument().equals(Definitions.EARLY_WARNING)
                ? EntryTypes.VITAL_SIGNS
                : EntryTypes.DETOX_NOTE;
        var centre = row.detox().centre();
        var holder = new Div(forms.open(
                        record,
                        new EntryForms.Request(
                                form,
                                centre,
                                observation.instrument(),
                                new Next(),
                                _ -> signed(centre, row.detox().person()),
                                () -> list(centre)))
                .orElseThrow(NotFound::new));
        holder.addClassName("relais-round-form");
        return holder;
    }

    private void signed(CentreId centre, PersonId person) {
        Toast.success(getTranslation("detox.round.signed", name));
        var open = goOn ? find(centre, person).flatMap(this::open) : Optional.<ObservationNow>empty();
        open.ifPresentOrElse(
                next -> UI.getCurrentOrThrow()
                        .navigate(
                                DetoxRoutes.visit(centre, person),
                                QueryParameters.of(DetoxRoutes.OBSERVE, next.instrument())),
                () -> list(centre));
    }

    /** What was not made today, in the order of the protocol. */
    private Optional<ObservationNow> open(VisitRow row) {
        var day = desk.centres().centre(row.detox().centre()).serviceDay();
        var today = day.of(desk.clock().instant());
        return row.observations().stream()
                .filter(one -> one.results().stream()
                        .noneMatch(result -> day.of(result.occurredAt()).equals(today)))
                .findFirst();
    }

    private static void list(CentreId centre) {
        UI.getCurrentOrThrow().navigate(DetoxRoutes.withdrawals(centre));
    }

    private final class Next implements Following {

        @Override
        public String label() {
            return getTranslation("detox.visits.form.next");
        }

        @Override
        public void wanted(boolean wanted) {
            goOn = wanted;
        }
    }
}
