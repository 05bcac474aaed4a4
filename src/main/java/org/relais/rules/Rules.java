package org.relais.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The rule files of every registered kind, read and validated once at start: a file that is broken, unreadable or
 * stands twice stops the portal from starting, with the file's name in the message. Immutable afterwards.
 */
@Component
public final class Rules {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<RuleKind<?>, List<Rule>> byKind = new HashMap<>();

    public Rules(List<RuleKind<?>> kinds) {
        kinds.forEach(kind -> byKind.put(kind, load(kind)));
    }

    /** Every version of every rule of the kind, by code and then by version. */
    public <T extends Rule> List<T> all(RuleKind<T> kind) {
        var rules = byKind.get(kind);
        if (rules == null) {
            throw new IllegalArgumentException("Not a registered kind of rule: " + kind.folder());
        }
        return rules.stream().map(kind.type()::cast).toList();
    }

    /** Exactly this version of this rule: what a stored result was scored with. */
    public <T extends Rule> Optional<T> version(RuleKind<T> kind, String code, int version) {
        return all(kind).stream()
                .filter(rule -> rule.rule().code().equals(code) && rule.rule().version() == version)
                .findFirst();
    }

    /** The newest version that applies on the day. */
    public <T extends Rule> Optional<T> on(RuleKind<T> kind, String code, LocalDate day) {
        return all(kind).stream()
                .filter(rule -> rule.rule().code().equals(code)
                        && !rule.rule().validFrom().isAfter(day))
                .max(Comparator.comparingInt(rule -> rule.rule().version()));
    }

    private static <T extends Rule> List<Rule> load(RuleKind<T> kind) {
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:rules/" + kind.folder() + "/*.yaml");
            var rules = new ArrayList<Rule>();
            for (var file : files) {
                rules.add(read(kind, file));
            }
            rules.sort(Comparator.comparing((Rule rule) -> rule.rule().code())
                    .thenComparing(rule -> rule.rule().version()));
            refuseDoubles(kind, rules);
            return List.copyOf(rules);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the rules in " + kind.folder(), unreadable);
        }
    }

    private static <T extends Rule> T read(RuleKind<T> kind, Resource file) {
        try (InputStream stream = file.getInputStream()) {
            var rule = YAML.readValue(stream, kind.type());
            kind.validation().accept(rule);
            return rule;
        } catch (IOException | JacksonException | IllegalArgumentException broken) {
            throw new IllegalStateException(
                    "Broken rule file " + kind.folder() + "/" + file.getFilename() + ": " + broken.getMessage(),
                    broken);
        }
    }

    private static void refuseDoubles(RuleKind<?> kind, List<Rule> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            var before = sorted.get(i - 1).rule();
            var rule = sorted.get(i).rule();
            if (before.code().equals(rule.code()) && before.version() == rule.version()) {
                throw new IllegalStateException(
                        "Two files for " + kind.folder() + " " + rule.code() + " version " + rule.version());
            }
        }
    }
}
