package org.relais.attacks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;

/** A screen with one thing of each state an attacker may aim at. Only tests give it an address. */
@PermitAll
@Tag("attack-bench")
public final class Bench extends Div implements BeforeEnterObserver {

    static final String PATH = "attack-bench";

    private static volatile Bench last = new Bench();

    private static final int ROWS = 2_000_000;

    private final List<Integer> asked = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final NativeButton open = button("open");
    private final NativeButton hidden = button("hidden");
    private final NativeButton disabled = button("disabled");
    private final NativeButton detached = button("detached");
    private final TextField writable = field("writable");
    private final TextField readOnly = field("read-only");
    private final Grid<Integer> grid = new Grid<>();

    public Bench() {
        hidden.setVisible(false);
        disabled.setEnabled(false);
        readOnly.setReadOnly(true);
        grid.addColumn(number -> "row-" + number);
        grid.setItems(
                query -> {
                    asked.add(query.getLimit());
                    return IntStream.range(query.getOffset(), query.getOffset() + query.getLimit())
                            .boxed();
                },
                _ -> ROWS);
        add(open, hidden, disabled, detached, writable, readOnly, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getLocation().getQueryParameters().getParameters().containsKey("fail")) {
            throw new IllegalStateException("SELECT secret FROM vault");
        }
        last = this;
    }

    /** The bench that was opened last. */
    static Bench last() {
        return last;
    }

    List<String> heard() {
        return heard;
    }

    /** How many rows the list asked for, query by query. */
    List<Integer> asked() {
        return asked;
    }

    /** The number by which the browser knows one of the bench's things. */
    int node(String name) {
        return switch (name) {
            case "bench" -> number(this);
            case "open" -> number(open);
            case "hidden" -> number(hidden);
            case "disabled" -> number(disabled);
            case "detached" -> number(detached);
            case "writable" -> number(writable);
            case "read-only" -> number(readOnly);
            case "grid" -> number(grid);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ClientCallable
    void callable(int number) {
        heard.add("callable " + number);
    }

    /** Takes the last button out of the screen. */
    @ClientCallable
    void takeAway() {
        remove(detached);
    }

    void notCallable(int number) {
        heard.add("not callable " + number);
    }

    private NativeButton button(String name) {
        return new NativeButton(name, _ -> heard.add(name));
    }

    private TextField field(String name) {
        var field = new TextField();
        field.addValueChangeListener(change -> heard.add(name + " " + change.getValue()));
        return field;
    }

    private static int number(Component component) {
        return component.getElement().getNode().getId();
    }
}
