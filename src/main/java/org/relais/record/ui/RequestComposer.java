package org.relais.record.ui;

import java.time.Clock;

import com.vaadin.flow.component.Component;

import org.relais.access.RecordReaders;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.record.RequestDetail;
import org.relais.record.Requests;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ComposerType;
import org.relais.uikit.Glyph;

/** Asking a colleague for something, from the record's composer. */
@org.springframework.stereotype.Component
class RequestComposer implements ComposerType {

    private final Requests requests;
    private final RecordReaders readers;
    private final Centres centres;
    private final Clock clock;

    RequestComposer(Requests requests, RecordReaders readers, Centres centres, Clock clock) {
        this.requests = requests;
        this.readers = readers;
        this.centres = centres;
        this.clock = clock;
    }

    // After what is written oneself
    @Override
    public int order() {
        return 400;
    }

    @Override
    public String labelKey() {
        return "record.entry.request";
    }

    @Override
    public Glyph glyph() {
        return Glyph.LIST_CHECKS;
    }

    @Override
    public Section section() {
        return Section.PLAN;
    }

    @Override
    public String form() {
        return RequestDetail.ASKED;
    }

    @Override
    public Component create(ComposerContext context) {
        var today = centres.centre(context.centre()).serviceDay().of(clock.instant());
        return new RequestForm(requests, context, readers.askable(context.record(), Section.PLAN), today.plusDays(1));
    }
}
