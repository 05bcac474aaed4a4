package org.relais.privacy.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;

import org.relais.access.AccessRequest;
import org.relais.access.AccessRequests;
import org.relais.access.AccessRoutes;
import org.relais.access.AccessService;
import org.relais.access.AccessWish;
import org.relais.access.Grant;
import org.relais.access.Permission;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.episode.EpisodeRoutes;
import org.relais.person.PersonName;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;

/** The requests that wait for a coordinator, and everybody's own with where they stand. */
@Route(AccessRoutes.REQUESTS)
@Menu(title = "privacy.requests.menu", order = 72, icon = "user-plus")
@RolesAllowed({
    Roles.PHYSICIAN,
    Roles.NURSE,
    Roles.DISPENSING_NURSE,
    Roles.PSYCHOLOGIST,
    Roles.SOCIAL_WORKER,
    Roles.FAMILY_WORKER,
    Roles.PEER_WORKER,
    Roles.COORDINATOR
})
class AccessRequestsView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private final transient AccessRequests requests;
    private final transient AccessService access;
    private final transient PersonService persons;
    private final transient PrivacyWords words;
    private final Div next = new Div();
    private final Div body = new Div();

    AccessRequestsView(AccessRequests requests, AccessService access, PersonService persons, PrivacyWords words) {
        this.requests = requests;
        this.access = access;
        this.persons = persons;
        this.words = words;
        addClassName("relais-page");
        body.addClassNames("relais-page-body", "relais-privacy");
        add(new PageHeader(getTranslation("privacy.requests.menu"), getTranslation("privacy.requests.subtitle")), body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("privacy.requests.menu");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        next.removeAll();
        show();
    }

    private void show() {
        var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
        body.removeAll();
        body.add(next);
        if (access.rolePermits(Permission.GRANT_ACCESS)) {
            body.add(createWaiting(scope));
        }
        body.add(createMine(requests.mine(scope)));
    }

    private Panel createWaiting(Scope scope) {
        var waiting = requests.waiting(scope);
        var names =
                persons.names(scope, waiting.stream().map(AccessRequest::person).collect(Collectors.toSet()));
        var panel = new Panel(getTranslation("privacy.requests.waiting"));
        panel.setCount(waiting.size());
        if (waiting.isEmpty()) {
            panel.addContent(new Paragraph(getTranslation("privacy.requests.waiting.none")));
        }
        waiting.forEach(request -> panel.addContent(waiting(request, names)));
        return panel;
    }

    private PrivacyLine waiting(AccessRequest request, Map<PersonId, PersonName> names) {
        var name = names.get(request.person());
        var who = name == null ? getTranslation("privacy.requests.unnamed") : name.display();
        var asker = words.name(request.staff());
        return new PrivacyLine(who)
                .badge(new SeverityBadge(
                        Severity.INFO,
                        request.wish() == AccessWish.TRANSFER ? Glyph.ARROW_RIGHT : Glyph.KEY_ROUND,
                        getTranslation(request.wish().key())))
                .say(request.reason())
                .meta(getTranslation(
                        "privacy.requests.asked",
                        words.signature(request.staff(), getLocale()),
                        words.centre(request.from()),
                        words.formats(getLocale()).dateTime(request.askedAt())))
                .action(getTranslation("privacy.requests.accept.verb"), asker + ", " + who, () -> accept(request, who))
                .action(getTranslation("privacy.requests.refuse.verb"), asker + ", " + who, () -> refuse(request, who));
    }

    private void accept(AccessRequest request, String who) {
        new AcceptDialog(who, words, (until, answer) -> {
                    requests.accept(writing(request), request.id(), until, answer);
                    Toast.success(getTranslation("privacy.requests.accepted"));
                    next.removeAll();
                    if (request.wish() == AccessWish.TRANSFER) {
                        next.add(new NoticeBar(
                                Severity.INFO,
                                getTranslation("privacy.requests.transfer"),
                                getTranslation("privacy.requests.transfer.text"),
                                new Anchor(
                                        EpisodeRoutes.ofPerson(request.person()),
                                        getTranslation("privacy.requests.transfer.open"))));
                    }
                    show();
                })
                .open();
    }

    private void refuse(AccessRequest request, String who) {
        new RefuseDialog(who, answer -> {
                    requests.refuse(writing(request), request.id(), answer);
                    Toast.success(getTranslation("privacy.requests.refused"));
                    show();
                })
                .open();
    }

    private Grant writing(AccessRequest request) {
        return access.grant(request.person(), Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    // Whom they are about, the asker knows: nothing of the person stands here before the answer
    private Panel createMine(List<AccessRequest> mine) {
        var panel = new Panel(getTranslation("privacy.requests.mine"));
        panel.setCount(mine.size());
        if (mine.isEmpty()) {
            panel.addContent(new Paragraph(getTranslation("privacy.requests.mine.none")));
        }
        mine.forEach(request -> panel.addContent(own(request)));
        return panel;
    }

    private PrivacyLine own(AccessRequest request) {
        var formats = words.formats(getLocale());
        var line = new PrivacyLine(getTranslation(request.wish().key()) + " · " + words.centre(request.centre()))
                .badge(badge(request))
                .say(request.reason())
                .meta(getTranslation("privacy.requests.sent", formats.dateTime(request.askedAt())));
        var by = request.decidedBy();
        var at = request.decidedAt();
        if (by != null && at != null) {
            var answer = request.answer();
            line.say(answer == null ? "" : answer)
                    .meta(getTranslation(
                            "privacy.requests.decided", words.signature(by, getLocale()), formats.dateTime(at)));
        }
        var until = request.until();
        if (until != null) {
            line.meta(getTranslation("privacy.requests.until", words.lastDay(until, getLocale())));
            if (!words.isPast(until)) {
                line.add(new Anchor(PersonRoutes.record(request.person()), getTranslation("privacy.requests.open")));
            }
        }
        return line;
    }

    private SeverityBadge badge(AccessRequest request) {
        var word = getTranslation(request.state().key());
        return switch (request.state()) {
            case WAITING -> new SeverityBadge(Severity.NEUTRAL, Glyph.HOURGLASS, word);
            case ACCEPTED -> new SeverityBadge(Severity.OK, Glyph.CIRCLE_CHECK, word);
            case REFUSED -> new SeverityBadge(Severity.WARNING, Glyph.CIRCLE_X, word);
        };
    }
}
