package org.relais.episode.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

import org.relais.centre.Bed;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeEventRow;
import org.relais.episode.EpisodeRow;
import org.relais.shared.EpisodeId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;

/** What was done, newest first: when, what, where, by whom. */
class EpisodeHistory extends OrderedList {

    EpisodeHistory(
            List<EpisodeEventRow> events,
            List<EpisodeRow> episodes,
            EpisodeWords words,
            Centres centres,
            StaffDirectory staff) {
        addClassName("relais-episode-history");
        Map<EpisodeId, EpisodeRow> byId = episodes.stream().collect(Collectors.toMap(EpisodeRow::id, row -> row));
        for (var event : events) {
            var episode = byId.get(event.episode());
            if (episode != null) {
                add(line(event, episode, words, centres, staff));
            }
        }
    }

    private ListItem line(
            EpisodeEventRow event, EpisodeRow episode, EpisodeWords words, Centres centres, StaffDirectory staff) {
        var time = new Span(words.formats(episode.centre()).dateTime(event.at()));
        time.addClassNames("relais-meta", "relais-numeric");
        var what = new Span(getTranslation(event.act().key()));
        what.addClassName("relais-strong");
        var where = new ArrayList<String>();
        centres.unit(event.unit()).map(Unit::name).ifPresent(where::add);
        var bed = event.bed();
        if (bed != null) {
            centres.bed(bed)
                    .map(Bed::label)
                    .map(label -> getTranslation("episode.line.in-bed", label))
                    .ifPresent(where::add);
        }
        if (event.endReason() != null) {
            where.add(getTranslation(event.endReason().key()));
        }
        if (event.note() != null) {
            where.add(event.note());
        }
        var place = new Span(String.join(" · ", where));
        place.addClassName("relais-grow");
        var by = event.by();
        var who = new Span(
                by == null
                        ? getTranslation("episode.by-task")
                        : staff.find(by).map(StaffCard::name).orElse(""));
        who.addClassName("relais-meta");
        return new ListItem(time, what, place, who);
    }
}
