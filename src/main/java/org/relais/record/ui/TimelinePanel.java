package org.relais.record.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.relais.access.Grant;
import org.relais.record.EntryRow;
import org.relais.record.Timeline;
import org.relais.record.TimelineCounts;
import org.relais.record.TimelineFilter;
import org.relais.shared.EntryId;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;

/** The timeline with its filters: pages read by keyset as the reader comes near the end, and new entries as they come. */
final class TimelinePanel extends Div {

    private final transient Timeline timeline;
    private final transient Supplier<Grant> record;
    private final transient PageWords words;
    private final TimelineFilterBar filters;
    private final TimelineList list;
    private final Div end = new Div();
    private final Span news = new Span();
    private final String person;
    private final transient Consumer<TimelineCounts> counted;
    private final transient Consumer<List<EntryCard>> drawn;
    private boolean more;

    TimelinePanel(
            Timeline timeline,
            Supplier<Grant> record,
            PageWords words,
            TimelineCounts counts,
            String person,
            Function<EntryRow, EntryCard> draw,
            Consumer<TimelineCounts> counted,
            Consumer<List<EntryCard>> drawn) {
        this.timeline = timeline;
        this.record = record;
        this.words = words;
        this.person = person;
        this.counted = counted;
        this.drawn = drawn;
        addClassName("relais-timeline-panel");
        filters = new TimelineFilterBar(words, counts, this::reload);
        list = new TimelineList(words, draw);
        end.addClassName("relais-timeline-end");
        news.addClassName("relais-visually-hidden");
        news.getElement().setAttribute("aria-live", "polite");
        add(filters, news, list, end);
        load();
    }

    /** An entry is new, or has a new amendment. Shown when the grant and the filters let it through. */
    Optional<EntryRow> arrived(EntryId entry) {
        var grant = record.get();
        var row = timeline.entry(grant, entry);
        var known = list.card(entry).filter(card -> row.isPresent() && row.get().equals(card.row()));
        if (known.isPresent()) {
            // What its writer was shown at once comes to them as news, too
            drawn.accept(List.of(known.get()));
            return row;
        }
        var counts = timeline.counts(grant);
        filters.show(counts);
        counted.accept(counts);
        row.filter(this::wanted).ifPresent(this::put);
        return row;
    }

    /** The entries that are loaded. */
    List<EntryCard> cards() {
        return list.cards();
    }

    private void put(EntryRow row) {
        var fresh = !list.shows(row.id());
        if (list.size() == 0) {
            list.clear();
        }
        var card = list.put(row);
        drawn.accept(List.of(card));
        showEnd();
        if (fresh) {
            card.addClassName("relais-fresh");
            news.setText(getTranslation("record.news", words.name(row.author())));
        }
    }

    // What is older than the last page comes with its page.
    private boolean wanted(EntryRow row) {
        var filter = filters.filter();
        var last = Optional.ofNullable(list.last());
        var loaded =
                !more || last.isEmpty() || row.occurredAt().isAfter(last.get().occurredAt());
        return (loaded || list.shows(row.id())) && matches(filter, row);
    }

    private static boolean matches(TimelineFilter filter, EntryRow row) {
        return (filter.disciplines().isEmpty() || filter.disciplines().contains(row.discipline()))
                && (filter.types().isEmpty()
                        || (row.type() != null && filter.types().contains(row.type())));
    }

    /** What may be seen has changed: the entries are read again from the newest on, and counted. */
    void redraw() {
        var counts = timeline.counts(record.get());
        filters.show(counts);
        counted.accept(counts);
        reload();
    }

    private void reload() {
        list.clear();
        load();
    }

    private void loadOlder() {
        if (more) {
            load();
        }
    }

    private void load() {
        var page = timeline.page(record.get(), filters.filter(), list.last(), RecordReading.PAGE);
        more = page.more();
        drawn.accept(list.append(page.rows()));
        showEnd();
    }

    private void showEnd() {
        end.removeAll();
        if (more) {
            var older = new Button(getTranslation("record.older"), Glyph.ARROW_DOWN.create(), event -> loadOlder());
            older.addThemeName("tertiary");
            end.add(new Sentinel(this::loadOlder), older);
        } else if (list.size() == 0) {
            end.add(createEmpty());
        } else {
            var beginning = new Span(getTranslation("record.beginning"));
            beginning.addClassName("relais-meta");
            end.add(beginning);
        }
    }

    private EmptyState createEmpty() {
        if (filters.filter().isEmpty()) {
            return new EmptyState(
                    Glyph.FILE_TEXT, getTranslation("record.empty"), getTranslation("record.empty.text", person), null);
        }
        return new EmptyState(
                Glyph.SEARCH_X,
                getTranslation("record.filter.empty"),
                getTranslation("record.filter.empty.text"),
                new Button(getTranslation("record.filter.clear"), event -> filters.clear()));
    }
}
