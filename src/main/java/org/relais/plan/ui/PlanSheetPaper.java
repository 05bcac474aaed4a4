package org.relais.plan.ui;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.plan.AimRow;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalStepRow;
import org.relais.plan.GoalStepState;
import org.relais.plan.PlanSheet;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;

/** The sheet itself, in plain words and large type: their words, what was agreed, who does what by when, whom to call. */
final class PlanSheetPaper extends Article {

    private final transient PlanDesk desk;
    private final transient PlanWords words;

    PlanSheetPaper(
            PlanDesk desk,
            PlanSheet sheet,
            String person,
            Set<CentreId> centres,
            @Nullable StaffId keyWorker,
            Locale locale) {
        this.desk = desk;
        this.words = new PlanWords(desk, locale);
        addClassName("relais-plan-sheet");
        getElement().setAttribute("lang", locale.getLanguage());
        var printed = centres.stream()
                .findFirst()
                .map(centre -> words.say("plan.sheet.on", words.date(desk.today(centre))))
                .orElse("");
        add(new H1(words.say("plan.sheet.of", person)), new Paragraph(printed));
        if (sheet.aim() != null) {
            add(said(sheet.aim()));
        }
        add(agreed(sheet));
        addList("plan.sheet.drafts", sheet.drafts());
        addList("plan.sheet.attained", sheet.attained());
        add(next(sheet));
        add(call(centres, keyWorker, sheet.emergency()));
    }

    private Section said(AimRow aim) {
        var quote = new Paragraph(words.quoted(aim.words()));
        quote.addClassName("relais-plan-sheet-words");
        return new Section(
                new H2(words.say("plan.sheet.said")),
                quote,
                new Paragraph(words.say("plan.sheet.chosen."
                        + aim.aim().name().toLowerCase(Locale.ROOT).replace('_', '-'))),
                new Paragraph(words.reduction(aim.target())));
    }

    private Section agreed(PlanSheet sheet) {
        var section = new Section(new H2(words.say("plan.sheet.agreed")));
        if (sheet.goals().isEmpty()) {
            section.add(new Paragraph(words.say("plan.sheet.agreed.none")));
        }
        for (var goal : sheet.goals()) {
            section.add(goal(goal));
        }
        return section;
    }

    private Section goal(PlanSheet.Goal goal) {
        var section = new Section(new H3(words.quoted(goal.goal().statement())));
        if (goal.goal().criterion() != null) {
            section.add(
                    new Paragraph(words.say("plan.sheet.criterion", goal.goal().criterion())));
        }
        if (goal.goal().targetOn() != null) {
            section.add(new Paragraph(
                    words.say("plan.sheet.target", words.date(goal.goal().targetOn()))));
        }
        addSteps(
                section,
                "plan.sheet.to-do",
                goal.steps().stream()
                        .filter(step -> step.state() != GoalStepState.DONE)
                        .toList());
        addSteps(
                section,
                "plan.sheet.done",
                goal.steps().stream()
                        .filter(step -> step.state() == GoalStepState.DONE)
                        .toList());
        return section;
    }

    private void addSteps(Section section, String key, List<GoalStepRow> steps) {
        if (steps.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        for (var step : steps) {
            var due = step.dueOn();
            var who = step.owner() == null ? words.say("plan.sheet.you") : words.name(step.owner());
            list.add(new ListItem(
                    step.state() == GoalStepState.DONE || due == null
                            ? words.say("plan.sheet.step.done", String.valueOf(step.title()))
                            : words.say("plan.sheet.step", String.valueOf(step.title()), who, words.date(due))));
        }
        section.add(new Paragraph(words.say(key)), list);
    }

    private void addList(String key, List<GoalRow> goals) {
        if (goals.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        goals.forEach(goal -> list.add(new ListItem(words.quote(goal.statement()))));
        add(new Section(new H2(words.say(key)), list));
    }

    private Section next(PlanSheet sheet) {
        var section = new Section(new H2(words.say("plan.sheet.next")));
        if (sheet.reviews().isEmpty()) {
            section.add(new Paragraph(words.say("plan.sheet.next.none")));
        }
        sheet.reviews()
                .forEach(review -> section.add(new Paragraph(words.say(
                        "plan.sheet.next.on",
                        words.date(review.dueOn()),
                        desk.centres().centre(review.centre()).name()))));
        section.add(new Paragraph(words.say("plan.sheet.change")));
        return section;
    }

    private Section call(Set<CentreId> centres, @Nullable StaffId keyWorker, List<String> emergency) {
        var section = new Section(new H2(words.say("plan.sheet.call")));
        if (keyWorker != null) {
            section.add(new Paragraph(words.say("plan.sheet.key-worker", words.name(keyWorker))));
        }
        var list = new UnorderedList();
        desk.centres(centres)
                .forEach(centre -> list.add(new ListItem(
                        centre.telephone() == null
                                ? centre.name()
                                : words.say("plan.sheet.telephone", centre.name(), centre.telephone()))));
        section.add(list);
        emergency.forEach(number -> section.add(new Paragraph(words.say("plan.sheet.emergency", number))));
        return section;
    }
}
