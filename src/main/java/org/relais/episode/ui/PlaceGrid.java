package org.relais.episode.ui;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Bed;
import org.relais.centre.Unit;
import org.relais.episode.BedCondition;
import org.relais.episode.BedReservation;
import org.relais.episode.BedRow;
import org.relais.episode.EpisodeKind;
import org.relais.episode.ExpectedFree;
import org.relais.episode.PlaceBoard;
import org.relais.episode.PlaceOffer;
import org.relais.episode.PlaceOfferState;
import org.relais.episode.PlaceUnit;
import org.relais.episode.PlaceWaiting;
import org.relais.shared.BedReservationId;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** The places, unit by unit: free now, being cleaned, kept for whom until when, and what becomes free on which day. */
class PlaceGrid extends Div {

    private final transient PlaceWords words;
    private final transient Offering offering;

    PlaceGrid(PlaceWords words, Offering offering) {
        this.words = words;
        this.offering = offering;
        addClassName("relais-places-units");
    }

    /** @param chosen for whom a place is looked for */
    void show(PlaceBoard board, @Nullable PlaceWaiting chosen) {
        Map<BedReservationId, PlaceOffer> offers = board.offers().stream()
                .filter(offer -> offer.state().live())
                .collect(Collectors.toMap(
                        offer -> new BedReservationId(offer.id().value()), offer -> offer));
        removeAll();
        board.units().stream()
                .filter(unit -> !unit.beds().isEmpty() || suits(unit.unit(), chosen))
                .sorted((one, other) -> Boolean.compare(asked(other.unit(), chosen), asked(one.unit(), chosen)))
                .forEach(unit -> add(panel(unit, offers, chosen)));
    }

    private Panel panel(PlaceUnit unit, Map<BedReservationId, PlaceOffer> offers, @Nullable PlaceWaiting chosen) {
        var panel = new Panel(words.unit(unit.unit().id()));
        var open = suits(unit.unit(), chosen) ? chosen : null;
        if (unit.beds().isEmpty()) {
            panel.addContent(beyond(unit.unit(), words.today(unit.unit().centre()), open));
            return panel;
        }
        var free = of(unit, BedCondition.READY);
        var cleaned = of(unit, BedCondition.TO_CLEAN);
        var kept = unit.beds().stream()
                .filter(row -> !row.taken() && row.state().reservation() != null)
                .toList();
        var closed = of(unit, BedCondition.CLOSED).size();
        var counts = new Span(
                words.say("episode.places.counts", free.size(), unit.beds().size() - closed));
        counts.addClassNames("relais-secondary", "relais-numeric");
        panel.addToHeader(counts);
        if (asked(unit.unit(), chosen)) {
            panel.addContent(
                    new Div(new SeverityBadge(Severity.INFO, Glyph.HOURGLASS, words.say("episode.places.asked"))));
        }
        group(
                panel,
                "episode.places.free",
                free.stream().map(row -> free(row, open)).toList());
        group(
                panel,
                "episode.places.cleaned",
                cleaned.stream().map(row -> free(row, open)).toList());
        group(
                panel,
                "episode.places.kept",
                kept.stream().map(row -> kept(row, unit.unit(), offers)).toList());
        expected(panel, unit, open);
        if (free.isEmpty()
                && cleaned.isEmpty()
                && kept.isEmpty()
                && unit.expected().isEmpty()) {
            var full = new Span(words.say("episode.places.full"));
            full.addClassName("relais-secondary");
            panel.addContent(full);
        }
        return panel;
    }

    private void group(Panel panel, String key, List<ListItem> items) {
        if (items.isEmpty()) {
            return;
        }
        var list = new UnorderedList(items.toArray(ListItem[]::new));
        list.addClassName("relais-places-beds");
        list.getElement().setAttribute("aria-label", words.say(key));
        panel.addContent(new H3(words.say(key)), list);
    }

    private void expected(Panel panel, PlaceUnit unit, @Nullable PlaceWaiting open) {
        if (unit.expected().isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("relais-places-days-list");
        list.getElement().setAttribute("aria-label", words.say("episode.places.expected"));
        Map<LocalDate, List<ExpectedFree>> days = unit.expected().stream()
                .collect(Collectors.groupingBy(ExpectedFree::on, LinkedHashMap::new, Collectors.toList()));
        days.forEach((on, some) -> list.add(day(unit.unit(), on, some, open)));
        panel.addContent(new H3(words.say("episode.places.expected")), list);
    }

    private ListItem day(Unit unit, LocalDate on, List<ExpectedFree> some, @Nullable PlaceWaiting open) {
        var head = new Span(words.dayHead(unit, on));
        head.addClassNames("relais-strong", "relais-numeric", "relais-places-day");
        var item = new ListItem(head);
        if (some.getFirst().daysLeft() < 0) {
            item.add(new SeverityBadge(Severity.WARNING, Glyph.CLOCK_ALERT, words.say("episode.places.passed")));
        }
        var beds = new Span(some.stream()
                .map(one -> one.name() == null
                        ? one.bed().label()
                        : words.say(
                                "episode.places.leaves",
                                one.bed().label(),
                                one.name().display()))
                .collect(Collectors.joining(", ")));
        beds.addClassName("relais-grow");
        item.add(beds);
        if (open != null) {
            var today = words.today(unit.centre());
            item.add(beyond(unit, on.isBefore(today) ? today : on, open));
        }
        return item;
    }

    private ListItem free(BedRow row, @Nullable PlaceWaiting open) {
        var item = new ListItem(label(row.bed()));
        if (open != null) {
            var unit = offering.unit(row);
            var button = new Button(
                    words.say("episode.places.offer"),
                    _ -> offering.offer(open, unit, row.bed(), words.today(unit.centre())));
            button.addThemeName("small");
            button.addThemeName("primary");
            button.setAriaLabel(words.say("episode.places.offer.long", row.bed().label(), words.person(open)));
            item.add(button);
        }
        return item;
    }

    private Component beyond(Unit unit, LocalDate from, @Nullable PlaceWaiting open) {
        if (open == null) {
            return new Span();
        }
        var button = new Button(words.say("episode.places.offer"), _ -> offering.offer(open, unit, null, from));
        button.addThemeName("small");
        button.setAriaLabel(words.say(
                "episode.places.offer.unit", words.person(open), words.unit(unit.id()), words.dayHead(unit, from)));
        return button;
    }

    private ListItem kept(BedRow row, Unit unit, Map<BedReservationId, PlaceOffer> offers) {
        var kept = Objects.requireNonNull(row.state().reservation());
        var offer = offers.get(kept.id());
        var who = new Span(who(kept, offer));
        who.addClassName("relais-places-who");
        var until = new Span(
                offer == null
                        ? words.say("episode.places.awaited", words.moment(unit.centre(), kept.expectedAt()))
                        : words.say(
                                offer.state() == PlaceOfferState.ACCEPTED
                                        ? "episode.places.comes"
                                        : "episode.places.until",
                                offer.state() == PlaceOfferState.ACCEPTED
                                        ? words.day(unit.centre(), offer.beginsOn())
                                        : words.moment(unit.centre(), offer.holdsUntil())));
        until.addClassNames("relais-meta", "relais-numeric");
        var item = new ListItem(label(row.bed()), who, until);
        item.addClassName("relais-places-kept");
        return item;
    }

    private String who(BedReservation kept, @Nullable PlaceOffer offer) {
        if (kept.words() != null) {
            return kept.words();
        }
        if (kept.name() != null) {
            return kept.name().display();
        }
        return offer == null ? words.say("episode.bed.reserved") : words.person(offer);
    }

    private static Span label(Bed bed) {
        var label = new Span(bed.label());
        label.addClassNames("relais-strong", "relais-numeric", "relais-places-bed");
        return label;
    }

    private static List<BedRow> of(PlaceUnit unit, BedCondition condition) {
        return unit.beds().stream()
                .filter(row -> !row.taken()
                        && row.state().reservation() == null
                        && row.state().condition() == condition)
                .toList();
    }

    private static boolean suits(Unit unit, @Nullable PlaceWaiting chosen) {
        return chosen != null && unit.kind().inpatient() == (chosen.kind() == EpisodeKind.INPATIENT);
    }

    private static boolean asked(Unit unit, @Nullable PlaceWaiting chosen) {
        return chosen != null && unit.id().equals(chosen.unit());
    }

    /** What a click on a place does. */
    interface Offering {

        Unit unit(BedRow row);

        void offer(PlaceWaiting chosen, Unit unit, @Nullable Bed bed, LocalDate from);
    }
}
