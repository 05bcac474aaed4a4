package org.relais.reintegration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.relais.reintegration.ChangeStep;
import org.relais.reintegration.StepRow;
import org.relais.uikit.BusyButton;

/** Somebody else changed the step meanwhile: shows what is stored beside what one wanted, and lets one choose. */
final class StaleStepDialog extends Dialog {

    /**
     * @param mine one's change, made for how the step stands now
     * @param again sends it again; null where the step can no longer go there
     */
    StaleStepDialog(StepRow stored, ChangeStep mine, StepWords words, @Nullable Runnable again) {
        addClassName("relais-step-dialog");
        setRole("alertdialog");
        setHeaderTitle(words.say("reintegration.stale.title", stored.title()));
        var theirs = version(
                words.say(
                        "reintegration.stale.theirs",
                        words.name(stored.changedBy()),
                        words.dateTime(stored.changedAt(), stored.centre())),
                words.state(stored.status(), stored.dueOn()),
                stored.reason(),
                words);
        var due = mine.dueOn() == null ? stored.dueOn() : mine.dueOn();
        var yours =
                version(words.say("reintegration.stale.yours"), words.state(mine.status(), due), mine.reason(), words);
        var both = new Div(theirs, yours);
        both.addClassName("relais-step-versions");
        add(new Paragraph(words.say("reintegration.stale.text")), both);
        getFooter().add(new Button(words.say("reintegration.stale.keep"), event -> close()));
        if (again != null) {
            var apply = new BusyButton(words.say("reintegration.stale.verb"), () -> {
                close();
                again.run();
            });
            apply.addThemeName("primary");
            getFooter().add(apply);
        }
    }

    private static Div version(String head, String state, @Nullable String reason, StepWords words) {
        var block = new Div(new H3(head), new Paragraph(state));
        if (reason != null && !reason.isBlank()) {
            block.add(new Paragraph(words.say("reintegration.step.reason.shown", reason)));
        }
        return block;
    }
}
