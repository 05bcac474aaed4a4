package org.relais.oversight;

import java.util.Arrays;
import java.util.Locale;

/** The languages in which a person can read their own report. */
public enum ReportLanguage {
    FRENCH("fr"),
    ENGLISH("en"),
    SWEDISH("sv");

    private final String code;

    ReportLanguage(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public Locale locale() {
        return Locale.of(code);
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "oversight.own.language." + code;
    }

    /** The language of a locale; French when it is none of them. */
    public static ReportLanguage of(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(locale.getLanguage()))
                .findFirst()
                .orElse(FRENCH);
    }
}
