package org.relais.exchange.fhir;

import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Finds where in a tree an element or a value stands, for the message about it. Only used once something went wrong. */
record JsonPaths(JsonNode root, String rootPath) {

    /** The path of the first match in the order of the file, or the root's when there is none. */
    String find(@Nullable String element, @Nullable String value) {
        if (element == null && value == null) {
            return rootPath;
        }
        var found = search(root, rootPath, "", name -> element == null || element.equals(name), value);
        if (found == null && element != null) {
            found = search(root, rootPath, "", name -> choice(element, name), value);
        }
        return found == null ? rootPath : found;
    }

    private static @Nullable String search(
            JsonNode node, String path, String name, Predicate<String> named, @Nullable String value) {
        var valued = value == null || (node.isValueNode() && node.asText().equals(value));
        if (valued && named.test(name)) {
            return path;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                var found = search(node.get(i), path + "[" + i + "]", "", named, value);
                if (found != null) {
                    return found;
                }
            }
        }
        for (var field : node.properties()) {
            var found = search(field.getValue(), path + "." + field.getKey(), field.getKey(), named, value);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    // The parser knows a choice of types by its stem: value stands in the file as valueQuantity, valueString ...
    private static boolean choice(String element, String name) {
        return name.length() > element.length()
                && name.startsWith(element)
                && Character.isUpperCase(name.charAt(element.length()));
    }
}
