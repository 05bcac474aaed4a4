package org.relais.shell;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.beans.factory.ObjectProvider;

import org.relais.shared.NotFound;
import org.relais.uikit.Glyph;
import org.relais.uikit.RefusalOffer;

/** The page exists but what it should show does not, or may not be known to exist: the same words for both. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class NothingHere extends ErrorPage implements HasErrorParameter<NotFound> {

    private final transient ObjectProvider<RefusalOffer> offers;

    NothingHere(ObjectProvider<RefusalOffer> offers) {
        this.offers = offers;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        show(Glyph.SEARCH_X, "shell.error.not-found");
        offer(offers.stream(), event.getLocation().getPath());
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
