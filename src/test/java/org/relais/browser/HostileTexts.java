package org.relais.browser;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Thirty texts that would run if a page took them for anything but text. Each that runs calls {@code relaisRan} with its
 * number; each that becomes an element carries the mark {@code data-ran}.
 */
public final class HostileTexts {

    private static final List<String> TEXTS = List.of(
            "<script data-ran>relaisRan(%d)</script>",
            "<img data-ran src=x onerror=relaisRan(%d)>",
            "<svg data-ran onload=relaisRan(%d)>",
            "<svg data-ran><script>relaisRan(%d)</script></svg>",
            "<body data-ran onload=relaisRan(%d)>",
            "<iframe data-ran srcdoc='<script>parent.relaisRan(%d)</script>'></iframe>",
            "<iframe data-ran src=javascript:parent.relaisRan(%d)></iframe>",
            "<a data-ran href=javascript:relaisRan(%d)>x</a>",
            "<a data-ran href='data:text/html,<script>opener.relaisRan(%d)</script>'>x</a>",
            "<details data-ran open ontoggle=relaisRan(%d)>",
            "<input data-ran autofocus onfocus=relaisRan(%d)>",
            "<video data-ran><source onerror=relaisRan(%d)></video>",
            "<audio data-ran src=x onerror=relaisRan(%d)>",
            "<marquee data-ran onstart=relaisRan(%d)>",
            "<object data-ran data=javascript:relaisRan(%d)>",
            "<embed data-ran src=javascript:relaisRan(%d)>",
            "<math data-ran><a xlink:href=javascript:relaisRan(%d)>x</a></math>",
            "<style data-ran>@import 'javascript:relaisRan(%d)';</style>",
            "<link data-ran rel=stylesheet href=javascript:relaisRan(%d)>",
            "<meta data-ran http-equiv=refresh content='0;url=javascript:relaisRan(%d)'>",
            "<form data-ran action=javascript:relaisRan(%d)><button autofocus>x</button></form>",
            "\"><img data-ran src=x onerror=relaisRan(%d)>",
            "'><img data-ran src=x onerror=relaisRan(%d)>",
            "</textarea><img data-ran src=x onerror=relaisRan(%d)>",
            "</title><img data-ran src=x onerror=relaisRan(%d)>",
            "--><img data-ran src=x onerror=relaisRan(%d)>",
            "</script><img data-ran src=x onerror=relaisRan(%d)>",
            "<template data-ran><img src=x onerror=relaisRan(%d)></template>",
            "${relaisRan(%d)}{{constructor.constructor('relaisRan()')()}}",
            "javascript:relaisRan(%d)//';relaisRan();//\";relaisRan();//");

    private HostileTexts() {}

    static int count() {
        return TEXTS.size();
    }

    /** Each of them. */
    public static List<String> list() {
        return IntStream.range(0, TEXTS.size()).mapToObj(HostileTexts::text).toList();
    }

    /** All of them in one value. */
    static String all() {
        return IntStream.range(0, TEXTS.size()).mapToObj(HostileTexts::text).collect(Collectors.joining(" "));
    }

    /** As many as fit into so many characters, beginning with another one each turn. */
    static String fitting(int length, int turn) {
        var value = new StringBuilder();
        for (var at = 0; at < TEXTS.size(); at++) {
            var next = text((turn + at) % TEXTS.size());
            if (value.length() + next.length() < length) {
                value.append(next).append(' ');
            }
        }
        if (value.isEmpty()) {
            // Too short for any of them: what would break out of an attribute, or open an element
            value.append("<i data-ran>\"'>");
            value.setLength(Math.min(value.length(), length));
        }
        return value.toString().strip();
    }

    private static String text(int number) {
        return TEXTS.get(number).replace("%d", String.valueOf(number + 1));
    }
}
