package org.relais.shell;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

import org.relais.shared.RelaisException;
import org.relais.uikit.Glyph;

/** A page could not be opened for a reason that has words of its own, such as an access log that takes no rows. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class ToldFailure extends ErrorPage implements HasErrorParameter<RelaisException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<RelaisException> parameter) {
        var told = parameter.getException();
        FailureLog.record(told);
        tell(Glyph.TRIANGLE_ALERT, "shell.error.told.title", getTranslation(told.key(), told.arguments()));
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
}
