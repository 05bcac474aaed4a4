package org.relais.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/** Checks what was typed or read of a partner; nothing is repaired in silence. */
@Component
class PartnerChecks {

    static final int PLACE = 100;

    private static final int WORDS = 2_000;
    private static final int HOURS = 500;
    private static final int ADDRESS = 300;
    private static final int TELEPHONE_LENGTH = 40;
    private static final int FEWEST_DIGITS = 2;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_LANGUAGES = 40;
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9 ()./-]+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern WEBSITE = Pattern.compile("(?i)https?://[^\\s\"'<>\\\\]+");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Clock clock;

    PartnerChecks(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The details without surrounding blanks. */
    PartnerDetails checked(PartnerDetails typed) {
        var name = FreeText.requireLine("name", typed.name(), FreeText.LINE);
        if (SearchWords.of(name).isEmpty()) {
            throw new InvalidInput("name", "directory.error.name");
        }
        if (typed.needs().isEmpty()) {
            throw new InvalidInput("needs", "shared.error.required");
        }
        return new PartnerDetails(
                name,
                typed.needs(),
                FreeText.optional("offer", typed.offer(), WORDS),
                FreeText.optional("eligibility", typed.eligibility(), WORDS),
                languages(typed.languages()),
                FreeText.optionalLine("cost", typed.cost(), FreeText.LINE),
                FreeText.optional("openingHours", typed.openingHours(), HOURS),
                FreeText.optionalLine("capacity", typed.capacity(), FreeText.LINE),
                telephone(typed.telephone()),
                matching("email", typed.email(), FreeText.LINE, EMAIL),
                matching("website", typed.website(), ADDRESS, WEBSITE),
                FreeText.optional("address", typed.address(), ADDRESS),
                FreeText.optionalLine("place", typed.place(), PLACE),
                day(typed.verifiedOn()),
                typed.safePlace(),
                typed.peerLed(),
                typed.withdrawn());
    }

    // Somewhere the day has already begun that has not here
    private @Nullable LocalDate day(@Nullable LocalDate verifiedOn) {
        if (verifiedOn != null && verifiedOn.isAfter(today().plusDays(1))) {
            throw new InvalidInput("verifiedOn", "directory.error.verified-ahead");
        }
        if (verifiedOn != null && verifiedOn.getYear() < 1900) {
            throw new InvalidInput("verifiedOn", "directory.error.verified-long-ago");
        }
        return verifiedOn;
    }

    private static Set<String> languages(Set<String> codes) {
        if (codes.size() > MOST_LANGUAGES) {
            throw new InvalidInput("languages", "directory.error.languages", MOST_LANGUAGES);
        }
        for (var code : codes) {
            if (!LANGUAGES.contains(code)) {
                throw new InvalidInput("languages", "directory.error.language", code);
            }
        }
        return codes;
    }

    private static @Nullable String telephone(@Nullable String typed) {
        var number = matching("telephone", typed, TELEPHONE_LENGTH, TELEPHONE);
        if (number == null) {
            return null;
        }
        var digits = number.chars().filter(Character::isDigit).count();
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            throw new InvalidInput("telephone", "directory.error.telephone");
        }
        return number;
    }

    private static @Nullable String matching(String field, @Nullable String typed, int most, Pattern pattern) {
        var text = FreeText.optionalLine(field, typed, most);
        if (text != null && !pattern.matcher(text).matches()) {
            throw new InvalidInput(field, "directory.error." + field);
        }
        return text;
    }
}
