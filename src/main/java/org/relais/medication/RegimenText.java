package org.relais.medication;

import tools.jackson.databind.json.JsonMapper;

/** A regimen as the database and the timeline hold it. */
public final class RegimenText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RegimenText() {}

    static String write(Regimen regimen) {
        return JSON.writerFor(Regimen.class).writeValueAsString(regimen);
    }

    public static Regimen read(String json) {
        return JSON.readValue(json, Regimen.class);
    }
}
