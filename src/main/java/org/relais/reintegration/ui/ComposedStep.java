package org.relais.reintegration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;

import org.relais.record.page.ComposerContext;
import org.relais.uikit.BusyButton;

/** The form of a new step in the record's composer, saved as it is typed. */
final class ComposedStep extends Div {

    private final transient StepDesk desk;
    private final transient ComposerContext context;
    private final StepForm form;

    ComposedStep(StepDesk desk, ComposerContext context) {
        this.desk = desk;
        this.context = context;
        this.form = new StepForm(desk, context.write(), desk.openGoals(context.record()), context.centre());
        addClassName("relais-composed-step");
        var draft = context.draft();
        form.restore(draft.restored());
        draft.onReplaced(form::restore);
        form.onEdited(() -> draft.edited(form.content()));
        add(form, createBar(), draft.statusLine());
    }

    private Div createBar() {
        var close = new Button(getTranslation("reintegration.step.close"), event -> {
            context.draft().edited(form.content());
            context.closed();
        });
        close.addThemeName("tertiary");
        var add = new BusyButton(getTranslation("reintegration.step.add.long"), this::addStep);
        add.addThemeName("primary");
        var bar = new Div(close, add);
        bar.addClassName("relais-composed-step-bar");
        return bar;
    }

    private void addStep() {
        form.errors().run(() -> {
            var added = desk.steps().add(context.write(), form.command());
            context.draft().discard();
            context.signed(added.entry());
        });
    }
}
