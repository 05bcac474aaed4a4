package org.relais.assessment.ui;

import java.util.Map;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;

import org.relais.record.page.ComposerContext;
import org.relais.uikit.BusyButton;
import org.relais.uikit.KeyHint;

/** The foot of a form: which rule is applied, and how the form is left. Ctrl and Enter sign from anywhere within it. */
class SigningBar extends Div {

    private final Div own = new Div();
    private final Button discard;
    private final Button close;

    SigningBar(Component form, ComposerContext context, Supplier<Map<String, String>> content, Runnable signing) {
        addClassName("relais-assessment-footer");
        discard = new Button(getTranslation("assessment.form.discard"), event -> {
            context.draft().discard();
            context.closed();
        });
        discard.addThemeName("tertiary");
        close = new Button(getTranslation("assessment.form.close"), event -> {
            context.draft().edited(content.get());
            context.closed();
        });
        close.addThemeName("tertiary");
        var following = context.following();
        var sign = new BusyButton(getTranslation("assessment.form.sign"), () -> {
            following.ifPresent(next -> next.wanted(false));
            signing.run();
        });
        sign.addThemeName("primary");
        sign.setSuffixComponent(new KeyHint(getTranslation("assessment.form.sign.keys")));
        sign.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(form).resetFocusOnActiveElement();
        own.addClassNames("relais-row", "relais-grow");
        add(own, discard, close);
        following.ifPresent(next -> add(signAndGoOn(form, next, signing)));
        add(sign);
    }

    private BusyButton signAndGoOn(Component form, ComposerContext.Following next, Runnable signing) {
        var button = new BusyButton(next.label(), () -> {
            next.wanted(true);
            signing.run();
        });
        button.setSuffixComponent(new KeyHint(getTranslation("assessment.form.next.keys")));
        button.addClickShortcut(Key.ENTER, KeyModifier.CONTROL, KeyModifier.SHIFT)
                .listenOn(form)
                .resetFocusOnActiveElement();
        return button;
    }

    /** For a form that keeps no draft: it is signed or left. */
    void withoutDraft() {
        discard.setVisible(false);
        close.setText(getTranslation("uikit.cancel"));
    }

    /** Puts a form's own parts before the ways out. */
    SigningBar with(Component... parts) {
        own.removeAll();
        own.add(parts);
        return this;
    }
}
