package org.relais.attacks;

import jakarta.servlet.ServletContext;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives the bench an address, and takes it away again. */
final class BenchAddress implements BeforeEachCallback, AfterAllCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        var routes = routes(test);
        if (!routes.isPathAvailable(Bench.PATH)) {
            routes.setRoute(Bench.PATH, Bench.class);
        }
    }

    @Override
    public void afterAll(ExtensionContext test) {
        routes(test).removeRoute(Bench.class);
    }

    private static RouteConfiguration routes(ExtensionContext test) {
        var context = SpringExtension.getApplicationContext(test).getBean(ServletContext.class);
        return RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(new VaadinServletContext(context)));
    }
}
