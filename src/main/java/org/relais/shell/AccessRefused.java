package org.relais.shell;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

import org.relais.uikit.Glyph;

/** The page is not open to this user; the words are those of a page that does not exist. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class AccessRefused extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        show(Glyph.SEARCH_X, "shell.error.not-found");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
