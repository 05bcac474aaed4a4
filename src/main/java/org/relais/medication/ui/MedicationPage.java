package org.relais.medication.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.medication.Administration;
import org.relais.medication.DoseProposal;
import org.relais.medication.MedicationOrder;
import org.relais.medication.MedicationSheet;
import org.relais.medication.Regimen;
import org.relais.person.Alert;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DueLabel;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** A person's medication: what is due, what the orders propose, the orders themselves, and what was given. */
final class MedicationPage extends Div {

    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofHours(12);

    private final transient MedicationDesk desk;
    private final transient MedicationWords words;
    private final transient DoseActs acts;
    private transient Grant grant;

    MedicationPage(MedicationDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        this.words = new MedicationWords(desk, getLocale());
        this.acts = new DoseActs(desk, words, this::load);
        addClassName("relais-medication");
        load();
    }

    private void load() {
        grant = desk.access().fresh(grant);
        var now = desk.now();
        show(desk.record().sheet(grant, now.minus(BACK)), now);
    }

    private void show(MedicationSheet sheet, Instant now) {
        removeAll();
        addHead();
        desk.people().allergies(grant).forEach(allergy -> add(allergy(allergy)));
        if (sheet.withheld()) {
            add(new NoticeBar(Severity.INFO, Glyph.LOCK, words.say("medication.withheld-rows"), ""));
        }
        if (sheet.orders().isEmpty() && sheet.administrations().isEmpty()) {
            if (!sheet.withheld()) {
                add(new EmptyState(
                        Glyph.PILL, words.say("medication.empty.title"), words.say("medication.empty.text"), null));
            }
            return;
        }
        var main = new Div(createDue(sheet, now));
        main.addClassName("relais-medication-main");
        var side = new Div();
        side.addClassName("relais-medication-side");
        addConduct(side, sheet, now);
        addCourses(side, sheet);
        var columns = new Div(main);
        columns.addClassName("relais-medication-columns");
        if (side.getComponentCount() > 0) {
            columns.add(side);
        }
        add(columns, createOrders(sheet, now), createRecord(sheet));
    }

    private Component allergy(Alert allergy) {
        return new NoticeBar(Severity.CRITICAL, words.say("medication.allergy"), allergy.text());
    }

    private void addHead() {
        var centre = grant.centres().stream().findFirst();
        if (centre.isPresent() && prescribes(centre.get())) {
            var button = new BusyButton(words.say("medication.order"), Glyph.PLUS, () -> openOrder(null));
            button.addThemeName("primary");
            var head = new Div(button);
            head.addClassName("relais-medication-head");
            add(head);
        }
    }

    private void openOrder(@Nullable MedicationOrder replaced) {
        new OrderDialog(desk, words, desk.write(grant.person()), replaced, this::load).open();
    }

    private boolean prescribes(CentreId centre) {
        return grant.mayWrite(Section.MEDICAL)
                && desk.definitions()
                        .limits(centre)
                        .prescribers()
                        .contains(grant.actor().role());
    }

    private boolean writable() {
        return grant.mayWrite(Section.MEDICAL) && !grant.centres().isEmpty();
    }

    // ---------- what is due ----------

    private Panel createDue(MedicationSheet sheet, Instant now) {
        var doses = sheet.doses(now.minus(Duration.ofDays(1)), now.plus(AHEAD), now, desk.definitions()).stream()
                .filter(dose -> dose.answer() == null)
                .toList();
        var rechecks = sheet.rechecks();
        var panel = new Panel(words.say("medication.due")).flush();
        panel.setCount(doses.size() + rechecks.size());
        for (var recheck : rechecks) {
            panel.addContent(recheck(recheck.dose(), recheck.dueAt()));
        }
        doses.forEach(dose -> panel.addContent(new DoseLine(dose, null, writable(), words, acts)));
        if (doses.isEmpty() && rechecks.isEmpty()) {
            panel.addContent(hint("medication.due.none"));
        }
        return panel;
    }

    private Component recheck(Administration dose, Instant dueAt) {
        var line = new Div();
        line.addClassName("relais-dose-line");
        var time = new Span(words.moment(dueAt, dose.centre()));
        time.addClassNames("relais-strong", "relais-numeric");
        var what = new Span(words.say("medication.recheck.line", words.drug(dose.drug())));
        what.addClassName("relais-grow");
        line.add(time, what, new DueLabel(dueAt, words.limits(dose.centre()).recheckGrace()));
        if (writable()) {
            line.add(new BusyButton(words.say("medication.recheck"), () -> acts.recheck(grant.person(), dose)));
        }
        return line;
    }

    // ---------- what the orders propose ----------

    private void addConduct(Div side, MedicationSheet sheet, Instant now) {
        for (var order : sheet.inForce(now)) {
            if (!order.regimen().type().timed()) {
                var panel = new Panel(words.say(
                        order.regimen() instanceof Regimen.SymptomTriggered
                                ? "medication.conduct"
                                : "medication.as-needed"));
                panel.addContent(conduct(order, desk.administrations().proposal(grant, order.id())));
                if (order.regimen() instanceof Regimen.SymptomTriggered) {
                    panel.addContent(hint("medication.conduct.judgement"));
                }
                side.add(panel);
            }
        }
    }

    private Component conduct(MedicationOrder order, DoseProposal proposal) {
        var unit = order.drug().unit();
        var dose = proposal.dose();
        var title = dose == null
                ? words.drug(order.drug())
                : words.say(
                        "medication.conduct.dose",
                        order.drug().name(),
                        words.amount(dose, unit),
                        words.route(order.drug()));
        var head = new H3(title);
        var by = new Span(words.say("medication.conduct.by", words.name(order.signedBy())));
        var sum = new Span(words.say(
                "medication.conduct.sum",
                words.amount(proposal.given(), unit),
                words.amount(proposal.maximum(), unit)));
        by.addClassNames("relais-secondary", "relais-small-text");
        sum.addClassNames("relais-secondary", "relais-small-text", "relais-numeric");
        var block = new Div(head, by, sum);
        block.addClassName("relais-column");
        var scale = proposal.scale();
        if (scale != null && order.regimen() instanceof Regimen.SymptomTriggered triggered) {
            var found = new Span(words.say(
                    "medication.conduct.scale",
                    words.scale(triggered.scale()),
                    String.valueOf(scale.total()),
                    words.moment(scale.at(), order.centre())));
            found.addClassNames("relais-secondary", "relais-small-text");
            block.add(found);
        }
        if (proposal.callPhysician()) {
            block.add(new SeverityBadge(Severity.CRITICAL, Glyph.PHONE, words.say("medication.conduct.call")));
        }
        proposal.obstacles().forEach(obstacle -> {
            var line = new Div(Glyph.TRIANGLE_ALERT.create(), new Span(words.obstacle(obstacle, order)));
            line.addClassName("relais-medication-obstacle");
            block.add(line);
        });
        var possible = proposal.possibleAt();
        if (possible != null) {
            block.add(new SeverityBadge(
                    Severity.INFO,
                    Glyph.CLOCK,
                    words.say("medication.conduct.from", words.moment(possible, order.centre()))));
        }
        if (writable() && dose != null && (proposal.possible() || proposal.needsSedationOnly())) {
            block.add(buttons(order, dose));
        }
        return block;
    }

    private Component buttons(MedicationOrder order, java.math.BigDecimal dose) {
        var give = new BusyButton(
                words.say("medication.conduct.give"), () -> acts.give(grant.person(), order, dose, null));
        give.addThemeName("primary");
        var withhold =
                new BusyButton(words.say("medication.withhold"), () -> acts.withhold(grant.person(), order, null));
        var buttons = new Div(give, withhold);
        buttons.addClassName("relais-actions");
        return buttons;
    }

    // ---------- scores and doses ----------

    private void addCourses(Div side, MedicationSheet sheet) {
        sheet.orders().stream()
                .filter(order -> order.regimen() instanceof Regimen.SymptomTriggered)
                .collect(Collectors.groupingBy(
                        order -> ((Regimen.SymptomTriggered) order.regimen()).scale(),
                        java.util.LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .forEach(orders -> side.add(new DoseCourse(desk, words, grant, orders.getLast(), sheet)));
    }

    // ---------- the orders ----------

    private Panel createOrders(MedicationSheet sheet, Instant now) {
        var standing =
                sheet.orders().stream().filter(order -> !order.endedAt(now)).toList();
        var ended = sheet.orders().stream().filter(order -> order.endedAt(now)).toList();
        var panel = new Panel(words.say("medication.orders")).flush();
        panel.setCount(standing.size());
        standing.forEach(order -> panel.addContent(order(order, now)));
        if (standing.isEmpty()) {
            panel.addContent(hint("medication.orders.none"));
        }
        if (!ended.isEmpty()) {
            var list = new Div();
            ended.reversed().forEach(order -> list.add(order(order, now)));
            panel.addContent(new Details(words.say("medication.orders.ended", ended.size()), list));
        }
        return panel;
    }

    private Component order(MedicationOrder order, Instant now) {
        var name = new H3(words.drug(order.drug()));
        var kind = new SeverityBadge(
                Severity.NEUTRAL, Glyph.PILL, words.say(order.regimen().type().key()));
        var head = new Div(name, kind);
        head.addClassName("relais-row");
        if (order.prophylaxis()) {
            head.add(
                    new SeverityBadge(Severity.NEUTRAL, Glyph.SHIELD_CHECK, words.say("medication.order.prophylaxis")));
        }
        if (now.isBefore(order.startsAt())) {
            head.add(new SeverityBadge(Severity.INFO, Glyph.CLOCK, words.say("medication.order.later")));
        }
        var card = new Article(
                head,
                new Paragraph(words.regimen(order.regimen(), order.drug().unit()) + " · " + words.route(order.drug())));
        card.addClassName("relais-order");
        if (order.regimen() instanceof Regimen.Taper(var days)) {
            var zone = desk.definitions().zone(order.centre());
            var today = (int) (LocalDate.ofInstant(now, zone).toEpochDay()
                    - LocalDate.ofInstant(order.startsAt(), zone).toEpochDay());
            card.add(new TaperSteps(
                    days, today, words.regimen(order.regimen(), order.drug().unit())));
        }
        card.add(meta(words.say("medication.order.for", order.indication())));
        card.add(meta(words.span(order) + " · "
                + words.say(
                        "medication.order.signed",
                        words.name(order.signedBy()),
                        words.dateTime(order.signedAt(), order.centre()))));
        if (order.note() != null) {
            card.add(new Paragraph(order.note()));
        }
        var stop = order.stop();
        if (stop != null) {
            card.add(meta(
                    stop.replaced()
                            ? words.say("medication.order.replaced", words.dateTime(stop.at(), order.centre()))
                            : words.say(
                                    "medication.order.stopped",
                                    words.dateTime(stop.at(), order.centre()),
                                    words.name(stop.by()),
                                    stop.reason() == null ? "" : stop.reason())));
        }
        if (!order.endedAt(now) && prescribes(order.centre()) && grant.centres().contains(order.centre())) {
            card.add(orderButtons(order));
        }
        return card;
    }

    private Component orderButtons(MedicationOrder order) {
        var actions = new Div();
        actions.addClassName("relais-actions");
        var stop = order.stop();
        if (stop == null) {
            actions.add(new BusyButton(words.say("medication.order.change"), () -> openOrder(order)));
        }
        actions.add(new BusyButton(words.say("medication.order.stop"), () -> acts.stop(grant.person(), order)));
        return actions;
    }

    private static Span meta(String text) {
        var span = new Span(text);
        span.addClassNames("relais-meta", "relais-small-text");
        return span;
    }

    // ---------- the administration record ----------

    private Panel createRecord(MedicationSheet sheet) {
        var panel = new Panel(words.say("medication.record")).flush();
        if (sheet.administrations().isEmpty()) {
            panel.addContent(hint("medication.record.none"));
            return panel;
        }
        sheet.administrations().stream()
                .collect(Collectors.groupingBy(
                        row -> words.formats(row.centre()).day(row.observedAt()),
                        java.util.LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((day, rows) -> panel.addContent(new H3(words.day(day)), recordTable(rows)));
        return panel;
    }

    private Component recordTable(List<Administration> rows) {
        var table = table("when", "drug", "outcome", "who", "act");
        rows.forEach(row -> {
            var line = table.getBody().addRow();
            if (!row.counts()) {
                line.addClassName("relais-superseded");
            }
            line.addDataCell().setText(words.formats(row.centre()).time(row.observedAt()));
            line.addDataCell().add(drugCell(row));
            line.addDataCell().add(outcomeCell(row));
            line.addDataCell().setText(words.name(row.recordedBy()));
            var act = line.addDataCell();
            if (row.counts() && writable()) {
                var correct = new BusyButton(words.say("medication.correct"), () -> acts.correct(grant.person(), row));
                correct.addThemeName("tertiary");
                act.add(correct);
            }
        });
        return table;
    }

    private Component drugCell(Administration row) {
        var cell = new Div(new Span(words.drug(row.drug())));
        cell.addClassName("relais-column");
        var slot = row.slot();
        if (slot != null) {
            cell.add(meta(words.say("medication.record.slot", words.time(slot.time()))));
        }
        return cell;
    }

    private Component outcomeCell(Administration row) {
        var cell = new Div(words.outcome(row));
        cell.addClassName("relais-column");
        if (row.corrected()) {
            cell.add(new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, words.say("medication.record.corrected")));
        }
        var reason = row.reason();
        if (reason != null) {
            cell.add(meta(words.say(reason.key())));
        }
        if (row.words() != null) {
            cell.add(meta(row.words()));
        }
        if (Duration.between(row.observedAt(), row.recordedAt()).toMinutes() >= 5) {
            cell.add(meta(words.say("medication.record.entered", words.moment(row.recordedAt(), row.centre()))));
        }
        var recheck = row.recheck();
        if (recheck != null) {
            cell.add(meta(words.say(
                    "medication.record.recheck",
                    words.moment(recheck.observedAt(), row.centre()),
                    words.say(recheck.effect().key()))));
        }
        return cell;
    }

    private NativeTable table(String... columns) {
        return table(words, columns);
    }

    /** A table with named columns and no row yet. */
    static NativeTable table(MedicationWords words, String... columns) {
        var table = new NativeTable();
        table.addClassName("relais-results");
        var head = table.getHead().addRow();
        for (var column : columns) {
            var cell = head.addHeaderCell();
            cell.setText(words.say("medication.column." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        return table;
    }

    private Paragraph hint(String key) {
        var hint = new Paragraph(words.say(key));
        hint.addClassNames("relais-meta", "relais-medication-hint");
        return hint;
    }
}
