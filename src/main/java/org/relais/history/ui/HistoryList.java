package org.relais.history.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.history.HistoryCursor;
import org.relais.history.HistoryRow;
import org.relais.shared.Slice;
import org.relais.uikit.BusyButton;

/** One kind of fact, page after page. Reads nothing before it is opened. */
final class HistoryList extends Div {

    private final transient HistoryWords words;
    private final transient Pages pages;
    private final UnorderedList list = new UnorderedList();
    private final BusyButton older;
    private transient @Nullable HistoryCursor last;
    private boolean opened;

    HistoryList(HistoryWords words, Pages pages) {
        this.words = words;
        this.pages = pages;
        addClassName("relais-history-list");
        older = new BusyButton(getTranslation("history.older"), this::showMore);
        older.setVisible(false);
        add(list, older);
    }

    /** Reads the first page, once. */
    void open() {
        if (opened) {
            return;
        }
        opened = true;
        showMore();
        if (list.getComponentCount() == 0) {
            list.setVisible(false);
            var nothing = new Paragraph(getTranslation("history.none"));
            nothing.addClassName("relais-secondary");
            add(nothing);
        }
    }

    private void showMore() {
        var page = pages.before(last);
        for (var row : page.rows()) {
            list.add(new ListItem(new HistoryItem(row, words)));
            last = row.cursor();
        }
        older.setVisible(page.more());
    }

    /** Where the rows come from. */
    interface Pages {

        Slice<? extends HistoryRow> before(@Nullable HistoryCursor cursor);
    }
}
