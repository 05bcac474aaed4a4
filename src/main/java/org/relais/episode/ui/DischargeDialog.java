package org.relais.episode.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.episode.Destination;
import org.relais.episode.Discharge;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeRow;
import org.relais.shared.InvalidInput;

/** Ends an episode: why and, after a stay or a follow-up, where to. */
class DischargeDialog extends ActDialog {

    private final Select<EndReason> reason = new Select<>();
    private final Select<Destination> destination = new Select<>();
    private final TextField note = new TextField(getTranslation("episode.field.note"));
    private final EpisodeRow episode;
    private final transient Consumer<Discharge> callback;

    DischargeDialog(String person, EpisodeRow episode, Consumer<Discharge> callback) {
        super("episode.discharge", person);
        this.episode = episode;
        this.callback = callback;
        reason.setLabel(getTranslation("episode.field.reason"));
        reason.setItems(EndReason.suiting(episode.kind(), episode.state()));
        reason.setItemLabelGenerator(choice -> getTranslation(choice.key()));
        destination.setLabel(getTranslation("episode.field.destination"));
        destination.setItems(Destination.values());
        destination.setItemLabelGenerator(choice -> getTranslation(choice.key()));
        destination.setVisible(false);
        reason.addValueChangeListener(event -> destination.setVisible(
                event.getValue() != null && event.getValue().needsDestination(episode.state())));
        errors().register("reason", reason).register("destination", destination).register("note", note);
        var consequence = new Paragraph(getTranslation("episode.discharge.consequence"));
        consequence.addClassName("relais-secondary");
        addFields(reason, destination, note, consequence);
    }

    @Override
    void act() {
        var chosen = reason.getOptionalValue().orElseThrow(() -> new InvalidInput("reason", "shared.error.required"));
        callback.accept(new Discharge(
                episode.id(),
                episode.version(),
                chosen,
                chosen.needsDestination(episode.state()) ? destination.getValue() : null,
                note.getValue(),
                null));
    }
}
