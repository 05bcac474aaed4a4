package org.relais.keycloak;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

import org.relais.Portal;
import org.relais.support.House;
import org.relais.support.LoggedBeforeReadListener;
import org.relais.support.MovableClock;
import org.relais.support.SignInOfThisContext;
import org.relais.support.StatementLogConfiguration;
import org.relais.support.TestDatabase;

/** The whole portal with the sign-in of production. All classes with this annotation share one portal and one realm. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootTest(classes = Portal.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = {TestDatabase.class, RealmPortal.class})
@Import({StatementLogConfiguration.class, House.class, MovableClock.class, Colleagues.class})
@TestExecutionListeners(
        listeners = {SignInOfThisContext.class, LoggedBeforeReadListener.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@interface KeycloakTest {}
