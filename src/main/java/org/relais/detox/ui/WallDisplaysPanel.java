package org.relais.detox.ui;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;

import org.relais.centre.Unit;
import org.relais.detox.WallCode;
import org.relais.detox.WallDisplay;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.Toast;

/** The displays on the walls of some wards: who looks, who has not looked for a while, and taking one away. */
class WallDisplaysPanel extends Div {

    private final transient DetoxDesk desk;
    private final transient DetoxWords words;
    private final transient List<Unit> wards;
    private final Div code = new Div();
    private final Div list = new Div();

    WallDisplaysPanel(DetoxDesk desk, DetoxWords words, List<Unit> wards) {
        this.desk = desk;
        this.words = words;
        this.wards = List.copyOf(wards);
        addClassName("relais-column");
        code.setVisible(false);
        code.getElement().setAttribute("role", "status");
        var make = new Button(words.say("detox.wall.new.open"), Glyph.PLUS.create(), _ -> create());
        make.addThemeName("primary");
        make.setEnabled(!wards.isEmpty());
        add(new Paragraph(words.say("detox.wall.explained")), code, list, make);
        draw();
    }

    private void create() {
        new NewDisplayDialog(wards, words, command -> {
                    show(desk.displays().issue(command), command.unit());
                    draw();
                })
                .open();
    }

    private void show(WallCode made, org.relais.shared.UnitId unit) {
        var letters = new Span(made.code());
        letters.addClassNames("relais-wall-code", "relais-numeric");
        var centre = wards.stream()
                .filter(one -> one.id().equals(unit))
                .findFirst()
                .orElseThrow()
                .centre();
        code.removeAll();
        code.add(
                new Paragraph(words.say("detox.wall.code.open", address())),
                letters,
                new Paragraph(words.say("detox.wall.code.once", formats(centre).time(made.until()))));
        code.setVisible(true);
    }

    private void draw() {
        list.removeAll();
        var ids = wards.stream().map(Unit::id).toList();
        var displays = desk.displays().all().stream()
                .filter(display -> ids.contains(display.unit()))
                .toList();
        if (displays.isEmpty()) {
            list.add(new EmptyState(
                    Glyph.MONITOR, words.say("detox.wall.none"), words.say("detox.wall.none.text"), null));
            return;
        }
        var items = new UnorderedList();
        items.addClassName("relais-wall-list");
        displays.forEach(display -> items.add(item(display)));
        list.add(items);
    }

    private ListItem item(WallDisplay display) {
        var name = new Span(display.name());
        name.addClassName("relais-strong");
        var ward = new Span(wards.stream()
                .filter(one -> one.id().equals(display.unit()))
                .map(Unit::name)
                .findFirst()
                .orElse(""));
        ward.addClassName("relais-meta");
        var state = new Span(state(display));
        state.addClassNames("relais-meta", "relais-numeric");
        var revoke = new Button(words.say("detox.wall.revoke"), _ -> revoke(display));
        revoke.setAriaLabel(words.say("detox.wall.revoke.long", display.name()));
        return new ListItem(name, ward, state, revoke);
    }

    private String state(WallDisplay display) {
        var formats = formats(display.centre());
        var now = desk.clock().instant();
        if (display.pairedAt() == null) {
            Instant until = display.codeUntil();
            return until != null && until.isAfter(now)
                    ? words.say("detox.wall.state.code", formats.time(until))
                    : words.say("detox.wall.state.expired");
        }
        return display.seenAt() == null
                ? words.say("detox.wall.state.never")
                : words.say("detox.wall.state.seen", formats.dateTime(display.seenAt()));
    }

    private void revoke(WallDisplay display) {
        new ConfirmQuestion(
                        words.say("detox.wall.revoke.question", display.name()),
                        words.say("detox.wall.revoke.text"),
                        words.say("detox.wall.revoke"),
                        () -> {
                            desk.displays().revoke(display.id());
                            Toast.success(words.say("detox.wall.revoke.done", display.name()));
                            draw();
                        })
                .open();
    }

    private Formats formats(org.relais.shared.CentreId centre) {
        return new Formats(
                words.locale(), desk.centres().centre(centre).serviceDay().zone());
    }

    // As this browser reaches the portal, which is how the device on the wall does
    private static String address() {
        return VaadinRequest.getCurrent() instanceof VaadinServletRequest request
                ? URI.create(request.getRequestURL().toString())
                        .resolve(WallController.PATH)
                        .toString()
                : WallController.PATH;
    }
}
