package org.relais.staff.ui;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;

import org.relais.centre.Centres;
import org.relais.staff.EnterColleague;
import org.relais.staff.RightsHolder;
import org.relais.staff.Roles;
import org.relais.staff.StaffFiles;
import org.relais.staff.StaffRoutes;
import org.relais.staff.StaffSetup;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FilterChip;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Toast;

/** All colleagues with where they work and what they hold; the administrator enters new ones here. */
@Route(StaffRoutes.LIST)
@Menu(title = "staff.list.title", order = 91.5, icon = "id-card")
@RolesAllowed(Roles.ADMINISTRATOR)
class StaffListView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    static final String TEXT = "text";
    static final String LEFT = "left";

    private static final int LONGEST = 100;

    private final transient StaffFiles files;
    private final transient StaffSetup setup;
    private final transient StaffWords words;
    private final PageHeader header;
    private final TextField text = new TextField();
    private final FilterChip left = new FilterChip(getTranslation("staff.list.left"), Glyph.USER_X);
    private final Grid<RightsHolder> grid = new Grid<>();
    private transient List<RightsHolder> everybody = List.of();

    StaffListView(StaffFiles files, StaffSetup setup, Centres centres, Clock clock) {
        this.files = files;
        this.setup = setup;
        words = new StaffWords(centres, clock, getLocale());
        header = new PageHeader(getTranslation("staff.list.title"), "", enterButton());
        addClassNames("relais-page", "relais-staff");
        createColumns();
        add(header, createFilters(), grid);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("staff.list.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var question = event.getLocation().getQueryParameters();
        var typed = question.getSingleParameter(TEXT).orElse("").strip();
        if (!text.getValue().strip().equals(typed)) {
            text.setValue(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        }
        left.setPressed(question.getSingleParameter(LEFT).isPresent());
        everybody = files.all();
        show();
    }

    private Component createFilters() {
        text.setAriaLabel(getTranslation("staff.list.search"));
        text.setPlaceholder(getTranslation("staff.list.search"));
        text.setPrefixComponent(Glyph.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setMaxLength(LONGEST);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(text.getValue().strip(), left.isPressed());
            }
        });
        text.addClassName("relais-grow");
        left.onToggle(pressed -> go(text.getValue().strip(), pressed));
        var filters = new Div(text, left);
        filters.addClassName("relais-staff-filters");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", getTranslation("staff.list.filter"));
        return filters;
    }

    private void createColumns() {
        grid.addClassName("relais-staff-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("staff.list.title"));
        grid.addColumn(who())
                .setHeader(getTranslation("staff.list.colleague"))
                .setKey("colleague")
                .setFlexGrow(3);
        grid.addColumn(holder -> getTranslation(holder.member().role().key()))
                .setHeader(getTranslation("staff.field.role"))
                .setKey("role")
                .setFlexGrow(2);
        grid.addColumn(words::places)
                .setHeader(getTranslation("staff.places"))
                .setKey("places")
                .setFlexGrow(3)
                .setTooltipGenerator(words::places);
        grid.addColumn(words::functionsNow)
                .setHeader(getTranslation("staff.functions"))
                .setKey("functions")
                .setFlexGrow(2)
                .setTooltipGenerator(words::functionsNow);
        grid.addComponentColumn(holder -> words.state(holder.member()))
                .setHeader(getTranslation("staff.state"))
                .setKey("state")
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private static Renderer<RightsHolder> who() {
        return LitRenderer.<RightsHolder>of("<a href=\"${item.path}\">${item.name}</a>"
                        + " <span class=\"relais-meta\">${item.username}</span>")
                .withProperty(
                        "path", holder -> StaffRoutes.colleague(holder.member().id()))
                .withProperty("name", holder -> holder.member().name())
                .withProperty("username", holder -> holder.member().username());
    }

    private void go(String typed, boolean withLeft) {
        var question = new HashMap<String, String>();
        if (!typed.isEmpty()) {
            question.put(TEXT, typed);
        }
        if (withLeft) {
            question.put(LEFT, "1");
        }
        getUI().ifPresent(ui -> ui.navigate(StaffRoutes.LIST, QueryParameters.simple(question)));
    }

    private void show() {
        var active =
                everybody.stream().filter(holder -> holder.member().active()).count();
        header.setSubtitle(getTranslation("staff.list.subtitle", active, everybody.size() - active));
        grid.setItems(everybody.stream()
                .filter(holder -> left.isPressed() || holder.member().active())
                .filter(holder -> words.matches(holder, text.getValue()))
                .toList());
        grid.setEmptyStateComponent(emptyState());
    }

    private EmptyState emptyState() {
        if (everybody.isEmpty()) {
            return new EmptyState(
                    Glyph.USERS,
                    getTranslation("staff.list.empty.title"),
                    getTranslation("staff.list.empty"),
                    enterButton());
        }
        return new EmptyState(
                Glyph.SEARCH_X,
                getTranslation("staff.list.nothing.title"),
                getTranslation(left.isPressed() ? "staff.list.nothing" : "staff.list.nothing.left"),
                new Button(getTranslation("staff.list.clear"), _ -> go("", left.isPressed())));
    }

    private Button enterButton() {
        var button = new Button(getTranslation("staff.enter.open"), Glyph.USER_PLUS.create(), _ -> openDialog());
        button.addThemeName("primary");
        return button;
    }

    private void openDialog() {
        new EnterColleagueDialog(words.centres(), this::enter).open();
    }

    // The list without filters, so that the new one is on it
    private void enter(EnterColleague command) {
        setup.enter(command);
        Toast.success(getTranslation("staff.enter.done", command.givenName() + " " + command.familyName()));
        if (text.isEmpty()) {
            everybody = files.all();
            show();
        } else {
            go("", left.isPressed());
        }
    }
}
