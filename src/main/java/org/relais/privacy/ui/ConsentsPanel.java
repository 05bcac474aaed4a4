package org.relais.privacy.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.SharingConsent;
import org.relais.access.SharingConsents;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** Who receives what, and for what: the consents in force, then those that ended. */
final class ConsentsPanel extends Panel {

    /** What the page does when a button is pressed. */
    interface Actions {

        void add();

        void withdraw(SharingConsent consent, String recipient);
    }

    private final transient PrivacyWords words;

    ConsentsPanel(List<SharingConsent> consents, PrivacyWords words, boolean writes, Actions actions) {
        super(I18NProvider.translate("privacy.consents"));
        this.words = words;
        var inForce = consents.stream().filter(SharingConsent::inForce).toList();
        var ended = consents.stream().filter(consent -> !consent.inForce()).toList();
        setCount(inForce.size());
        if (writes) {
            var add = new Button(getTranslation("privacy.consent.add"), Glyph.PLUS.create(), _ -> actions.add());
            add.addThemeName("small");
            addToHeader(add);
        }
        if (inForce.isEmpty()) {
            addContent(new Paragraph(getTranslation("privacy.consents.none")));
        }
        inForce.forEach(consent -> {
            var recipient = recipient(consent);
            var line = line(consent, recipient);
            if (writes) {
                line.action(
                        getTranslation("privacy.consent.withdraw.verb"),
                        recipient,
                        () -> actions.withdraw(consent, recipient));
            }
            addContent(line);
        });
        if (!ended.isEmpty()) {
            var more = new Details(getTranslation("privacy.consents.ended", ended.size()));
            ended.forEach(consent -> more.add(line(consent, recipient(consent))));
            addContent(more);
        }
    }

    private PrivacyLine line(SharingConsent consent, String recipient) {
        var formats = words.formats(getLocale());
        var everything = consent.sections().equals(SharingConsents.everything());
        var until = consent.until();
        var since = formats.date(consent.givenAt());
        return new PrivacyLine(recipient)
                .badge(badge(consent))
                .say(
                        everything
                                ? getTranslation("privacy.consent.everything")
                                : getTranslation(
                                        "privacy.consent.sections", words.sections(consent.sections(), getLocale())))
                .say(getTranslation(
                        "privacy.consent.for", getTranslation(consent.purpose().key())))
                .meta(
                        until == null
                                ? getTranslation("privacy.consent.since", since)
                                : getTranslation("privacy.consent.between", since, words.lastDay(until, getLocale())))
                .meta(getTranslation(
                        "privacy.consent.recorded",
                        words.signature(consent.recordedBy(), getLocale()),
                        language(consent),
                        consent.textVersion()));
    }

    private SeverityBadge badge(SharingConsent consent) {
        if (consent.inForce()) {
            return new SeverityBadge(Severity.OK, getTranslation("privacy.consent.in-force"));
        }
        var withdrawn = consent.withdrawnAt();
        var until = consent.until();
        var word = withdrawn != null
                ? getTranslation(
                        "privacy.consent.withdrawn", words.formats(getLocale()).date(withdrawn))
                : getTranslation("privacy.consent.ended", until == null ? "" : words.lastDay(until, getLocale()));
        return new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, word);
    }

    private String language(SharingConsent consent) {
        return Locale.forLanguageTag(consent.language()).getDisplayLanguage(getLocale());
    }

    private String recipient(SharingConsent consent) {
        var organisation = consent.organisation();
        if (organisation != null) {
            return organisation;
        }
        var centre = consent.centre();
        return centre == null ? getTranslation("privacy.consent.every-centre") : words.centre(centre);
    }
}
