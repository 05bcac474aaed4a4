package org.relais.assessment.ui;

import java.time.Clock;
import java.util.List;

import com.vaadin.flow.component.Component;

import org.relais.assessment.Assessments;
import org.relais.assessment.Definitions;
import org.relais.assessment.EntryTypes;
import org.relais.assessment.page.ScoreAdvice;
import org.relais.centre.Centres;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ObservedAt;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;

/** Offers every instrument in force to physicians and nurses. */
@org.springframework.stereotype.Component
class InstrumentComposer extends WardComposer {

    private final Assessments assessments;
    private final Definitions definitions;
    private final List<ScoreAdvice> advice;

    InstrumentComposer(
            Assessments assessments, Definitions definitions, List<ScoreAdvice> advice, Centres centres, Clock clock) {
        super(centres, clock);
        this.assessments = assessments;
        this.definitions = definitions;
        this.advice = advice;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String labelKey() {
        return "assessment.composer.instrument";
    }

    @Override
    public Glyph glyph() {
        return Glyph.CLIPBOARD_LIST;
    }

    @Override
    public String form() {
        return EntryTypes.INSTRUMENT;
    }

    @Override
    Component create(ComposerContext context, ObservedAt observed, Formats formats) {
        return new InstrumentForm(
                definitions.offered(context.centre()),
                assessments,
                context,
                observed,
                formats,
                country(context),
                new InstrumentForm.Beside(null, advice),
                null);
    }
}
