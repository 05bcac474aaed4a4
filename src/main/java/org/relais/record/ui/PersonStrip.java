package org.relais.record.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

import org.relais.access.Grant;
import org.relais.person.Alert;
import org.relais.person.AlertKind;
import org.relais.person.PersonHead;
import org.relais.person.PersonRoutes;
import org.relais.person.Relative;
import org.relais.person.TellingTopic;
import org.relais.record.ui.RecordReading.Frame;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.Initials;
import org.relais.uikit.SeverityBadge;

/** Who the record is about, where they are cared for, what everybody must know, and who else has it open. */
final class PersonStrip extends Section {

    private final transient PageWords words;

    PersonStrip(Frame frame, Grant record, PageWords words, TeamAvatars team, PresenceLine presence) {
        this.words = words;
        addClassName("relais-person-strip");
        setAriaLabel(getTranslation("record.strip"));
        var head = frame.head();
        var who = new Div(createName(head), new EpisodeLine(frame.episodes(), words));
        who.addClassName("relais-strip-who");
        add(new Initials(head.name().display()).large(), who, team, presence, createChips(head, record));
    }

    private Component createName(PersonHead head) {
        var line = new Div(new H1(head.name().display()));
        line.addClassName("relais-strip-name");
        if (head.name().alias()) {
            line.add(new SeverityBadge(Severity.NEUTRAL, Glyph.EYE_OFF, getTranslation("record.strip.alias")));
        }
        var facts = new Span(String.join(" · ", facts(head)));
        facts.addClassName("relais-secondary");
        var file = new Span(getTranslation("record.strip.file", head.name().fileNumber()));
        file.addClassNames("relais-meta", "relais-numeric");
        var identity = new Anchor(PersonRoutes.identity(head.name().person()), getTranslation("record.strip.identity"));
        identity.addClassName("relais-small-text");
        line.add(facts, file, identity);
        return line;
    }

    private List<String> facts(PersonHead head) {
        var facts = new ArrayList<String>();
        if (head.otherName() != null) {
            facts.add(getTranslation("record.strip.other-name", head.otherName()));
        }
        var birth = head.birthDate();
        if (birth != null) {
            facts.add(words.formats().age(birth, words.today()));
            facts.add(getTranslation("record.strip.born", words.formats().date(birth)));
        } else if (head.birthYear() != null) {
            facts.add(getTranslation("record.strip.born-year", String.valueOf(head.birthYear())));
        }
        if (head.gender() != null) {
            facts.add(getTranslation(head.gender().key()));
        }
        return facts;
    }

    private Component createChips(PersonHead head, Grant record) {
        var chips = new Div();
        chips.addClassName("relais-strip-chips");
        head.alerts().stream().map(this::createAlert).forEach(chips::add);
        var agreed = new Div();
        agreed.addClassName("relais-strip-agreed");
        agreed.add(createConsent(record));
        head.relatives().stream().map(this::createRelative).forEach(agreed::add);
        chips.add(agreed);
        return chips;
    }

    private Component createAlert(Alert alert) {
        var kind = getTranslation(alert.kind().key());
        var text = alert.text().isEmpty() ? getTranslation("record.alert.exists") : alert.text();
        var full = new Div(new Paragraph(text));
        if (alert.source() != null) {
            full.add(new Paragraph(getTranslation("record.alert.source", alert.source())));
        }
        full.add(new Paragraph(getTranslation(
                "record.alert.recorded", words.formats().date(alert.recordedAt()), words.name(alert.recordedBy()))));
        // "Other" says nothing that the words of the alert do not say better
        return alert.kind() == AlertKind.OTHER && !alert.text().isEmpty()
                ? new StripChip(
                        alert.severity(),
                        glyph(alert),
                        text,
                        words.formats().shortDate(words.formats().day(alert.recordedAt())),
                        full)
                : new StripChip(alert.severity(), glyph(alert), kind, text, full);
    }

    private static Glyph glyph(Alert alert) {
        return switch (alert.kind()) {
            case ALLERGY -> Glyph.OCTAGON_ALERT;
            case SEIZURE_HISTORY -> Glyph.ZAP;
            case SAFETY -> Glyph.SHIELD_ALERT;
            case PREGNANCY -> Glyph.HEART_HANDSHAKE;
            case SUICIDE_RISK, OTHER -> Glyph.TRIANGLE_ALERT;
        };
    }

    private Component createConsent(Grant record) {
        var agreed = !record.sharedSections().isEmpty();
        return new StripChip(
                agreed ? Severity.INFO : Severity.NEUTRAL,
                agreed ? Glyph.SHIELD_CHECK : Glyph.LOCK,
                getTranslation("record.consent"),
                getTranslation(agreed ? "record.consent.given" : "record.consent.none"),
                new Div(new Paragraph(
                        getTranslation(agreed ? "record.consent.given.text" : "record.consent.none.text"))));
    }

    private Component createRelative(Relative relative) {
        var told = new ArrayList<String>();
        var full = new Div(new Paragraph(relative.name()));
        for (var topic : TellingTopic.values()) {
            if (relative.mayBeTold().answers().containsKey(topic)) {
                var answer = getTranslation(
                        relative.mayBeTold().allows(topic, words.today()) ? "record.told.yes" : "record.told.no",
                        getTranslation(topic.key()));
                told.add(answer);
                full.add(new Paragraph(answer));
            }
        }
        if (told.isEmpty()) {
            told.add(getTranslation("record.told.nothing"));
            full.add(new Paragraph(getTranslation("record.told.nothing")));
        }
        return new StripChip(
                Severity.INFO,
                Glyph.USERS_ROUND,
                getTranslation(relative.relation().key()),
                String.join(", ", told.subList(0, Math.min(2, told.size()))),
                full);
    }
}
