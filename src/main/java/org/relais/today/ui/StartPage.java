package org.relais.today.ui;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;

import org.relais.today.TodayRoutes;

/** The bare address leads to my day. */
@Route("")
@PermitAll
class StartPage extends Div implements BeforeEnterObserver {

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(TodayRoutes.MY_DAY);
    }
}
