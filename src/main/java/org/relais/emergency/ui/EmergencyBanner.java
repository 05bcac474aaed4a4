package org.relais.emergency.ui;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

import org.relais.shared.StaffId;
import org.relais.uikit.PageBanner;

/** The red banner on every page while an emergency access of the user is open; one component a window. */
@org.springframework.stereotype.Component
class EmergencyBanner implements PageBanner {

    private final EmergencyDesk desk;

    EmergencyBanner(EmergencyDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Component> create() {
        return desk.staff().filter(_ -> desk.offered()).map(staff -> {
            var bars = barsOf(UI.getCurrentOrThrow(), staff);
            bars.look();
            return bars;
        });
    }

    private OpenBars barsOf(UI ui, StaffId staff) {
        var bars = ComponentUtil.getData(ui, OpenBars.class);
        if (bars == null || !bars.staff().equals(staff)) {
            bars = new OpenBars(desk, staff);
            ComponentUtil.setData(ui, OpenBars.class, bars);
        }
        return bars;
    }
}
