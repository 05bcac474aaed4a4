package org.relais.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A window that knows what it shows: reads the answers as a browser does, so that what is on the screen can be named by
 * what it is. Draws nothing and runs no script.
 */
public final class Window {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int ELEMENT = 0;
    private static final int PROPERTIES = 1;
    private static final int CHILDREN = 2;
    private static final int ATTRIBUTES = 3;
    private static final int TEXT = 7;

    private final Screen screen;
    private final Map<Integer, Thing> things = new LinkedHashMap<>();

    private Window(Screen screen) {
        this.screen = screen;
    }

    /** Opens a window at a page. */
    public static Window open(Wire wire, String path) {
        var screen = Screen.open(wire, path);
        var window = new Window(screen);
        window.read(screen.first());
        return window;
    }

    /** One element of the screen. */
    public static final class Thing {

        private final int node;
        private final Map<String, String> said = new HashMap<>();
        private final List<Integer> children = new ArrayList<>();

        private Thing(int node) {
            this.node = node;
        }

        /** The number the server knows it by. */
        public int node() {
            return node;
        }

        /** Its tag, a property or an attribute; empty without it. */
        public String get(String name) {
            return said.getOrDefault(name, "");
        }
    }

    /** Goes to another page of the portal. */
    public Answer go(String path) {
        return go(path, "");
    }

    public Answer go(String path, String query) {
        return say(Screen.navigate(path, query));
    }

    /** Sends some events at once. */
    public Answer say(String... invocations) {
        var response = screen.say(String.join(",", invocations));
        var body = response.body();
        var seconds = screen.nanoseconds() / 1e9;
        read(body);
        return new Answer(body, seconds);
    }

    private void read(String body) {
        JSON.readTree(body).path("changes").forEach(this::note);
    }

    /** What came back, and how long it took to come. */
    public record Answer(String body, double seconds) {

        /** How many bytes came. */
        public int bytes() {
            return body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        }
    }

    /** The elements of a tag, in the order in which they came. */
    public List<Thing> all(String tag) {
        return things.values().stream()
                .filter(thing -> thing.get("tag").equals(tag))
                .toList();
    }

    /** The last element that is so. */
    public Thing last(Predicate<Thing> which) {
        return things.values().stream()
                .filter(which)
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IllegalStateException("Not on the screen: " + describe()));
    }

    /** Whether an element says these words itself. */
    public boolean says(Thing thing, String words) {
        return thing.children.stream()
                .map(things::get)
                .anyMatch(child -> child != null && child.get("text").equals(words));
    }

    private String describe() {
        return String.valueOf(things.values().stream()
                .map(thing -> thing.node + " " + thing.said)
                .toList());
    }

    private void note(JsonNode change) {
        var node = change.path("node").asInt();
        switch (change.path("type").asString("")) {
            case "detach" -> things.remove(node);
            case "put" -> {
                var feature = change.path("feat").asInt(-1);
                if (Set.of(ELEMENT, PROPERTIES, ATTRIBUTES, TEXT).contains(feature)) {
                    thing(node)
                            .said
                            .put(
                                    change.path("key").asString(),
                                    change.path("value").asString(""));
                }
            }
            case "splice" -> {
                if (change.path("feat").asInt(-1) == CHILDREN) {
                    var children = thing(node).children;
                    var at = change.path("index").asInt();
                    for (var gone = change.path("remove").asInt(0); gone > 0 && at < children.size(); gone--) {
                        children.remove(/* index */ at);
                    }
                    var come = new ArrayList<Integer>();
                    change.path("addNodes").forEach(one -> come.add(one.asInt()));
                    children.addAll(Math.min(at, children.size()), come);
                }
            }
            default -> {
                // Of no concern here
            }
        }
    }

    private Thing thing(int node) {
        return things.computeIfAbsent(node, Thing::new);
    }
}
