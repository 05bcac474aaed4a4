package org.relais.attacks;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an answer must never hold: anything of the inside of the portal or of the machine it runs on. */
final class Leaks {

    private static final List<Pattern> INSIDE = Stream.of(
                    "[A-Z]\\w+(Exception|Error)\\b",
                    "\\bat (org|com|java|jakarta|tools|jdk)\\.",
                    "\\b(org|com|tools)\\.(relais|springframework|vaadin|apache|hibernate|mariadb|jackson)\\.",
                    "java\\.(lang|util|sql|base)",
                    "(?i)\\bSELECT\\s.+\\sFROM\\b",
                    "(?i)\\b(insert into|update .+ set|delete from)\\b",
                    "(?i)jdbc:|mariadb|hikari|hibernate",
                    "(?i)apache|tomcat|catalina|spring(framework| boot)",
                    "(?i)stack ?trace|caused by",
                    "/(work|home|root|tmp|usr|var|opt)/\\w",
                    "relais_(application|migration|log|t\\d)")
            .map(Pattern::compile)
            .toList();

    private static final int SECRET = 8;

    private Leaks() {}

    /** What is found in body and headers; empty when nothing is. */
    static List<String> in(HttpResponse<String> answer) {
        var headers = new StringBuilder();
        answer.headers()
                .map()
                .forEach((name, values) ->
                        headers.append(name).append(": ").append(values).append('\n'));
        return in(headers + answer.body());
    }

    static List<String> in(String text) {
        var patterns = INSIDE.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(found -> found.find())
                .map(found -> found.group());
        var environment = System.getenv().entrySet().stream()
                .filter(entry -> entry.getValue().length() >= SECRET
                        && !entry.getValue().equals("localhost")
                        && text.contains(entry.getValue()))
                .map(Map.Entry::getKey);
        return Stream.concat(patterns, environment).toList();
    }
}
