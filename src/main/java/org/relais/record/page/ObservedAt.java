package org.relais.record.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;

import org.relais.uikit.Glyph;

/**
 * When something was observed, in the centre's time zone: now, unless the author says otherwise. The time of entry is
 * set when it is signed.
 */
public class ObservedAt extends Div {

    private final Button now;
    private final DateTimePicker picker = new DateTimePicker();
    private final ZoneId zone;
    private final transient Clock clock;

    public ObservedAt(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
        addClassName("relais-observed-at");
        now = new Button(getTranslation("record.observed.now"), Glyph.CLOCK.create(), event -> choose());
        now.addThemeName("tertiary");
        picker.setLabel(getTranslation("record.observed"));
        picker.setLocale(getLocale());
        picker.setVisible(false);
        add(now, picker);
    }

    /** The field, for its errors. */
    public DateTimePicker field() {
        return picker;
    }

    /** The chosen time, or now. A time that the clock change leaves out moves forward. */
    public Instant value() {
        var chosen = picker.isVisible() ? picker.getValue() : null;
        return chosen == null ? clock.instant() : chosen.atZone(zone).toInstant();
    }

    /** The chosen local time for a draft; empty while it is now. */
    public String draft() {
        var chosen = picker.isVisible() ? picker.getValue() : null;
        return chosen == null ? "" : chosen.toString();
    }

    /** Puts back what {@link #draft} gave. */
    public void restore(String draft) {
        if (!draft.isEmpty()) {
            choose();
            picker.setValue(LocalDateTime.parse(draft));
        }
    }

    private void choose() {
        now.setVisible(false);
        picker.setVisible(true);
        picker.setValue(
                LocalDateTime.ofInstant(clock.instant(), zone).withSecond(0).withNano(0));
    }
}
