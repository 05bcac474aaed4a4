package org.relais.support;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

import static org.assertj.core.api.Assertions.assertThat;

/** Fails every test during which a person's data were read before the access log said so. */
public class LoggedBeforeReadListener implements TestExecutionListener {

    /**
     * What was committed before allows no read any more; where a server answers, it does: a page of the test before may
     * still finish what it asks for.
     */
    @Override
    public void beforeTestMethod(TestContext test) {
        if (!(test.getApplicationContext() instanceof WebServerApplicationContext)) {
            log(test).rule().begin();
        }
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
