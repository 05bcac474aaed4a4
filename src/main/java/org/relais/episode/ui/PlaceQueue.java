package org.relais.episode.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.episode.PlaceOfferState;
import org.relais.episode.PlaceWaiting;
import org.relais.episode.Priority;
import org.relais.person.PersonRoutes;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.Severity;
import org.relais.shared.Slice;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** Who waits, most urgent first; one of them can be chosen, for whom a place is looked for. */
class PlaceQueue extends Section {

    private final transient PlaceWords words;
    private final transient Consumer<@Nullable PlaceWaiting> choose;
    private final Span count = new Span();
    private final OrderedList list = new OrderedList();
    private final Div rest = new Div();
    private final BusyButton further;
    private final transient List<Entry> entries = new ArrayList<>();
    private transient @Nullable Slice<PlaceWaiting> shown;

    PlaceQueue(PlaceWords words, Consumer<@Nullable PlaceWaiting> choose, Runnable more) {
        this.words = words;
        this.choose = choose;
        addClassName("relais-places-queue");
        var title = getTranslation("episode.waiting.title");
        setAriaLabel(title);
        count.addClassNames("relais-meta", "relais-numeric");
        list.addClassName("relais-places-rows");
        further = new BusyButton(getTranslation("episode.waiting.more"), more);
        add(new Header(new H2(title), count), list, rest, further);
    }

    /** @param own the centres whose people may be offered a place from here */
    void show(Slice<PlaceWaiting> rows, Set<CentreId> own, @Nullable EpisodeId chosen) {
        if (!rows.equals(shown)) {
            shown = rows;
            list.removeAll();
            entries.clear();
            for (var row : rows.rows()) {
                var entry = new Entry(row, own.contains(row.centre()));
                entries.add(entry);
                list.add(entry.item);
            }
            rest.removeAll();
            if (entries.isEmpty()) {
                rest.add(new EmptyState(
                        Glyph.CIRCLE_CHECK,
                        getTranslation("episode.places.queue.empty"),
                        getTranslation("episode.places.queue.empty.text"),
                        null));
            }
            further.setVisible(rows.more());
            count.setText(getTranslation(
                    rows.more() ? "episode.places.queue.first" : "episode.places.queue.count", entries.size()));
        }
        mark(chosen);
    }

    void mark(@Nullable EpisodeId chosen) {
        entries.forEach(entry -> entry.mark(entry.row.id().equals(chosen)));
    }

    /** One line; its button is pressed while a place is looked for. */
    private final class Entry {

        private final PlaceWaiting row;
        private final ListItem item;
        private final @Nullable Button find;
        private boolean chosen;

        Entry(PlaceWaiting row, boolean own) {
            this.row = row;
            this.item = new ListItem();
            var head = new Div(name(), days());
            head.addClassName("relais-places-head");
            if (row.priority() != Priority.NORMAL) {
                head.addComponentAsFirst(EpisodeCard.priorityBadge(
                        row.priority(), words.say(row.priority().key())));
            }
            var where = new Span(words.unit(row.unit()));
            where.addClassName("relais-secondary");
            item.add(head, where);
            if (row.reason() != null) {
                var why = new Paragraph(row.reason());
                why.addClassName("relais-places-why");
                item.add(why);
            }
            find = foot(own);
        }

        private @Nullable Button foot(boolean own) {
            var offer = row.offer();
            if (offer != null) {
                item.add(
                        offer == PlaceOfferState.ACCEPTED
                                ? new SeverityBadge(Severity.OK, Glyph.USER_CHECK, words.say(offer.key()))
                                : new SeverityBadge(Severity.INFO, Glyph.SEND, words.say(offer.key())));
                return null;
            }
            if (row.name() == null || !own) {
                var why = new Span(Glyph.INFO.create(), new Span(words.say("episode.places.theirs")));
                why.addClassNames("relais-meta", "relais-places-theirs");
                item.add(why);
                return null;
            }
            var button = new Button(words.say("episode.places.find"), Glyph.BED_DOUBLE.create());
            button.addThemeName("small");
            button.setAriaLabel(words.say("episode.places.find.long", words.person(row)));
            button.getElement().setAttribute("aria-pressed", "false");
            button.addClickListener(_ -> choose.accept(chosen ? null : row));
            item.add(button);
            return button;
        }

        private Component name() {
            var name = row.name();
            if (name == null) {
                var nameless = new Span(words.person(row));
                nameless.addClassName("relais-secondary");
                return nameless;
            }
            var link = new Anchor(PersonRoutes.record(name.person()), name.display());
            link.addClassName("relais-strong");
            return link;
        }

        private Component days() {
            var days = new Span(words.say("episode.waiting.days", row.days()));
            days.addClassNames("relais-numeric", "relais-places-days");
            days.setTitle(words.say(
                    "episode.line.waiting", words.formats(row.centre()).date(row.since())));
            return days;
        }

        void mark(boolean now) {
            chosen = now;
            item.setClassName("relais-selected", now);
            if (find != null) {
                find.getElement().setAttribute("aria-pressed", String.valueOf(now));
            }
        }
    }
}
