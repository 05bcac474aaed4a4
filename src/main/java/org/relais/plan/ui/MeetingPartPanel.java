package org.relais.plan.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.access.EntryLevel;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.plan.MeetingDecision;
import org.relais.plan.MeetingLine;
import org.relais.plan.MeetingPart;
import org.relais.plan.MeetingRoutes;
import org.relais.plan.MeetingRow;
import org.relais.plan.Meetings;
import org.relais.plan.SaveMeetingPart;
import org.relais.plan.StaleMeetingPart;
import org.relais.record.page.DraftHandle;
import org.relais.shared.Severity;
import org.relais.staff.StaffCard;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Toast;

/**
 * What a team meeting says of one person, saved as it is typed. When a colleague wrote in it meanwhile, both texts show
 * and one chooses.
 */
final class MeetingPartPanel extends Div {

    private final transient ReviewDesk desk;
    private final transient ReviewLook look;
    private final transient MeetingLine line;
    private final transient Runnable changed;
    private final TextArea said = new TextArea(getTranslation("plan.meeting.said"));
    private final Div decisions = new Div();
    private final List<MeetingDecisionFields> fields = new ArrayList<>();
    private final Span saved = new Span();
    private final transient FieldErrors errors = new FieldErrors();
    private transient MeetingPart part;
    private transient List<StaffCard> team = List.of();

    /**
     * @param changed called when it was begun or signed
     * @param takenOff called when the person is no longer on the agenda
     */
    MeetingPartPanel(
            ReviewDesk desk,
            MeetingRow meeting,
            MeetingLine line,
            String name,
            ReviewLook look,
            Runnable changed,
            Runnable takenOff) {
        this.desk = desk;
        this.look = look;
        this.line = line;
        this.changed = changed;
        addClassName("relais-meeting-person");
        var plan = desk.access().grant(line.person(), Section.PLAN);
        part = desk.meetings().part(plan, line.part());
        var record = new Anchor(
                PersonRoutes.record(line.person(), MeetingRoutes.REVIEWS), getTranslation("plan.meeting.record"));
        record.getElement().setAttribute("router-link", true);
        var head = new Div(new H2(name), record);
        head.addClassName("relais-row");
        add(head);
        if (part.level() != EntryLevel.FULL) {
            add(new NoticeBar(
                    Severity.NEUTRAL,
                    Glyph.LOCK,
                    getTranslation("plan.meeting.locked.title"),
                    getTranslation("plan.meeting.locked.text")));
        } else if (part.signed() || meeting.signed() || !plan.mayWrite(Section.PLAN)) {
            add(new MeetingMinutes(desk, part, look, plan.mayWrite(Section.PLAN), this::reread));
        } else {
            team = desk.team(desk.record(line.person()), part.centre());
            addForm(takenOff);
        }
    }

    private void addForm(Runnable takenOff) {
        said.setHelperText(getTranslation("plan.meeting.said.help"));
        said.setMaxLength(Meetings.SAID);
        said.addClassName("relais-wide");
        said.setValueChangeMode(ValueChangeMode.TIMEOUT);
        said.setValueChangeTimeout(DraftHandle.PAUSE);
        said.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                save();
            }
        });
        errors.register("said", said);
        decisions.addClassName("relais-meeting-decisions");
        var more = new Button(getTranslation("plan.meeting.decision.add"), Glyph.PLUS.create(), event -> {
            var one = addDecision(null);
            one.focus();
        });
        more.addThemeNames("small", "tertiary");
        var sign = new BusyButton(
                getTranslation("plan.meeting.sign-part"), Glyph.FILE_CHECK, () -> errors.run(this::sign));
        sign.addThemeName("primary");
        var remove = new BusyButton(
                getTranslation("plan.meeting.remove"),
                () -> errors.run(() -> {
                    desk.meetings().remove(desk.write(line.person()), line.part());
                    takenOff.run();
                }));
        remove.addThemeName("tertiary");
        saved.addClassNames("relais-meta", "relais-grow");
        saved.getElement().setAttribute("role", "status");
        var actions = new Div(saved, remove, sign);
        actions.addClassNames("relais-row", "relais-review-actions");
        add(said, new H3(getTranslation("plan.meeting.decisions")), decisions, more, actions);
        fill();
        said.focus();
    }

    private void fill() {
        said.setValue(part.said() == null ? "" : part.said());
        fields.clear();
        decisions.removeAll();
        part.decisions().forEach(this::addDecision);
    }

    private MeetingDecisionFields addDecision(@Nullable MeetingDecision decision) {
        var one = new MeetingDecisionFields(decision, team, this::save, this::removeDecision);
        fields.add(one);
        decisions.add(one);
        return one;
    }

    private void removeDecision(MeetingDecisionFields one) {
        fields.remove(one);
        decisions.remove(one);
        save();
    }

    private void save() {
        errors.run(this::store);
    }

    private boolean store() {
        try {
            var begun = !part.blank();
            var before = part.version();
            part = desk.meetings().save(desk.write(line.person()), command());
            if (part.version() != before) {
                saved.setText(getTranslation("plan.meeting.saved", look.time(part.savedAt(), part.centre())));
            }
            if (begun == part.blank()) {
                changed.run();
            }
            return true;
        } catch (StaleMeetingPart stale) {
            both(stale.stored());
            return false;
        }
    }

    private void sign() {
        if (!store()) {
            return;
        }
        markDecisions();
        try {
            desk.meetings().sign(desk.write(line.person()), desk.record(line.person()), line.part(), part.version());
            reread();
            changed.run();
            Toast.success(getTranslation("plan.meeting.part.signed.toast"));
        } catch (StaleMeetingPart stale) {
            both(stale.stored());
        }
    }

    // A refusal names the first decision it is about: its fields take the message
    private void markDecisions() {
        var open = fields.stream()
                .filter(one -> one.incomplete(team))
                .findFirst()
                .or(() -> fields.stream().findFirst());
        open.ifPresent(one -> one.register(errors));
    }

    private void reread() {
        part = desk.meetings().part(desk.access().grant(line.person(), Section.PLAN), line.part());
        getChildren().skip(1).toList().forEach(this::remove);
        add(new MeetingMinutes(desk, part, look, true, this::reread));
    }

    private void both(MeetingPart theirs) {
        if (theirs.signed()) {
            part = theirs;
            reread();
            changed.run();
            return;
        }
        var mine = said.getValue();
        var dialog = new Dialog();
        dialog.setRole("alertdialog");
        dialog.addClassName("relais-review-dialog");
        dialog.setCloseOnEsc(false);
        dialog.setCloseOnOutsideClick(false);
        dialog.setHeaderTitle(getTranslation("plan.meeting.stale.title"));
        var versions = new Div(
                version(
                        getTranslation(
                                "plan.meeting.stale.theirs",
                                desk.name(theirs.savedBy()),
                                look.time(theirs.savedAt(), theirs.centre())),
                        theirs.said(),
                        theirs.decisions().stream().map(MeetingDecision::title).toList()),
                version(
                        getTranslation("plan.meeting.stale.yours"),
                        mine,
                        command().decisions().stream()
                                .map(SaveMeetingPart.Decided::title)
                                .filter(Objects::nonNull)
                                .toList()));
        versions.addClassName("relais-review-versions");
        dialog.add(versions);
        var take = new Button(getTranslation("plan.meeting.stale.take"), event -> {
            dialog.close();
            part = theirs;
            fill();
        });
        var own = new Button(getTranslation("plan.meeting.stale.mine"), event -> {
            dialog.close();
            part = theirs;
            save();
        });
        var keep = new Button(getTranslation("plan.meeting.stale.both"), event -> {
            dialog.close();
            part = theirs;
            said.setValue(theirs.said() == null ? mine : theirs.said() + "\n\n" + mine);
            var known = fields.stream().map(MeetingDecisionFields::id).toList();
            theirs.decisions().stream()
                    .filter(decision -> !known.contains(decision.id()))
                    .forEach(this::addDecision);
            save();
        });
        keep.addThemeName("primary");
        dialog.getFooter().add(take, own, keep);
        dialog.open();
    }

    private static Component version(String head, @Nullable String text, List<String> decided) {
        var block = new Div(new H3(head));
        if (text != null && !text.isBlank()) {
            var words = new Paragraph(text);
            words.addClassName("relais-meeting-said");
            block.add(words);
        }
        decided.forEach(title -> block.add(new Paragraph("• " + title)));
        return block;
    }

    private SaveMeetingPart command() {
        return new SaveMeetingPart(
                line.part(),
                part.version(),
                said.getValue(),
                fields.stream().map(MeetingDecisionFields::decided).toList());
    }
}
