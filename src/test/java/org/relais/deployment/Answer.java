package org.relais.deployment;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What came back for one request, as it came. */
public record Answer(int status, List<String> headers, String body) {

    static Answer of(Socket connection, String host, String path, String... headers) throws IOException {
        try (connection) {
            connection.setSoTimeout(20_000);
            var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
            for (var header : headers) {
                request.append(header).append("\r\n");
            }
            request.append("Connection: close\r\n\r\n");
            connection.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
            return parse(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Answer parse(String text) throws IOException {
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("No answer: " + text);
        }
        var lines = text.substring(0, end).lines().toList();
        return new Answer(
                Integer.parseInt(lines.getFirst().split(" ")[1]),
                lines.subList(1, lines.size()),
                text.substring(end + 4));
    }

    /** The values of a header. */
    public List<String> header(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }
}
