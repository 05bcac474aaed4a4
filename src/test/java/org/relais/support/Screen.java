package org.relais.support;

import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One window of a session, spoken to in the language of the screens. */
public final class Screen {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Wire wire;
    private final int window;
    private final String token;
    private final String pushId;
    private int syncId;
    private int clientId;
    private long nanoseconds;
    private String first = "";

    private Screen(Wire wire, JsonNode start) {
        this.wire = wire;
        var words = start.get("appConfig").get("uidl");
        window = start.get("appConfig").get("v-uiId").asInt();
        token = words.get("Vaadin-Security-Key").asString();
        pushId = words.get("Vaadin-Push-ID").asString();
        syncId = words.get("syncId").asInt();
    }

    /** Opens a window at a page, as a browser would. */
    public static Screen open(Wire wire, String path) {
        var start = wire.send("/?v-r=init&location=" + path + "&query=", request -> request.GET());
        var screen = new Screen(wire, JSON.readTree(start.body()));
        screen.first = screen.say(navigate(path, "")).body();
        return screen;
    }

    /** What came when the window opened. */
    String first() {
        return first;
    }

    /** Sends an event as it should be sent, and keeps in step. */
    public HttpResponse<String> say(String invocation) {
        var answer = forge(token, syncId, clientId, invocation);
        var said = JSON.readTree(answer.body());
        if (said.path("syncId").asInt(-1) >= 0) {
            syncId = said.get("syncId").asInt();
            clientId++;
        }
        return answer;
    }

    /** Sends anything. */
    public HttpResponse<String> forge(String securityKey, int sync, int client, String invocation) {
        var began = System.nanoTime();
        var answer = wire.post(
                "/?v-r=uidl&v-uiId=" + window,
                "{\"csrfToken\":\"%s\",\"rpc\":[%s],\"syncId\":%d,\"clientId\":%d}"
                        .formatted(securityKey, invocation, sync, client));
        nanoseconds = System.nanoTime() - began;
        return answer;
    }

    /** How long the last answer took to come, before anything was read from it. */
    public long nanoseconds() {
        return nanoseconds;
    }

    public String token() {
        return token;
    }

    public String pushId() {
        return pushId;
    }

    public int window() {
        return window;
    }

    public int syncId() {
        return syncId;
    }

    public int clientId() {
        return clientId;
    }

    public static String navigate(String route, String query) {
        return ("{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"%s\",\"query\":\"%s\","
                        + "\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}")
                .formatted(route, query);
    }

    public static String event(int node, String name) {
        return "{\"type\":\"event\",\"node\":%d,\"event\":\"%s\",\"data\":{}}".formatted(node, name);
    }

    public static String value(int node, String property, String value) {
        return "{\"type\":\"mSync\",\"node\":%d,\"feature\":1,\"property\":\"%s\",\"value\":\"%s\"}"
                .formatted(node, property, value);
    }

    public static String call(int node, String method, String arguments) {
        return "{\"type\":\"publishedEventHandler\",\"node\":%d,\"templateEventMethodName\":\"%s\",\"templateEventMethodArgs\":[%s],\"promise\":0}"
                .formatted(node, method, arguments);
    }
}
