package org.relais.reintegration.ui;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.BaseJsonNode;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.referral.PartnerReferralRow;
import org.relais.reintegration.BoardColumn;
import org.relais.reintegration.ReintegrationRoutes;
import org.relais.reintegration.StepFilter;
import org.relais.reintegration.StepList;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.reintegration.StepTitle;
import org.relais.reintegration.TrackRow;
import org.relais.reintegration.ui.SituationDesk.Stood;
import org.relais.shared.GoalId;
import org.relais.shared.Severity;
import org.relais.shared.StepId;
import org.relais.situation.SituationHistory;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Toast;

/**
 * A person's way back: the steps under the goals they serve, as a board, a calendar or a list, and the panel of a chosen
 * one. The address says what is shown. For readers of summaries a list of titles.
 */
final class StepBoard extends Div implements AfterNavigationObserver, BoardPage {

    private final transient StepDesk desk;
    private final transient StepWords words;
    private final BoardHead head;
    private final Div content = new Div();
    private final Div side = new Div();
    private transient Grant grant;
    private transient Grant record;
    private transient StepList list = new StepList(List.of(), List.of(), 0, false);
    private transient Map<StepId, PartnerReferralRow> referrals = Map.of();
    private transient List<TrackRow> tracks = List.of();
    private transient SituationHistory history = new SituationHistory(Map.of(), List.of(), false);
    private transient List<Stood> days = List.of();
    private transient List<LaneGoal> goals = List.of();
    private transient BoardAddress address = BoardAddress.START;

    StepBoard(StepDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        this.record = desk.record(grant.person());
        this.words = new StepWords(desk, getLocale());
        this.head = new BoardHead(
                desk,
                grant,
                record,
                words,
                view -> go(address.with(view)),
                () -> openForm(null),
                () -> refer(null),
                this::print);
        addClassName("relais-steps");
        content.addClassName("relais-board-content");
        side.addClassName("relais-board-side");
        var body = new Div(content, side);
        body.addClassName("relais-board-body");
        add(head, body);
        load();
        show();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var asked = BoardAddress.read(event.getLocation().getQueryParameters());
        if (!asked.equals(address)) {
            address = asked;
            show();
        }
    }

    @Override
    public boolean changeable(StepRow row) {
        return grant.mayWrite(Section.SOCIAL) && grant.centres().contains(row.centre());
    }

    @Override
    public boolean chosen(StepRow row) {
        return row.id().equals(address.step());
    }

    @Override
    public void choose(@Nullable StepRow row) {
        go(address.with(row == null || chosen(row) ? null : row.id()));
        if (row != null) {
            focus(row.id());
        }
    }

    @Override
    public void dropped(StepRow row, BoardColumn column, @Nullable GoalId goal) {
        moves().put(row, column, goal);
    }

    @Override
    public boolean adding() {
        return grant.mayWrite(Section.SOCIAL);
    }

    @Override
    public void add(LaneGoal goal) {
        openForm(goal);
    }

    @Override
    public void refer(@Nullable StepRow row) {
        desk.referral().open(grant.person(), row, this::redraw);
    }

    @Override
    public @Nullable PartnerReferralRow referral(StepRow row) {
        return referrals.get(row.id());
    }

    @Override
    public void show(YearMonth month) {
        go(address.with(month));
    }

    // The address follows what is shown, so that a link, a second tab and the way back show the same.
    private void go(BoardAddress next) {
        address = next;
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .pushState(
                        (BaseJsonNode) null,
                        new Location(PersonRoutes.record(grant.person(), ReintegrationRoutes.SECTION), next.write())));
        show();
    }

    private void load() {
        grant = desk.access().fresh(grant);
        list = desk.steps().of(grant, StepFilter.ALL);
        referrals = desk.referral().awaited(grant);
        list = new StepList(
                list.steps().stream().map(this::waiting).toList(), list.titles(), list.elsewhere(), list.more());
        tracks = desk.tracks().of(grant);
        record = desk.access().fresh(record);
        goals = desk.goals(record);
        history = desk.situation().history(grant);
        days = desk.days(record);
    }

    private StepRow waiting(StepRow row) {
        var referral = referrals.get(row.id());
        return referral == null || !row.status().open()
                ? row
                : row.waitingFor(
                        referral.recipientName(),
                        referral.sentOn() == null
                                ? words.day(referral.changedAt(), referral.centre())
                                : referral.sentOn());
    }

    private void redraw() {
        load();
        show();
    }

    private void changed(StepRow row) {
        redraw();
        focus(row.id());
    }

    // The card was drawn again: the focus goes to where it is now.
    private void focus(StepId id) {
        cards(content).filter(card -> card.row().id().equals(id)).findFirst().ifPresent(StepCard::focus);
    }

    private static java.util.stream.Stream<StepCard> cards(Component within) {
        return within.getChildren()
                .flatMap(child -> child instanceof StepCard card ? java.util.stream.Stream.of(card) : cards(child));
    }

    private void show() {
        head.show(address.view());
        content.removeAll();
        side.removeAll();
        if (list.isEmpty() && goals.stream().noneMatch(LaneGoal::open)) {
            content.add(new EmptyState(
                    Glyph.TARGET,
                    getTranslation("reintegration.empty.title"),
                    getTranslation("reintegration.empty.text"),
                    null));
        }
        if (!list.titles().isEmpty()) {
            content.add(createTitles(list.titles()));
        }
        var lanes = Lane.of(list.steps(), goals);
        if (!lanes.isEmpty()) {
            content.add(createView(lanes));
            addCancelled();
        }
        if (list.titles().isEmpty()) {
            content.add(new TrackPanel(tracks, goals, history, days, desk, words, grant, this::redraw));
        }
        if (list.elsewhere() > 0) {
            content.add(hint(getTranslation("reintegration.board.elsewhere", list.elsewhere())));
        }
        if (list.more()) {
            content.add(hint(getTranslation("reintegration.board.more")));
        }
        found(address.step()).ifPresent(row -> side.add(createPanel(row)));
    }

    private Component createView(List<Lane> lanes) {
        return switch (address.view()) {
            case BOARD -> new BoardLanes(lanes, this, words, moves());
            case LIST -> new BoardTable(lanes, this, words);
            case CALENDAR -> {
                var today = desk.today(grant.centres(), list.steps());
                var month = address.month() == null ? YearMonth.from(today) : address.month();
                yield new BoardCalendar(month, today, list.steps(), this, words);
            }
        };
    }

    private StepPanel createPanel(StepRow row) {
        var read = desk.access().fresh(grant);
        return new StepPanel(
                row,
                goals.stream()
                        .filter(goal -> goal.id().equals(row.goal()))
                        .map(LaneGoal::statement)
                        .findFirst()
                        .orElse(null),
                desk.steps().history(read, row.id()),
                desk.steps().contacts(read, row.id()),
                this,
                words,
                moves());
    }

    private Optional<StepRow> found(@Nullable StepId id) {
        return list.steps().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    private StepMoves moves() {
        return new StepMoves(desk, words, grant, this, this::changed);
    }

    private void openForm(@Nullable LaneGoal goal) {
        var write = desk.write(grant.person());
        var form =
                new StepForm(desk, write, goals.stream().filter(LaneGoal::open).toList(), null).under(goal);
        new StepDialog(
                        getTranslation("reintegration.step.add.title"),
                        getTranslation("reintegration.step.add.long"),
                        () -> form.errors().run(() -> {
                            desk.steps().add(desk.access().fresh(write), form.command());
                            load();
                            show();
                            Toast.success(getTranslation("reintegration.step.added"));
                        }),
                        form)
                .open();
    }

    // What is printed is the sheet; it stands in the page only while the browser prints.
    private void print() {
        load();
        desk.steps().printed(grant);
        var sheet = new BoardSheet(Lane.of(list.steps(), goals), desk, grant, words);
        show();
        content.add(sheet);
        getElement().executeJs("setTimeout(() => window.print())");
    }

    private void addCancelled() {
        var cancelled = list.steps().stream()
                .filter(row -> row.status() == StepStatus.CANCELLED)
                .toList();
        if (cancelled.isEmpty() || address.view() != BoardView.BOARD) {
            return;
        }
        var cards = new UnorderedList();
        cards.addClassName("relais-board-cards");
        var moves = moves();
        cancelled.forEach(row -> cards.add(new ListItem(new StepCard(row, this, words, moves))));
        var details = new Details(getTranslation("reintegration.board.cancelled", cancelled.size()), cards);
        details.addClassName("relais-board-cancelled");
        content.add(details);
    }

    private Component createTitles(List<StepTitle> titles) {
        var lines = new UnorderedList();
        lines.addClassName("relais-step-titles");
        for (var title : titles) {
            var by = new Span(getTranslation(
                    "reintegration.board.summary.by",
                    words.name(title.createdBy()),
                    words.dateTime(title.createdAt(), title.centre())));
            by.addClassName("relais-meta");
            lines.add(new ListItem(new Span(title.title()), by));
        }
        var block = new Div(new NoticeBar(Severity.INFO, getTranslation("reintegration.board.summary"), ""), lines);
        block.addClassName("relais-board-summary");
        return block;
    }

    private static Paragraph hint(String text) {
        var hint = new Paragraph(text);
        hint.addClassNames("relais-meta", "relais-small-text", "relais-board-hint");
        return hint;
    }
}
