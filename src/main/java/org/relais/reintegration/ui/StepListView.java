package org.relais.reintegration.ui;

import java.util.ArrayList;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.person.PersonService;
import org.relais.reintegration.CaseloadFilter;
import org.relais.reintegration.CaseloadFilter.Whose;
import org.relais.reintegration.CaseloadRow;
import org.relais.reintegration.ReintegrationRoutes;
import org.relais.reintegration.StepCursor;
import org.relais.reintegration.StepDomain;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FilterChip;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SegmentedSwitch;

/** The open steps of one's caseload across people, the most overdue first. */
@Route(ReintegrationRoutes.LIST)
@Menu(title = "reintegration.menu", order = 40, icon = "target")
@RolesAllowed(Roles.SOCIAL_WORKER)
class StepListView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final int PAGE = 30;

    private final transient StepDesk desk;
    private final transient PersonService people;
    private final transient StepWords words;
    private final SegmentedSwitch<Whose> whose = new SegmentedSwitch<>(
            getTranslation("reintegration.list.whose"),
            one -> getTranslation(one == Whose.MINE ? "reintegration.list.mine" : "reintegration.list.team"),
            Whose.values());
    private final Select<StepDomain> domain = new Select<>();
    private final FilterChip overdue = new FilterChip(getTranslation("reintegration.list.overdue"), Glyph.CLOCK_ALERT);
    private final FilterChip stuck = new FilterChip(getTranslation("reintegration.list.stuck"), Glyph.TIMER);
    private final Div content = new Div();
    private transient CaseloadFilter filter = CaseloadFilter.MINE;

    StepListView(StepDesk desk, PersonService people) {
        this.desk = desk;
        this.people = people;
        this.words = new StepWords(desk, getLocale());
        addClassNames("relais-page", "relais-caseload");
        content.addClassName("relais-caseload-content");
        add(
                new PageHeader(
                        getTranslation("reintegration.list.title"), getTranslation("reintegration.list.subtitle")),
                createFilters(),
                content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reintegration.list.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filter = CaseloadAddress.read(event.getLocation().getQueryParameters());
        whose.setValue(filter.whose());
        domain.setValue(filter.domain());
        overdue.setPressed(filter.overdueOnly());
        stuck.setPressed(filter.stuckOnly());
        showFirstPage();
    }

    private Component createFilters() {
        whose.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(new CaseloadFilter(event.getValue(), filter.domain(), filter.overdueOnly(), filter.stuckOnly()));
            }
        });
        domain.setAriaLabel(getTranslation("reintegration.list.domain"));
        domain.setItems(StepDomain.values());
        domain.setEmptySelectionAllowed(true);
        domain.setEmptySelectionCaption(getTranslation("reintegration.list.domain.all"));
        domain.setItemLabelGenerator(one -> getTranslation(one == null ? "reintegration.list.domain.all" : one.key()));
        domain.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(new CaseloadFilter(filter.whose(), event.getValue(), filter.overdueOnly(), filter.stuckOnly()));
            }
        });
        overdue.onToggle(
                pressed -> go(new CaseloadFilter(filter.whose(), filter.domain(), pressed, filter.stuckOnly())));
        stuck.onToggle(
                pressed -> go(new CaseloadFilter(filter.whose(), filter.domain(), filter.overdueOnly(), pressed)));
        var bar = new Div(whose, domain, overdue, stuck);
        bar.addClassName("relais-caseload-filters");
        return bar;
    }

    private void go(CaseloadFilter chosen) {
        getUI().ifPresent(ui -> ui.navigate(ReintegrationRoutes.LIST, CaseloadAddress.write(chosen)));
    }

    private void showFirstPage() {
        content.removeAll();
        var table = new CaseloadTable(words);
        content.add(table);
        showPage(table, null);
        if (table.getBody().getChildren().findAny().isEmpty()) {
            content.removeAll();
            content.add(createEmptyState());
        }
    }

    private void showPage(CaseloadTable table, @Nullable StepCursor after) {
        new FieldErrors().run(() -> {
            var page =
                    desk.steps().caseload(desk.access().scope(Section.SOCIAL, Purpose.CARE, null), filter, after, PAGE);
            if (page.rows().isEmpty()) {
                return;
            }
            var names = people.names(
                    desk.access().scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    page.rows().stream().map(CaseloadRow::person).distinct().toList());
            table.append(page.rows(), names);
            if (page.more()) {
                content.add(createMore(table, page.rows().getLast().cursor()));
            }
        });
    }

    private Component createMore(CaseloadTable table, StepCursor after) {
        var place = new Div();
        place.addClassName("relais-caseload-more");
        place.add(new BusyButton(getTranslation("reintegration.list.more"), () -> {
            place.removeFromParent();
            showPage(table, after);
        }));
        return place;
    }

    private EmptyState createEmptyState() {
        if (filter.narrows()) {
            var clear = new Button(
                    getTranslation("reintegration.list.filtered.clear"),
                    event -> go(new CaseloadFilter(filter.whose(), null, false)));
            return new EmptyState(
                    Glyph.SEARCH_X,
                    getTranslation("reintegration.list.filtered.title"),
                    getTranslation("reintegration.list.filtered.text", activeFilters()),
                    clear);
        }
        var whom = filter.whose() == Whose.MINE ? "mine" : "team";
        return new EmptyState(
                Glyph.TARGET,
                getTranslation("reintegration.list.empty." + whom + ".title"),
                getTranslation("reintegration.list.empty." + whom + ".text"),
                null);
    }

    private String activeFilters() {
        var active = new ArrayList<String>();
        if (filter.domain() != null) {
            active.add(getTranslation(filter.domain().key()));
        }
        if (filter.overdueOnly()) {
            active.add(getTranslation("reintegration.list.overdue"));
        }
        if (filter.stuckOnly()) {
            active.add(getTranslation("reintegration.list.stuck"));
        }
        return String.join(", ", active);
    }
}
