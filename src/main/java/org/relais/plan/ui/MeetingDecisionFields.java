package org.relais.plan.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.plan.MeetingDecision;
import org.relais.plan.SaveMeetingPart;
import org.relais.record.page.DraftHandle;
import org.relais.shared.DecisionId;
import org.relais.shared.FreeText;
import org.relais.staff.StaffCard;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;

/** One decision: what, who sees to it, and until when. Offered as owners are those who may open the record. */
final class MeetingDecisionFields extends Div {

    private final DecisionId id;
    private final TextField title = new TextField(getTranslation("plan.meeting.decision"));
    private final ComboBox<StaffCard> owner = new ComboBox<>(getTranslation("plan.meeting.decision.owner"));
    private final DateField dueOn = new DateField(getTranslation("plan.meeting.decision.due"));

    MeetingDecisionFields(
            @Nullable MeetingDecision decision,
            List<StaffCard> team,
            Runnable edited,
            Consumer<MeetingDecisionFields> removed) {
        this.id = decision == null ? DecisionId.create() : decision.id();
        addClassName("relais-meeting-decision");
        title.setMaxLength(FreeText.LINE);
        title.setValueChangeMode(ValueChangeMode.TIMEOUT);
        title.setValueChangeTimeout(DraftHandle.PAUSE);
        owner.setItems(team);
        owner.setItemLabelGenerator(
                card -> card.name() + ", " + getTranslation(card.role().key()));
        if (decision != null) {
            title.setValue(decision.title());
            dueOn.setValue(decision.dueOn());
            team.stream()
                    .filter(card -> card.id().equals(decision.owner()))
                    .findFirst()
                    .ifPresent(owner::setValue);
        }
        title.addValueChangeListener(event -> tell(event.isFromClient(), edited));
        owner.addValueChangeListener(event -> tell(event.isFromClient(), edited));
        dueOn.addValueChangeListener(event -> tell(event.isFromClient(), edited));
        var remove = new Button(Glyph.X.create(), event -> removed.accept(this));
        remove.addThemeNames("small", "tertiary", "icon");
        remove.setAriaLabel(getTranslation("plan.meeting.decision.remove"));
        add(title, owner, dueOn, remove);
    }

    DecisionId id() {
        return id;
    }

    void focus() {
        title.focus();
    }

    boolean incomplete(List<StaffCard> team) {
        return owner.isEmpty() || !team.contains(owner.getValue()) || dueOn.isEmpty();
    }

    void register(FieldErrors errors) {
        errors.register("owner", owner).register("dueOn", dueOn).register("title", title);
    }

    SaveMeetingPart.Decided decided() {
        return new SaveMeetingPart.Decided(
                id, title.getValue(), owner.isEmpty() ? null : owner.getValue().id(), dueOn.getValue());
    }

    private static void tell(boolean byAuthor, Runnable listener) {
        if (byAuthor) {
            listener.run();
        }
    }
}
