package org.relais.situation.ui;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.shared.FreeText;
import org.relais.shared.SocialRightId;
import org.relais.situation.AddRight;
import org.relais.situation.ChangeRight;
import org.relais.situation.RightList;
import org.relais.situation.RightRow;
import org.relais.situation.RightStanding;
import org.relais.situation.RightStatus;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

/** Begins to follow a right, or moves one on. Only what belongs to the status is asked. */
abstract class RightDialog extends FormDialog {

    private final transient SituationWords words;
    private final DateField since;
    private final DateField dueOn;
    private final DateField from;
    private final BigDecimalField amount;
    private final TextField note = new TextField();

    private RightDialog(SituationWords words, String title, String verb) {
        super(title, verb);
        this.words = words;
        since = new DateField(words.say("situation.rights.since"));
        dueOn = new DateField("");
        from = new DateField(words.say("situation.rights.from"));
        amount = new BigDecimalField(words.say("situation.rights.amount"));
        amount.setLocale(words.locale());
        note.setLabel(words.say("situation.rights.note"));
        note.setMaxLength(FreeText.LINE);
        note.addClassName("relais-wide");
    }

    /** Adds the fields of a standing, after those of the dialog. */
    final void standing() {
        add("since", since);
        add("from", from);
        add("dueOn", dueOn);
        add("amount", amount);
        add("note", note);
    }

    /** Asks for what belongs to a status. */
    final void ask(RightStatus status) {
        var granted = status == RightStatus.GRANTED;
        from.setVisible(granted);
        from.setRequiredIndicatorVisible(granted);
        amount.setVisible(granted);
        dueOn.setVisible(status != RightStatus.EXPIRED);
        dueOn.setRequiredIndicatorVisible(status == RightStatus.MORE_INFO || status == RightStatus.REFUSED);
        dueOn.setLabel(words.say(
                switch (status) {
                    case GRANTED -> "situation.rights.due.granted";
                    case REFUSED -> "situation.rights.due.refused";
                    case MORE_INFO -> "situation.rights.due.more-info";
                    case TO_REQUEST -> "situation.rights.due.to-request";
                    case FILED, EXPIRED -> "situation.rights.due.filed";
                }));
        note.setHelperText(status == RightStatus.EXPIRED ? words.say("situation.rights.note.expired") : "");
    }

    final RightStanding told(RightStatus status) {
        return new RightStanding(
                status, since.getValue(), dueOn.getValue(), from.getValue(), amount.getValue(), note.getValue());
    }

    final void take(RightStanding before) {
        amount.setValue(before.amount());
    }

    /** Begins to follow one. */
    static RightDialog add(SituationWords words, RightList list, List<Centre> centres, Consumer<AddRight> add) {
        return new Add(words, list, centres, add);
    }

    /** Moves one on. */
    static RightDialog move(SituationWords words, RightRow right, RightStatus next, Consumer<ChangeRight> change) {
        return new Move(words, right, next, change);
    }

    private static final class Add extends RightDialog {

        private final SocialRightId id = SocialRightId.create();
        private final ComboBox<RightList.Kind> kind = new ComboBox<>();
        private final TextField more = new TextField();
        private final Select<RightStatus> status = new Select<>();
        private final Select<Centre> centre = new Select<>();
        private final transient Consumer<AddRight> add;

        Add(SituationWords words, RightList list, List<Centre> centres, Consumer<AddRight> add) {
            super(words, words.say("situation.rights.dialog"), words.say("situation.rights.save"));
            this.add = add;
            kind.setLabel(words.say("situation.rights.column.right"));
            kind.setItems(list.kinds());
            kind.setItemLabelGenerator(one -> one.name().in(words.locale()));
            kind.setRequiredIndicatorVisible(true);
            more.setLabel(words.say("situation.rights.words"));
            more.setMaxLength(FreeText.LINE);
            status.setLabel(words.say("situation.rights.column.status"));
            status.setItems(Arrays.stream(RightStatus.values())
                    .filter(RightStatus.FIRST::contains)
                    .toList());
            status.setItemLabelGenerator(one -> words.say(one.key()));
            status.setValue(RightStatus.TO_REQUEST);
            status.addValueChangeListener(event -> ask(event.getValue()));
            centre.setLabel(words.say("situation.centre"));
            centre.setItems(centres);
            centre.setItemLabelGenerator(Centre::name);
            centre.setValue(centres.getFirst());
            centre.setVisible(centres.size() > 1);
            add("kind", kind);
            add("words", more);
            add("status", status);
            add("centre", centre);
            standing();
            ask(RightStatus.TO_REQUEST);
        }

        @Override
        protected void save() {
            add.accept(new AddRight(id, centre.getValue().id(), code(), more.getValue(), told(status.getValue())));
        }

        private @Nullable String code() {
            return kind.isEmpty() ? null : kind.getValue().code();
        }
    }

    private static final class Move extends RightDialog {

        private final transient RightRow right;
        private final transient RightStatus next;
        private final transient Consumer<ChangeRight> change;

        Move(SituationWords words, RightRow right, RightStatus next, Consumer<ChangeRight> change) {
            super(
                    words,
                    words.say("situation.rights.dialog.move", words.right(right), words.say(next.key())),
                    words.say("situation.rights.save.move"));
            this.right = right;
            this.next = next;
            this.change = change;
            standing();
            ask(next);
            take(right.standing());
        }

        @Override
        protected void save() {
            change.accept(new ChangeRight(right.id(), right.version(), told(next)));
        }
    }
}
