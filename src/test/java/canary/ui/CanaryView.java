package canary.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.testbench.unit.CanaryCommercial;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrong: no access annotation, a literal text, the database in a view, a bundled script, a commercial package. */
@Route(value = "canary", registerAtStartup = false)
@JsModule("./canary.js")
class CanaryView extends Div {

    private final transient JdbcClient jdbc;

    CanaryView(JdbcClient jdbc) {
        this.jdbc = jdbc;
        add(new Button("Save"));
        new CanaryCommercial();
    }

    JdbcClient jdbc() {
        return jdbc;
    }
}
