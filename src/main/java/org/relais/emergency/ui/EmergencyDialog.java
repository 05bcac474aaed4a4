package org.relais.emergency.ui;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.relais.access.AccessDenied;
import org.relais.access.BeginEmergency;
import org.relais.access.EmergencyReason;
import org.relais.access.EmergencyRule;
import org.relais.person.PersonRoutes;
import org.relais.shared.EmergencyId;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.SegmentedSwitch;
import org.relais.uikit.Toast;

/** Why the record must be opened now, and for how long; it says beforehand who learns of it. Then the record opens. */
class EmergencyDialog extends Dialog {

    private static final int PAUSE_MILLISECONDS = 250;

    private final transient EmergencyDesk desk;
    private final PersonId person;
    // The same click sent twice opens it once
    private final EmergencyId id = EmergencyId.create();
    private final Select<EmergencyReason> reason = new Select<>();
    private final TextArea explanation = new TextArea();
    private final SegmentedSwitch<Integer> minutes;
    private final BusyButton begin;
    private final Div refusal = new Div();
    private final FieldErrors errors = new FieldErrors();

    EmergencyDialog(EmergencyDesk desk, PersonId person) {
        this.desk = desk;
        this.person = person;
        var rule = desk.rule();
        setHeaderTitle(getTranslation("emergency.title"));
        setCloseOnOutsideClick(false);
        begin = new BusyButton("", Glyph.KEY_ROUND, this::begin);
        begin.addThemeName("primary");
        minutes = new SegmentedSwitch<>(
                getTranslation("emergency.minutes"),
                each -> getTranslation("emergency.minutes.choice", each),
                rule.minutes().toArray(Integer[]::new));
        createFields(rule);
        refusal.getElement().setAttribute("aria-live", "assertive");
        refusal.addClassName("relais-emergency-refusal");
        var form = new Div(createWords(rule), reason, explanation, createMinutes(), refusal);
        form.addClassName("relais-emergency-form");
        add(form);
        FirstField.focusWhenOpened(this);
        getFooter().add(new Button(getTranslation("uikit.cancel"), _ -> close()), begin);
    }

    private void createFields(EmergencyRule rule) {
        reason.setLabel(getTranslation("emergency.reason"));
        reason.setPlaceholder(getTranslation("emergency.reason.choose"));
        reason.setItems(rule.reasons());
        reason.setItemLabelGenerator(each -> getTranslation(each.key()));
        explanation.setLabel(getTranslation("emergency.explanation"));
        explanation.setRequiredIndicatorVisible(true);
        explanation.setMinRows(3);
        explanation.setMaxLength(1_000);
        explanation.setValueChangeMode(ValueChangeMode.LAZY);
        explanation.setValueChangeTimeout(PAUSE_MILLISECONDS);
        explanation.addValueChangeListener(_ -> count(rule));
        minutes.addValueChangeListener(_ -> nameTheButton());
        errors.register("reason", reason).register("explanation", explanation).register("minutes", minutes);
        count(rule);
        nameTheButton();
    }

    private Div createWords(EmergencyRule rule) {
        var what = new UnorderedList(
                new ListItem(getTranslation("emergency.told")),
                new ListItem(getTranslation("emergency.reviewed", rule.reviewWorkingDays())),
                new ListItem(getTranslation("emergency.in-report")),
                new ListItem(getTranslation("emergency.stays-closed")));
        var words = new Div(new Paragraph(getTranslation("emergency.intro")), what);
        words.addClassName("relais-emergency-words");
        return words;
    }

    private Div createMinutes() {
        var label = new Div(getTranslation("emergency.minutes"));
        label.addClassNames("relais-secondary");
        // The radio group has the same words as its name
        label.getElement().setAttribute("aria-hidden", "true");
        var row = new Div(label, minutes);
        row.addClassName("relais-row");
        return row;
    }

    private void count(EmergencyRule rule) {
        var said = explanation.getValue().strip().replaceAll("\\s+", " ");
        explanation.setHelperText(getTranslation(
                "emergency.explanation.count", said.codePointCount(0, said.length()), rule.leastExplanation()));
    }

    private void nameTheButton() {
        begin.setText(getTranslation("emergency.begin", minutes.getValue()));
    }

    private void begin() {
        refusal.removeAll();
        var opened = new AtomicBoolean();
        errors.run(() -> opened.set(send()));
        if (opened.get()) {
            close();
            Toast.success(getTranslation(
                    "emergency.begun",
                    desk.formats(getLocale()).time(desk.now().plus(Duration.ofMinutes(minutes.getValue())))));
            openRecord(UI.getCurrentOrThrow());
        }
    }

    // A refusal of the whole stays in the dialog, beside what was typed
    private boolean send() {
        try {
            desk.begin(new BeginEmergency(id, person, reason.getValue(), explanation.getValue(), minutes.getValue()));
            return true;
        } catch (AccessDenied denied) {
            refusal.add(new NoticeBar(
                    Severity.WARNING,
                    getTranslation("emergency.refused"),
                    getTranslation(denied.key(), denied.arguments())));
            return false;
        }
    }

    private void openRecord(UI ui) {
        var record = PersonRoutes.record(person);
        var here = ui.getInternals().getActiveViewLocation().getPath();
        if (here.equals(record) || here.startsWith(record + "/")) {
            ui.refreshCurrentRoute(false);
        } else {
            ui.navigate(record);
        }
    }
}
