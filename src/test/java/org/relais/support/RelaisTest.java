package org.relais.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

import org.relais.Portal;

/**
 * A test of the whole portal, without a server, on a pair of schemas of its own in a real MariaDB. All classes with
 * this annotation and nothing more share one context: prefer it, a test brings the rows it needs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(classes = Portal.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Import({StatementLogConfiguration.class, House.class, HouseSignIn.class})
@TestExecutionListeners(
        listeners = {SignInOfThisContext.class, LoggedBeforeReadListener.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface RelaisTest {}
