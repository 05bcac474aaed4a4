package org.relais.directory.ui;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.directory.Need;
import org.relais.directory.Partner;
import org.relais.directory.PartnerDetails;
import org.relais.directory.PartnerField;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** How partners are put into words and signs, in one language. */
final class DirectoryWords {

    private final Locale locale;

    DirectoryWords(Locale locale) {
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }

    String needs(Collection<Need> needs) {
        return needs.stream().sorted().map(need -> say(need.key())).collect(Collectors.joining(", "));
    }

    String language(String code) {
        var name = Locale.of(code).getDisplayLanguage(locale);
        return name.isEmpty() ? code : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    String languages(Collection<String> codes) {
        return codes.stream().sorted().map(this::language).collect(Collectors.joining(", "));
    }

    /** What a field says; nothing when it says nothing. */
    String value(PartnerDetails details, PartnerField field) {
        return switch (field) {
            case ID -> "";
            case NEEDS -> needs(details.needs());
            case LANGUAGES -> languages(details.languages());
            case VERIFIED_ON -> {
                var day = details.verifiedOn();
                yield day == null ? "" : DirectoryDesk.formats(locale).date(day);
            }
            case SAFE_PLACE -> answer(details.safePlace());
            case PEER_LED -> answer(details.peerLed());
            case WITHDRAWN -> answer(details.withdrawn());
            default -> text(details.value(field));
        };
    }

    /** Whether what is said of the partner was made sure of lately. */
    SeverityBadge verification(Partner partner, int days) {
        var day = partner.details().verifiedOn();
        if (day == null) {
            return new SeverityBadge(Severity.WARNING, say("directory.verified.never"));
        }
        var date = DirectoryDesk.formats(locale).date(day);
        return partner.verificationDue()
                ? new SeverityBadge(Severity.WARNING, say("directory.verified.long-ago", date, days))
                : new SeverityBadge(Severity.OK, Glyph.BADGE_CHECK, say("directory.verified.on", date));
    }

    private String answer(boolean yes) {
        return say(yes ? "directory.csv.yes" : "directory.csv.no");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
