package org.relais.history.ui;

import java.util.HashMap;
import java.util.Map;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.history.History;
import org.relais.history.HistoryCursor;
import org.relais.history.HistoryRow;
import org.relais.shared.Severity;
import org.relais.shared.Slice;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;

/** The history in tabs; each reads its first page when it is opened for the first time. */
final class HistoryPanel extends Div {

    private static final int PAGE = 20;

    private final transient History history;
    private final transient AccessService access;
    private final transient HistoryWords words;
    private final TabSheet tabs = new TabSheet();
    private final transient Map<Tab, HistoryList> lists = new HashMap<>();
    private transient Grant grant;

    HistoryPanel(History history, AccessService access, Centres centres, Grant grant) {
        this.history = history;
        this.access = access;
        this.grant = grant;
        var zone = centres.all().stream()
                .filter(centre -> grant.centres().contains(centre.id()))
                .findFirst()
                .orElseThrow()
                .serviceDay()
                .zone();
        this.words = new HistoryWords(this::getTranslation, new Formats(getLocale(), zone), getLocale());
        addClassName("relais-history");
        var subtitle = new Paragraph(getTranslation("history.section.subtitle"));
        subtitle.addClassName("relais-secondary");
        add(subtitle);
        show();
    }

    private void show() {
        var overview = history.overview(grant);
        if (!overview.any()) {
            add(new EmptyState(
                    Glyph.HISTORY, getTranslation("history.empty.title"), getTranslation("history.empty.text"), null));
            return;
        }
        if (!overview.readable()) {
            add(notice(grant.locked(Section.MEDICAL) ? "history.locked" : "history.summary"));
            return;
        }
        if (overview.elsewhere()) {
            add(notice("history.elsewhere"));
        }
        addTab(
                "history.tab.active",
                overview.activeProblems(),
                (pass, before) -> history.problems(pass, true, before, PAGE));
        addTab(
                "history.tab.past",
                overview.pastProblems(),
                (pass, before) -> history.problems(pass, false, before, PAGE));
        addTab(
                "history.tab.medication",
                overview.medication(),
                (pass, before) -> history.medication(pass, before, PAGE));
        addTab(
                "history.tab.encounters",
                overview.encounters(),
                (pass, before) -> history.encounters(pass, before, PAGE));
        addTab(
                "history.tab.observations",
                overview.observations(),
                (pass, before) -> history.observations(pass, before, PAGE));
        tabs.addSelectedChangeListener(event -> open(event.getSelectedTab()));
        open(tabs.getSelectedTab());
        add(tabs);
    }

    private void addTab(String key, int count, Reading reading) {
        var list = new HistoryList(words, before -> {
            grant = access.fresh(grant);
            return reading.page(grant, before);
        });
        lists.put(tabs.add(getTranslation("history.tab.count", getTranslation(key), count), list), list);
    }

    private void open(@Nullable Tab tab) {
        var list = tab == null ? null : lists.get(tab);
        if (list != null) {
            list.open();
        }
    }

    private NoticeBar notice(String key) {
        return new NoticeBar(Severity.INFO, getTranslation(key + ".title"), getTranslation(key + ".text"));
    }

    /** One page of one tab. */
    private interface Reading {

        Slice<? extends HistoryRow> page(Grant grant, @Nullable HistoryCursor before);
    }
}
