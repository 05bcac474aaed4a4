package org.relais.demand.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.access.Section;
import org.relais.demand.DemandItem;
import org.relais.demand.IntakeAnswer;
import org.relais.demand.IntakeSheet;
import org.relais.demand.SaveIntake;
import org.relais.person.PersonRoutes;
import org.relais.shared.PersonId;
import org.relais.shared.RelaisException;
import org.relais.shared.Severity;
import org.relais.situation.SituationRoutes;
import org.relais.staff.StaffCard;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;

/** The sheet of the treatment that goes on: one field an item, what is missing first told, one button. */
final class IntakePage extends Div {

    private static final String SUBSTANCES = "substances";
    private static final Set<DemandItem> SOCIAL = Set.of(DemandItem.EDUCATION, DemandItem.LABOUR, DemandItem.COVER);

    private final transient DemandDesk desk;
    private final transient PersonId person;

    IntakePage(DemandDesk desk, PersonId person) {
        this.desk = desk;
        this.person = person;
        addClassName("relais-demand");
        load();
    }

    private void load() {
        desk.intake().of(desk.record(person)).ifPresentOrElse(this::show, () -> {
            removeAll();
            add(new EmptyState(
                    Glyph.LIST_CHECKS,
                    getTranslation("demand.empty.title"),
                    getTranslation("demand.empty.text"),
                    null));
        });
    }

    private void show(IntakeSheet sheet) {
        removeAll();
        var formats = new Formats(
                getLocale(), desk.centres().centre(sheet.centre()).serviceDay().zone());
        var panel = new Panel(getTranslation("demand.intake.title", formats.date(sheet.start())));
        panel.addToHeader(
                sheet.missing() == 0
                        ? new SeverityBadge(Severity.OK, getTranslation("demand.intake.complete"))
                        : new SeverityBadge(
                                Severity.WARNING,
                                Glyph.HOURGLASS,
                                getTranslation("demand.intake.missing", sheet.missing())));
        var fields = new EnumMap<DemandItem, IntakeItem>(DemandItem.class);
        for (var added : List.of(false, true)) {
            var grid = new Div();
            grid.addClassName("relais-demand-fields");
            sheet.fields().stream()
                    .filter(field -> field.item().item().added() == added)
                    .forEach(field -> {
                        var item = new IntakeItem(field, desk.rule().now(), formats);
                        fields.put(field.item().item(), item);
                        grid.add(item);
                    });
            if (grid.getComponentCount() > 0) {
                if (added) {
                    panel.addContent(new H3(getTranslation("demand.intake.added")));
                }
                panel.addContent(grid);
            }
        }
        if (sheet.unseen() > 0) {
            panel.addContent(hint(getTranslation("demand.intake.unseen", sheet.unseen())));
        }
        if (sheet.fields().stream().anyMatch(field -> field.writable())) {
            var save = new BusyButton(getTranslation("demand.intake.save"), () -> save(sheet, fields));
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            var acts = new Div(save);
            acts.addClassName("relais-demand-acts");
            panel.addContent(acts);
        }
        add(panel);
        elsewhere(sheet);
        history(sheet, formats);
        var rule = desk.rule().now().rule();
        add(hint(getTranslation(
                rule.approved() ? "demand.rule.approved" : "demand.rule.not-approved",
                rule.source(),
                String.valueOf(rule.version()))));
    }

    private void save(IntakeSheet sheet, Map<DemandItem, IntakeItem> fields) {
        var bySection = new LinkedHashMap<Section, List<SaveIntake.Said>>();
        fields.values().stream()
                .filter(IntakeItem::changed)
                .forEach(item -> bySection
                        .computeIfAbsent(item.section(), any -> new ArrayList<>())
                        .add(item.said()));
        if (bySection.isEmpty()) {
            Toast.success(getTranslation("demand.intake.nothing"));
            return;
        }
        var errors = new FieldErrors();
        fields.forEach((item, field) -> field.register(errors));
        var saved = errors.run(() -> bySection.forEach((section, said) -> desk.intake()
                .save(desk.write(person, section), desk.record(person), new SaveIntake(sheet.episode(), said))));
        if (saved) {
            Toast.success(getTranslation("demand.intake.saved"));
            reload();
        }
    }

    private void reload() {
        try {
            load();
        } catch (RelaisException refusal) {
            Toast.error(getTranslation(refusal.key(), refusal.arguments()));
        }
    }

    private void elsewhere(IntakeSheet sheet) {
        if (sheet.elsewhere().isEmpty()) {
            return;
        }
        var list = new Div();
        list.addClassName("relais-demand-elsewhere");
        sheet.elsewhere().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(one -> {
            var social = SOCIAL.contains(one.getKey());
            var link = new Anchor(
                    PersonRoutes.record(person, social ? SituationRoutes.SECTION : SUBSTANCES),
                    getTranslation(one.getKey().key()));
            link.getElement().setAttribute("router-link", true);
            list.add(new Div(
                    link,
                    one.getValue()
                            ? new SeverityBadge(Severity.OK, getTranslation("demand.elsewhere.asked"))
                            : new SeverityBadge(
                                    Severity.WARNING, Glyph.HOURGLASS, getTranslation("demand.elsewhere.missing"))));
        });
        add(new Panel(getTranslation("demand.elsewhere.title"), list));
    }

    private void history(IntakeSheet sheet, Formats formats) {
        var list = new UnorderedList();
        sheet.fields()
                .forEach(field -> field.answers().stream()
                        .filter(answer -> field.answers().size() > 1)
                        .forEach(answer -> list.add(new ListItem(line(answer, formats)))));
        if (list.getComponentCount() > 0) {
            add(new Panel(getTranslation("demand.history.title"), list));
        }
    }

    private Component line(IntakeAnswer answer, Formats formats) {
        return new Span(getTranslation(
                "demand.history.line",
                getTranslation(answer.item().key()),
                IntakeItem.say(answer, desk.rule().now(), getLocale()),
                formats.dateTime(answer.recordedAt()),
                desk.staff().find(answer.recordedBy()).map(StaffCard::name).orElse("")));
    }

    private static Paragraph hint(String text) {
        var hint = new Paragraph(text);
        hint.addClassNames("relais-meta", "relais-small-text");
        return hint;
    }
}
