package org.relais.emergency.ui;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import org.springframework.beans.factory.ObjectProvider;

import org.relais.access.NoticeTarget;
import org.relais.access.Notices;
import org.relais.shared.StaffId;
import org.relais.uikit.PageBanner;

/** What the user was told, on every page until it is acknowledged; one component a window. */
@org.springframework.stereotype.Component
class NoticesBanner implements PageBanner {

    private final EmergencyDesk desk;
    private final Notices notices;
    private final ObjectProvider<NoticeTarget> targets;

    NoticesBanner(EmergencyDesk desk, Notices notices, ObjectProvider<NoticeTarget> targets) {
        this.desk = desk;
        this.notices = notices;
        this.targets = targets;
    }

    @Override
    public Optional<Component> create() {
        return desk.staff().map(staff -> {
            var bars = barsOf(UI.getCurrentOrThrow(), staff);
            bars.look();
            return bars;
        });
    }

    private NoticeBars barsOf(UI ui, StaffId staff) {
        var bars = ComponentUtil.getData(ui, NoticeBars.class);
        if (bars == null || !bars.staff().equals(staff)) {
            bars = new NoticeBars(desk, notices, targets.stream().toList(), staff);
            ComponentUtil.setData(ui, NoticeBars.class, bars);
        }
        return bars;
    }
}
