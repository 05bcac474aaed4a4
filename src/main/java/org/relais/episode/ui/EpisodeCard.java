package org.relais.episode.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.relais.access.EntryLevel;
import org.relais.episode.EpisodeRow;
import org.relais.episode.EpisodeState;
import org.relais.episode.Priority;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** One episode: where, in which state, since when, and the acts that are open to the reader. */
class EpisodeCard extends Article {

    EpisodeCard(EpisodeRow episode, EpisodeWords words, Component... acts) {
        addClassNames(
                "relais-episode-card", "relais-episode-" + (episode.state().live() ? "live" : "closed"));
        var tile = new Span(EpisodeWords.glyph(episode).create());
        tile.addClassNames("relais-tile", "relais-administrative");
        var head = new Div(new H3(words.title(episode)), badge(episode));
        head.addClassName("relais-row");
        var body = new Div(head, new Paragraph(words.state(episode)));
        body.addClassName("relais-grow");
        describe(episode, body);
        add(tile, body);
        if (acts.length > 0) {
            var buttons = new Div(acts);
            buttons.addClassName("relais-actions");
            add(buttons);
        }
    }

    private void describe(EpisodeRow episode, Div body) {
        if (episode.level() == EntryLevel.EXISTENCE) {
            body.add(secondary(getTranslation("episode.elsewhere")));
        }
        if (episode.state() == EpisodeState.WAITING && episode.reason() != null) {
            body.add(secondary(episode.reason()));
        }
        if (episode.endReason() != null) {
            var destination = episode.destination();
            body.add(secondary(
                    destination == null
                            ? getTranslation(episode.endReason().key())
                            : getTranslation(
                                    "episode.line.end",
                                    getTranslation(episode.endReason().key()),
                                    getTranslation(destination.key()))));
        }
    }

    private static Paragraph secondary(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("relais-secondary");
        return paragraph;
    }

    private Component badge(EpisodeRow episode) {
        var priority = episode.priority();
        if (episode.state() == EpisodeState.WAITING && priority != null) {
            return priorityBadge(priority, getTranslation(priority.key()));
        }
        var severity = episode.state() == EpisodeState.OPEN ? Severity.OK : Severity.NEUTRAL;
        return new SeverityBadge(
                severity,
                EpisodeWords.glyph(episode),
                getTranslation(episode.state().key()));
    }

    static SeverityBadge priorityBadge(Priority priority, String word) {
        return switch (priority) {
            case HIGH -> new SeverityBadge(Severity.WARNING, Glyph.ARROW_UP, word);
            case NORMAL -> new SeverityBadge(Severity.NEUTRAL, Glyph.ARROW_RIGHT, word);
            case LOW -> new SeverityBadge(Severity.NEUTRAL, Glyph.ARROW_DOWN, word);
        };
    }
}
