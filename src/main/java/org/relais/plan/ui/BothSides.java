package org.relais.plan.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.relais.uikit.BusyButton;

/** Somebody else changed it meanwhile: shows what is stored beside what one wanted, and lets one choose. */
final class BothSides extends Dialog {

    /**
     * @param what was changed
     * @param theirs who stored what stands now, and when
     * @param stored how it stands now, in lines
     * @param mine what one wanted, in lines
     * @param again opens one's own once more, on top of what is stored; null where it can no longer be done
     */
    BothSides(
            PlanWords words,
            String what,
            String theirs,
            List<String> stored,
            List<String> mine,
            @Nullable Runnable again) {
        addClassName("relais-plan-dialog");
        setRole("alertdialog");
        setHeaderTitle(words.say("plan.stale.title", what));
        var both = new Div(side(theirs, stored), side(words.say("plan.stale.yours"), mine));
        both.addClassName("relais-plan-versions");
        add(new Paragraph(words.say("plan.stale.text")), both);
        getFooter().add(new Button(words.say("plan.stale.keep"), event -> close()));
        if (again != null) {
            var apply = new BusyButton(words.say("plan.stale.verb"), () -> {
                close();
                again.run();
            });
            apply.addThemeName("primary");
            getFooter().add(apply);
        }
    }

    private static Div side(String head, List<String> lines) {
        var side = new Div(new H3(head));
        lines.stream().filter(line -> !line.isBlank()).map(Paragraph::new).forEach(side::add);
        return side;
    }
}
