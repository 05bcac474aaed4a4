package org.relais.escalation.ui;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessDenied;
import org.relais.access.Section;
import org.relais.escalation.Alarm;
import org.relais.escalation.AlarmNews;
import org.relais.escalation.Asked;
import org.relais.escalation.EscalationRoutes;
import org.relais.record.page.RecordContext;

/** The open alarms above a record, as they stand now. */
final class RecordAlarms extends Div {

    private static final int MOST = 2;

    private final transient AlarmDesk desk;
    private final transient AlarmWords words;
    private final transient RecordContext context;
    private transient List<Alarm> shown = List.of();
    private transient AlarmNews.@Nullable Subscription subscription;

    RecordAlarms(AlarmDesk desk, AlarmWords words, RecordContext context) {
        this.desk = desk;
        this.words = words;
        this.context = context;
        addClassName("relais-alarms");
        getElement().setAttribute("role", "log");
        getElement().setAttribute("aria-live", "assertive");
        getElement().setAttribute("aria-label", getTranslation("escalation.open"));
        refresh();
    }

    /** Reads again; what stands there already is not read out again. */
    void refresh() {
        var record = context.record();
        var open = desk.escalations().open(record);
        if (subscription != null) {
            subscription.wakeAt(next(open));
        }
        if (open.equals(shown)) {
            return;
        }
        shown = open;
        removeAll();
        var acts = record.mayWrite(Section.MEDICAL) ? new AlarmActs(desk, words, getLocale(), this::refresh) : null;
        open.stream().limit(MOST).forEach(alarm -> add(AlarmBar.of(alarm, null, words, acts, getLocale())));
        if (open.size() > MOST) {
            var more = new Anchor(
                    EscalationRoutes.ofPerson(record.person()), getTranslation("escalation.more", open.size() - MOST));
            more.addClassName("relais-small-text");
            add(more);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        subscription = desk.news().listen(context.record(), () -> {
            var _ = ui.access(this::refreshIfSignedIn);
        });
        subscription.wakeAt(next(shown));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    /** When somebody else is asked next, if nobody answers. */
    static @Nullable Instant next(List<Alarm> alarms) {
        return alarms.stream()
                .map(Alarm::asked)
                .filter(Objects::nonNull)
                .map(Asked::until)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    // News can come to a window whose session has just ended, or whose reader has just lost the record
    private void refreshIfSignedIn() {
        try {
            if (desk.signedIn()) {
                refresh();
            }
        } catch (AccessDenied withdrawn) {
            removeAll();
        }
    }
}
