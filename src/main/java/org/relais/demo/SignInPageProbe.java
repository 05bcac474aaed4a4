package org.relais.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/** Asks for the sign-in page as a browser does: the page, and what the page then asks for to draw itself. */
final class SignInPageProbe {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private SignInPageProbe() {}

    /** Waits until the portal on this port has answered both. */
    static void await(int port, Process process, Path log) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            while (process.isAlive() && System.nanoTime() < end) {
                if (answers(client, "http://127.0.0.1:" + port + "/")) {
                    return;
                }
                Thread.sleep(20);
            }
        }
        throw new DemonstrationRefused(
                "Le portail n’a pas montré sa page de connexion ; voir " + log + "\n" + end(log));
    }

    private static String end(Path log) {
        try {
            return Files.readString(log)
                    .lines()
                    .skip(Math.max(0, Files.readString(log).lines().count() - 20))
                    .collect(Collectors.joining("\n"));
        } catch (IOException unread) {
            return "";
        }
    }

    private static boolean answers(HttpClient client, String portal) throws InterruptedException {
        try {
            var html = get(client, portal + "login", "");
            if (html.statusCode() != 200) {
                return false;
            }
            var cookies = html.headers().allValues("set-cookie").stream()
                    .map(cookie -> cookie.replaceFirst(";.*$", ""))
                    .collect(Collectors.joining("; "));
            var drawn = get(client, portal + "?v-r=init&location=login&query=", cookies);
            return drawn.statusCode() == 200 && drawn.body().contains("appConfig");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static HttpResponse<String> get(HttpClient client, String address, String cookies)
            throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
        if (!cookies.isEmpty()) {
            question.header("Cookie", cookies);
        }
        return client.send(question.build(), BodyHandlers.ofString());
    }
}
