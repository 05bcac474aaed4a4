package org.relais.therapy.ui;

import java.time.LocalDateTime;
import java.time.ZoneId;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.relais.record.StaleDraft;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.Readership;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;
import org.relais.uikit.KeyHint;
import org.relais.uikit.Toast;

/** The form of a session. With a process note it asks, before signing, whether it is clear who will read it. */
final class SessionForm extends Div {

    private final transient TherapyDesk desk;
    private final transient ComposerContext context;
    private final transient ZoneId zone;
    private final transient Readership readership;
    private final SessionFields fields;
    private final transient FieldErrors errors;

    SessionForm(TherapyDesk desk, ComposerContext context) {
        this.desk = desk;
        this.context = context;
        this.zone = desk.zone(context.centre());
        this.readership = desk.readership(context);
        this.fields = new SessionFields(LocalDateTime.ofInstant(desk.clock().instant(), zone));
        this.errors = fields.errors();
        addClassName("relais-session-form");
        fields.restore(context.draft().restored());
        context.draft().onReplaced(fields::restore);
        fields.onEdit(() -> context.draft().edited(fields.content()));
        var readers = new Span(getTranslation("record.readers.team", readership.team(getLocale())));
        readers.addClassNames("relais-meta", "relais-visibility-readers");
        add(fields, readers, createActions());
    }

    private Div createActions() {
        var sign = new BusyButton(getTranslation("therapy.sign"), this::askAndSign);
        sign.addThemeName("primary");
        sign.setSuffixComponent(new KeyHint(getTranslation("therapy.sign.keys")));
        sign.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        var close = new Button(getTranslation("uikit.close"), event -> {
            context.draft().edited(fields.content());
            context.closed();
        });
        close.addThemeName("tertiary");
        var discard = new Button(getTranslation("therapy.discard"), event -> {
            context.draft().discard();
            context.closed();
        });
        discard.addThemeName("tertiary");
        var status = new Div(context.draft().statusLine());
        status.addClassName("relais-grow");
        var actions = new Div(status, discard, close, sign);
        actions.addClassNames("relais-row", "relais-session-actions");
        return actions;
    }

    private void askAndSign() {
        if (fields.processNote().isBlank()) {
            errors.run(() -> sign(false));
            return;
        }
        errors.run(() -> {
            var formats = new Formats(getLocale(), zone);
            var session = getTranslation("therapy.process.session", formats.date(fields.start(zone)));
            new ReadersDialog(session, readership.team(getLocale()), () -> errors.run(() -> sign(true))).open();
        });
    }

    private void sign(boolean both) {
        try {
            var draft = context.draft().flush(fields.content());
            var command = fields.command(context.centre(), zone, draft);
            var entry = both
                    ? desk.sessions()
                            .signWithProcessNote(
                                    context.write(), desk.signing(context.person()), command, fields.processNote())
                    : desk.sessions().sign(context.write(), command);
            Toast.success(getTranslation(both ? "therapy.signed.both" : "therapy.signed"));
            context.signed(entry);
        } catch (StaleDraft stale) {
            context.draft().conflict(stale, fields.content());
        }
    }
}
