package org.relais.detox.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.centre.Unit;
import org.relais.detox.DetoxRoutes;
import org.relais.detox.ObservationStatus;
import org.relais.detox.WardNews;
import org.relais.detox.WardRow;
import org.relais.shared.NotFound;
import org.relais.shared.Severity;
import org.relais.shared.UnitId;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Role;
import org.relais.staff.Roles;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.PageShortcuts;
import org.relais.uikit.SegmentedSwitch;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.WidePage;

/**
 * The ward at a glance: bed by bed who is there, the last score, and what is due when. It follows every change within a
 * second; the minutes tick in the browser.
 */
@Route(DetoxRoutes.WARD)
@Menu(title = "detox.ward.menu", order = 10, icon = "activity")
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE})
class WardView extends Div implements HasDynamicTitle, HasUrlParameter<String>, PageShortcuts, WidePage {

    private final transient DetoxDesk desk;
    private final transient CurrentStaff current;
    private final transient DetoxWords words;
    private final transient DetoxActs acts;
    private final transient HandOverDesk handOvers;
    private final Button handOver;
    private final PageHeader header;
    private final Select<Unit> units = new Select<>();
    private final SegmentedSwitch<WardOrder> order;
    private final Div summary = new Div();
    private final Div board = new Div();
    private final Map<String, WardCard> cards = new HashMap<>();
    private List<String> standing = List.of();
    private @Nullable WardPanel panel;
    private @Nullable HandOverPanel handOverPanel;
    private Div columns = new Div();
    private transient @Nullable Formats formats;
    private transient @Nullable Unit unit;
    private transient @Nullable Scope beds;
    private transient @Nullable Scope medical;
    private transient @Nullable Scope risk;
    private transient @Nullable BedActs bedActs;
    private transient List<WardRow> rows = List.of();
    private final Button admit;
    private final Button wall;
    private transient WardNews.@Nullable Subscription subscription;

    WardView(DetoxDesk desk, HandOverDesk handOvers, CurrentStaff current) {
        this.current = current;
        this.desk = desk;
        this.handOvers = handOvers;
        this.words = new DetoxWords(desk, getLocale());
        this.acts = new DetoxActs(desk, words, this::refresh);
        addClassNames("relais-page", "relais-ward");
        order = new SegmentedSwitch<>(
                getTranslation("detox.order"), one -> getTranslation(one.key()), WardOrder.values());
        order.addValueChangeListener(_ -> refresh());
        units.setAriaLabel(getTranslation("detox.ward.unit"));
        units.setItemLabelGenerator(Unit::name);
        units.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                UI.getCurrentOrThrow()
                        .navigate(DetoxRoutes.ward(change.getValue().id()));
            }
        });
        handOver = new Button(
                getTranslation("detox.hand-over.open"), Glyph.CLIPBOARD_LIST.create(), _ -> toggleHandOver());
        handOver.getElement().setAttribute("aria-expanded", "false");
        admit = new Button(getTranslation("detox.ward.admit"), Glyph.PLUS.create(), _ -> {
            if (bedActs != null) {
                bedActs.assign(null);
            }
        });
        admit.addThemeName("primary");
        wall = new Button(getTranslation("detox.wall.open"), Glyph.MONITOR.create(), _ -> {
            if (unit != null) {
                new WallDisplaysDialog(desk, words, unit).open();
            }
        });
        wall.setVisible(false);
        header = new PageHeader(getTranslation("detox.ward.title"), "", units, order, handOver, wall, admit);
        summary.addClassName("relais-ward-summary");
        summary.getElement().setAttribute("role", "status");
        board.addClassName("relais-ward-board");
        // Becoming late happens in the browser; the counts and the order follow
        board.getElement().addEventListener("relais-late", _ -> refresh());
        add(header);
    }

    @Override
    public String getPageTitle() {
        return unit == null ? getTranslation("detox.ward.title") : unit.name();
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String parameter) {
        var scope = desk.access().scope(org.relais.access.Section.ADMINISTRATIVE, Purpose.CARE, null);
        var wards = desk.centres().all().stream()
                .filter(centre -> scope.centres().contains(centre.id()))
                .flatMap(centre -> centre.units().stream())
                .filter(one -> !one.beds().isEmpty())
                .toList();
        if (wards.isEmpty()) {
            add(new EmptyState(
                    Glyph.BED_DOUBLE,
                    getTranslation("detox.ward.empty.title"),
                    getTranslation("detox.ward.empty.text"),
                    null));
            units.setVisible(false);
            order.setVisible(false);
            handOver.setVisible(false);
            admit.setVisible(false);
            return;
        }
        var wanted = parameter == null || parameter.isEmpty() ? wards.getFirst().id() : UnitId.parse(parameter);
        open(
                wards.stream()
                        .filter(one -> one.id().equals(wanted))
                        .findFirst()
                        .orElseThrow(NotFound::new),
                wards,
                scope);
        if (handOver.isVisible()
                && event.getLocation().getQueryParameters().getParameters().containsKey(DetoxRoutes.HAND_OVER)) {
            openHandOver();
        }
    }

    @Override
    public Map<String, String> shortcuts() {
        return handOverPanel == null ? Map.of() : Map.of("N", getTranslation("detox.hand-over.keys.read"));
    }

    private void open(Unit ward, List<Unit> wards, Scope scope) {
        var centre = desk.centres().centre(ward.centre());
        unit = ward;
        beds = scope;
        medical = desk.access().scope(org.relais.access.Section.MEDICAL, Purpose.CARE, null);
        risk = desk.access().scope(org.relais.access.Section.RISK, Purpose.CARE, null);
        formats = new Formats(getLocale(), centre.serviceDay().zone());
        bedActs = new BedActs(
                desk,
                new BedWords(words, formats),
                ward,
                () -> rows.stream().map(WardRow::bed).toList(),
                acts,
                this::refresh);
        wall.setVisible(
                scope.actor().role() == Role.NURSE && desk.displays().managed().contains(ward.centre()));
        units.setItems(wards);
        units.setValue(ward);
        units.setVisible(wards.size() > 1);
        header.setTitle(ward.name());
        header.setSubtitle(getTranslation(
                "detox.ward.subtitle",
                centre.name(),
                formats.shortDate(formats.day(desk.clock().instant()))));
        cards.clear();
        standing = List.of();
        panel = new WardPanel(words, formats, acts, bedActs, this::select);
        handOverPanel = null;
        handOver.setText(getTranslation("detox.hand-over.open"));
        handOver.setVisible(medical.actor().worksIn(ward.centre(), ward.id()));
        var main = new Div(summary, board);
        main.addClassName("relais-ward-main");
        columns = new Div(main, panel);
        columns.addClassName("relais-ward-columns");
        getChildren().filter(child -> child != header).toList().forEach(child -> child.removeFromParent());
        add(columns);
        refresh();
        listen();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        listen();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        super.onDetach(event);
    }

    private void listen() {
        stop();
        var scope = beds;
        var ward = unit;
        if (scope != null && ward != null) {
            getUI().ifPresent(ui -> subscription = desk.news().listen(scope, ward.centre(), () -> {
                var _ = ui.access(this::follow);
            }));
        }
    }

    private void stop() {
        var listening = subscription;
        if (listening != null) {
            listening.end();
            subscription = null;
        }
    }

    // What was left or signed out of shows nothing new: news on its way may still find it
    private void follow() {
        if (isAttached() && current.find().isPresent()) {
            refresh();
        }
    }

    private void refresh() {
        var ward = unit;
        var acting = bedActs;
        if (ward == null || beds == null || medical == null || risk == null || acting == null) {
            return;
        }
        rows = desk.board().of(beds, medical, ward.id());
        var alerts = desk.people()
                .flags(
                        risk,
                        rows.stream()
                                .map(row -> row.bed().person())
                                .filter(Objects::nonNull)
                                .toList());
        showSummary(rows);
        for (var row : rows) {
            var person = row.bed().person();
            cards.computeIfAbsent(
                            row.bed().bed().label(),
                            _ -> new WardCard(words, Objects.requireNonNull(formats), acting, this::opened))
                    .show(row, person == null ? List.of() : alerts.getOrDefault(person, List.of()));
        }
        arrange(rows);
        followPanel(rows);
        if (handOverPanel != null && handOverPanel.isVisible()) {
            handOverPanel.refresh();
        }
    }

    private void toggleHandOver() {
        if (handOverPanel != null && handOverPanel.isVisible()) {
            handOverPanel.setVisible(false);
            followHandOver();
        } else {
            openHandOver();
        }
    }

    private void openHandOver() {
        Objects.requireNonNull(panel).hide();
        if (handOverPanel == null) {
            handOverPanel = new HandOverPanel(
                    handOvers,
                    Objects.requireNonNull(formats),
                    Objects.requireNonNull(unit),
                    Objects.requireNonNull(beds),
                    Objects.requireNonNull(medical),
                    this::followHandOver);
            columns.add(handOverPanel);
        } else {
            handOverPanel.setVisible(true);
            handOverPanel.refresh();
        }
        followHandOver();
        handOverPanel.focusHead();
    }

    private void followHandOver() {
        var side = handOverPanel;
        if (side != null) {
            handOver.setText(side.label());
            handOver.getElement().setAttribute("aria-expanded", String.valueOf(side.isVisible()));
        }
        select();
    }

    private void showSummary(List<WardRow> rows) {
        var taken = rows.stream().filter(row -> row.bed().taken()).count();
        var late =
                rows.stream().filter(row -> row.any(ObservationStatus.OVERDUE)).count();
        var due = rows.stream()
                .filter(row -> row.any(ObservationStatus.DUE) && !row.any(ObservationStatus.OVERDUE))
                .count();
        var severe = rows.stream()
                .filter(row -> Scores.severity(row) == Severity.CRITICAL)
                .count();
        summary.removeAll();
        var occupied = new Span(getTranslation("detox.summary.occupied", taken, rows.size()));
        occupied.addClassNames("relais-badge", "relais-numeric");
        summary.add(occupied);
        if (late > 0) {
            summary.add(new SeverityBadge(
                    Severity.CRITICAL, Glyph.CLOCK_ALERT, getTranslation("detox.summary.late", late)));
        }
        if (due > 0) {
            summary.add(
                    new SeverityBadge(Severity.WARNING, Glyph.ALARM_CLOCK, getTranslation("detox.summary.due", due)));
        }
        var alarms = rows.stream().mapToInt(row -> row.alarms().size()).sum();
        if (alarms > 0) {
            summary.add(
                    new SeverityBadge(Severity.CRITICAL, Glyph.SIREN, getTranslation("detox.summary.alarms", alarms)));
        }
        if (severe > 0) {
            summary.add(new SeverityBadge(Severity.CRITICAL, getTranslation("detox.summary.severe", severe)));
        }
        var live = new Span(getTranslation(
                "detox.summary.live",
                Objects.requireNonNull(formats).time(desk.clock().instant())));
        live.addClassNames("relais-meta", "relais-numeric", "relais-ward-live");
        summary.add(live);
    }

    // Cards move only when their order changes, so that a focus stays where it is
    private void arrange(List<WardRow> rows) {
        var sorted = rows.stream().sorted(order.getValue().comparator()).toList();
        var now = new ArrayList<>(WardCard.order(sorted));
        now.add(order.getValue().name());
        if (now.equals(standing)) {
            return;
        }
        standing = now;
        board.removeAll();
        if (order.getValue() == WardOrder.ROOM) {
            sorted.stream()
                    .collect(Collectors.groupingBy(
                            row -> row.bed().bed().roomName(), LinkedHashMap::new, Collectors.toList()))
                    .forEach((room, inRoom) -> board.add(room(room, inRoom)));
        } else {
            board.add(list(sorted, getTranslation(order.getValue().key())));
        }
    }

    private Section room(String name, List<WardRow> rows) {
        var title = new H2(getTranslation("detox.ward.room", name));
        var room = new Section(title, list(rows, getTranslation("detox.ward.room", name)));
        room.addClassName("relais-ward-room");
        return room;
    }

    private UnorderedList list(List<WardRow> rows, String label) {
        var list = new UnorderedList();
        list.addClassName("relais-ward-cards");
        list.getElement().setAttribute("aria-label", label);
        rows.forEach(row -> list.add(cards.get(row.bed().bed().label())));
        return list;
    }

    private void opened(WardRow row) {
        var name = Objects.requireNonNull(row.bed().name());
        if (row.detox() == null) {
            acts.start(
                    name.person(), name.display(), Objects.requireNonNull(unit).centre());
        } else {
            if (handOverPanel != null) {
                handOverPanel.setVisible(false);
                followHandOver();
            }
            Objects.requireNonNull(panel).show(row);
            select();
        }
    }

    private void followPanel(List<WardRow> rows) {
        var side = panel;
        if (side == null || side.person() == null) {
            return;
        }
        rows.stream()
                .filter(row -> row.detox() != null && row.detox().person().equals(side.person()))
                .findFirst()
                .ifPresentOrElse(side::show, side::hide);
    }

    private void select() {
        var read = handOverPanel == null ? null : handOverPanel.person();
        var person = read != null || panel == null ? read : panel.person();
        cards.values()
                .forEach(card -> card.setClassName(
                        "relais-selected",
                        person != null
                                && card.shown() != null
                                && person.equals(Objects.requireNonNull(card.shown())
                                        .bed()
                                        .person())));
    }
}
