package org.relais.shell;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

import org.relais.uikit.Glyph;

/** There is no page at this address, or none that may be known to be there. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class UnknownPage extends ErrorPage implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        show(Glyph.SEARCH_X, "shell.error.not-found");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
