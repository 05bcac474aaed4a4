package org.relais.oversight.ui;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.EmergencyReason;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.oversight.OwnReport;
import org.relais.oversight.OwnReportDay;
import org.relais.oversight.OwnReportLine;
import org.relais.oversight.ReadKind;
import org.relais.oversight.ReadReason;
import org.relais.oversight.ReportText;
import org.relais.oversight.ReportWords;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Formats;

/** Says in plain sentences who read a record, in the language its person chose. */
final class OwnReportWords implements ReportWords {

    /** Of a line, so many times are told one by one. */
    private static final int TOLD = 3;

    private final StaffDirectory directory;
    private final Centres centres;
    private final ZoneId zone;

    /** @param zone in which the report says when it was made */
    OwnReportWords(StaffDirectory directory, Centres centres, ZoneId zone) {
        this.directory = directory;
        this.centres = centres;
        this.zone = zone;
    }

    @Override
    public ReportText text(OwnReport report) {
        var locale = report.asked().request().language().locale();
        return new Sentences(locale).text(report);
    }

    /** In one language. */
    private final class Sentences {

        private final Locale locale;
        private final Formats formats;

        Sentences(Locale locale) {
            this.locale = locale;
            this.formats = new Formats(locale, zone);
        }

        ReportText text(OwnReport report) {
            return new ReportText(
                    locale,
                    say("oversight.own.text.title"),
                    notes(report),
                    report.days().stream().map(this::day).toList(),
                    ending(report));
        }

        private List<String> notes(OwnReport report) {
            var asked = report.asked();
            return List.of(
                    say(
                            "oversight.own.text.made",
                            asked.fileNumber(),
                            date(formats.day(report.until())),
                            formats.time(report.until()),
                            date(asked.request().receivedOn())),
                    say("oversight.own.text.what"),
                    say("oversight.own.text.how"));
        }

        private List<String> ending(OwnReport report) {
            var ending = new ArrayList<String>();
            if (report.days().isEmpty()) {
                ending.add(say("oversight.own.text.nobody"));
            }
            if (report.leftOut().stream().anyMatch(report.readers()::contains)) {
                ending.add(say("oversight.own.text.left-out"));
            }
            if (report.since() != null) {
                ending.add(say("oversight.own.text.since", date(formats.day(report.since()))));
            }
            ending.add(say("oversight.own.text.audit"));
            ending.add(say("oversight.own.text.question"));
            return ending;
        }

        private ReportText.Day day(OwnReportDay day) {
            var head = date(day.day());
            return new ReportText.Day(
                    head.substring(0, 1).toUpperCase(locale) + head.substring(1),
                    day.lines().stream().map(this::sentence).toList());
        }

        private String sentence(OwnReportLine line) {
            var did = say(line.kind().key(), when(line.times()), who(line), section(line.section()));
            var why = why(line);
            return why.isEmpty() ? did : did + " " + why;
        }

        private String why(OwnReportLine line) {
            var reason = line.reason();
            if (reason == null || line.kind() == ReadKind.IMPORTED) {
                return "";
            }
            var given = Arrays.stream(EmergencyReason.values())
                    .filter(each -> each.name().equals(line.emergency()))
                    .findFirst();
            return reason == ReadReason.EMERGENCY && given.isPresent()
                    ? say(
                            "oversight.own.reason.emergency.given",
                            say(given.get().key()))
                    : say(reason.key());
        }

        private String who(OwnReportLine line) {
            var reader = line.reader();
            if (reader == null) {
                return say("oversight.own.who.portal");
            }
            var name = line.named()
                    ? directory.find(reader).map(StaffCard::name).orElseGet(() -> say("oversight.own.who.somebody"))
                    : say("oversight.own.who.somebody");
            var centre = centres.all().stream()
                    .filter(each -> each.id().equals(line.centre()))
                    .findFirst()
                    .map(Centre::name);
            return centre.isPresent()
                    ? say("oversight.own.who.centre", name, role(line.role()), centre.get())
                    : say("oversight.own.who", name, role(line.role()));
        }

        private String role(String role) {
            return Arrays.stream(Role.values())
                    .filter(each -> each.name().equals(role))
                    .findFirst()
                    .map(each -> say("oversight.own.role." + LogWords.key(each.name())))
                    .orElse(role);
        }

        private String section(String section) {
            return Arrays.stream(Section.values())
                    .filter(each -> each.name().equals(section))
                    .findFirst()
                    .map(each -> say("oversight.own.section." + LogWords.key(each.name())))
                    .orElse(section);
        }

        private String when(List<LocalTime> times) {
            if (times.size() > TOLD) {
                return say(
                        "oversight.own.at.many",
                        formats.time(times.getFirst()),
                        formats.time(times.getLast()),
                        formats.number(times.size()));
            }
            return say(
                    "oversight.own.at." + times.size(),
                    times.stream().map(formats::time).toArray());
        }

        // With the weekday and the year, which a sheet of paper needs
        private String date(LocalDate date) {
            return say(
                    date.getDayOfMonth() == 1 ? "oversight.own.date.first" : "oversight.own.date",
                    date.getDayOfWeek().getDisplayName(TextStyle.FULL, locale),
                    String.valueOf(date.getDayOfMonth()),
                    date.getMonth().getDisplayName(TextStyle.FULL, locale),
                    String.valueOf(date.getYear()));
        }

        private String say(String key, Object... arguments) {
            return I18NProvider.translate(locale, key, arguments);
        }
    }
}
