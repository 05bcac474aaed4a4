package org.relais.history.ui;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.history.EncounterRow;
import org.relais.history.GivenCode;
import org.relais.history.GivenTime;
import org.relais.history.GivenValue;
import org.relais.history.HistoryRow;
import org.relais.history.MedicationRow;
import org.relais.history.ObservationRow;
import org.relais.history.ProblemRow;
import org.relais.history.Provenance;
import org.relais.uikit.Formats;

/** How the facts of a history are written: codes that are known in the reader's language, everything else as given. */
final class HistoryWords {

    private static final Set<String> STATUSES = Set.of(
            "active",
            "recurrence",
            "relapse",
            "inactive",
            "remission",
            "resolved",
            "completed",
            "stopped",
            "on-hold",
            "cancelled",
            "draft",
            "unknown",
            "in-progress",
            "finished",
            "planned",
            "final",
            "preliminary",
            "amended",
            "corrected",
            "registered");
    private static final Set<String> VERIFICATIONS = Set.of("unconfirmed", "provisional", "differential", "confirmed");
    private static final Set<String> ENCOUNTERS =
            Set.of("AMB", "EMER", "FLD", "HH", "IMP", "ACUTE", "NONAC", "OBSENC", "PRENC", "SS", "VR");

    private final Texts texts;
    private final Formats formats;
    private final Locale locale;

    HistoryWords(Texts texts, Formats formats, Locale locale) {
        this.texts = texts;
        this.formats = formats;
        this.locale = locale;
    }

    /** The words of the source, else the code. */
    String name(GivenCode given) {
        if (!given.words().isEmpty()) {
            return given.words();
        }
        return given.code() == null ? "" : given.code();
    }

    /** The time that stands before the fact; empty when the source gives none. */
    String when(HistoryRow row) {
        return switch (row) {
            case ProblemRow problem -> either(problem.onset(), problem.recorded());
            case MedicationRow medication -> either(medication.authored(), null);
            case EncounterRow encounter -> period(encounter);
            case ObservationRow observation -> either(observation.effective(), null);
        };
    }

    /** The state of the fact in a word; null when there is none worth saying. */
    @Nullable
    String status(HistoryRow row) {
        var given =
                switch (row) {
                    case ProblemRow problem -> problem.clinicalStatus();
                    case MedicationRow medication -> medication.status();
                    case EncounterRow encounter -> encounter.status();
                    case ObservationRow observation -> observation.status();
                };
        return given != null && STATUSES.contains(given) ? texts.of("history.status." + given) : given;
    }

    @Nullable
    String verification(@Nullable String given) {
        return given != null && VERIFICATIONS.contains(given) ? texts.of("history.verification." + given) : given;
    }

    String kind(MedicationRow medication) {
        return texts.of(medication.kind().key());
    }

    @Nullable
    String kind(EncounterRow encounter) {
        var given = encounter.kind();
        return given != null && ENCOUNTERS.contains(given)
                ? texts.of("history.encounter." + given.toLowerCase(Locale.ROOT))
                : given;
    }

    /** An amount with all its decimals and its unit, or the words as given. */
    @Nullable
    String value(@Nullable GivenValue value) {
        if (value == null) {
            return null;
        }
        var amount = value.amount();
        if (amount == null) {
            return value.words();
        }
        var number = formats.exact(amount);
        var bound = value.comparator() == null ? number : value.comparator() + "\u00a0" + number;
        return value.unit() == null ? bound : bound + "\u00a0" + value.unit();
    }

    String source(Provenance provenance) {
        return texts.of("history.source", provenance.system(), formats.date(provenance.importedAt()));
    }

    @Nullable
    String labelled(String key, @Nullable String text) {
        return text == null || text.isEmpty() ? null : pair(texts.of(key), text);
    }

    String pair(String label, String text) {
        return texts.of("history.pair", label, text);
    }

    /** As exact as the source was: a day, month or year has no zone and is not moved into one. */
    @Nullable
    String time(@Nullable GivenTime given) {
        if (given == null) {
            return null;
        }
        var day = given.at().atZone(ZoneOffset.UTC).toLocalDate();
        return switch (given.precision()) {
            case YEAR -> String.valueOf(day.getYear());
            case MONTH -> day.format(DateTimeFormatter.ofPattern("LLLL yyyy", locale));
            case DAY -> formats.date(day);
            case TIME -> formats.dateTime(given.at());
        };
    }

    private String period(EncounterRow encounter) {
        var start = time(encounter.start());
        var end = time(encounter.end());
        if (start == null) {
            return "";
        }
        return end == null || sameDay(encounter) ? start : texts.of("history.period", start, end);
    }

    private boolean sameDay(EncounterRow encounter) {
        var start = encounter.start();
        var end = encounter.end();
        return start != null && end != null && formats.day(start.at()).equals(formats.day(end.at()));
    }

    private String either(@Nullable GivenTime first, @Nullable GivenTime second) {
        var text = time(first == null ? second : first);
        return text == null ? "" : text;
    }

    /** The words of the bundles in the reader's language. */
    interface Texts {

        String of(String key, Object... arguments);
    }
}
