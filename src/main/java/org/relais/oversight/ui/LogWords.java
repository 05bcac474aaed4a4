package org.relais.oversight.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.audit.LoggedAccess;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.oversight.LogRow;
import org.relais.shared.CentreId;
import org.relais.shared.ServiceDay;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;

/** Puts rows of the access log into words, in one language and in the time of one centre. */
final class LogWords {

    static final String NOTHING = "—";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** What a decision can rest on; another word of a room is shown as it stands. */
    static final Set<String> BASES = new LinkedHashSet<>(List.of(
            "relation",
            "relation+consent",
            "emergency",
            "role",
            "grant",
            "task",
            "no-relation",
            "permission",
            "not-the-author"));

    private final StaffDirectory directory;
    private final Centres centres;
    private final Clock clock;
    private final ServiceDay day;
    private final Formats formats;

    /** @param reader the centre by whose time the rows are shown; null when the reader works in none */
    LogWords(StaffDirectory directory, Centres centres, Clock clock, @Nullable CentreId reader, Locale locale) {
        this.directory = directory;
        this.centres = centres;
        this.clock = clock;
        this.day = centres.all().stream()
                .filter(centre -> centre.id().equals(reader))
                .findFirst()
                .or(() -> centres.all().stream().findFirst())
                .map(Centre::serviceDay)
                .orElseGet(() -> new ServiceDay(ZoneId.of("Europe/Paris"), java.time.LocalTime.MIDNIGHT));
        this.formats = new Formats(locale, day.zone());
    }

    Formats formats() {
        return formats;
    }

    LocalDate today() {
        return day.of(clock.instant());
    }

    Instant startOf(LocalDate date) {
        return day.startOf(date);
    }

    /** To the second; with the date when it was not today. */
    String time(Instant instant) {
        var time = instant.atZone(day.zone()).format(SECONDS);
        return formats.day(instant).equals(formats.day(clock.instant())) ? time : formats.date(instant) + " " + time;
    }

    /** Date and time, to the second. */
    String dateTime(Instant instant) {
        return formats.date(instant) + " " + instant.atZone(day.zone()).format(SECONDS);
    }

    /** Who acted; the task's name where nobody did. */
    String who(LoggedAccess access) {
        var actor = access.actor();
        return actor == null ? translate("oversight.task", access.actorRole()) : name(actor);
    }

    String name(StaffId staff) {
        return directory.find(staff).map(StaffCard::name).orElseGet(() -> translate("oversight.staff.unknown"));
    }

    String role(LoggedAccess access) {
        return access.actor() == null ? "" : role(access.actorRole());
    }

    String role(String role) {
        return Arrays.stream(Role.values())
                .filter(one -> one.name().equals(role))
                .findFirst()
                .map(one -> translate(one.key()))
                .orElse(role);
    }

    String centre(@Nullable CentreId id) {
        return centres.all().stream()
                .filter(centre -> centre.id().equals(id))
                .findFirst()
                .map(Centre::name)
                .orElse(NOTHING);
    }

    String action(AccessAction action) {
        return translate("oversight.action." + key(action.name()));
    }

    Glyph glyph(AccessAction action) {
        return switch (action) {
            case VIEW -> Glyph.EYE;
            case SEARCH -> Glyph.SEARCH;
            case SHOW -> Glyph.LIST;
            case CREATE -> Glyph.PLUS;
            case CHANGE -> Glyph.PEN_LINE;
            case SIGN -> Glyph.CIRCLE_CHECK;
            case PRINT -> Glyph.PRINTER;
            case EXPORT -> Glyph.DOWNLOAD;
            case IMPORT -> Glyph.UPLOAD;
            case SIGN_IN -> Glyph.LOG_IN;
            case SIGN_OUT -> Glyph.LOG_OUT;
            case EMERGENCY -> Glyph.KEY_ROUND;
            case LOG_REVIEW -> Glyph.HISTORY;
        };
    }

    /** The number of the record, or how many people a list named. */
    String record(LogRow row) {
        var people = row.access().people();
        if (row.fileNumber() != null) {
            return row.fileNumber();
        }
        return people == null ? NOTHING : translate("oversight.people", people);
    }

    String section(String section) {
        return Arrays.stream(Section.values())
                .filter(one -> one.name().equals(section))
                .findFirst()
                .map(one -> translate(one.key()))
                .orElse(NOTHING);
    }

    String basis(@Nullable String basis) {
        if (basis == null) {
            return NOTHING;
        }
        return BASES.contains(basis) ? translate("oversight.basis." + basis.replace('+', '-')) : basis;
    }

    String purpose(String purpose) {
        return Arrays.stream(Purpose.values())
                .filter(one -> one.name().equals(purpose))
                .findFirst()
                .map(one -> translate("oversight.purpose." + key(one.name())))
                .orElse(NOTHING);
    }

    static String translate(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    static String key(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
