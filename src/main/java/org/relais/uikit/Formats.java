package org.relais.uikit;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Dates, times and numbers as the user's language writes them, in the centre's time zone. Instants are shown in that
 * zone, whatever the browser's is. Immutable.
 */
public final class Formats {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle words;

    /** @param locale one of French, English and Swedish; any other is read as French */
    public Formats(Locale locale, ZoneId zone) {
        this.locale = switch (locale.getLanguage()) {
            case "en" -> Locale.UK;
            case "sv" -> Locale.of("sv", "SE");
            default -> Locale.FRANCE;
        };
        this.zone = zone;
        this.words = ResourceBundle.getBundle(
                "i18n.uikit.texts",
                Locale.of(this.locale.getLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** 19.11.2026, 19 Nov 2026, 2026-11-19. */
    public String date(LocalDate date) {
        return date.format(pattern("uikit.format.date"));
    }

    public String date(Instant instant) {
        return date(day(instant));
    }

    /** jeu. 19.11, Thu 19 Nov, tors 19 nov. */
    public String shortDate(LocalDate date) {
        return date.format(pattern("uikit.format.short-date"));
    }

    /** 14:05 in all languages. */
    public String time(LocalTime time) {
        return time.format(CLOCK);
    }

    public String time(Instant instant) {
        return time(instant.atZone(zone).toLocalTime());
    }

    /** The date and the time, with a narrow mark between. */
    public String dateTime(Instant instant) {
        return date(instant) + " " + time(instant);
    }

    /** The day of an instant in the centre's time zone, by the calendar and not by the service day. */
    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** "Aujourd’hui, jeudi 19 novembre"; the year is added when it is not the current one. */
    public String dayHead(LocalDate day, LocalDate today) {
        var key = day.getYear() == today.getYear() ? "uikit.format.long-day" : "uikit.format.long-day-year";
        var text = day.format(pattern(key));
        if (day.equals(today)) {
            return message("uikit.day.today", text);
        }
        if (day.equals(today.minusDays(1))) {
            return message("uikit.day.yesterday", text);
        }
        if (day.equals(today.plusDays(1))) {
            return message("uikit.day.tomorrow", text);
        }
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** Completed years, in words; months below two years. */
    public String age(LocalDate birth, LocalDate today) {
        var period = Period.between(birth, today);
        return period.getYears() < 2
                ? message("uikit.age.months", period.toTotalMonths())
                : message("uikit.age.years", period.getYears());
    }

    /** A number with at most three decimals, without trailing zeros; groups are parted by the language's mark. */
    public String number(Number number) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(3);
        return plainBlanks(format.format(number));
    }

    /** A number with exactly as many decimals as it carries: a dose of 8.50 stays 8.50. */
    public String exact(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return plainBlanks(format.format(number));
    }

    /** The number, a no-break space, the unit. */
    public String number(Number number, String unit) {
        return number(number) + "\u00a0" + unit;
    }

    /** To one hour "25 min", then "1 h 05", from two days on "17 jours"; never negative, seconds are dropped. */
    public String duration(Duration duration) {
        var minutes = duration.abs().toMinutes();
        if (minutes >= Duration.ofDays(2).toMinutes()) {
            return message("uikit.due.days", duration.abs().toDays());
        }
        return minutes < 60
                ? minutes + "\u00a0min"
                : minutes / 60 + "\u00a0h\u00a0" + String.format(Locale.ROOT, "%02d", minutes % 60);
    }

    /** "Retard 25 min". */
    public String late(Duration duration) {
        return message("uikit.due.late", duration(duration));
    }

    /** "dans 5 min". */
    public String ahead(Duration duration) {
        return message("uikit.due.in", duration(duration));
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(words.getString(key), locale);
    }

    private String message(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }

    // The French grouping mark is a narrow no-break space that some fonts lack.
    private static String plainBlanks(String text) {
        return text.replace('\u202f', '\u00a0').replace('\u2212', '-');
    }
}
