package org.relais.detox.ui;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import org.relais.detox.WallBed;
import org.relais.detox.WallScheme;
import org.relais.detox.WallSheet;
import org.relais.episode.BedCondition;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;

/**
 * Draws the ward for a wall: the bed, the day, how severe the last score was as a colour and a word, and what is due
 * when. No name, no substance, no instrument, no score and none of the words that somebody typed (PRI-15).
 */
@Component
class WallPage {

    private static final int NIGHT_FROM = 21;
    private static final int NIGHT_UNTIL = 7;

    private static final String FRAME = """
            <!doctype html>
            <html lang="%s" theme="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <link rel="stylesheet" href="/styles/relais.css">
            <link rel="icon" href="/icons/relais.svg">
            <script type="module" src="/scripts/relais-due.js"></script>
            <script type="module" src="/scripts/relais-wall.js"></script>
            </head>
            <body class="relais-wall">
            %s
            </body>
            </html>
            """;

    private final I18NProvider texts;
    private final Clock clock;

    WallPage(I18NProvider texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** The page where a code is typed. */
    String entrance(Locale locale, @Nullable String message) {
        var words = new Words(texts, locale);
        var html = new StringBuilder("<main class=\"relais-wall-entrance\">");
        html.append("<h1>").append(text(words.say("detox.wall.title"))).append("</h1>");
        if (message != null) {
            html.append("<p role=\"alert\" class=\"relais-wall-message\">")
                    .append(text(words.say(message)))
                    .append("</p>");
        }
        html.append("<p>")
                .append(text(words.say("detox.wall.entrance")))
                .append("</p><form method=\"post\" action=\"")
                .append(WallController.PATH)
                .append("\"><label for=\"code\">")
                .append(text(words.say("detox.wall.code")))
                .append("</label><input id=\"code\" name=\"code\" maxlength=\"20\" required autofocus"
                        + " autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\"><button>")
                .append(text(words.say("detox.wall.enter")))
                .append("</button></form></main>");
        return frame(locale, "light-dark", words.say("detox.wall.title"), html);
    }

    /** The page of a device that came while nothing could be read: it asks again by itself. */
    String unreachable(Locale locale) {
        var words = new Words(texts, locale);
        return frame(
                locale,
                "light-dark",
                words.say("detox.wall.title"),
                new StringBuilder("<main class=\"relais-wall-entrance\" data-live data-lost=\"")
                        .append(text(words.say("detox.wall.lost.always")))
                        .append("\"><h1>")
                        .append(text(words.say("detox.wall.lost.always")))
                        .append("</h1></main>"));
    }

    /** The page of a display. */
    Drawn board(WallSheet sheet) {
        var display = sheet.display();
        var locale = Locale.of(display.language());
        var words = new Words(texts, locale);
        var formats = new Formats(locale, sheet.zone());
        var now = clock.instant();
        var html = new StringBuilder("<main class=\"relais-wall-board\" data-live data-lost=\"")
                .append(text(words.say("detox.wall.lost", "#")))
                .append("\"><header><h1>")
                .append(text(sheet.ward()))
                .append("</h1>")
                .append(summary(sheet.beds(), words))
                .append("<p class=\"relais-wall-time\" data-time></p></header><ul class=\"relais-wall-beds\">");
        sheet.beds().forEach(bed -> html.append(bed(bed, words, formats, now)));
        html.append("</ul></main>");
        var drawn = frame(
                locale,
                dark(display.scheme(), now.atZone(sheet.zone()).getHour()) ? "dark" : "light",
                sheet.ward(),
                html);
        return new Drawn(drawn, tag(drawn), formats.time(now), now);
    }

    private static boolean dark(WallScheme scheme, int hour) {
        return scheme == WallScheme.NIGHT
                || (scheme == WallScheme.BY_TIME && (hour >= NIGHT_FROM || hour < NIGHT_UNTIL));
    }

    private static String summary(List<WallBed> beds, Words words) {
        var late = beds.stream().filter(WallBed::late).count();
        var alarms = beds.stream().mapToInt(WallBed::alarms).sum();
        var html = new StringBuilder("<p class=\"relais-wall-summary\">");
        if (late > 0) {
            badge(html, Severity.CRITICAL, words.say("detox.summary.late", late));
        }
        if (alarms > 0) {
            badge(html, Severity.CRITICAL, words.say("detox.summary.alarms", alarms));
        }
        return html.append("</p>").toString();
    }

    private static StringBuilder bed(WallBed bed, Words words, Formats formats, Instant now) {
        var html = new StringBuilder("<li class=\"relais-wall-bed")
                .append(bed.late() ? " relais-late" : bed.soon() ? " relais-soon" : "")
                .append(bed.taken() ? "" : " relais-free")
                .append("\"><h2>")
                .append(text(bed.label()))
                .append("</h2>");
        if (!bed.taken()) {
            html.append("<p>").append(text(vacant(bed, words, formats, now))).append("</p>");
        } else if (bed.day() == 0) {
            html.append("<p>").append(text(words.say("detox.card.taken"))).append("</p>");
        } else {
            html.append("<p class=\"relais-wall-day\">")
                    .append(text(words.say("detox.card.day", bed.day())))
                    .append("</p>");
        }
        if (bed.band() != null) {
            badge(html, Objects.requireNonNullElse(bed.severity(), Severity.NEUTRAL), bed.band());
        }
        if (bed.alarms() > 0) {
            badge(html, Severity.CRITICAL, words.say("detox.wall.alarm"));
        }
        if (bed.due() != null) {
            due(html, bed.due(), words, formats);
        }
        return html.append("</li>");
    }

    private static String vacant(WallBed bed, Words words, Formats formats, Instant now) {
        if (bed.condition() == BedCondition.CLOSED) {
            return words.say("detox.bed.closed");
        }
        if (bed.reservedAt() != null) {
            var today = formats.day(bed.reservedAt()).equals(formats.day(now));
            return words.say(
                    "detox.bed.reserved", today ? formats.time(bed.reservedAt()) : formats.dateTime(bed.reservedAt()));
        }
        return words.say(bed.condition() == BedCondition.TO_CLEAN ? "detox.bed.to-clean" : "detox.card.free");
    }

    private static void due(StringBuilder html, WallBed.Due due, Words words, Formats formats) {
        html.append("<p class=\"relais-wall-due\"><relais-due due=\"")
                .append(due.at())
                .append("\" grace=\"")
                .append(due.grace().plusSeconds(59).toSeconds());
        for (var name : List.of("in", "now", "days", "since", "late")) {
            html.append("\" text-")
                    .append(name)
                    .append("=\"")
                    .append(text(words.say("uikit.due." + name + (name.equals("now") ? "" : ".template"))));
        }
        html.append("\"></relais-due> <span>")
                .append(text(words.say("detox.panel.planned", formats.time(due.at()))))
                .append("</span></p>");
    }

    private static void badge(StringBuilder html, Severity severity, String text) {
        html.append("<span class=\"relais-wall-badge relais-wall-")
                .append(severity.name().toLowerCase(Locale.ROOT))
                .append("\">")
                .append(text(text))
                .append("</span>");
    }

    private static String frame(Locale locale, String theme, String title, StringBuilder body) {
        return FRAME.formatted(locale.getLanguage(), theme, text(title), body);
    }

    private static String text(String words) {
        return HtmlUtils.htmlEscape(words, StandardCharsets.UTF_8.name());
    }

    private static String tag(String html) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(html.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Words(I18NProvider texts, Locale locale) {

        String say(String key, Object... arguments) {
            return texts.getTranslation(key, locale, arguments);
        }
    }

    /**
     * A page of a display.
     *
     * @param tag the same for the same page
     * @param time the time of the ward, as its clock shows it
     */
    record Drawn(String html, String tag, String time, Instant now) {}
}
