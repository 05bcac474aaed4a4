package org.relais.episode.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;

import org.relais.centre.Centre;
import org.relais.episode.EpisodeRow;
import org.relais.episode.RequestTransfer;
import org.relais.shared.InvalidInput;
import org.relais.shared.TransferId;
import org.relais.uikit.DateField;

/** Asks a unit of another centre to have the person as a guest from a day to a day. */
class GuestDialog extends ActDialog {

    private final UnitField unit;
    private final DateField first = new DateField(getTranslation("episode.guest.field.first"));
    private final DateField last = new DateField(getTranslation("episode.guest.field.last"));
    private final HandOverField handOver;
    private final transient TransferId id = TransferId.create();
    private final transient EpisodeRow episode;
    private final transient Consumer<RequestTransfer> callback;

    /**
     * @param today the service day, the earliest one to ask for
     * @param handOver keeps its own text
     */
    GuestDialog(
            String person,
            List<Centre> centres,
            LocalDate today,
            EpisodeRow episode,
            HandOverField handOver,
            Consumer<RequestTransfer> callback) {
        super("episode.guest.request", person);
        this.episode = episode;
        this.callback = callback;
        this.handOver = handOver;
        unit = new UnitField(
                getTranslation("episode.field.unit"),
                centres,
                offered -> !offered.centre().equals(episode.centre()));
        first.setMin(today);
        first.setValue(today);
        last.setMin(today);
        first.setRequiredIndicatorVisible(true);
        last.setRequiredIndicatorVisible(true);
        errors().register("unit", unit)
                .register("wishedOn", first)
                .register("untilOn", last)
                .register("handOver", handOver);
        var consequence = new Paragraph(getTranslation("episode.guest.request.consequence"));
        consequence.addClassName("relais-secondary");
        addFields(unit, first, last, handOver, handOver.status(), consequence);
    }

    @Override
    void act() {
        var until = last.getOptionalValue().orElseThrow(() -> new InvalidInput("untilOn", "shared.error.required"));
        callback.accept(new RequestTransfer(
                id,
                episode.id(),
                episode.version(),
                unit.required().id(),
                first.getValue(),
                until,
                handOver.getValue()));
    }
}
