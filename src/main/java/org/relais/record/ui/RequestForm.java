package org.relais.record.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.record.AskColleague;
import org.relais.record.Requests;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.DraftHandle;
import org.relais.shared.FreeText;
import org.relais.shared.RequestId;
import org.relais.staff.StaffMember;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.KeyHint;

/** Asks a colleague: whom, what, until when. Offers nobody who could not open the record; saved as it is typed. */
final class RequestForm extends Div {

    private final RequestId id = RequestId.create();
    private final transient Requests requests;
    private final transient ComposerContext context;
    private final transient List<StaffMember> colleagues;
    private final ComboBox<StaffMember> colleague = new ComboBox<>();
    private final TextField title = new TextField();
    private final TextArea text = new TextArea();
    private final DateField dueOn;
    private final transient FieldErrors errors = new FieldErrors();

    RequestForm(Requests requests, ComposerContext context, List<StaffMember> colleagues, LocalDate dueOn) {
        this.requests = requests;
        this.context = context;
        this.colleagues = colleagues;
        this.dueOn = new DateField(getTranslation("record.request.due"));
        addClassName("relais-request-form");
        colleague.setLabel(getTranslation("record.request.colleague"));
        colleague.setItems(colleagues);
        colleague.setItemLabelGenerator(
                member -> member.name() + ", " + getTranslation(member.role().key()));
        colleague.setHelperText(getTranslation(
                colleagues.isEmpty() ? "record.request.colleague.nobody" : "record.request.colleague.help"));
        title.setLabel(getTranslation("record.request.title"));
        title.setMaxLength(FreeText.LINE);
        text.setLabel(getTranslation("record.request.text"));
        this.dueOn.setValue(dueOn);
        add(colleague, title, this.dueOn, text, createBar(), context.draft().statusLine());
        errors.register("colleague", colleague)
                .register("title", title)
                .register("text", text)
                .register("dueOn", this.dueOn);
        restore(context.draft().restored());
        context.draft().onReplaced(this::restore);
        saveWhileTyping();
        colleague.focus();
    }

    private Div createBar() {
        var ask = new BusyButton(getTranslation("record.request.ask"), this::ask);
        ask.addThemeName("primary");
        ask.setSuffixComponent(new KeyHint(getTranslation("record.sign.keys")));
        ask.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        var close = new Button(getTranslation("record.note.close"), event -> {
            context.draft().edited(content());
            context.closed();
        });
        close.addThemeName("tertiary");
        var bar = new Div(close, ask);
        bar.addClassName("relais-note-buttons");
        return bar;
    }

    private void ask() {
        errors.run(() -> {
            var entry = requests.ask(
                    context.write(),
                    new AskColleague(
                            id,
                            context.centre(),
                            colleague.isEmpty() ? null : colleague.getValue().id(),
                            title.getValue(),
                            text.getValue(),
                            dueOn.getValue()));
            context.draft().discard();
            context.signed(entry);
        });
    }

    private void saveWhileTyping() {
        title.setValueChangeMode(ValueChangeMode.TIMEOUT);
        title.setValueChangeTimeout(DraftHandle.PAUSE);
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(DraftHandle.PAUSE);
        title.addValueChangeListener(event -> save(event.isFromClient()));
        text.addValueChangeListener(event -> save(event.isFromClient()));
        colleague.addValueChangeListener(event -> save(event.isFromClient()));
        dueOn.addValueChangeListener(event -> save(event.isFromClient()));
    }

    private void save(boolean byAuthor) {
        if (byAuthor) {
            context.draft().edited(content());
        }
    }

    private Map<String, String> content() {
        var content = new HashMap<String, String>();
        content.put(
                "colleague",
                colleague.isEmpty() ? "" : colleague.getValue().id().toString());
        content.put("title", title.getValue());
        content.put("text", text.getValue());
        content.put("dueOn", dueOn.isEmpty() ? "" : dueOn.getValue().toString());
        return content;
    }

    private void restore(Map<String, String> content) {
        if (content.isEmpty()) {
            return;
        }
        colleagues.stream()
                .filter(member -> member.id().toString().equals(content.get("colleague")))
                .findFirst()
                .ifPresent(colleague::setValue);
        title.setValue(content.getOrDefault("title", ""));
        text.setValue(content.getOrDefault("text", ""));
        dueOn.setValue(date(content.getOrDefault("dueOn", "")));
    }

    private static @Nullable LocalDate date(String stored) {
        try {
            return stored.isEmpty() ? null : LocalDate.parse(stored);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
