package org.relais.assessment.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;

import org.relais.shared.InvalidInput;

/** When something was observed, in the centre's time zone: the minute in which the form was opened unless changed. */
class ObservationTime extends DateTimePicker {

    private final ZoneId zone;
    private final LocalDateTime opened;

    @SuppressWarnings("this-escape")
    ObservationTime(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.opened = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
        setLabel(getTranslation("assessment.form.observed"));
        setLocale(getLocale());
        setValue(opened);
    }

    /**
     * The chosen time. A time that the clock change leaves out moves forward.
     *
     * @throws InvalidInput when it was emptied
     */
    Instant instant() {
        var chosen = getValue();
        if (chosen == null) {
            throw new InvalidInput("occurredAt", "shared.error.required");
        }
        return chosen.atZone(zone).toInstant();
    }

    /** The chosen time for a draft; empty while it is the time of opening. */
    String draft() {
        var chosen = getValue();
        return chosen == null || chosen.equals(opened) ? "" : chosen.toString();
    }

    void restore(String draft) {
        if (!draft.isEmpty()) {
            setValue(LocalDateTime.parse(draft));
        }
    }
}
