package org.relais.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;

import org.relais.detox.WatchedBeds;
import org.relais.escalation.Wards;
import org.relais.exchange.Received;
import org.relais.record.Writers;
import org.relais.reintegration.Caseworkers;
import org.relais.support.House;
import org.relais.support.HouseSignIn;
import org.relais.support.RelaisServerTest;
import org.relais.therapy.Psychologists;

/** The whole portal behind its sign-in page, for a browser. All classes with this annotation share one portal. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@RelaisServerTest
@Import({
    House.class,
    HouseSignIn.class,
    Writers.class,
    Psychologists.class,
    Caseworkers.class,
    Admissions.class,
    Received.class,
    WatchedBeds.class,
    Wards.class
})
public @interface BrowserTest {}
