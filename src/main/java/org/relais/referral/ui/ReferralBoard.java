package org.relais.referral.ui;

import java.util.List;
import java.util.Objects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.referral.PartnerReferralRow;
import org.relais.referral.ReferralList;
import org.relais.referral.ReferralTitle;
import org.relais.shared.PartnerReferralId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;

/** A person's referrals, with the chosen one beside; for readers of summaries a list of their subjects. */
final class ReferralBoard extends Div {

    private final transient ReferralDesk desk;
    private final transient ReferralWords words;
    private transient Grant grant;
    private transient @Nullable PartnerReferralId chosen;

    ReferralBoard(ReferralDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        this.words = new ReferralWords(desk, getLocale());
        addClassName("relais-orientations");
        load();
    }

    private void load() {
        grant = desk.access().fresh(grant);
        show(desk.referrals().of(grant));
    }

    private void show(ReferralList list) {
        removeAll();
        addHead();
        if (list.isEmpty()) {
            add(new EmptyState(
                    Glyph.SEND, getTranslation("referral.empty.title"), getTranslation("referral.empty.text"), null));
            return;
        }
        if (!list.titles().isEmpty()) {
            add(createTitles(list.titles()));
        }
        if (!list.referrals().isEmpty()) {
            add(createBoth(list.referrals()));
        }
        if (list.elsewhere() > 0) {
            var hint = new Paragraph(getTranslation("referral.board.elsewhere", list.elsewhere()));
            hint.addClassNames("relais-meta", "relais-small-text");
            add(hint);
        }
    }

    // The page says the section's title itself.
    private void addHead() {
        if (grant.mayWrite(Section.SOCIAL)) {
            var refer = new BusyButton(getTranslation("referral.add"), Glyph.SEND, this::refer);
            refer.addThemeName("primary");
            var head = new Div(refer);
            head.addClassName("relais-steps-head");
            add(head);
        }
    }

    private void refer() {
        new ReferDialog(desk, grant.person(), row -> {
                    chosen = row.id();
                    load();
                })
                .open();
    }

    private Component createBoth(List<PartnerReferralRow> rows) {
        var open = rows.stream().filter(row -> !row.state().loopClosed()).toList();
        var closed = rows.stream().filter(row -> row.state().loopClosed()).toList();
        var shown =
                rows.stream().filter(row -> row.id().equals(chosen)).findFirst().orElse(rows.getFirst());
        chosen = shown.id();
        var list = new Div(createCards(open));
        list.addClassName("relais-orientation-list");
        if (!closed.isEmpty()) {
            var details = new Details(
                    getTranslation("referral.board.closed") + " (" + closed.size() + ")", createCards(closed));
            details.setOpened(open.isEmpty() || shown.state().loopClosed());
            list.add(details);
        }
        var both = new Div(list, new ReferralPanel(desk, words, grant, shown.id(), this::load));
        both.addClassName("relais-orientation-both");
        return both;
    }

    private Component createCards(List<PartnerReferralRow> rows) {
        var cards = new UnorderedList();
        cards.addClassName("relais-orientation-cards");
        rows.forEach(row -> cards.add(new ListItem(createCard(row))));
        return cards;
    }

    private Component createCard(PartnerReferralRow row) {
        var title = new Span(row.subject());
        title.addClassName("relais-strong");
        var to = new Span(Glyph.SEND.create(), new Span(row.recipientName()));
        to.addClassName("relais-step-line");
        var marks = new Span(words.state(row.state()));
        marks.addClassName("relais-directory-marks");
        if (row.dueOn() != null) {
            marks.add(words.due(row));
        }
        var card = new NativeButton();
        card.add(title, to, marks);
        card.addClassName("relais-orientation-card");
        card.getElement().setAttribute("aria-pressed", String.valueOf(Objects.equals(row.id(), chosen)));
        card.addClickListener(_ -> {
            chosen = row.id();
            load();
        });
        return card;
    }

    private Component createTitles(List<ReferralTitle> titles) {
        var list = new UnorderedList();
        list.addClassName("relais-step-titles");
        for (var title : titles) {
            var by = new Span(getTranslation(
                    "referral.board.by",
                    desk.name(title.createdBy()),
                    words.dateTime(title.createdAt(), title.centre())));
            by.addClassName("relais-meta");
            list.add(new ListItem(new Span(title.subject()), by));
        }
        return new Div(new NoticeBar(Severity.INFO, getTranslation("referral.board.summary"), ""), list);
    }
}
