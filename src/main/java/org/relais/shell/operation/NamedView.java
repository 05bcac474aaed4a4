package org.relais.shell.operation;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.shared.CurrentView;

/** Keeps for each window which route it shows, as its template, so that the access log can name the screen. */
@Component
class NamedView implements VaadinServiceInitListener, CurrentView {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(opened -> opened.getUI().addBeforeEnterListener(entering -> name(entering)));
    }

    private static void name(BeforeEnterEvent entering) {
        var template = RouteConfiguration.forSessionScope()
                .getTemplate(entering.getNavigationTarget())
                .orElse(null);
        ComponentUtil.setData(entering.getUI(), Template.class, template == null ? null : new Template(template));
    }

    @Override
    public @Nullable String template() {
        var window = UI.getCurrent();
        var known = window == null ? null : ComponentUtil.getData(window, Template.class);
        return known == null ? null : known.value();
    }

    private record Template(String value) {}
}
