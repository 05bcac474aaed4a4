package org.relais.aftercare.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.access.SharingConsent;
import org.relais.aftercare.WayBackRow;
import org.relais.episode.EpisodeRoutes;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.Lateness;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;

/** A way back, step by step: seen soon, the plan revised with the person, partners told only as they agreed. */
final class WayBackPanel extends Panel {

    private final transient AftercareDesk desk;
    private final transient AftercareWords words;
    private final transient Grant grant;
    private final transient WayBackRow row;
    private final transient Runnable changed;

    WayBackPanel(AftercareDesk desk, AftercareWords words, Grant grant, WayBackRow row, Runnable changed) {
        super(I18NProvider.translate("aftercare.way-back.panel", words.dateTime(row.createdAt(), row.centre())));
        this.desk = desk;
        this.words = words;
        this.grant = grant;
        this.row = row;
        this.changed = changed;
        addToHeader(state());
        if (row.words() != null) {
            var said = new Paragraph(getTranslation("aftercare.way-back.quote", row.words()));
            said.addClassName("relais-aftercare-quote");
            addContent(said);
        }
        if (row.endReason() != null) {
            addContent(new Paragraph(getTranslation("aftercare.way-back.ended", row.endReason())));
        }
        var steps = new OrderedList();
        steps.addClassName("relais-aftercare-steps");
        steps.add(createSeen(), createPlan(), createPartners());
        addContent(steps);
        if (writable()) {
            var end = button("aftercare.way-back.end", Glyph.CIRCLE_X, this::end);
            end.addThemeName("tertiary");
            addContent(end);
        }
    }

    private SeverityBadge state() {
        if (!row.open()) {
            return new SeverityBadge(Severity.NEUTRAL, Glyph.CIRCLE_CHECK, getTranslation("aftercare.way-back.closed"));
        }
        return row.seenOn() == null
                ? Lateness.days(row.daysLeft())
                : new SeverityBadge(Severity.INFO, Glyph.CIRCLE_DOT, getTranslation("aftercare.way-back.running"));
    }

    private ListItem createSeen() {
        var seen = row.seenOn();
        var booked = row.appointmentOn();
        if (seen != null) {
            return step(true, getTranslation("aftercare.way-back.seen-on", words.date(seen)));
        }
        var text = booked == null
                ? getTranslation("aftercare.way-back.due", words.date(row.dueOn()))
                : getTranslation(
                        row.later() ? "aftercare.way-back.booked.later" : "aftercare.way-back.booked",
                        words.date(booked));
        var item = step(false, text);
        if (writable()) {
            if (booked == null) {
                item.add(primary("aftercare.way-back.book", Glyph.CALENDAR_PLUS, this::book));
            }
            item.add(button("aftercare.way-back.seen", Glyph.USER_CHECK, this::seen));
            if (row.episode() != null) {
                var episodes =
                        new Anchor(EpisodeRoutes.ofPerson(row.person()), getTranslation("aftercare.way-back.episodes"));
                episodes.getElement().setAttribute("router-link", true);
                item.add(episodes);
            }
        }
        return item;
    }

    private ListItem createPlan() {
        var revised = row.planRevisedOn();
        if (revised != null) {
            return step(true, getTranslation("aftercare.way-back.revised-on", words.date(revised)));
        }
        var item = step(false, getTranslation("aftercare.way-back.plan"));
        if (writable()) {
            item.add(button(
                    "aftercare.way-back.revise",
                    Glyph.TARGET,
                    () -> new ReviseDialog(desk, row, goal -> {
                                desk.waysBack().revised(desk.write(grant.person()), row.id(), row.version(), goal);
                                done("aftercare.way-back.revised");
                            })
                            .open()));
        }
        return item;
    }

    private ListItem createPartners() {
        var item = step(!row.partners().isEmpty(), getTranslation("aftercare.way-back.partners"));
        row.partners()
                .forEach(partner -> item.add(new Paragraph(getTranslation(
                        "aftercare.way-back.partner.line",
                        partner.organisation(),
                        words.dateTime(partner.at(), row.centre()),
                        words.name(partner.by()),
                        partner.words()))));
        if (grant.mayWrite(Section.PLAN) && grant.centres().contains(row.centre())) {
            var partners = desk.waysBack().partners(desk.access().grant(grant.person(), Section.RECORD));
            if (partners.isEmpty()) {
                item.add(new SeverityBadge(
                        Severity.WARNING, Glyph.BAN, getTranslation("aftercare.way-back.partners.none")));
            } else {
                item.add(button("aftercare.way-back.tell", Glyph.BUILDING_2, () -> tell(partners)));
            }
        }
        return item;
    }

    private ListItem step(boolean done, String text) {
        var glyph = (done ? Glyph.CIRCLE_CHECK : Glyph.CIRCLE_DASHED).create();
        var line = new Span(text);
        line.addClassName("relais-grow");
        var item = new ListItem(glyph, line);
        if (done) {
            item.addClassName("relais-aftercare-done");
        }
        return item;
    }

    private void book() {
        new BookWayBackDialog(desk, row, grant.actor().id(), booking -> {
                    desk.waysBack()
                            .book(
                                    desk.write(grant.person()),
                                    row.id(),
                                    row.version(),
                                    booking.appointment(),
                                    booking.later());
                    done("aftercare.way-back.booked.done");
                })
                .open();
    }

    private void seen() {
        new FieldErrors().run(() -> {
            desk.waysBack().seen(desk.write(grant.person()), row.id(), row.version(), desk.today(row.centre()));
            done("aftercare.way-back.seen.done");
        });
    }

    private void tell(List<SharingConsent> partners) {
        new TellPartnerDialog(row, partners, command -> {
                    desk.waysBack()
                            .tell(
                                    desk.write(grant.person()),
                                    desk.access().grant(grant.person(), Section.RECORD),
                                    command);
                    done("aftercare.way-back.told");
                })
                .open();
    }

    private void end() {
        new EndWayBackDialog(reason -> {
                    desk.waysBack().end(desk.write(grant.person()), row.id(), row.version(), reason);
                    done("aftercare.way-back.end.done");
                })
                .open();
    }

    private void done(String key) {
        Toast.success(getTranslation(key));
        changed.run();
    }

    private Button primary(String key, Glyph glyph, Runnable act) {
        var button = button(key, glyph, act);
        button.addThemeName("primary");
        return button;
    }

    private Button button(String key, Glyph glyph, Runnable act) {
        var button = new BusyButton(getTranslation(key), glyph, act);
        button.addThemeName("small");
        return button;
    }

    private boolean writable() {
        return row.open() && grant.mayWrite(Section.PLAN) && grant.centres().contains(row.centre());
    }
}
