package org.relais.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands behind the proxy and answers with its own name and the request it was sent. */
final class EchoNode implements AutoCloseable {

    private final String name;
    private final HttpServer server;
    private final HttpServer health;
    private final AtomicBoolean ready = new AtomicBoolean(true);

    private EchoNode(String name, HttpServer server, HttpServer health) {
        this.name = name;
        this.server = server;
        this.health = health;
    }

    static EchoNode start(String name) throws IOException {
        var node = new EchoNode(name, listen(), listen());
        node.server.createContext("/", node::echo);
        node.health.createContext("/", exchange -> answer(exchange, node.ready.get() ? 200 : 503, ""));
        node.server.start();
        node.health.start();
        return node;
    }

    private static HttpServer listen() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    int port() {
        return server.getAddress().getPort();
    }

    int healthPort() {
        return health.getAddress().getPort();
    }

    void ready(boolean now) {
        ready.set(now);
    }

    private void echo(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .collect(Collectors.joining("\n"));
        exchange.getResponseHeaders().add("Server", "inside");
        answer(exchange, 200, "node: " + name + "\npath: " + exchange.getRequestURI() + "\n" + headers + "\n");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        health.stop(0);
    }
}
