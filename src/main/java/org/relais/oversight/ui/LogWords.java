package org.relais.oversight.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.audit.LegalBasis;
import org.relais.audit.LoggedAccess;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.oversight.ExportWords;
import org.relais.oversight.LogRow;
import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.ServiceDay;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.staff.StaffSetup;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;

/** Puts rows of the access log into words, in one language and in the time of one centre. */
final class LogWords implements ExportWords {

    static final String NOTHING = "—";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

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

    private final Locale locale;
    private final StaffDirectory directory;
    private final Centres centres;
    private final Clock clock;
    private final ServiceDay day;
    private final Formats formats;

    /** @param reader the centre by whose time the rows are shown; null when the reader works in none */
    private LogWords(StaffDirectory directory, Centres centres, Clock clock, @Nullable CentreId reader, Locale locale) {
        this.locale = locale;
        this.directory = directory;
        this.centres = centres;
        this.clock = clock;
        this.day = centres.all().stream()
                .filter(centre -> centre.id().equals(reader))
                .findFirst()
                .or(() -> centres.all().stream().findFirst())
                .map(Centre::serviceDay)
                .orElseGet(() -> new ServiceDay(ZoneId.of("Europe/Paris"), LocalTime.MIDNIGHT));
        this.formats = new Formats(locale, day.zone());
    }

    /** By the time of the first of the reader's centres. */
    static LogWords of(Scope scope, StaffDirectory directory, Centres centres, Clock clock, Locale locale) {
        var reader =
                scope.centres().stream().min(Comparator.comparing(Id::value)).orElse(null);
        return new LogWords(directory, centres, clock, reader, locale);
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
        return actor == null ? text("oversight.task", access.actorRole()) : name(actor);
    }

    String name(StaffId staff) {
        return directory.find(staff).map(StaffCard::name).orElseGet(() -> text("oversight.staff.unknown"));
    }

    /** Whose rights or particulars were changed; null for other rows. */
    @Nullable
    String colleague(LoggedAccess access) {
        var whom = access.resource();
        return access.section().equals(StaffSetup.LOGGED_AS) && whom != null ? name(new StaffId(whom)) : null;
    }

    String role(LoggedAccess access) {
        return access.actor() == null ? "" : role(access.actorRole());
    }

    String role(String role) {
        return Arrays.stream(Role.values())
                .filter(one -> one.name().equals(role))
                .findFirst()
                .map(one -> text(one.key()))
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
        return text("oversight.action." + key(action.name()));
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
        return people == null ? NOTHING : text("oversight.people", people);
    }

    String section(String section) {
        return Arrays.stream(Section.values())
                .filter(one -> one.name().equals(section))
                .findFirst()
                .map(one -> text(one.key()))
                .orElse(NOTHING);
    }

    String basis(@Nullable String basis) {
        if (basis == null) {
            return NOTHING;
        }
        return BASES.contains(basis) ? text("oversight.basis." + basis.replace('+', '-')) : basis;
    }

    String purpose(String purpose) {
        return Arrays.stream(Purpose.values())
                .filter(one -> one.name().equals(purpose))
                .findFirst()
                .map(one -> text("oversight.purpose." + key(one.name())))
                .orElse(NOTHING);
    }

    /** Whether a reason was given; which one may be a word about the person's health and is not told here. */
    @Nullable
    String reason(@Nullable String reason) {
        return reason == null ? null : text("oversight.row.reason.given");
    }

    @Nullable
    String legalBasis(@Nullable String basis) {
        return basis == null
                ? null
                : Arrays.stream(LegalBasis.values())
                        .filter(one -> one.name().equals(basis))
                        .findFirst()
                        .map(one -> text("oversight.legal-basis." + key(one.name())))
                        .orElse(basis);
    }

    @Override
    public String text(String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }

    /** What is asked, in one line. */
    String question(LogQuestion question) {
        var parts = new ArrayList<String>();
        parts.add(period(question));
        add(parts, "oversight.log.record", question.record());
        add(parts, "oversight.log.staff", question.staff() == null ? null : name(question.staff()));
        add(parts, "oversight.log.centre", question.centre() == null ? null : centre(question.centre()));
        add(
                parts,
                "oversight.filter.role",
                question.role() == null ? null : role(question.role().name()));
        add(parts, "oversight.log.action", question.action() == null ? null : action(question.action()));
        add(parts, "oversight.log.basis", question.basis() == null ? null : basis(question.basis()));
        if (question.allowed() != null) {
            parts.add(text("oversight.filter.refused"));
        }
        return String.join(" · ", parts);
    }

    private String period(LogQuestion question) {
        if (question.period() != Period.DAYS) {
            return text(question.period().key());
        }
        var from = question.from();
        var until = question.until();
        return text(
                "oversight.period.between",
                from == null ? "…" : formats.date(from),
                until == null ? "…" : formats.date(until));
    }

    private void add(List<String> parts, String key, @Nullable String value) {
        if (value != null) {
            parts.add(text("oversight.filter.part", text(key), value));
        }
    }

    @Override
    public List<String> columns() {
        return Stream.of(
                        "oversight.export.time",
                        "oversight.log.staff",
                        "oversight.export.staff-id",
                        "oversight.filter.role",
                        "oversight.log.centre",
                        "oversight.log.action",
                        "oversight.export.allowed",
                        "oversight.log.record",
                        "oversight.log.section",
                        "oversight.log.basis",
                        "oversight.row.reason",
                        "oversight.row.legal-basis",
                        "oversight.row.purpose",
                        "oversight.row.type",
                        "oversight.row.view",
                        "oversight.row.request",
                        "oversight.row.node",
                        "oversight.row.id")
                .map(this::text)
                .toList();
    }

    @Override
    public List<String> cells(LogRow row) {
        var access = row.access();
        var actor = access.actor();
        return Stream.of(
                        UTC.format(access.occurredAt().atOffset(ZoneOffset.UTC)),
                        who(access),
                        actor == null ? "" : actor.toString(),
                        role(access),
                        centre(access.actorCentre()),
                        action(access.action()),
                        text(access.allowed() ? "oversight.row.allowed" : "oversight.row.refused"),
                        record(row),
                        section(access.section()),
                        basis(access.basis()),
                        orEmpty(reason(access.reason())),
                        orEmpty(legalBasis(access.legalBasis())),
                        purpose(access.purpose()),
                        orEmpty(access.resourceType()),
                        orEmpty(access.view()),
                        orEmpty(access.request()),
                        access.sequence() == null ? access.node() : access.node() + " " + access.sequence(),
                        access.id().toString())
                .map(cell -> cell.equals(NOTHING) ? "" : cell)
                .toList();
    }

    private static String orEmpty(@Nullable String word) {
        return word == null ? "" : word;
    }

    static String key(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
