package org.relais.staff;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** Turns the annotations on services into a boundary, and looks after the sessions. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableScheduling
class StaffConfiguration {}
