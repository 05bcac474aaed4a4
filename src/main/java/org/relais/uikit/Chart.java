package org.relais.uikit;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;

/**
 * A card with numbers as a picture, as a table and as files. A click on a point or a bar follows the link that the number
 * has in the table, which the keyboard reaches there; screen readers have the table in both states. Without a single
 * number it says so and draws nothing.
 *
 * <p>What draws is loaded when the first chart is shown. If it cannot be loaded, the table is shown.
 */
@Tag("relais-chart")
@JsModule("context://scripts/relais-chart.js")
public class Chart extends Component implements HasStyle {

    private static final int LONGEST_NAME = 60;

    private transient ChartModel model;
    private transient Runnable beforeFile = () -> {};
    private boolean tabular;

    @SuppressWarnings("this-escape")
    public Chart(ChartModel model) {
        this.model = model;
        addClassName("relais-panel");
        getElement().setAttribute("role", "figure");
        draw();
    }

    /** Shows other numbers; a table that is open stays open. */
    public void setModel(ChartModel model) {
        this.model = model;
        draw();
    }

    /**
     * What happens before the numbers leave as a file, such as a line in the log; in the thread of the request, signed in
     * as whoever asks for the file. If it throws, no file leaves.
     */
    public void beforeFile(Runnable act) {
        beforeFile = act;
    }

    private void draw() {
        var element = getElement();
        element.removeAllChildren();
        element.setAttribute("aria-label", model.title());
        if (model.isEmpty()) {
            element.removeAttribute("drawing").removeAttribute("tabular");
            var text = getTranslation("uikit.chart.empty.text");
            var empty = new EmptyState(Glyph.CHART_LINE, getTranslation("uikit.chart.empty"), text, null);
            element.appendChild(new Header(new H2(model.title())).getElement(), empty.getElement());
            return;
        }
        var words = new ChartWords(getLocale(), model.unit());
        var table = new ChartTable(model, words);
        var picture = new Div();
        picture.addClassName("relais-chart-drawing");
        picture.getElement().setAttribute("aria-hidden", "true");
        // The height is known before anything is drawn, so that nothing below it jumps
        picture.getStyle()
                .set("--relais-rows", String.valueOf(model.categories().size()));
        element.setAttribute(
                "kind", model.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        element.setAttribute("drawing", ChartDrawing.of(model, words, getLocale(), fileName()));
        element.appendChild(
                header(words, table).getElement(), picture.getElement(), table.getElement(), notes().getElement());
        show(table);
    }

    private Header header(ChartWords words, ChartTable table) {
        var target = model.target();
        var note = new Span(target == null ? "" : words.target(target));
        note.addClassNames("relais-chart-note", "relais-meta");
        var toggle = button("uikit.chart.table");
        toggle.addClassName("relais-chart-switch");
        toggle.setText(getTranslation(tabular ? "uikit.chart.drawing" : "uikit.chart.table"));
        toggle.addClickListener(_ -> {
            tabular = !tabular;
            toggle.setText(getTranslation(tabular ? "uikit.chart.drawing" : "uikit.chart.table"));
            show(table);
        });
        var image = button("uikit.chart.image");
        image.addClassName("relais-chart-image");
        var file = new Anchor(csv(), AttachmentType.DOWNLOAD, getTranslation("uikit.chart.file"));
        file.addClassName("relais-chart-file");
        var tools = new Div(toggle, image, file);
        tools.addClassName("relais-chart-tools");
        return new Header(new H2(model.title()), note, tools);
    }

    private void show(ChartTable table) {
        getElement().setAttribute("tabular", tabular);
        table.show(tabular);
    }

    private Div notes() {
        var notes = new Div();
        notes.addClassNames("relais-chart-previous", "relais-meta");
        notes.setVisible(model.hasPrevious());
        notes.setText(model.previousName());
        return notes;
    }

    private Button button(String key) {
        var button = new Button(getTranslation(key));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private DownloadHandler csv() {
        var bytes =
                ChartCsv.of(model, new ChartWords(getLocale(), model.unit())).getBytes(StandardCharsets.UTF_8);
        var name = fileName() + ".csv";
        return event -> {
            beforeFile.run();
            event.setFileName(name);
            event.setContentType("text/csv; charset=UTF-8");
            event.setContentLength(bytes.length);
            var response = event.getResponse();
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            event.getOutputStream().write(bytes);
        };
    }

    private String fileName() {
        var plain = Normalizer.normalize(model.title(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "relais" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }
}
