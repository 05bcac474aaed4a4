package org.relais.staff.ui;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;

import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.staff.Roles;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.staff.StaffRoutes;
import org.relais.uikit.Initials;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;

/** The centres with their units and beds, and who works in each. */
@Route(StaffRoutes.TEAMS)
@Menu(title = "staff.teams.menu", order = 91, icon = "building-2")
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.COORDINATOR})
class TeamsView extends Div implements HasDynamicTitle {

    TeamsView(Centres centres, StaffDirectory staff) {
        addClassName("relais-page");
        var teams = staff.byCentre();
        var colleagues = staff.all().stream().filter(StaffCard::active).count();
        var body = new Div();
        body.addClassNames("relais-page-body", "relais-teams");
        // Nothing in it takes the focus: without this, the page could not be scrolled by keyboard
        body.getElement().setAttribute("tabindex", "0");
        body.getElement().setAttribute("role", "region");
        body.getElement().setAttribute("aria-label", getTranslation("staff.teams.menu"));
        centres.all().forEach(centre -> body.add(createCentre(centre, teams.getOrDefault(centre.id(), List.of()))));
        add(
                new PageHeader(
                        getTranslation("staff.teams.menu"),
                        getTranslation("staff.teams.subtitle", centres.all().size(), colleagues)),
                body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("staff.teams.menu");
    }

    private Component createCentre(Centre centre, List<StaffCard> team) {
        var panel = new Panel(centre.name());
        var kind = new Paragraph(getTranslation(centre.kind().key()));
        kind.addClassName("relais-secondary");
        var units = createList(centre.units().stream().map(this::createUnit).toList());
        panel.addContent(kind, new H3(getTranslation("staff.teams.units")), units);
        panel.addContent(new H3(getTranslation("staff.teams.people")));
        panel.addContent(
                team.isEmpty()
                        ? new Paragraph(getTranslation("staff.teams.nobody"))
                        : createList(team.stream().map(this::createColleague).toList()));
        return panel;
    }

    private static Component createList(List<ListItem> items) {
        var list = new UnorderedList(items.toArray(ListItem[]::new));
        list.addClassName("relais-teams-list");
        return list;
    }

    private ListItem createUnit(Unit unit) {
        return new ListItem(
                new Span(unit.name()),
                meta(getTranslation("staff.teams.beds", unit.beds().size())));
    }

    private ListItem createColleague(StaffCard card) {
        return new ListItem(
                new Initials(card.name(), card.role().discipline()),
                new Span(card.name()),
                meta(getTranslation(card.role().key())));
    }

    private static Span meta(String text) {
        var span = new Span(text);
        span.addClassName("relais-meta");
        return span;
    }
}
