package org.relais.staff;

import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** Turns the annotations on services into a boundary. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class StaffConfiguration {}
