package org.relais.detox.ui;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;

import org.relais.detox.DetoxRoutes;
import org.relais.detox.GivenHandOver;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageBanner;

/** Tells the charge nurse on every page that nobody signed for a hand-over in time, until somebody does. */
@org.springframework.stereotype.Component
class HandOverBanner implements PageBanner {

    private final HandOverDesk desk;

    HandOverBanner(HandOverDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Component> create() {
        var late = desk.handOvers().unreceived();
        if (late.isEmpty()) {
            return Optional.empty();
        }
        var bars = new Div();
        late.forEach(one -> bars.add(bar(bars, one)));
        return Optional.of(bars);
    }

    private NoticeBar bar(Div words, GivenHandOver.Unreceived one) {
        var zone = desk.centres().centre(one.unit().centre()).serviceDay().zone();
        var formats = new Formats(UI.getCurrentOrThrow().getLocale(), zone);
        var open = new Anchor(DetoxRoutes.handOver(one.unit().id()), words.getTranslation("detox.hand-over.late.open"));
        open.addClassName("relais-button");
        return new NoticeBar(
                Severity.WARNING,
                Glyph.CLIPBOARD_LIST,
                words.getTranslation(
                        "detox.hand-over.late",
                        formats.time(one.change()),
                        one.unit().name()),
                words.getTranslation("detox.hand-over.late.text", desk.name(one.givenBy()), formats.time(one.dueAt())),
                open);
    }
}
