package org.relais.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.relais.support.House.Member;

/** A program in the place of a browser: cookies, no scripts, and whatever it likes to send. */
public final class Wire {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;

    public Wire(int port) {
        this.port = port;
    }

    /** A program that signed in as that member of staff. */
    public static Wire signedIn(int port, Member member) {
        var wire = new Wire(port);
        wire.signIn(member);
        return wire;
    }

    /** Signs in; the answer says where to go on. */
    public HttpResponse<String> signIn(Member member) {
        var token = TOKEN.matcher(get("/login").body());
        if (!token.find()) {
            throw new IllegalStateException("No token in the sign-in page");
        }
        return send(
                "/login",
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + encode(member.username()) + "&password="
                                + encode(HouseSignIn.PASSWORD) + "&_csrf=" + encode(token.group(1)))));
    }

    /** With a cookie somebody slipped into the browser. */
    public Wire withCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create("http://localhost:" + port + "/"), cookie);
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(path, request -> request.header("Accept", "text/html").GET());
    }

    public HttpResponse<String> post(String path, String body) {
        return send(
                path,
                request -> request.header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> shape) {
        try {
            return client.send(
                    shape.apply(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Forgets the connections; what the server holds for it stays. */
    public void close() {
        client.close();
    }

    /** The session's id, if the server gave one. */
    public Optional<String> session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().endsWith("JSESSIONID"))
                .map(cookie -> cookie.getValue())
                .findFirst();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
