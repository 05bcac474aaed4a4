package org.relais.shell;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.beans.factory.ObjectProvider;

import org.relais.access.AccessDenied;
import org.relais.uikit.Glyph;
import org.relais.uikit.RefusalOffer;

/** What the page shows is not open to this user; the refusal is logged, the words are those of a missing page. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class RecordRefused extends ErrorPage implements HasErrorParameter<AccessDenied> {

    private final transient ObjectProvider<RefusalOffer> offers;

    RecordRefused(ObjectProvider<RefusalOffer> offers) {
        this.offers = offers;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDenied> parameter) {
        show(Glyph.SEARCH_X, "shell.error.not-found");
        offer(offers.stream(), event.getLocation().getPath());
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
