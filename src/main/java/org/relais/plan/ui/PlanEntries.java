package org.relais.plan.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.relais.plan.ActionDetail;
import org.relais.plan.AimDetail;
import org.relais.plan.GoalDetail;
import org.relais.plan.GoalDomain;
import org.relais.plan.GoalState;
import org.relais.plan.GoalStepState;
import org.relais.plan.UseAim;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.shared.StaffId;
import org.relais.uikit.Glyph;

/** How goals, actions and what the person says look in the timeline: as they stood when the entry was written. */
@org.springframework.stereotype.Component
class PlanEntries implements EntryDecoration {

    private final PlanDesk desk;

    PlanEntries(PlanDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(GoalDetail.TYPE, ActionDetail.TYPE, AimDetail.TYPE);
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        var words = new PlanWords(desk, locale);
        var aim = row.detail().get(AimDetail.AIM);
        if (aim != null) {
            return words.say(UseAim.valueOf(aim).key());
        }
        return GoalDetail.TYPE.equals(row.type()) && row.title() != null ? words.quote(row.title()) : row.title();
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        var domain = row.detail().get(GoalDetail.DOMAIN);
        return Optional.of(domain == null ? Glyph.TARGET : PlanWords.glyph(GoalDomain.valueOf(domain)));
    }

    @Override
    public List<Component> badges(EntryRow row) {
        var state = row.detail().get(GoalDetail.STATE);
        if (state == null) {
            return List.of();
        }
        return List.of(
                ActionDetail.TYPE.equals(row.type())
                        ? words().state(GoalStepState.valueOf(state))
                        : words().state(GoalState.valueOf(state)));
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        if (AimDetail.TYPE.equals(row.type())) {
            return row.text() == null ? Optional.empty() : Optional.of(new Paragraph(words().quoted(row.text())));
        }
        return ActionDetail.TYPE.equals(row.type()) ? action(row) : goal(row);
    }

    private Optional<Component> goal(EntryRow row) {
        var number = row.detail().get(GoalDetail.NUMBER);
        if (number == null) {
            return Optional.empty();
        }
        var words = words();
        var target = row.detail().get(GoalDetail.TARGET);
        var line = words.say("plan.goal.number", number)
                + (target == null ? "" : " · " + words.say("plan.goal.target.on", words.date(LocalDate.parse(target))));
        var body = new Div(new Paragraph(line));
        if (row.text() != null) {
            body.add(new Paragraph(row.text()));
        }
        return Optional.of(body);
    }

    private Optional<Component> action(EntryRow row) {
        var due = row.detail().get(ActionDetail.DUE);
        if (due == null) {
            return Optional.empty();
        }
        var words = words();
        var owner = row.detail().get(ActionDetail.OWNER);
        var body = new Div(new Paragraph(words.say(
                "plan.action.standing",
                words.owner(owner == null ? null : StaffId.parse(owner)),
                words.date(LocalDate.parse(due)))));
        if (row.text() != null) {
            body.add(new Paragraph(words.say("plan.action.reason.shown", row.text())));
        }
        return Optional.of(body);
    }

    private PlanWords words() {
        return new PlanWords(desk, UI.getCurrentOrThrow().getLocale());
    }
}
