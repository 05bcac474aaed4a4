package org.relais.record.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.relais.centre.Bed;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeKind;
import org.relais.episode.EpisodeRow;
import org.relais.uikit.Glyph;

/** The live episodes in one line: unit, bed and day of a stay, or since when a follow-up runs. */
final class EpisodeLine extends Div {

    private final transient PageWords words;

    EpisodeLine(List<EpisodeRow> episodes, PageWords words) {
        this.words = words;
        addClassName("relais-strip-episodes");
        var live = episodes.stream().filter(episode -> episode.state().live()).toList();
        live.stream().map(this::createEpisode).forEach(this::add);
        if (live.isEmpty()) {
            add(new Span(getTranslation("record.episode.none")));
        }
    }

    private Component createEpisode(EpisodeRow episode) {
        var inpatient = episode.kind() == EpisodeKind.INPATIENT;
        var unit = episode.unit() == null
                ? getTranslation(episode.kind().key())
                : words.centres().unit(episode.unit()).map(Unit::name).orElse("");
        var name = new Span(unit);
        name.addClassName("relais-strong");
        var line = new Span((inpatient ? Glyph.BED_DOUBLE : Glyph.FOOTPRINTS).create(), name, new Span(place(episode)));
        line.addClassName("relais-strip-episode");
        return line;
    }

    private String place(EpisodeRow episode) {
        var centre = words.centre(episode.centre());
        return switch (episode.state()) {
            case OPEN ->
                episode.kind() == EpisodeKind.INPATIENT
                        ? stay(episode) + " · " + centre
                        : getTranslation(
                                "record.episode.since", centre, words.formats().date(episode.since()));
            case ENQUIRY, WAITING, CLOSED -> getTranslation(episode.state().key()) + " · " + centre;
        };
    }

    private String stay(EpisodeRow episode) {
        var day = getTranslation("record.episode.day", episode.day());
        return episode.bed() == null
                ? day
                : words.centres()
                        .bed(episode.bed())
                        .map(Bed::label)
                        .map(bed -> getTranslation("record.episode.bed", bed) + ", " + day)
                        .orElse(day);
    }
}
