package org.relais.escalation.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessDenied;
import org.relais.access.Section;
import org.relais.centre.Bed;
import org.relais.episode.EpisodeService;
import org.relais.escalation.Alarm;
import org.relais.escalation.AlarmNews;
import org.relais.escalation.AlarmState;
import org.relais.escalation.EscalationRoutes;
import org.relais.escalation.Escalations;
import org.relais.person.PersonName;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.shared.PersonId;
import org.relais.staff.Roles;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;

/** The open alarms of one's centres: those that wait for an answer, the first due first, and those somebody sees to. */
@Route(EscalationRoutes.LIST)
@Menu(title = "escalation.menu", order = 10.5, icon = "siren")
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE})
class AlarmsView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private final transient AlarmDesk desk;
    private final transient AlarmWords words;
    private final transient PersonService people;
    private final transient EpisodeService episodes;
    private final PageHeader header = new PageHeader(getTranslation("escalation.menu"), "");
    private final Div body = new Div();
    private transient List<Alarm> shown = List.of();
    private transient AlarmNews.@Nullable Subscription subscription;
    private transient @Nullable Instant next;

    AlarmsView(AlarmDesk desk, AlarmWords words, PersonService people, EpisodeService episodes) {
        this.desk = desk;
        this.words = words;
        this.people = people;
        this.episodes = episodes;
        addClassName("relais-page");
        body.addClassNames("relais-page-body", "relais-alarms-page");
        body.getElement().setAttribute("aria-live", "polite");
        add(header, body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("escalation.menu");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var alarms = desk.escalations().openHere(desk.list(Section.MEDICAL));
        wakeAt(RecordAlarms.next(alarms));
        if (alarms.equals(shown) && body.getChildren().findAny().isPresent()) {
            return;
        }
        shown = alarms;
        body.removeAll();
        header.setSubtitle(getTranslation(
                "escalation.count",
                alarms.stream()
                        .filter(alarm -> alarm.state() == AlarmState.RAISED)
                        .count(),
                alarms.size()));
        if (alarms.isEmpty()) {
            body.add(new EmptyState(
                    Glyph.SIREN,
                    getTranslation("escalation.empty.title"),
                    getTranslation("escalation.empty.text"),
                    null));
            return;
        }
        var scope = desk.list(Section.ADMINISTRATIVE);
        var persons = alarms.stream().map(Alarm::person).distinct().toList();
        var names = people.names(scope, persons);
        var beds = episodes.bedsOf(scope, persons);
        addGroup("escalation.waiting", alarms, alarm -> alarm.state() == AlarmState.RAISED, names, beds);
        addGroup("escalation.attended", alarms, alarm -> alarm.state() == AlarmState.ACKNOWLEDGED, names, beds);
        if (alarms.size() == Escalations.MOST_OPEN) {
            var more = new Div(getTranslation("escalation.most", Escalations.MOST_OPEN));
            more.addClassName("relais-meta");
            body.add(more);
        }
    }

    private void addGroup(
            String key,
            List<Alarm> alarms,
            Predicate<Alarm> which,
            Map<PersonId, PersonName> names,
            Map<PersonId, Bed> beds) {
        var some = alarms.stream().filter(which).toList();
        if (some.isEmpty()) {
            return;
        }
        var acts = desk.answers() ? new AlarmActs(desk, words, getLocale(), this::load) : null;
        var list = new UnorderedList();
        list.addClassName("relais-alarm-list");
        some.forEach(alarm -> list.add(new ListItem(AlarmBar.of(
                alarm, who(alarm, names.get(alarm.person()), beds.get(alarm.person())), words, acts, getLocale()))));
        var panel = new Panel(getTranslation(key), list);
        panel.setCount(some.size());
        body.add(panel);
    }

    private Component who(Alarm alarm, @Nullable PersonName name, @Nullable Bed bed) {
        var link = new Anchor(
                PersonRoutes.record(alarm.person()),
                name == null ? getTranslation("escalation.unnamed") : name.display());
        var who = new Div(link);
        who.addClassName("relais-alarm-who");
        if (bed != null) {
            var label = new Span(bed.label());
            label.addClassNames("relais-meta", "relais-numeric");
            who.add(label);
        }
        var centre = new Span(desk.centres().centre(alarm.centre()).name());
        centre.addClassName("relais-meta");
        who.add(centre);
        return who;
    }

    private void wakeAt(@Nullable Instant moment) {
        next = moment;
        if (subscription != null) {
            subscription.wakeAt(moment);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        subscription = desk.news().listen(desk.list(Section.MEDICAL), () -> {
            var _ = ui.access(this::loadIfSignedIn);
        });
        subscription.wakeAt(next);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    // News can come to a window whose session has just ended, or whose user has just lost the right
    private void loadIfSignedIn() {
        try {
            if (desk.signedIn()) {
                load();
            }
        } catch (AccessDenied withdrawn) {
            body.removeAll();
        }
    }
}
