package org.relais.therapy.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.record.Draft;
import org.relais.record.page.DraftHandle;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.therapy.Approach;
import org.relais.therapy.Attendance;
import org.relais.therapy.Mode;
import org.relais.therapy.SignSession;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;

/** The fields of a session, and how they stand in its draft. Knows no service. */
final class SessionFields extends Div {

    private final Select<Attendance> attendance = new Select<>();
    private final Select<Mode> mode = new Select<>();
    private final Select<Approach> approach = new Select<>();
    private final DateField day = new DateField(getTranslation("therapy.field.day"));
    private final TimePicker time = new TimePicker(getTranslation("therapy.field.time"));
    private final IntegerField minutes = new IntegerField(getTranslation("therapy.field.minutes"));
    private final DateField nextOn = new DateField(getTranslation("therapy.field.next"));
    private final TextField title = new TextField(getTranslation("therapy.field.title"));
    private final TextArea note = new TextArea(getTranslation("therapy.field.note"));
    private final TextArea process = new TextArea(getTranslation("therapy.field.process"));
    private final Details confidential;

    SessionFields(LocalDateTime now) {
        addClassName("relais-session-fields");
        choices(attendance, "therapy.field.attendance", value -> getTranslation(value.key()), Attendance.values());
        choices(mode, "therapy.field.mode", value -> getTranslation(value.key()), Mode.values());
        choices(approach, "therapy.field.approach", value -> getTranslation(value.key()), Approach.values());
        attendance.setValue(Attendance.ATTENDED);
        mode.setValue(Mode.IN_PERSON);
        day.setValue(now.toLocalDate());
        time.setLocale(Locale.FRANCE);
        minutes.setHelperText(getTranslation("therapy.field.minutes.help"));
        title.setHelperText(getTranslation("therapy.field.title.help"));
        note.setHelperText(getTranslation("therapy.field.note.help"));
        note.setMinRows(4);
        process.setMinRows(4);
        process.setWidthFull();
        confidential = new Details(
                getTranslation("therapy.process.title"),
                new Paragraph(getTranslation("therapy.field.process.help")),
                process);
        var facts = new Div(attendance, day, time, minutes, mode, approach, nextOn);
        facts.addClassName("relais-session-facts");
        add(facts, title, note, confidential);
        attendance.addValueChangeListener(event -> followAttendance(event.getValue()));
        followAttendance(attendance.getValue());
    }

    /** Names each field by the property of the command it fills. */
    FieldErrors errors() {
        return new FieldErrors()
                .register("attendance", attendance)
                .register("mode", mode)
                .register("approach", approach)
                .register("start", time)
                .register("day", day)
                .register("minutes", minutes)
                .register("nextOn", nextOn)
                .register("title", title)
                .register("note", note)
                .register("process", process);
    }

    /** Tells when something was typed: after a pause in a text, at once in a choice. */
    void onEdit(Runnable edited) {
        for (HasValueChangeMode text : new HasValueChangeMode[] {title, note, process, minutes}) {
            text.setValueChangeMode(ValueChangeMode.TIMEOUT);
            text.setValueChangeTimeout(DraftHandle.PAUSE);
        }
        follow(attendance, edited);
        follow(mode, edited);
        follow(approach, edited);
        follow(day, edited);
        follow(time, edited);
        follow(minutes, edited);
        follow(nextOn, edited);
        follow(title, edited);
        follow(note, edited);
        follow(process, edited);
        // A blur sends what still waits for its pause.
        title.addBlurListener(event -> edited.run());
        note.addBlurListener(event -> edited.run());
        process.addBlurListener(event -> edited.run());
    }

    // Filling the fields from a draft is no edit.
    private static void follow(HasValue<?, ?> field, Runnable edited) {
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                edited.run();
            }
        });
    }

    /** The fields as texts; both notes are in it, so the draft is its author's alone, as every draft is. */
    Map<String, String> content() {
        var content = new LinkedHashMap<String, String>();
        put(content, "attendance", attendance.getValue());
        put(content, "mode", mode.getValue());
        put(content, "approach", approach.getValue());
        put(content, "day", day.getValue());
        put(content, "time", time.getValue());
        put(content, "minutes", minutes.getValue());
        put(content, "nextOn", nextOn.getValue());
        put(content, "title", title.getValue());
        put(content, "note", note.getValue());
        put(content, "process", process.getValue());
        return content;
    }

    void restore(Map<String, String> content) {
        if (content.isEmpty()) {
            return;
        }
        attendance.setValue(read(content, "attendance", Attendance::valueOf));
        mode.setValue(read(content, "mode", Mode::valueOf));
        approach.setValue(read(content, "approach", Approach::valueOf));
        day.setValue(read(content, "day", LocalDate::parse));
        time.setValue(read(content, "time", LocalTime::parse));
        minutes.setValue(read(content, "minutes", Integer::valueOf));
        nextOn.setValue(read(content, "nextOn", LocalDate::parse));
        title.setValue(content.getOrDefault("title", ""));
        note.setValue(content.getOrDefault("note", ""));
        process.setValue(content.getOrDefault("process", ""));
        confidential.setOpened(!processNote().isBlank());
    }

    String processNote() {
        return process.getValue();
    }

    /**
     * The command the fields make.
     *
     * @throws InvalidInput at a field without which there is none
     */
    SignSession command(CentreId centre, ZoneId zone, Draft draft) {
        refuseUnreadable("day", day);
        refuseUnreadable("start", time);
        refuseUnreadable("minutes", minutes);
        refuseUnreadable("nextOn", nextOn);
        return new SignSession(
                required("attendance", attendance.getValue()),
                required("mode", mode.getValue()),
                approach.getValue(),
                start(zone),
                minutes.getValue(),
                nextOn.getValue(),
                title.getValue(),
                note.getValue(),
                centre,
                draft.id(),
                draft.version());
    }

    Instant start(ZoneId zone) {
        return required("day", day.getValue())
                .atTime(required("start", time.getValue()))
                .atZone(zone)
                .toInstant();
    }

    // By phone is a telephone session: one choice is enough.
    private void followAttendance(@Nullable Attendance chosen) {
        var held = chosen != null && chosen.held();
        if (chosen == Attendance.BY_PHONE) {
            mode.setValue(Mode.TELEPHONE);
        }
        minutes.setRequiredIndicatorVisible(held);
        note.setRequiredIndicatorVisible(held);
    }

    @SafeVarargs
    private <T> void choices(Select<T> field, String key, ItemLabelGenerator<T> words, T... values) {
        field.setLabel(getTranslation(key));
        field.setItems(Arrays.asList(values));
        field.setItemLabelGenerator(words);
    }

    private static <T> T required(String property, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(property, "shared.error.required");
        }
        return value;
    }

    // What was typed but is no date, time or number has no value: it is refused, not left out.
    private static void refuseUnreadable(String property, AbstractField<?, ?> field) {
        var typed = field.getElement().getProperty("_inputElementValue", "");
        if (field.isEmpty() && !typed.isBlank()) {
            throw new InvalidInput(property, "therapy.error.unreadable");
        }
    }

    private static void put(Map<String, String> content, String key, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            content.put(key, value.toString());
        }
    }

    // A draft of an older form may hold what is no longer known.
    private static <T> @Nullable T read(Map<String, String> content, String key, Function<String, T> reading) {
        var text = content.get(key);
        if (text == null) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException unknown) {
            return null;
        }
    }
}
