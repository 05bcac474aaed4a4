package org.relais.staff;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a screen may be left alone (PRI-13).
 *
 * @param idle without a key, a pointer or a touch, before the session locks
 * @param idleDispensing the same at a dispensing desk
 * @param warning how long before locking the screen says so
 * @param reporting how often a window in use says so: what the server may be behind
 */
@ConfigurationProperties("relais.session")
record SessionProperties(
        @DefaultValue("10m") Duration idle,
        @DefaultValue("2m") Duration idleDispensing,
        @DefaultValue("1m") Duration warning,
        @DefaultValue("15s") Duration reporting) {

    SessionProperties {
        if (idle.compareTo(warning) <= 0 || idleDispensing.compareTo(warning) <= 0) {
            throw new IllegalArgumentException("relais.session.warning must be shorter than the idle times");
        }
    }

    /** The limit for a role: who dispenses sits at the dispensing desk. */
    Duration limit(Role role) {
        return role == Role.DISPENSING_NURSE ? idleDispensing : idle;
    }
}
