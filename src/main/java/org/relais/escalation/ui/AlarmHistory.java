package org.relais.escalation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessDenied;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.escalation.Alarm;
import org.relais.escalation.AlarmCursor;
import org.relais.escalation.AlarmNews;
import org.relais.escalation.AlarmState;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;

/** All alarms of one person, the newest first. */
final class AlarmHistory extends Div {

    private static final int PAGE = 20;

    private final transient AlarmDesk desk;
    private final transient AlarmWords words;
    private final Panel panel = new Panel(getTranslation("escalation.history")).flush();
    private transient Grant grant;
    private transient AlarmNews.@Nullable Subscription subscription;

    AlarmHistory(AlarmDesk desk, AlarmWords words, Grant grant) {
        this.desk = desk;
        this.words = words;
        this.grant = grant;
        addClassNames("relais-column", "relais-alarm-history");
        if (mayWrite()) {
            var event = new BusyButton(getTranslation("escalation.event.record"), Glyph.PLUS, this::recordEvent);
            panel.addToHeader(event);
        }
        add(panel);
        load();
    }

    private boolean mayWrite() {
        return grant.mayWrite(Section.MEDICAL) && !grant.centres().isEmpty();
    }

    private void load() {
        panel.clearContent();
        var list = new UnorderedList();
        list.addClassName("relais-alarm-list");
        panel.addContent(list);
        showPage(list, null);
        if (list.getChildren().findAny().isEmpty()) {
            panel.clearContent();
            panel.addContent(new EmptyState(
                    Glyph.SIREN,
                    getTranslation("escalation.history.empty.title"),
                    getTranslation("escalation.history.empty.text"),
                    null));
        }
    }

    private void showPage(UnorderedList list, @Nullable AlarmCursor before) {
        grant = desk.fresh(grant);
        var page = desk.escalations().history(grant, before, PAGE);
        page.rows().forEach(alarm -> list.add(line(alarm)));
        if (page.more()) {
            var last = page.rows().getLast();
            var place = new Div();
            place.add(new BusyButton(getTranslation("escalation.history.older"), () -> {
                place.removeFromParent();
                showPage(list, new AlarmCursor(last.raisedAt(), last.id()));
            }));
            panel.addContent(place);
        }
    }

    private ListItem line(Alarm alarm) {
        var acts = mayWrite() ? new AlarmActs(desk, words, getLocale(), this::load) : null;
        var item = new ListItem();
        if (alarm.state() == AlarmState.RESOLVED) {
            item.add(past(alarm));
        } else {
            item.add(AlarmBar.of(alarm, null, words, acts, getLocale()));
        }
        return item;
    }

    private Component past(Alarm alarm) {
        var matter = alarm.matter();
        var head = new Div();
        head.addClassName("relais-alarm-facts");
        var title = new Span(
                matter == null
                        ? getTranslation("escalation.locked")
                        : words.title(matter.rule(), matter.readings(), getLocale()));
        title.addClassName("relais-strong");
        head.add(
                title,
                new SeverityBadge(Severity.OK, getTranslation(alarm.state().key())));
        if (matter != null) {
            head.add(new RuleMark(matter.rule().rule()));
            if (matter.corrected()) {
                head.add(new SeverityBadge(Severity.NEUTRAL, Glyph.PEN_LINE, getTranslation("escalation.corrected")));
            }
        }
        var life = new Div(new Span(
                getTranslation("escalation.raised", words.moment(alarm.raisedAt(), alarm.centre(), getLocale()))));
        life.addClassNames("relais-alarm-facts", "relais-meta", "relais-small-text");
        var acknowledged = alarm.acknowledged();
        if (acknowledged != null) {
            life.add(new Span(words.answered("escalation.acknowledged.by", acknowledged, alarm.centre(), getLocale())));
        }
        var resolved = alarm.resolved();
        if (resolved != null) {
            life.add(new Span(words.answered("escalation.resolved.by", resolved, alarm.centre(), getLocale())));
        }
        var box = new Div(head, life);
        box.addClassName("relais-alarm-past");
        if (resolved != null && resolved.note() != null) {
            box.add(new Paragraph(resolved.note()));
        }
        return box;
    }

    private void recordEvent() {
        var offered = desk.centres().all().stream()
                .filter(centre -> grant.centres().contains(centre.id()))
                .toList();
        new RecordEventDialog(desk, offered, command -> {
                    desk.escalations().record(desk.write(grant.person()), command);
                    Toast.success(getTranslation("escalation.event.recorded"));
                    load();
                })
                .open();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        subscription = desk.news().listen(desk.fresh(grant), () -> {
            var _ = ui.access(this::loadIfSignedIn);
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    private void loadIfSignedIn() {
        try {
            if (desk.signedIn()) {
                load();
            }
        } catch (AccessDenied withdrawn) {
            removeAll();
        }
    }
}
