package org.relais.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker/compose.yaml}, read as YAML: anchors and merges resolved, variables not. */
record ComposeFile(Map<String, Object> content) {

    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z0-9_]+)(:?[-?+][^}]*)?}");

    static ComposeFile read() {
        return parse(Deployment.text("compose.yaml"));
    }

    static ComposeFile parse(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new ComposeFile(new Yaml(new SafeConstructor(options)).load(text));
    }

    Map<String, Service> services() {
        var services = new LinkedHashMap<String, Service>();
        map(content.get("services")).forEach((name, service) -> services.put(name, new Service(name, map(service))));
        return services;
    }

    Service service(String name) {
        return Objects.requireNonNull(services().get(name), name);
    }

    Set<String> names(String part) {
        return map(content.get(part)).keySet();
    }

    boolean internal(String network) {
        return Boolean.TRUE.equals(
                map(map(content.get("networks")).get(network)).get("internal"));
    }

    /** Every variable that is asked of the environment. */
    static Set<String> variables(Object part) {
        return VARIABLE.matcher(String.valueOf(part))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of them without which it does not start. */
    static Set<String> required(Object part) {
        return VARIABLE.matcher(String.valueOf(part))
                .results()
                .filter(found -> found.group(2) != null && found.group(2).startsWith(":?"))
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /** One service. */
    record Service(String name, Map<String, Object> content) {

        String image() {
            return String.valueOf(content.get("image"));
        }

        boolean built() {
            return content.containsKey("build");
        }

        boolean has(String key, Object value) {
            return value.equals(content.get(key));
        }

        List<String> list(String key) {
            return content.get(key) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        Map<String, Object> environment() {
            return map(content.get("environment"));
        }

        /** What it waits for, and until when. */
        Map<String, String> waitsFor() {
            return map(content.get("depends_on")).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, waited ->
                            (String) map(waited.getValue()).get("condition")));
        }

        boolean isWatched() {
            var check = map(content.get("healthcheck"));
            return check.containsKey("test");
        }

        boolean runsOnce() {
            return "no".equals(content.get("restart"));
        }
    }
}
