package org.relais.episode.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.episode.EpisodeRow;
import org.relais.episode.Priority;
import org.relais.episode.PutOnWaitingList;

/** Puts on a waiting list with a priority and why, or changes the priority. */
class WaitDialog extends ActDialog {

    private final UnitField unit;
    private final RadioButtonGroup<Priority> priority =
            new RadioButtonGroup<>(getTranslation("episode.field.priority"), Priority.values());
    private final TextField reason = new TextField(getTranslation("episode.field.priority-reason"));
    private final @Nullable EpisodeRow follows;
    private final transient Consumer<PutOnWaitingList> callback;

    /** @param follows the enquiry or waiting it follows; null for a new one */
    WaitDialog(String person, List<Centre> centres, @Nullable EpisodeRow follows, Consumer<PutOnWaitingList> callback) {
        super("episode.wait", person);
        this.follows = follows;
        this.callback = callback;
        unit = new UnitField(
                getTranslation("episode.field.unit"),
                centres,
                offered -> follows == null || offered.id().equals(follows.unit()));
        priority.setItemLabelGenerator(choice -> getTranslation(choice.key()));
        priority.setValue(follows == null || follows.priority() == null ? Priority.NORMAL : follows.priority());
        if (follows != null && follows.reason() != null) {
            reason.setValue(follows.reason());
        }
        errors().register("unit", unit).register("reason", reason);
        addFields(unit.preselected(), priority, reason);
    }

    @Override
    void act() {
        callback.accept(new PutOnWaitingList(
                follows == null ? null : follows.id(),
                follows == null ? 0 : follows.version(),
                unit.required().id(),
                priority.getValue(),
                reason.getValue(),
                null));
    }
}
