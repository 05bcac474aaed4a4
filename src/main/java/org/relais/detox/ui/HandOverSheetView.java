package org.relais.detox.ui;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Unit;
import org.relais.detox.DetoxRoutes;
import org.relais.detox.HandOverCopy;
import org.relais.detox.HandOverNow;
import org.relais.detox.HandOverNow.Which;
import org.relais.shared.NotFound;
import org.relais.shared.UnitId;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.WidePage;

/** The sheet of a ward's hand-over as it is printed. Each printed copy is counted and logged. */
@Route(DetoxRoutes.HAND_OVER_SHEET)
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE})
class HandOverSheetView extends Div implements HasDynamicTitle, BeforeEnterObserver, WidePage {

    private final transient HandOverDesk desk;
    private final Div place = new Div();
    private transient @Nullable Unit unit;

    HandOverSheetView(HandOverDesk desk) {
        this.desk = desk;
        addClassNames("relais-page", "relais-sheet-page");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("detox.hand-over.sheet.title", unit == null ? "" : unit.name());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var ward = desk.centres()
                .unit(UnitId.parse(event.getRouteParameters().get("unitId").orElse("")))
                .orElseThrow(NotFound::new);
        unit = ward;
        var now = desk.handOvers()
                .of(
                        scope(Section.ADMINISTRATIVE),
                        scope(Section.MEDICAL),
                        scope(Section.RISK),
                        ward.id(),
                        Which.CURRENT,
                        getLocale());
        var print = new BusyButton(getTranslation("detox.hand-over.sheet.print"), Glyph.PRINTER, () -> print(ward));
        print.addThemeName("primary");
        var back = new Anchor(DetoxRoutes.handOver(ward.id()), getTranslation("detox.hand-over.sheet.back"));
        back.addClassName("relais-button");
        removeAll();
        add(new PageHeader(getPageTitle(), "", print, back), place);
        show(ward, now, null);
    }

    private void print(Unit ward) {
        var printed = desk.handOvers()
                .print(
                        scope(Section.ADMINISTRATIVE),
                        scope(Section.MEDICAL),
                        scope(Section.RISK),
                        ward.id(),
                        Which.CURRENT,
                        getLocale());
        show(ward, printed.handOver(), printed.copy());
        getElement().executeJs("setTimeout(() => window.print())");
    }

    private void show(Unit ward, HandOverNow now, @Nullable HandOverCopy copy) {
        place.removeAll();
        place.add(new HandOverSheet(desk, desk.centres().centre(ward.centre()), ward, now, copy));
    }

    private Scope scope(Section section) {
        return desk.access().scope(section, Purpose.CARE, null);
    }
}
