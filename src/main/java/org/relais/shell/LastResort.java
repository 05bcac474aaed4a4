package org.relais.shell;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.InternalServerError;
import com.vaadin.flow.router.internal.DefaultErrorHandler;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * What is shown when the frame around an error page cannot be built either, as without a database. It takes the place of
 * the page the router falls back to, which would tell the failure's class and message.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@DefaultErrorHandler
@AnonymousAllowed
class LastResort extends InternalServerError {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        getElement().getClassList().add("relais-empty");
        getElement().getClassList().add("relais-error-page");
        getElement().removeAllChildren();
        getElement()
                .appendChild(
                        new H1(getTranslation("shell.error.unexpected.title")).getElement(),
                        new Paragraph(getTranslation(
                                        "shell.error.unexpected.text", FailureLog.record(parameter.getException())))
                                .getElement());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
