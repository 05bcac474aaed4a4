package org.relais.episode.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.episode.Destination;
import org.relais.episode.Discharge;
import org.relais.episode.DischargeQuestion;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeRow;
import org.relais.shared.InvalidInput;

/** Ends an episode: why and, after a stay or a follow-up, where to; and what other rooms want to know of it. */
class DischargeDialog extends ActDialog {

    private final Select<EndReason> reason = new Select<>();
    private final Select<Destination> destination = new Select<>();
    private final TextField note = new TextField(getTranslation("episode.field.note"));
    private final EpisodeRow episode;
    private final transient Map<DischargeQuestion, RadioButtonGroup<DischargeQuestion.Choice>> questions =
            new LinkedHashMap<>();
    private final transient Consumer<Discharge> callback;

    DischargeDialog(String person, EpisodeRow episode, List<DischargeQuestion> asked, Consumer<Discharge> callback) {
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
        asked.forEach(question -> questions.put(question, createQuestion(question)));
        reason.addValueChangeListener(event -> show(event.getValue()));
        errors().register("reason", reason).register("destination", destination).register("note", note);
        var consequence = new Paragraph(getTranslation("episode.discharge.consequence"));
        consequence.addClassName("relais-secondary");
        addFields(reason, destination);
        questions.values().forEach(this::addFields);
        addFields(note, consequence);
    }

    private RadioButtonGroup<DischargeQuestion.Choice> createQuestion(DischargeQuestion question) {
        var group = new RadioButtonGroup<DischargeQuestion.Choice>();
        group.setLabel(getTranslation(question.labelKey()));
        group.setItems(question.choices());
        group.setItemLabelGenerator(choice -> getTranslation(choice.key()));
        group.setValue(question.choices().getFirst());
        group.setVisible(false);
        errors().register(question.code(), group);
        return group;
    }

    private void show(@Nullable EndReason chosen) {
        destination.setVisible(chosen != null && chosen.needsDestination(episode.state()));
        questions.forEach(
                (question, group) -> group.setVisible(chosen != null && question.asked(episode.state(), chosen)));
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
                null,
                answers()));
    }

    private Map<String, String> answers() {
        var answers = new HashMap<String, String>();
        questions.forEach((question, group) -> {
            if (group.isVisible()) {
                answers.put(question.code(), group.getValue().code());
            }
        });
        return answers;
    }
}
