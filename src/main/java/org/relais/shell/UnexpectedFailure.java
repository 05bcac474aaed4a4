package org.relais.shell;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

import org.relais.uikit.Glyph;

/** Something broke while a page was opened. Shows a reference that the log carries too, and nothing of what broke. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class UnexpectedFailure extends ErrorPage implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        show(Glyph.TRIANGLE_ALERT, "shell.error.unexpected", FailureLog.record(parameter.getException()));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
