package org.relais.shell.web;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Answers, in place of the server's own page, what failed before a request reached the portal. */
final class PlainErrorValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    private final PlainErrorPage page;

    PlainErrorValve(PlainErrorPage page) {
        this.page = page;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            page.write(request, response, failure);
            response.finishResponse();
        } catch (IOException gone) {
            // Whoever asked does not listen any more
        }
    }

    /** Puts the valve into the server. */
    @Component
    static class Placement implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        private final PlainErrorPage page;

        Placement(PlainErrorPage page) {
            this.page = page;
        }

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new PlainErrorValve(page)));
        }
    }
}
