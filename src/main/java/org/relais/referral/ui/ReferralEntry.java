package org.relais.referral.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.referral.ExchangeKind;
import org.relais.referral.ReferralDetail;
import org.relais.referral.ReferralState;
import org.relais.uikit.Glyph;

/** How a referral looks in the timeline: as it stood when the entry was written, or the call about it. */
@org.springframework.stereotype.Component
class ReferralEntry implements EntryDecoration {

    private final ReferralDesk desk;

    ReferralEntry(ReferralDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(ReferralDetail.TYPE);
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(row.detail().containsKey(ReferralDetail.EXCHANGE) ? Glyph.PHONE : Glyph.SEND);
    }

    @Override
    public List<Component> badges(EntryRow row) {
        var state = row.detail().get(ReferralDetail.STATE);
        return state == null ? List.of() : List.of(words().state(ReferralState.valueOf(state)));
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        var detail = row.detail();
        var recipient = detail.get(ReferralDetail.RECIPIENT);
        if (recipient == null) {
            return Optional.empty();
        }
        var words = words();
        var said = new ArrayList<String>();
        said.add(words.say("referral.entry.to", recipient));
        var exchange = detail.get(ReferralDetail.EXCHANGE);
        if (exchange != null) {
            said.add(words.say(
                    Boolean.parseBoolean(detail.get(ReferralDetail.REACHED))
                            ? "referral.exchange.answered"
                            : "referral.exchange.unanswered",
                    words.say(ExchangeKind.valueOf(exchange).key())));
        }
        var before = detail.get(ReferralDetail.STATE_BEFORE);
        var state = detail.get(ReferralDetail.STATE);
        if (before != null && state != null && !before.equals(state)) {
            said.add(words.say(
                    "referral.entry.moved",
                    words.say(ReferralState.valueOf(before).key()),
                    words.say(ReferralState.valueOf(state).key())));
        }
        var appointment = detail.get(ReferralDetail.APPOINTMENT);
        var centre = row.centre();
        if (appointment != null && centre != null) {
            said.add(words.say("referral.entry.appointment", words.dateTime(Instant.parse(appointment), centre)));
        }
        var body = new Div(new Paragraph(String.join(" · ", said)));
        if (row.text() != null) {
            body.add(new Paragraph(row.text()));
        }
        return Optional.of(body);
    }

    private ReferralWords words() {
        return new ReferralWords(desk, UI.getCurrentOrThrow().getLocale());
    }
}
