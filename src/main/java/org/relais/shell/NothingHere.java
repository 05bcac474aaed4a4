package org.relais.shell;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

import org.relais.shared.NotFound;
import org.relais.uikit.Glyph;

/** The page exists but what it should show does not, or may not be known to exist: the same words for both. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class NothingHere extends ErrorPage implements HasErrorParameter<NotFound> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        show(Glyph.SEARCH_X, "shell.error.not-found");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
