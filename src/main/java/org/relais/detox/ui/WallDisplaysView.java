package org.relais.detox.ui;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;

import org.relais.detox.DetoxRoutes;
import org.relais.staff.Roles;
import org.relais.uikit.PageHeader;

/** The displays on the walls of all wards, for who administers devices; it shows nothing of anybody. */
@Route(DetoxRoutes.DISPLAYS)
@Menu(title = "detox.wall.menu", order = 98, icon = "monitor")
@RolesAllowed(Roles.ADMINISTRATOR)
class WallDisplaysView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private final transient DetoxDesk desk;
    private final Div body = new Div();

    WallDisplaysView(DetoxDesk desk) {
        this.desk = desk;
        addClassName("relais-page");
        body.addClassName("relais-page-body");
        add(new PageHeader(getTranslation("detox.wall.title"), ""), body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("detox.wall.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var wards = desk.centres().all().stream()
                .flatMap(centre -> centre.units().stream())
                .filter(unit -> !unit.beds().isEmpty())
                .toList();
        body.removeAll();
        body.add(new WallDisplaysPanel(desk, new DetoxWords(desk, getLocale()), wards));
    }
}
