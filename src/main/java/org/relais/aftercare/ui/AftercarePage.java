package org.relais.aftercare.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.aftercare.FollowUpList;
import org.relais.aftercare.FollowUpRow;
import org.relais.aftercare.WayBackRow;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Toast;

/** A person's follow-ups, the one that runs first; for readers of summaries the days of contacts to be made. */
final class AftercarePage extends Div {

    private final transient AftercareDesk desk;
    private final transient AftercareWords words;
    private transient Grant grant;

    AftercarePage(AftercareDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        this.words = new AftercareWords(desk, getLocale());
        addClassName("relais-aftercare");
        load();
    }

    private void load() {
        grant = desk.access().fresh(grant);
        var list = desk.followUps().of(grant);
        removeAll();
        if (list.followUps().isEmpty() && list.plannedDays().isEmpty() && list.elsewhere() == 0) {
            add(new EmptyState(
                    Glyph.FOOTPRINTS,
                    getTranslation("aftercare.empty.title"),
                    getTranslation("aftercare.empty.text"),
                    null));
        }
        var ways = desk.waysBack().of(grant);
        if (mayOpen(list, ways)) {
            var open = new BusyButton(getTranslation("aftercare.way-back.open"), Glyph.UNDO_2, () -> openWayBack(list));
            var head = new Div(open);
            head.addClassName("relais-aftercare-head");
            add(head);
        }
        ways.forEach(way -> add(new WayBackPanel(desk, words, grant, way, this::load)));
        list.followUps().forEach(row -> add(new FollowUpPanel(desk, words, grant, row, this::load)));
        addSummaries(list);
        if (list.elsewhere() > 0) {
            add(hint(getTranslation("aftercare.elsewhere", list.elsewhere())));
        }
        if (!list.followUps().isEmpty()) {
            var rule = desk.rule().now().rule();
            add(hint(getTranslation(
                    rule.approved() ? "aftercare.rule.approved" : "aftercare.rule.not-approved",
                    rule.source(),
                    rule.version())));
        }
    }

    private boolean mayOpen(FollowUpList list, List<WayBackRow> ways) {
        return grant.mayWrite(Section.PLAN)
                && ways.stream().noneMatch(WayBackRow::open)
                && list.followUps().stream().anyMatch(row -> grant.centres().contains(row.centre()));
    }

    private void openWayBack(FollowUpList list) {
        list.followUps().stream()
                .filter(row -> grant.centres().contains(row.centre()))
                .findFirst()
                .ifPresent(exit -> new WayBackDialog(desk, exit, goesOn(exit), command -> {
                            desk.waysBack()
                                    .open(
                                            desk.write(grant.person()),
                                            desk.access()
                                                    .grant(
                                                            grant.person(),
                                                            Section.ADMINISTRATIVE,
                                                            Right.WRITE,
                                                            Purpose.CARE),
                                            command);
                            Toast.success(getTranslation("aftercare.way-back.opened"));
                            load();
                        })
                        .open());
    }

    private boolean goesOn(FollowUpRow exit) {
        return desk.episodes().of(desk.access().grant(grant.person(), Section.RECORD)).stream()
                .anyMatch(episode -> episode.state().live() && episode.centre().equals(exit.centre()));
    }

    private void addSummaries(FollowUpList list) {
        if (!list.plannedDays().isEmpty()) {
            var planned = new UnorderedList();
            list.plannedDays()
                    .forEach(
                            day -> planned.add(new ListItem(getTranslation("aftercare.summary.day", words.date(day)))));
            add(new NoticeBar(Severity.INFO, getTranslation("aftercare.summary"), ""), planned);
        }
    }

    private static Paragraph hint(String text) {
        var hint = new Paragraph(text);
        hint.addClassNames("relais-meta", "relais-small-text");
        return hint;
    }
}
