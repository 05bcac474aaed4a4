package org.relais.episode.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.relais.centre.Bed;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.Transfer;
import org.relais.episode.TransferState;
import org.relais.shared.Severity;
import org.relais.shared.UnitId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** One transfer as both ends see it: from where to where, how it stands, every step with who and when, and the text. */
class TransferCard extends Article {

    private final transient Transfer transfer;
    private final transient Centres centres;
    private final transient StaffDirectory staff;
    private final transient Formats formats;

    /** @param naming whether it says who it is about: not on a page about the person */
    TransferCard(
            Transfer transfer,
            boolean naming,
            EpisodeWords words,
            Centres centres,
            StaffDirectory staff,
            Component... acts) {
        this.transfer = transfer;
        this.centres = centres;
        this.staff = staff;
        this.formats = words.formats(transfer.toCentre());
        addClassNames(
                "relais-episode-card",
                "relais-transfer",
                "relais-episode-" + (transfer.state().live() ? "live" : "closed"));
        var tile = new Span(Glyph.SEND.create());
        tile.addClassNames("relais-tile", "relais-administrative");
        var head = new Div(
                new H3(naming ? transfer.name().display() : place()),
                new SeverityBadge(
                        severity(), glyph(), getTranslation(transfer.state().key())));
        head.addClassName("relais-row");
        var body = new Div(head);
        body.addClassName("relais-grow");
        if (naming) {
            body.add(new Paragraph(identity()), new Paragraph(place()));
        }
        var last = transfer.untilOn();
        if (last != null) {
            body.add(new Paragraph(
                    getTranslation("episode.guest.line.days", formats.date(transfer.wishedOn()), formats.date(last))));
        }
        describe(body);
        add(tile, body);
        if (acts.length > 0) {
            var buttons = new Div(acts);
            buttons.addClassName("relais-actions");
            add(buttons);
        }
    }

    private void describe(Div body) {
        body.add(secondary(getTranslation(
                transfer.key() + ".line.asked",
                name(transfer.asked()),
                formats.dateTime(transfer.asked().at()),
                formats.date(transfer.wishedOn()))));
        var accepted = transfer.accepted();
        if (accepted != null) {
            body.add(secondary(getTranslation(
                    transfer.key() + ".line.accepted", name(accepted), formats.dateTime(accepted.at()), expected())));
        }
        var ended = transfer.ended();
        if (ended != null) {
            body.add(secondary(getTranslation(
                    transfer.key() + ".line." + transfer.state().name().toLowerCase(java.util.Locale.ROOT),
                    name(ended),
                    formats.dateTime(ended.at()))));
            if (transfer.state() != TransferState.ARRIVED) {
                var reason = transfer.reason();
                body.add(new Paragraph(
                        reason == null ? getTranslation("episode.transfer.line.ended-otherwise") : reason));
            }
        }
        if (transfer.handOver().isEmpty()) {
            return;
        }
        var handOver =
                new Div(new Span(getTranslation("episode.transfer.hand-over")), new Paragraph(transfer.handOver()));
        handOver.addClassName("relais-transfer-text");
        body.add(handOver);
    }

    private String expected() {
        var day = transfer.expectedOn();
        var bed = transfer.bed();
        var label = bed == null ? "" : centres.bed(bed).map(Bed::label).orElse("");
        var words = day == null ? "" : formats.date(day);
        return label.isEmpty() ? words : words + ", " + getTranslation("episode.line.in-bed", label);
    }

    private String identity() {
        var name = transfer.name();
        var birth = name.birthDate();
        return birth == null
                ? name.fileNumber()
                : getTranslation("episode.transfer.line.born", formats.date(birth), name.fileNumber());
    }

    private String place() {
        return getTranslation(
                "episode.transfer.line.place",
                unit(transfer.fromUnit()) + " · "
                        + centres.centre(transfer.fromCentre()).name(),
                unit(transfer.toUnit()) + " · "
                        + centres.centre(transfer.toCentre()).name());
    }

    private String unit(UnitId unit) {
        return centres.unit(unit).map(Unit::name).orElse("");
    }

    private String name(Transfer.Step step) {
        return staff.find(step.by()).map(StaffCard::name).orElse("");
    }

    private Severity severity() {
        return switch (transfer.state()) {
            case REQUESTED -> Severity.WARNING;
            case ACCEPTED -> Severity.INFO;
            case ARRIVED, PRESENT -> Severity.OK;
            case REFUSED, WITHDRAWN, ENDED -> Severity.NEUTRAL;
        };
    }

    private Glyph glyph() {
        return switch (transfer.state()) {
            case REQUESTED -> Glyph.HOURGLASS;
            case ACCEPTED -> Glyph.HANDSHAKE;
            case PRESENT -> Glyph.USER_CHECK;
            case ARRIVED, ENDED -> Glyph.CIRCLE_CHECK;
            case REFUSED -> Glyph.CIRCLE_X;
            case WITHDRAWN -> Glyph.ROTATE_CCW;
        };
    }

    private static Paragraph secondary(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("relais-secondary");
        return paragraph;
    }
}
