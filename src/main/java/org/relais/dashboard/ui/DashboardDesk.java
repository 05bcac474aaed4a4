package org.relais.dashboard.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.dashboard.DashboardFilter;
import org.relais.dashboard.DashboardNews;
import org.relais.dashboard.Dashboards;
import org.relais.indicator.NetworkFigures;

/** What the screens of the dashboard need, and the passes they ask for. */
@Component
class DashboardDesk {

    private final Dashboards dashboards;
    private final DashboardNews news;
    private final NetworkFigures network;
    private final AccessService access;

    DashboardDesk(Dashboards dashboards, DashboardNews news, NetworkFigures network, AccessService access) {
        this.dashboards = dashboards;
        this.news = news;
        this.network = network;
        this.access = access;
    }

    Dashboards dashboards() {
        return dashboards;
    }

    DashboardNews news() {
        return news;
    }

    NetworkFigures network() {
        return network;
    }

    /** Over the reports of all centres; what is asked is logged by its keyed hash. */
    Scope control(@Nullable String question) {
        return access.scope(Section.REPORT, Purpose.CONTROL, question);
    }

    /** Over the reports; what is asked is logged by its keyed hash. */
    Scope reports(@Nullable DashboardFilter filter) {
        return access.scope(Section.REPORT, Purpose.COORDINATION, filter == null ? null : filter.toString());
    }

    /** To name people; null for a role that may not. */
    @Nullable
    Scope people() {
        return access.roleOpens(Section.ADMINISTRATIVE)
                ? access.scope(Section.ADMINISTRATIVE, Purpose.COORDINATION, null)
                : null;
    }
}
