package org.relais.history;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.relais.shared.InvalidInput;

/** The parts of an observation as the database holds them: one JSON list, with every decimal of an amount. */
final class ObservationParts {

    private static final int MOST = 100_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<List<ImportedObservation.Part>> PARTS = new TypeReference<>() {};

    private ObservationParts() {}

    static @Nullable String write(List<ImportedObservation.Part> parts) {
        if (parts.isEmpty()) {
            return null;
        }
        var json = JSON.writeValueAsString(parts);
        if (json.length() > MOST) {
            throw new InvalidInput("parts", "shared.error.too-long", MOST, json.length());
        }
        return json;
    }

    static List<ImportedObservation.Part> read(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, PARTS);
    }
}
