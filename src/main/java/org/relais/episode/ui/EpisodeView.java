package org.relais.episode.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.episode.DischargeQuestion;
import org.relais.episode.EpisodeKind;
import org.relais.episode.EpisodeRoutes;
import org.relais.episode.EpisodeRow;
import org.relais.episode.EpisodeService;
import org.relais.episode.EpisodeState;
import org.relais.episode.HandOverDraft;
import org.relais.episode.HandOverDrafts;
import org.relais.episode.Transfer;
import org.relais.episode.Transfers;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.staff.Roles;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;

/** One person's path: the episodes that go on, those that ended, what was done, and the acts open to the reader. */
@Route(EpisodeRoutes.OF_PERSON)
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
class EpisodeView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final transient EpisodeService episodes;
    private final transient Transfers transfers;
    private final transient HandOvers handOvers;
    private final transient AccessService access;
    private final transient PersonService persons;
    private final transient Centres centres;
    private final transient StaffDirectory staff;
    private final transient EpisodeWords words;
    private final transient Clock clock;
    private final transient List<DischargeQuestion> questions;
    private @Nullable Grant grant;
    private @Nullable EpisodeActions actions;
    private String name = "";

    EpisodeView(
            EpisodeService episodes,
            Transfers transfers,
            HandOverDrafts drafts,
            AccessService access,
            PersonService persons,
            Centres centres,
            StaffDirectory staff,
            Clock clock,
            ObjectProvider<DischargeQuestion> questions) {
        this.episodes = episodes;
        this.transfers = transfers;
        this.handOvers = new HandOvers(drafts, access);
        this.clock = clock;
        this.questions = questions.stream().toList();
        this.access = access;
        this.persons = persons;
        this.centres = centres;
        this.staff = staff;
        this.words = new EpisodeWords(centres, getLocale(), this::getTranslation);
        addClassName("relais-page");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("episode.title", name);
    }

    // A record that is not there and one that is not open get the same answer.
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PersonId asked;
        try {
            asked = PersonId.parse(event.getRouteParameters().get("personId").orElse(""));
            grant = access.grant(asked, Section.RECORD);
        } catch (InvalidInput | AccessDenied nothing) {
            throw new NotFound();
        }
        if (!grant.person().equals(asked)) {
            // The record was merged into another one: the address follows
            event.forwardTo(EpisodeRoutes.ofPerson(grant.person()));
            return;
        }
        show();
    }

    private void show() {
        var current = access.fresh(Objects.requireNonNull(grant));
        grant = current;
        name = persons.head(current).name().display();
        actions = new EpisodeActions(episodes, access, centres, current, name, this::show, questions);
        removeAll();
        add(createHeader(current));
        var rows = episodes.of(current);
        var asked = transfers.of(current);
        var body = new Div(
                createEpisodes(current, rows, asked), createTransfers(current, asked), createHistory(current, rows));
        body.addClassName("relais-page-body");
        add(body);
    }

    private PageHeader createHeader(Grant current) {
        var header = new PageHeader(getTranslation("episode.title", name), getTranslation("episode.subtitle"));
        header.addAction(new Anchor(PersonRoutes.record(current.person()), getTranslation("episode.to-record")));
        var acts = Objects.requireNonNull(actions);
        if (current.mayWrite(Section.ADMINISTRATIVE)) {
            header.addAction(button("episode.enquire.action", Glyph.PHONE, acts::enquire));
            header.addAction(button("episode.wait.action", Glyph.HOURGLASS, () -> acts.waitFor(null)));
            header.addAction(button("episode.start.action", Glyph.USER_CHECK, () -> acts.start(null)));
            var admit = button("episode.admit.action", Glyph.BED_DOUBLE, () -> acts.admit(null));
            admit.addThemeName("primary");
            header.addAction(admit);
        }
        return header;
    }

    private Component createEpisodes(Grant current, List<EpisodeRow> rows, List<Transfer> asked) {
        var box = new Div();
        box.addClassName("relais-column");
        if (rows.isEmpty()) {
            box.add(new EmptyState(
                    Glyph.DOOR_OPEN,
                    getTranslation("episode.empty.title"),
                    getTranslation("episode.empty.text"),
                    null));
            return box;
        }
        addGroup(
                box,
                "episode.group.live",
                rows.stream().filter(row -> row.state().live()).toList(),
                current,
                asked);
        addGroup(
                box,
                "episode.group.closed",
                rows.stream().filter(row -> !row.state().live()).toList(),
                current,
                asked);
        return box;
    }

    private void addGroup(Div box, String key, List<EpisodeRow> rows, Grant current, List<Transfer> asked) {
        if (!rows.isEmpty()) {
            box.add(new H2(getTranslation(key)));
            rows.forEach(row -> box.add(new EpisodeCard(row, words, acts(row, current, asked))));
        }
    }

    private Component[] acts(EpisodeRow row, Grant current, List<Transfer> asked) {
        var acts = Objects.requireNonNull(actions);
        if (!current.mayWrite(Section.ADMINISTRATIVE) || row.unit() == null) {
            return new Component[0];
        }
        var here = current.actor().centres().contains(row.centre());
        var inpatient = row.kind() == EpisodeKind.INPATIENT;
        var offered = new ArrayList<Component>();
        if (row.state() == EpisodeState.ENQUIRY || row.state() == EpisodeState.WAITING) {
            var key = row.state() == EpisodeState.WAITING ? "episode.priority.action" : "episode.wait.verb";
            offered.add(button(key, Glyph.HOURGLASS, () -> acts.waitFor(row)));
            if (here) {
                offered.add(
                        inpatient
                                ? button("episode.admit.verb", Glyph.BED_DOUBLE, () -> acts.admit(row))
                                : button("episode.start.verb", Glyph.USER_CHECK, () -> acts.start(row)));
            }
        }
        if (row.state() == EpisodeState.OPEN && here) {
            if (inpatient) {
                offered.add(button("episode.move.verb", Glyph.BED_DOUBLE, () -> acts.move(row)));
            }
            var today = words.centre(row.centre()).serviceDay().of(clock.instant());
            var goesOn = asked.stream()
                    .anyMatch(transfer -> transfer.state().live()
                            && !transfer.asGuest()
                            && transfer.episode().equals(row.id()));
            if (!goesOn) {
                offered.add(button(
                        "episode.transfer.verb",
                        Glyph.ARROW_RIGHT,
                        () -> acts.transfer(
                                row, transfers, today, handOver(current, row, HandOverDraft.Form.TRANSFER))));
            }
            offered.add(button(
                    "episode.guest.verb",
                    Glyph.HANDSHAKE,
                    () -> acts.guest(row, transfers, today, handOver(current, row, HandOverDraft.Form.GUEST))));
        }
        if (row.state().live() && here) {
            var key = row.state() == EpisodeState.OPEN ? "episode.discharge.verb" : "episode.withdraw.verb";
            offered.add(button(key, Glyph.LOG_OUT, () -> acts.discharge(row)));
        }
        return offered.toArray(Component[]::new);
    }

    private HandOverField handOver(Grant current, EpisodeRow row, HandOverDraft.Form form) {
        return handOvers.field(current.person(), row, form, words.formats(row.centre()));
    }

    private Component createTransfers(Grant current, List<Transfer> asked) {
        var box = new Div();
        box.addClassName("relais-column");
        box.setVisible(!asked.isEmpty());
        if (!asked.isEmpty()) {
            box.add(new H2(getTranslation("episode.transfers.title")));
        }
        var possible = new TransferActions(transfers, episodes, access, centres, this::show);
        for (var transfer : asked) {
            var offered = current.mayWrite(Section.ADMINISTRATIVE)
                    ? possible.of(transfer, current.actor())
                    : new Component[0];
            box.add(new TransferCard(transfer, false, words, centres, staff, offered));
        }
        return box;
    }

    private Component createHistory(Grant current, List<EpisodeRow> rows) {
        var panel = new Panel(getTranslation("episode.history"));
        panel.addContent(new EpisodeHistory(episodes.history(current), rows, words, centres, staff));
        panel.setVisible(!rows.isEmpty());
        return panel;
    }

    private Button button(String key, Glyph glyph, Runnable act) {
        return new Button(getTranslation(key), glyph.create(), _ -> act.run());
    }
}
