package org.relais.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.springframework.stereotype.Component;

/** The name of this application node: as configured, or the machine's. */
@Component
class NodeName {

    private final String value;

    NodeName(AuditProperties properties) {
        var configured = properties.node();
        this.value = configured == null || configured.isBlank() ? machine() : configured;
    }

    String value() {
        return value;
    }

    private static String machine() {
        try {
            var name = InetAddress.getLocalHost().getHostName();
            return name.length() > 60 ? name.substring(0, 60) : name;
        } catch (UnknownHostException unnamed) {
            return "node";
        }
    }
}
