package org.relais.record;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A flat map of texts as the database holds it: one JSON object. */
final class TextMap {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private TextMap() {}

    static String write(Map<String, String> texts) {
        return JSON.writeValueAsString(texts);
    }

    static @Nullable String writeOrNull(Map<String, String> texts) {
        return texts.isEmpty() ? null : write(texts);
    }

    static Map<String, String> read(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, TEXTS);
    }
}
