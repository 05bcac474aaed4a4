package org.relais.oversight.ui;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.audit.OpenedSection;
import org.relais.oversight.CardCount;
import org.relais.oversight.Concluded;
import org.relais.oversight.Conclusion;
import org.relais.oversight.Finding;
import org.relais.oversight.FindingDetail;
import org.relais.oversight.UnusualCard;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** Puts unusual accesses into sentences. A person is the number of a record. */
final class UnusualWords {

    private final LogWords words;

    UnusualWords(LogWords words) {
        this.words = words;
    }

    LogWords log() {
        return words;
    }

    String rule(Finding finding) {
        return words.text(finding.ruleKey());
    }

    /** What the member of staff did, in one sentence. */
    String sentence(Finding finding, @Nullable String record) {
        var who = words.text(
                finding.centre() == null ? "oversight.unusual.who" : "oversight.unusual.who.centre",
                words.name(finding.actor()),
                words.role(finding.actorRole()),
                words.centre(finding.centre()));
        var when = words.dateTime(finding.at());
        if (finding.records() != null) {
            return words.text("oversight.unusual.did.volume", who, finding.records(), when);
        }
        var number = record == null ? LogWords.NOTHING : record;
        if (finding.card() == UnusualCard.EMERGENCY) {
            return words.text("oversight.unusual.did.emergency", who, number, when);
        }
        return words.text(
                finding.allowed() ? "oversight.unusual.did" : "oversight.unusual.tried",
                who,
                words.section(finding.section()),
                number,
                when);
    }

    String relation(FindingDetail detail) {
        var emergency = "emergency".equals(detail.finding().basis());
        if (detail.relation()) {
            return words.text("oversight.unusual.relation.yes");
        }
        return words.text(emergency ? "oversight.unusual.relation.emergency" : "oversight.unusual.relation.none");
    }

    String contact(FindingDetail detail) {
        var contact = detail.contact();
        if (contact == null) {
            return LogWords.NOTHING;
        }
        return words.text(contact ? "oversight.unusual.contact.yes" : "oversight.unusual.contact.none");
    }

    String reason(FindingDetail detail) {
        return words.text(detail.reasoned() ? "oversight.unusual.reason.yes" : "oversight.unusual.reason.none");
    }

    String opened(FindingDetail detail) {
        return detail.opened().isEmpty()
                ? LogWords.NOTHING
                : detail.opened().stream().map(this::opened).collect(Collectors.joining(" · "));
    }

    private String opened(OpenedSection section) {
        return words.section(section.section()) + " " + words.formats().time(section.first());
    }

    String concluded(Concluded concluded) {
        return words.text(
                "oversight.conclusion.by",
                words.name(concluded.by()),
                words.formats().dateTime(concluded.at()));
    }

    /** Justified or to be followed up, or that it waits: in word and sign. */
    SeverityBadge state(@Nullable Concluded concluded) {
        if (concluded == null) {
            return new SeverityBadge(Severity.WARNING, Glyph.HOURGLASS, words.text("oversight.unusual.state.waiting"));
        }
        return concluded.conclusion() == Conclusion.JUSTIFIED
                ? new SeverityBadge(
                        Severity.OK,
                        Glyph.CIRCLE_CHECK,
                        words.text(concluded.conclusion().key()))
                : new SeverityBadge(
                        Severity.CRITICAL,
                        Glyph.FLAG,
                        words.text(concluded.conclusion().key()));
    }

    /** How grave a card or a mark looks: where one must look at once, and where one should look. */
    static Severity severity(UnusualCard card) {
        return switch (card) {
            case EMERGENCY, COLLEAGUE, VOLUME, PROTECTED -> Severity.CRITICAL;
            case NAME_OR_ADDRESS, OUT_OF_HOURS, NO_CONTACT -> Severity.WARNING;
        };
    }

    static Glyph glyph(UnusualCard card) {
        return switch (card) {
            case EMERGENCY -> Glyph.KEY_ROUND;
            case NAME_OR_ADDRESS -> Glyph.USERS_ROUND;
            case COLLEAGUE -> Glyph.ID_CARD;
            case PROTECTED -> Glyph.STAR;
            case OUT_OF_HOURS -> Glyph.MOON;
            case VOLUME -> Glyph.ZAP;
            case NO_CONTACT -> Glyph.CIRCLE_HELP;
        };
    }

    /** What a card says under its number. */
    SeverityBadge waiting(CardCount card) {
        return card.waiting() == 0
                ? new SeverityBadge(Severity.OK, Glyph.CIRCLE_CHECK, words.text("oversight.unusual.card.nothing"))
                : new SeverityBadge(
                        severity(card.card()), words.text("oversight.unusual.card.waiting", card.waiting()));
    }
}
