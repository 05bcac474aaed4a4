package org.relais.referral.ui;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.referral.Letter;
import org.relais.referral.PartnerExchange;
import org.relais.referral.PartnerReferralDetail;
import org.relais.referral.PartnerReferralRow;
import org.relais.referral.ReferralChangeRow;
import org.relais.referral.ReferralRoutes;
import org.relais.referral.ReferralState;
import org.relais.referral.SharingRefused;
import org.relais.referral.SharingVerdict;
import org.relais.referral.StaleReferral;
import org.relais.shared.PartnerReferralId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.KeyHint;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Toast;

/**
 * One referral: how late its answer is, how far it has come, what the recipient may receive, the calls about it, the
 * letter, and what can be said of it next.
 */
final class ReferralPanel extends Section {

    private static final Set<ReferralState> ANSWERS =
            EnumSet.of(ReferralState.ACCEPTED, ReferralState.WAITLISTED, ReferralState.REFUSED);

    private final transient ReferralDesk desk;
    private final transient ReferralWords words;
    private final transient PartnerReferralId id;
    private final transient Runnable changed;
    private transient Grant grant;

    /** @param changed runs when the list should be read again */
    ReferralPanel(ReferralDesk desk, ReferralWords words, Grant grant, PartnerReferralId id, Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.grant = grant;
        this.id = id;
        this.changed = changed;
        addClassName("relais-orientation-panel");
        show();
    }

    private void show() {
        removeAll();
        grant = desk.access().fresh(grant);
        var detail = desk.referrals().detail(grant, id);
        var row = detail.row();
        setAriaLabel(row.subject());
        var sections = desk.referrals().letterSections(grant);
        var administrative = desk.access().grantIfRoleOpens(row.person(), org.relais.access.Section.ADMINISTRATIVE);
        var passes = new ArrayList<>(desk.others(row.person(), sections));
        administrative.ifPresent(passes::add);
        var letter = desk.referrals().letter(grant, passes, id);
        var verdict = administrative
                .map(pass -> desk.referrals().mayBeSent(grant, pass, id))
                .orElse(null);
        add(head(row));
        late(row);
        add(progress(detail));
        if (verdict != null) {
            add(mayReceive(row, verdict));
        }
        add(exchanges(detail.exchanges(), row), letter(row, letter));
        if (writes(row)) {
            add(actions(row, letter, verdict));
        }
    }

    private boolean writes(PartnerReferralRow row) {
        return grant.mayWrite(org.relais.access.Section.SOCIAL)
                && grant.centres().contains(row.centre());
    }

    private Component head(PartnerReferralRow row) {
        var kind = new Span(Glyph.SEND.create(), new Span(getTranslation("referral.panel.label")));
        kind.addClassName("relais-step-line");
        var to = new Paragraph(row.recipientName());
        to.addClassName("relais-meta");
        var head = new Div(kind, new H3(row.subject()), to, words.state(row.state()));
        head.addClassName("relais-orientation-head");
        return head;
    }

    private void late(PartnerReferralRow row) {
        var dueOn = row.dueOn();
        if (dueOn == null) {
            return;
        }
        if (row.daysLate() > 0) {
            add(new NoticeBar(
                    Severity.CRITICAL,
                    Glyph.CLOCK_ALERT,
                    getTranslation(
                            row.answerAwaited() ? "referral.panel.late.answer" : "referral.panel.late", row.daysLate()),
                    getTranslation("referral.panel.awaited", words.date(dueOn))));
        } else {
            add(new Paragraph(getTranslation("referral.panel.due", words.date(dueOn))));
        }
    }

    private Component progress(PartnerReferralDetail detail) {
        var list = new OrderedList();
        list.addClassName("relais-orientation-progress");
        list.getElement().setAttribute("aria-label", getTranslation("referral.panel.progress"));
        var row = detail.row();
        list.add(
                step("sent", last(detail, ReferralState.SENT), row.state() == ReferralState.CONSENTED),
                step("received", last(detail, ReferralState.RECEIVED), row.state() == ReferralState.SENT));
        var answer = detail.changes().stream()
                .filter(change -> ANSWERS.contains(change.state()))
                .reduce((first, second) -> second)
                .orElse(null);
        list.add(
                step("answer", answer, row.state() == ReferralState.RECEIVED),
                step(
                        "appointment",
                        last(detail, ReferralState.APPOINTMENT),
                        row.state() == ReferralState.ACCEPTED || row.state() == ReferralState.WAITLISTED),
                step(
                        "outcome",
                        detail.changes().stream()
                                .filter(change -> change.state().loopClosed())
                                .reduce((first, second) -> second)
                                .orElse(null),
                        row.state() == ReferralState.APPOINTMENT));
        return list;
    }

    private static @Nullable ReferralChangeRow last(PartnerReferralDetail detail, ReferralState state) {
        return detail.changes().stream()
                .filter(change -> change.state() == state)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private Component step(String name, @Nullable ReferralChangeRow change, boolean awaited) {
        var word = new Span(getTranslation("referral.panel.step." + name));
        var glyph = change != null ? Glyph.CIRCLE_CHECK : awaited ? Glyph.HOURGLASS : Glyph.CIRCLE_DASHED;
        var when = new Span(
                change != null ? words.date(change.on()) : awaited ? getTranslation("referral.panel.pending") : "");
        when.addClassNames("relais-meta", "relais-numeric");
        var line = new Div(glyph.create(), word, when);
        line.addClassName("relais-orientation-step");
        if (awaited) {
            word.addClassName("relais-strong");
        }
        var item = new ListItem(line);
        if (change != null && !name.equals("sent") && !name.equals("received")) {
            var said = new ArrayList<String>();
            said.add(getTranslation(change.state().key()));
            var appointment = change.appointmentAt();
            if (change.state() == ReferralState.APPOINTMENT && appointment != null) {
                said.add(words.dateTime(appointment, centre()));
            }
            if (change.outcome() != null) {
                said.add(change.outcome());
            }
            var text = new Paragraph(String.join(" · ", said));
            text.addClassNames("relais-meta", "relais-small-text");
            item.add(text);
        }
        return item;
    }

    private org.relais.shared.CentreId centre() {
        return desk.referrals().detail(grant, id).row().centre();
    }

    private Component mayReceive(PartnerReferralRow row, SharingVerdict verdict) {
        var box = new Div(new H4(getTranslation("referral.panel.may-receive", row.recipientName())));
        box.addClassName("relais-orientation-may");
        var open = verdict.open();
        var text = new StringBuilder(
                open.isEmpty() ? getTranslation("referral.panel.nothing") : words.sections(open) + ". ");
        if (!open.isEmpty()) {
            var until = verdict.until();
            text.append(
                    until == null
                            ? getTranslation("referral.consent.open-ended")
                            : getTranslation("referral.consent.until", words.date(until)));
        }
        box.add(new Paragraph(text.toString()));
        if (!verdict.allowed()) {
            box.add(refusal(row, verdict));
        }
        return box;
    }

    private Component refusal(PartnerReferralRow row, SharingVerdict verdict) {
        return new NoticeBar(
                Severity.WARNING,
                Glyph.LOCK,
                getTranslation("referral.consent.refused", row.recipientName()),
                String.join(" ", words.obstacles(verdict.obstacles())));
    }

    private Component exchanges(List<PartnerExchange> exchanges, PartnerReferralRow row) {
        var box = new Div(new H4(getTranslation("referral.panel.exchanges")));
        box.addClassName("relais-orientation-exchanges");
        if (exchanges.isEmpty()) {
            var none = new Paragraph(getTranslation("referral.panel.exchanges.none"));
            none.addClassName("relais-meta");
            box.add(none);
            return box;
        }
        var list = new UnorderedList();
        for (var exchange : exchanges) {
            var what = new Span(getTranslation(
                    exchange.reached() ? "referral.exchange.answered" : "referral.exchange.unanswered",
                    getTranslation(exchange.kind().key())));
            what.addClassName("relais-strong");
            var by = new Span(getTranslation(
                    "referral.exchange.by", desk.name(exchange.by()), words.date(exchange.at(), row.centre())));
            by.addClassName("relais-meta");
            var item = new ListItem(what, by);
            if (exchange.words() != null) {
                item.add(new Paragraph(exchange.words()));
            }
            list.add(item);
        }
        box.add(list);
        return box;
    }

    private Component letter(PartnerReferralRow row, Letter letter) {
        var body = new Div();
        body.addClassName("relais-orientation-letter");
        letter.paragraphs().forEach(paragraph -> {
            var text = new Paragraph(paragraph.text());
            text.addClassName("relais-sheet-words");
            body.add(new H4(paragraph.heading()), text);
        });
        if (letter.withheld() > 0) {
            body.add(new Paragraph(getTranslation("referral.letter.withheld", letter.withheld())));
        }
        if (writes(row)) {
            var print =
                    new Anchor(ReferralRoutes.letter(row.person(), row.id()), getTranslation("referral.letter.open"));
            print.getElement().setAttribute("router-link", true);
            print.addClassName("relais-button-link");
            body.add(print);
        }
        var details = new Details(getTranslation("referral.add.letter"), body);
        details.setOpened(!row.state().sent());
        return details;
    }

    private Component actions(PartnerReferralRow row, Letter letter, @Nullable SharingVerdict verdict) {
        var bar = new Div();
        bar.addClassName("relais-orientation-actions");
        if (row.state() == ReferralState.DRAFT || row.state() == ReferralState.CONSENTED) {
            var edit = new Button(
                    getTranslation("referral.letter.edit"),
                    Glyph.PEN_LINE.create(),
                    _ -> new LetterDialog(desk, row, letter, changed).open());
            edit.setEnabled(letter.withheld() == 0);
            var send = new Button(getTranslation("referral.send"), Glyph.SEND.create(), _ -> send(row, letter));
            send.addThemeName("primary");
            send.setEnabled(
                    verdict != null && verdict.allowed() && !letter.paragraphs().isEmpty());
            bar.add(edit, send, verb(row, ReferralState.WITHDRAWN));
            return bar;
        }
        var label = new Span(getTranslation(row.answerAwaited() ? "referral.panel.answer" : "referral.panel.outcome"));
        label.addClassName("relais-meta");
        var verbs = new Div();
        verbs.addClassName("relais-orientation-verbs");
        verbs(row.state()).forEach(state -> verbs.add(verb(row, state)));
        if (verbs.getChildren().findAny().isPresent()) {
            bar.add(label, verbs);
        }
        if (row.state().awaiting()) {
            var chase = new BusyButton(
                    getTranslation("referral.panel.chase"),
                    Glyph.PHONE,
                    () -> new ExchangeDialog(desk, row, this::show).open());
            chase.addThemeName("primary");
            chase.setSuffixComponent(new KeyHint("R"));
            chase.getElement().setAttribute("data-record-key", "R");
            bar.add(chase);
        }
        return bar;
    }

    // A partner that answers has received the letter: the answer says both
    private static List<ReferralState> verbs(ReferralState state) {
        var verbs = new ArrayList<>(state.next());
        if (state == ReferralState.SENT) {
            verbs.addAll(1, ANSWERS);
        }
        return verbs;
    }

    private Component verb(PartnerReferralRow row, ReferralState state) {
        var name = state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Button(
                getTranslation("referral.verb." + name), _ -> new MoveDialog(desk, words, row, state, changed).open());
    }

    private void send(PartnerReferralRow row, Letter letter) {
        new ConfirmQuestion(
                        getTranslation("referral.send.question", row.recipientName()),
                        getTranslation("referral.send.text", words.sections(letter.sections())),
                        getTranslation("referral.send"),
                        () -> new FieldErrors().run(() -> {
                            try {
                                desk.referrals()
                                        .send(
                                                desk.write(row.person()),
                                                desk.administrative(row.person()),
                                                row.id(),
                                                row.version());
                                Toast.success(getTranslation("referral.sent"));
                            } catch (SharingRefused refused) {
                                Toast.error(String.join(
                                        " ", words.obstacles(refused.verdict().obstacles())));
                            } catch (StaleReferral _) {
                                Toast.error(getTranslation("referral.stale"));
                            }
                            changed.run();
                        }))
                .open();
    }
}
