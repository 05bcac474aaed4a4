package org.relais.plan.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.plan.MeetingPart;
import org.relais.plan.ReviewDate;
import org.relais.plan.ReviewDetail;
import org.relais.plan.ReviewList;
import org.relais.record.page.EntryForms;
import org.relais.shared.CentreId;
import org.relais.shared.NotFound;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.Lateness;
import org.relais.uikit.NoticeBar;

/** A person's reviews, when the next one is, and what team meetings said. */
final class ReviewPanel extends Div {

    private final transient ReviewDesk desk;
    private final transient ReviewLook look;
    private final Div head = new Div();
    private final Div form = new Div();
    private final Div content = new Div();
    private transient Grant grant;

    ReviewPanel(ReviewDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        this.look = new ReviewLook(desk, getLocale());
        addClassName("relais-reviews");
        head.addClassName("relais-reviews-head");
        form.addClassName("relais-review-holder");
        form.setVisible(false);
        var subtitle = new Paragraph(getTranslation("plan.review.subtitle"));
        subtitle.addClassName("relais-secondary");
        add(subtitle, head, form, content);
        load();
    }

    private void load() {
        grant = desk.access().fresh(grant);
        showHead(desk.reviews().dates(grant));
        show(desk.reviews().of(grant), desk.meetings().of(grant));
    }

    private void showHead(List<ReviewDate> dates) {
        head.removeAll();
        var next = new Div();
        next.addClassName("relais-review-next");
        for (var date : dates) {
            var line = new Div(new Span(getTranslation("plan.review.next", look.date(date.dueOn()))));
            line.addClassNames("relais-row", "relais-strong");
            line.add(Lateness.days(date.daysLeft()));
            if (dates.size() > 1) {
                line.add(new Span(desk.centres().centre(date.centre()).name()));
            }
            next.add(line);
        }
        if (dates.isEmpty()) {
            next.add(new Span(getTranslation("plan.review.next.none")));
        }
        var rule = desk.reviews().rule();
        var source = new Span(getTranslation(
                "plan.review.rule",
                rule.longestMonths(),
                rule.rule().code(),
                rule.rule().version(),
                rule.rule().approved() ? 1 : 0));
        source.addClassNames("relais-meta", "relais-small-text");
        next.add(source);
        head.add(next);
        if (writes()) {
            var schedule = new BusyButton(getTranslation("plan.review.schedule"), Glyph.CALENDAR_DAYS, () -> {
                var centre = centre();
                new ScheduleReviewDialog(
                                desk,
                                grant.person(),
                                centre,
                                dates.stream()
                                        .filter(date -> date.centre().equals(centre))
                                        .findFirst()
                                        .orElse(null),
                                look,
                                this::load)
                        .open();
            });
            var begin = new BusyButton(getTranslation("plan.review.begin"), Glyph.REFRESH_CW, this::begin);
            begin.addThemeName("primary");
            head.add(schedule, begin);
        }
    }

    private void show(ReviewList list, List<MeetingPart> parts) {
        content.removeAll();
        if (!list.titles().isEmpty()) {
            content.add(new NoticeBar(Severity.INFO, getTranslation("plan.review.summary-only"), ""), titles(list));
        }
        if (list.hidden() > 0) {
            var hidden = new Paragraph(getTranslation("plan.review.hidden", list.hidden()));
            hidden.addClassName("relais-meta");
            content.add(hidden);
        }
        var cards = new UnorderedList();
        cards.addClassName("relais-review-cards");
        list.reviews()
                .forEach(review ->
                        cards.add(new ListItem(new ReviewCard(desk, review, look, grant, writes(), this::load))));
        if (list.reviews().isEmpty() && list.titles().isEmpty() && list.hidden() == 0) {
            content.add(new EmptyState(
                    Glyph.REFRESH_CW,
                    getTranslation("plan.review.empty.title"),
                    getTranslation("plan.review.empty.text"),
                    null));
        } else {
            content.add(cards);
        }
        var said =
                parts.stream().filter(part -> part.level() == EntryLevel.FULL).toList();
        if (!said.isEmpty()) {
            var meetings = new UnorderedList();
            meetings.addClassName("relais-review-cards");
            said.forEach(
                    part -> meetings.add(new ListItem(new MeetingMinutes(desk, part, look, writes(), this::load))));
            content.add(new H3(getTranslation("plan.meeting.title")), meetings);
        }
    }

    private Component titles(ReviewList list) {
        var lines = new UnorderedList();
        lines.addClassName("relais-review-cards");
        for (var title : list.titles()) {
            lines.add(new ListItem(new Span(getTranslation(
                    "plan.review.signed",
                    desk.name(title.signedBy()),
                    look.dateTime(title.signedAt(), title.centre())))));
        }
        return lines;
    }

    private void begin() {
        var record = desk.record(grant.person());
        form.removeAll();
        form.add(desk.forms()
                .open(
                        record,
                        new EntryForms.Request(
                                ReviewDetail.TYPE,
                                centre(),
                                null,
                                null,
                                entry -> {
                                    leave();
                                    load();
                                },
                                this::leave))
                .orElseThrow(NotFound::new));
        form.setVisible(true);
        head.setVisible(false);
    }

    private void leave() {
        form.removeAll();
        form.setVisible(false);
        head.setVisible(true);
    }

    private CentreId centre() {
        return desk.centres(grant.centres()).getFirst().id();
    }

    private boolean writes() {
        return grant.mayWrite(Section.PLAN);
    }
}
