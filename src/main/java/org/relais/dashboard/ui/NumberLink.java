package org.relais.dashboard.ui;

import com.vaadin.flow.component.html.Anchor;

import org.relais.dashboard.DashboardFilter;
import org.relais.indicator.CountedPart;

/** A number that opens the list of what it counts, under the same filter. */
class NumberLink extends Anchor {

    NumberLink(DashboardFilter filter, String figure, CountedPart part, String number, String label) {
        super(DashboardAddress.list(filter, figure, part), number);
        addClassNames("relais-dashboard-number", "relais-numeric");
        setAriaLabel(label);
    }
}
