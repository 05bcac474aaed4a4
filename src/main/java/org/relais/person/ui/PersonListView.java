package org.relais.person.ui;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

import org.relais.access.AccessRoutes;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.person.ElsewhereHint;
import org.relais.person.ElsewhereQuestion;
import org.relais.person.PersonFilter;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonRow;
import org.relais.person.PersonService;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.RefusalOffer;

/** The people of one's centres by name, and the search among them. */
@Route(PersonRoutes.LIST)
@Menu(title = "person.list.menu", order = 1, icon = "users")
@RolesAllowed({
    Roles.PHYSICIAN,
    Roles.NURSE,
    Roles.DISPENSING_NURSE,
    Roles.PSYCHOLOGIST,
    Roles.SOCIAL_WORKER,
    Roles.FAMILY_WORKER,
    Roles.PEER_WORKER,
    Roles.COORDINATOR
})
class PersonListView extends Div implements HasDynamicTitle {
    private static final int PAGE = 50;
    private static final int PAUSE_MILLISECONDS = 250;
    private static final int LONGEST = 100;

    private final transient PersonService people;
    private final transient AccessService access;
    private final transient Centres centres;
    private final transient PersonWords words;
    private final transient ObjectProvider<RefusalOffer> offers;
    private final TextField text = new TextField();
    private final Select<Centre> centre = new Select<>();
    private final Grid<PersonRow> grid = new Grid<>();
    private final Div hint = new Div();
    private final FieldErrors errors = new FieldErrors();

    PersonListView(
            PersonService people,
            AccessService access,
            Centres centres,
            PersonWords words,
            ObjectProvider<RefusalOffer> offers) {
        this.people = people;
        this.access = access;
        this.centres = centres;
        this.words = words;
        this.offers = offers;
        addClassNames("relais-page", "relais-people");
        hint.getElement().setAttribute("aria-live", "polite");
        add(createHeader(), createFilters(), hint, createGrid());
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("person.list.title");
    }

    private PageHeader createHeader() {
        var header = new PageHeader(getTranslation("person.list.title"), getTranslation("person.list.subtitle"));
        if (access.roleWrites(Section.ADMINISTRATIVE)) {
            header.addAction(registerButton());
        }
        return header;
    }

    private Button registerButton() {
        var button = new Button(
                getTranslation("person.register.open"),
                Glyph.USER_PLUS.create(),
                _ -> getUI().ifPresent(ui -> ui.navigate(PersonRoutes.REGISTER)));
        button.addThemeName("primary");
        return button;
    }

    private Div createFilters() {
        text.setAriaLabel(getTranslation("person.list.search"));
        text.setPlaceholder(getTranslation("person.list.search.placeholder"));
        text.setPrefixComponent(Glyph.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setMaxLength(LONGEST);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE_MILLISECONDS);
        text.addValueChangeListener(_ -> show());
        text.addClassName("relais-grow");
        errors.register("text", text);
        var own = words.own();
        centre.setItems(own);
        centre.setAriaLabel(getTranslation("person.list.centre"));
        centre.setEmptySelectionAllowed(true);
        centre.setEmptySelectionCaption(getTranslation("person.list.centre.all"));
        centre.setItemLabelGenerator(one -> one == null ? getTranslation("person.list.centre.all") : one.name());
        centre.setVisible(own.size() > 1);
        centre.addValueChangeListener(_ -> show());
        var filters = new Div(text, centre);
        filters.addClassName("relais-people-filters");
        return filters;
    }

    private Grid<PersonRow> createGrid() {
        grid.addClassName("relais-people-grid");
        grid.setPageSize(PAGE);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(LitRenderer.<PersonRow>of("<a href=\"${item.path}\">${item.name}</a>"
                                + "<span class=\"relais-meta\">${item.more}</span>")
                        .withProperty(
                                "path", row -> PersonRoutes.record(row.name().person()))
                        .withProperty("name", row -> row.name().display())
                        .withProperty("more", this::more))
                .setHeader(getTranslation("person.list.name"))
                .setKey("name")
                .setFlexGrow(2);
        grid.addColumn(row -> row.name().fileNumber())
                .setHeader(getTranslation("person.list.file-number"))
                .setKey("fileNumber")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> words.birth(getLocale(), row.name().birthDate(), row.birthYear()))
                .setHeader(getTranslation("person.list.birth"))
                .setKey("birth");
        grid.addColumn(row -> words.centres(row.centres()))
                .setHeader(getTranslation("person.list.centres"))
                .setKey("centres");
        return grid;
    }

    private String more(PersonRow row) {
        if (row.name().alias()) {
            return " " + getTranslation("person.alias");
        }
        var other = row.otherName();
        return other == null ? "" : " " + getTranslation("person.alias.of", other);
    }

    private void show() {
        hint.removeAll();
        errors.run(() -> {
            var typed = text.getValue();
            var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, typed.isBlank() ? null : typed);
            var chosen = centre.getValue();
            var filter = new PersonFilter(typed, chosen == null ? null : chosen.id());
            var pages = new PersonPages(people, scope, filter);
            // Refusals belong at the field, so the first page is asked for here and not by the grid.
            var first = pages.page(0, PAGE);
            grid.setItemsPageable(page -> page.getPageNumber() == 0 && page.getPageSize() == PAGE
                    ? first
                    : pages.page(page.getPageNumber(), page.getPageSize()));
            grid.setEmptyStateComponent(emptyState(filter));
            if (first.isEmpty()) {
                lookElsewhere(scope, typed);
            }
        });
    }

    private EmptyState emptyState(PersonFilter filter) {
        if (filter.text() == null || filter.text().isBlank()) {
            var action = access.roleWrites(Section.ADMINISTRATIVE) ? registerButton() : null;
            return new EmptyState(
                    Glyph.USERS,
                    getTranslation("person.list.empty.title"),
                    getTranslation("person.list.empty"),
                    action);
        }
        var clear = new Button(getTranslation("person.list.clear"), _ -> text.clear());
        return new EmptyState(
                Glyph.SEARCH_X,
                getTranslation("person.list.nothing.title", filter.text()),
                getTranslation("person.list.nothing"),
                clear);
    }

    private void lookElsewhere(Scope scope, @Nullable String typed) {
        ElsewhereQuestion.read(typed)
                .flatMap(question -> people.elsewhere(scope, question))
                .ifPresent(found -> hint.add(answer(found)));
    }

    // In an emergency there is no time to ask: whoever may, opens the record from here
    private NoticeBar answer(ElsewhereHint found) {
        var answer = new NoticeBar(
                Severity.INFO,
                Glyph.LOCK,
                getTranslation(
                        "person.elsewhere.title", centres.centre(found.centre()).name()),
                getTranslation("person.elsewhere.text"),
                new Button(
                        getTranslation("person.elsewhere.ask"),
                        _ -> getUI().ifPresent(ui -> ui.navigate(AccessRoutes.ask(found.person(), found.centre())))));
        offers.orderedStream()
                .filter(RefusalOffer::opensWhatIsLocked)
                .flatMap(offer -> offer.create(PersonRoutes.record(found.person())).stream())
                .forEach(answer::add);
        return answer;
    }
}
