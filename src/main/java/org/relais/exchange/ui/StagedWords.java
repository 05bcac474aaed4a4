package org.relais.exchange.ui;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.StagedFile;
import org.relais.exchange.StagedPerson;
import org.relais.exchange.StagedState;
import org.relais.history.GivenTime;
import org.relais.person.Identity;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** How what waits is written. */
final class StagedWords {

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

    private StagedWords() {}

    /** Whom the file is about, as far as it is known. */
    static String title(Component where, StagedFile row) {
        var name = row.name();
        if (name != null) {
            return name.display() + " · " + name.fileNumber();
        }
        var subject = row.subject();
        return subject == null ? where.getTranslation("exchange.list.unnamed") : name(subject.identity());
    }

    static String name(Identity identity) {
        var name = Stream.of(identity.givenName(), identity.familyName())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? String.valueOf(identity.alias()) : name;
    }

    /** The birth as far as it is known; null when nothing is. */
    static @Nullable String birth(StagedPerson subject, Formats formats) {
        var identity = subject.identity();
        if (identity.birthDate() != null) {
            return formats.date(identity.birthDate());
        }
        return identity.birthYear() == null ? null : String.valueOf(identity.birthYear());
    }

    static SeverityBadge badge(Component where, StagedState state) {
        var word = where.getTranslation(state.key());
        return switch (state) {
            case IDENTITY -> new SeverityBadge(Severity.INFO, Glyph.ID_CARD, word);
            case CLINICAL -> new SeverityBadge(Severity.WARNING, Glyph.STETHOSCOPE, word);
            case TAKEN -> new SeverityBadge(Severity.OK, Glyph.CIRCLE_CHECK, word);
            case DECLINED -> new SeverityBadge(Severity.NEUTRAL, Glyph.CIRCLE_X, word);
            case DISCARDED, EXPIRED -> new SeverityBadge(Severity.NEUTRAL, Glyph.CIRCLE_DASHED, word);
        };
    }

    /** A time as exactly as the source said it. */
    static String when(@Nullable GivenTime given, Formats formats, Locale locale) {
        if (given == null) {
            return "";
        }
        var day = LocalDate.ofInstant(given.at(), ZoneOffset.UTC);
        return switch (given.precision()) {
            case YEAR -> String.valueOf(day.getYear());
            case MONTH -> day.format(DateTimeFormatter.ofPattern("LLLL yyyy", locale));
            case DAY -> formats.date(day);
            case TIME -> formats.dateTime(given.at());
        };
    }

    /** The state of an entry in a word. */
    static String status(Component where, @Nullable String given) {
        if (given == null) {
            return "";
        }
        return STATUSES.contains(given) ? where.getTranslation("history.status." + given) : given;
    }
}
