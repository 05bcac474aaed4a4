package org.relais.plan.ui;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.plan.AimProgress;
import org.relais.plan.AimRow;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;

/** What the person says of their use and chose to aim at, in front of everything else. */
final class AimPanel extends Panel {

    private final transient PlanDesk desk;
    private final transient PlanWords words;
    private final transient Grant grant;
    private final transient Runnable changed;

    AimPanel(PlanDesk desk, PlanWords words, Grant grant, Runnable changed) {
        super(words.say("plan.aim.title"));
        this.desk = desk;
        this.words = words;
        this.grant = grant;
        this.changed = changed;
        addClassName("relais-plan-aim");
        var latest = desk.aims().latest(grant);
        latest.ifPresentOrElse(this::show, () -> addContent(note(words.say("plan.aim.none"))));
        if (grant.mayWrite(Section.PLAN)) {
            var write = new BusyButton(
                    words.say(latest.isPresent() ? "plan.aim.rewrite" : "plan.aim.write"),
                    Glyph.PEN_LINE,
                    () -> open(latest));
            write.addThemeName("small");
            addToHeader(write);
        }
        if (latest.isPresent() && latest.get().version() > 1) {
            var history = new Button(words.say("plan.history"), Glyph.HISTORY.create(), event -> showHistory());
            history.addThemeNames("tertiary", "small");
            addToHeader(history);
        }
    }

    private void show(AimRow aim) {
        var said = new Paragraph(words.quoted(aim.words()));
        said.addClassName("relais-plan-words");
        var lines = new Div();
        lines.addClassName("relais-plan-aim-lines");
        var chosen = new Span(
                PlanWords.glyph(aim.aim()).create(), new Span(words.lines(aim).getFirst()));
        chosen.addClassNames("relais-plan-line", "relais-strong");
        lines.add(chosen);
        desk.aims().progress(grant, aim).ifPresent(progress -> lines.add(progress(aim, progress)));
        words.lines(aim).stream().skip(1).map(AimPanel::note).forEach(lines::add);
        var by = note(words.say(
                "plan.history.by", words.dateTime(aim.writtenAt(), aim.centre()), words.name(aim.writtenBy())));
        addContent(said, lines, by);
    }

    private Component progress(AimRow aim, AimProgress progress) {
        return words.progress(aim, progress);
    }

    private void open(Optional<AimRow> latest) {
        new AimDialog(desk, words, desk.write(grant.person()), latest.orElse(null), changed).open();
    }

    private void showHistory() {
        var list = new UnorderedList();
        list.addClassName("relais-plan-history");
        for (var aim : desk.aims().history(desk.access().fresh(grant))) {
            var item = new ListItem(words.quoted(aim.words()));
            words.lines(aim).stream().map(Paragraph::new).forEach(item::add);
            item.add(note(words.say(
                    "plan.history.by", words.dateTime(aim.writtenAt(), aim.centre()), words.name(aim.writtenBy()))));
            list.add(item);
        }
        var dialog = new Dialog(list);
        dialog.addClassName("relais-plan-dialog");
        dialog.setHeaderTitle(words.say("plan.aim.history"));
        dialog.getFooter().add(new Button(words.say("uikit.close"), event -> dialog.close()));
        dialog.open();
    }

    private static Span note(String text) {
        var note = new Span(text);
        note.addClassNames("relais-meta");
        return note;
    }
}
