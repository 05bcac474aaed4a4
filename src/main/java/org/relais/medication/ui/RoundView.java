package org.relais.medication.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;

import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.centre.Unit;
import org.relais.episode.BedRow;
import org.relais.episode.EpisodeService;
import org.relais.medication.DueDose;
import org.relais.medication.DueRecheck;
import org.relais.medication.MedicationRoutes;
import org.relais.medication.MedicationSheet;
import org.relais.medication.SlotStatus;
import org.relais.person.PersonRoutes;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DueLabel;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;

/** The medication round of a unit: what is due, time by time and bed by bed, each answered in two clicks. */
@Route(MedicationRoutes.ROUND)
@Menu(title = "medication.round.menu", order = 12, icon = "pill")
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE})
class RoundView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final Duration BACK = Duration.ofHours(24);
    private static final Duration SHEET = Duration.ofDays(2);
    private static final Duration AHEAD = Duration.ofHours(6);
    private static final String UNIT = "unit";

    private final transient MedicationDesk desk;
    private final transient EpisodeService episodes;
    private final transient MedicationWords words;
    private final Select<Unit> units = new Select<>();
    private final Div body = new Div();
    private final transient List<DoseLine> lines = new ArrayList<>();

    RoundView(MedicationDesk desk, EpisodeService episodes) {
        this.desk = desk;
        this.episodes = episodes;
        this.words = new MedicationWords(desk, getLocale());
        addClassNames("relais-page", "relais-medication-round");
        body.addClassName("relais-page-body");
        units.setLabel(getTranslation("medication.round.unit"));
        units.setItemLabelGenerator(Unit::name);
        units.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(change.getValue());
            }
        });
        add(
                new PageHeader(getTranslation("medication.round.title"), getTranslation("medication.round.subtitle")),
                body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("medication.round.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var scope = desk.access().scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
        var own = desk.centres().all().stream()
                .filter(centre -> scope.centres().contains(centre.id()))
                .flatMap(centre -> centre.units().stream())
                .filter(unit -> !unit.beds().isEmpty())
                .toList();
        units.setItems(own);
        var asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(UNIT)
                .orElse("");
        own.stream()
                .filter(unit -> unit.id().toString().equals(asked))
                .findFirst()
                .or(() -> own.stream()
                        .filter(unit -> scope.units().contains(unit.id()))
                        .findFirst())
                .or(() -> own.stream().findFirst())
                .ifPresent(units::setValue);
        load();
    }

    private void go(Unit unit) {
        getUI().ifPresent(ui -> ui.navigate(
                MedicationRoutes.ROUND, QueryParameters.of(UNIT, unit.id().toString())));
    }

    // By keyboard, the next dose is one Enter away
    private void goOn() {
        load();
        lines.stream().filter(DoseLine::open).findFirst().ifPresent(DoseLine::focus);
    }

    private void load() {
        body.removeAll();
        lines.clear();
        var unit = units.getValue();
        if (unit == null) {
            body.add(new EmptyState(
                    Glyph.BED_DOUBLE,
                    getTranslation("medication.round.no-unit.title"),
                    getTranslation("medication.round.no-unit.text"),
                    null));
            return;
        }
        units.setVisible(units.getListDataView().getItemCount() > 1);
        body.add(units);
        var beds = episodes.beds(desk.access().scope(Section.ADMINISTRATIVE, Purpose.CARE, null), unit.id()).stream()
                .filter(row -> row.person() != null)
                .toList();
        var people = beds.stream().map(BedRow::person).filter(Objects::nonNull).toList();
        var now = desk.now();
        var sheets = desk.record()
                .sheets(desk.access().scope(Section.MEDICAL, Purpose.CARE, null), people, now.minus(SHEET));
        show(beds, sheets, now);
    }

    private void show(List<BedRow> beds, Map<PersonId, MedicationSheet> sheets, Instant now) {
        var acts = new DoseActs(desk, words, this::goOn);
        var place = new java.util.HashMap<PersonId, Integer>();
        var whom = new java.util.HashMap<PersonId, BedRow>();
        for (var bed : beds) {
            if (bed.person() != null) {
                place.put(bed.person(), place.size());
                whom.put(bed.person(), bed);
            }
        }
        var doses = new ArrayList<DueDose>();
        var rechecks = new ArrayList<DueRecheck>();
        sheets.values().forEach(sheet -> {
            sheet.doses(now.minus(BACK), now.plus(AHEAD), now, desk.definitions()).stream()
                    .filter(dose -> dose.answer() == null)
                    .forEach(doses::add);
            rechecks.addAll(sheet.rechecks());
        });
        addWithheld(sheets, whom);
        addRechecks(rechecks, whom, acts);
        var open = doses.stream()
                .filter(dose -> dose.status() != SlotStatus.NOT_DUE)
                .count();
        var count = new Span(getTranslation("medication.round.count", open, doses.size() - open));
        count.addClassName("relais-secondary");
        body.add(count);
        doses.stream()
                .sorted(Comparator.comparing((DueDose dose) -> dose.slot().at())
                        .thenComparing(dose -> place.getOrDefault(dose.person(), 0)))
                .collect(Collectors.groupingBy(
                        dose -> dose.slot().at(), java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((at, rows) -> body.add(slot(at, rows, whom, acts)));
        if (doses.isEmpty() && rechecks.isEmpty()) {
            body.add(new EmptyState(
                    Glyph.CIRCLE_CHECK,
                    getTranslation("medication.round.done.title"),
                    getTranslation("medication.round.done.text"),
                    null));
        }
    }

    // What is not shown here may still be due: whoever gives the round opens the record
    private void addWithheld(Map<PersonId, MedicationSheet> sheets, Map<PersonId, BedRow> whom) {
        var names = new Div();
        names.addClassName("relais-row");
        sheets.values().stream()
                .filter(MedicationSheet::withheld)
                .forEach(sheet -> names.add(name(sheet.person(), whom)));
        if (names.getComponentCount() > 0) {
            body.add(new NoticeBar(
                    Severity.WARNING, Glyph.LOCK, getTranslation("medication.round.withheld"), "", names));
        }
    }

    private void addRechecks(List<DueRecheck> rechecks, Map<PersonId, BedRow> whom, DoseActs acts) {
        if (rechecks.isEmpty()) {
            return;
        }
        var panel = new Panel(getTranslation("medication.round.rechecks")).flush();
        panel.setCount(rechecks.size());
        rechecks.stream().sorted(Comparator.comparing(DueRecheck::dueAt)).forEach(recheck -> {
            var dose = recheck.dose();
            var time = new Span(words.moment(recheck.dueAt(), dose.centre()));
            time.addClassNames("relais-strong", "relais-numeric");
            var what = new Div(
                    name(recheck.person(), whom),
                    new Span(words.say("medication.recheck.line", words.drug(dose.drug()))));
            what.addClassNames("relais-grow", "relais-column");
            var line = new Div(
                    time,
                    what,
                    new DueLabel(recheck.dueAt(), words.limits(dose.centre()).recheckGrace()),
                    new BusyButton(words.say("medication.recheck"), () -> acts.recheck(recheck.person(), dose)));
            line.addClassName("relais-dose-line");
            panel.addContent(line);
        });
        body.add(panel);
    }

    private Panel slot(Instant at, List<DueDose> rows, Map<PersonId, BedRow> whom, DoseActs acts) {
        var panel = new Panel(words.moment(at, rows.getFirst().order().centre())).flush();
        panel.setCount(rows.size());
        rows.forEach(dose -> {
            var line = new DoseLine(dose, name(dose.person(), whom), true, words, acts);
            lines.add(line);
            panel.addContent(line);
        });
        return panel;
    }

    private Component name(PersonId person, Map<PersonId, BedRow> whom) {
        var bed = whom.get(person);
        if (bed == null || bed.name() == null) {
            return new Span(bed == null ? "" : bed.bed().label());
        }
        var link = new Anchor(
                PersonRoutes.record(person, MedicationRoutes.SECTION),
                bed.name().display());
        var where = new Span(bed.bed().label());
        where.addClassNames("relais-meta", "relais-numeric");
        var line = new Div(link, where);
        line.addClassName("relais-row");
        return line;
    }
}
