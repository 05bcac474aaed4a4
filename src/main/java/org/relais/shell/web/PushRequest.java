package org.relais.shell.web;

import jakarta.servlet.http.HttpServletRequest;

/** How a request for the push channel of the screens is told from others. */
final class PushRequest {

    private PushRequest() {}

    /** Whether it asks for the push channel, over whichever transport. */
    static boolean is(HttpServletRequest request) {
        var query = request.getQueryString();
        return upgrades(request) || (query != null && query.contains("v-r=push"));
    }

    /** Whether it asks to become a web socket. */
    static boolean upgrades(HttpServletRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                || request.getHeader("Sec-WebSocket-Key") != null;
    }
}
