package org.relais.escalation.ui;

import com.vaadin.flow.component.Component;

import org.relais.record.page.RecordBanner;
import org.relais.record.page.RecordContext;

/** Puts the open alarms above a record. */
@org.springframework.stereotype.Component
class AlarmBanner implements RecordBanner {

    private final AlarmDesk desk;
    private final AlarmWords words;

    AlarmBanner(AlarmDesk desk, AlarmWords words) {
        this.desk = desk;
        this.words = words;
    }

    @Override
    public Component create(RecordContext context) {
        return new RecordAlarms(desk, words, context);
    }
}
