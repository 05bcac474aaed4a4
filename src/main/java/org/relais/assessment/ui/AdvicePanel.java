package org.relais.assessment.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.assessment.Instrument;
import org.relais.assessment.page.ScoreAdvice;
import org.relais.shared.CentreId;

/** What other rooms say beside the form: provisional until every item is rated. */
class AdvicePanel extends Section {

    private final transient List<ScoreAdvice> advice;
    private final transient List<ScoreAdvice.Beside> parts = new ArrayList<>();
    private final Div body = new Div();
    private final Span provisional = new Span(getTranslation("assessment.advice.provisional"));

    AdvicePanel(List<ScoreAdvice> advice) {
        this.advice = advice.stream()
                .sorted(Comparator.comparingInt(ScoreAdvice::order))
                .toList();
        addClassName("relais-advice");
        setAriaLabel(getTranslation("assessment.advice"));
        provisional.addClassNames("relais-meta", "relais-small-text");
        var head = new Div(new H3(getTranslation("assessment.advice")), provisional);
        head.addClassName("relais-advice-head");
        body.addClassName("relais-advice-body");
        var judgement = new Paragraph(getTranslation("assessment.advice.judgement"));
        judgement.addClassNames("relais-meta", "relais-small-text");
        add(head, body, judgement);
        setVisible(false);
    }

    /** Asks the rooms anew, for another instrument. */
    void open(Grant grant, Instrument instrument, CentreId centre) {
        parts.clear();
        body.removeAll();
        for (var one : advice) {
            one.beside(grant, instrument, centre).ifPresent(part -> {
                parts.add(part);
                body.add(part.component());
            });
        }
        setVisible(!parts.isEmpty());
    }

    void rated(@Nullable Integer total, @Nullable String band) {
        provisional.setVisible(band == null);
        parts.forEach(part -> part.rated(total, band));
    }
}
