package org.relais.support;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

import static org.assertj.core.api.Assertions.assertThat;

/** Fails every test during which a person's data were read before the access log said so. */
public class LoggedBeforeReadListener implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        log(test).rule().begin();
    }

    @Override
    public void afterTestMethod(TestContext test) {
        assertThat(log(test).rule().takeViolations())
                .as("reads of a person's data without a committed log row")
                .isEmpty();
    }

    private static StatementLog log(TestContext test) {
        return test.getApplicationContext().getBean(StatementLog.class);
    }
}
