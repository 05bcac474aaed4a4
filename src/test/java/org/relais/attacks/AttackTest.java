package org.relais.attacks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.relais.browser.BrowserTest;

/** An attack on the portal of the browser tests, which has the {@link Bench} for as long as the class runs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BrowserTest
@ExtendWith(BenchAddress.class)
@interface AttackTest {}
