package org.relais.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test of one room with the rooms it may use, and the migrations of these rooms only. Each room is a context of its
 * own: use it to prove that a room stands by itself, and {@link RelaisTest} for the rest.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(StatementLogConfiguration.class)
@TestExecutionListeners(
        listeners = {SignInOfThisContext.class, LoggedBeforeReadListener.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface RelaisModuleTest {}
