package org.relais.shell.operation;

import java.util.Collections;

import jakarta.servlet.ServletContext;

import org.atmosphere.cpr.AtmosphereFramework;
import org.springframework.util.ReflectionUtils;

/**
 * The push framework closes every window's connection as soon as the process is told to end, beside the orderly stop and
 * before it. Without that hook it is closed by the server's own stop, as everything else. It has no setting for this.
 */
final class PushHook {

    private static final String FIELD = "shutdownHook";

    private PushHook() {}

    static void remove(ServletContext application) {
        for (var name : Collections.list(application.getAttributeNames())) {
            if (application.getAttribute(name) instanceof AtmosphereFramework push) {
                remove(push);
            }
        }
    }

    private static void remove(AtmosphereFramework push) {
        var field = ReflectionUtils.findField(AtmosphereFramework.class, FIELD);
        if (field == null) {
            throw new IllegalStateException("The push framework has changed: " + FIELD);
        }
        ReflectionUtils.makeAccessible(field);
        if (ReflectionUtils.getField(field, push) instanceof Thread hook) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
