package org.relais.record.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.jspecify.annotations.Nullable;

import org.relais.record.Cursor;
import org.relais.record.EntryRow;
import org.relais.shared.EntryId;

/** The loaded entries under their days, newest first. */
final class TimelineList extends Div {

    private final transient PageWords words;
    private final transient Function<EntryRow, EntryCard> draw;
    private final List<EntryCard> cards = new ArrayList<>();
    private final transient Map<LocalDate, Div> days = new HashMap<>();

    TimelineList(PageWords words, Function<EntryRow, EntryCard> draw) {
        this.words = words;
        this.draw = draw;
        addClassName("relais-timeline");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("record.timeline"));
    }

    int size() {
        return cards.size();
    }

    boolean shows(EntryId entry) {
        return card(entry).isPresent();
    }

    Optional<EntryCard> card(EntryId entry) {
        return cards.stream().filter(card -> card.row().id().equals(entry)).findFirst();
    }

    /** Where to read on; null before the first page. */
    @Nullable
    Cursor last() {
        return cards.isEmpty() ? null : cards.getLast().row().cursor();
    }

    /** Takes everything off. */
    void clear() {
        cards.clear();
        days.clear();
        removeAll();
    }

    List<EntryCard> cards() {
        return List.copyOf(cards);
    }

    /** Adds a page at the end. */
    List<EntryCard> append(List<EntryRow> rows) {
        var from = cards.size();
        rows.forEach(row -> insert(draw.apply(row), cards.size()));
        return List.copyOf(cards.subList(from, cards.size()));
    }

    /** Puts an entry in its place by time, or draws it anew where it stands. */
    EntryCard put(EntryRow row) {
        remove(row.id());
        var card = draw.apply(row);
        insert(card, place(row));
        return card;
    }

    private void insert(EntryCard card, int at) {
        var day = words.formats().day(card.row().occurredAt());
        var group = days.get(day);
        if (group == null) {
            group = createDay(day, at);
        }
        var within = cards.subList(0, at).stream()
                .filter(other -> words.formats().day(other.row().occurredAt()).equals(day))
                .count();
        // The first child is the day's heading.
        group.addComponentAtIndex((int) within + 1, card);
        cards.add(at, card);
    }

    private Div createDay(LocalDate day, int at) {
        var head = new H2(words.formats().dayHead(day, words.today()));
        head.addClassName("relais-day");
        var group = new Div(head);
        group.addClassName("relais-day-group");
        var daysBefore = cards.subList(0, at).stream()
                .map(card -> words.formats().day(card.row().occurredAt()))
                .distinct()
                .count();
        addComponentAtIndex((int) daysBefore, group);
        days.put(day, group);
        return group;
    }

    private void remove(EntryId entry) {
        card(entry).ifPresent(card -> {
            cards.remove(card);
            card.removeFromParent();
            var day = words.formats().day(card.row().occurredAt());
            var group = days.get(day);
            if (group != null && group.getComponentCount() == 1) {
                group.removeFromParent();
                days.remove(day);
            }
        });
    }

    // Ids of the same microsecond are ordered by their text, as the database orders them.
    private int place(EntryRow row) {
        var at = 0;
        while (at < cards.size() && newer(cards.get(at).row(), row)) {
            at++;
        }
        return at;
    }

    private static boolean newer(EntryRow one, EntryRow other) {
        var byTime = one.occurredAt().compareTo(other.occurredAt());
        return byTime == 0 ? one.id().toString().compareTo(other.id().toString()) > 0 : byTime > 0;
    }
}
