package org.relais.exchange.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Finds where in a tree an element or a value stands, for the message about it. Only used once something went wrong. */
record JsonPaths(JsonNode root, String rootPath) {

    /** The path of the first match in the order of the file, or the root's when there is none. */
    String find(@Nullable String element, @Nullable String value) {
        var found = element == null && value == null ? null : search(root, rootPath, "", element, value);
        return found == null ? rootPath : found;
    }

    private static @Nullable String search(
            JsonNode node, String path, String name, @Nullable String element, @Nullable String value) {
        var named = element == null || element.equals(name);
        var valued = value == null || (node.isValueNode() && node.asText().equals(value));
        if (named && valued) {
            return path;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                var found = search(node.get(i), path + "[" + i + "]", "", element, value);
                if (found != null) {
                    return found;
                }
            }
        }
        for (var field : node.properties()) {
            var found = search(field.getValue(), path + "." + field.getKey(), field.getKey(), element, value);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
