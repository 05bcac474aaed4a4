package org.relais.shell.web;

import java.security.SecureRandom;
import java.util.Base64;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.stereotype.Component;

/** Gives every page a number used once, and writes it on the scripts that stand in the page itself: those run. */
@Component
class PageNonce implements VaadinServiceInitListener {

    /** The request's attribute that holds the nonce of its page. */
    static final String ATTRIBUTE = PageNonce.class.getName();

    private static final int BYTES = 18;

    private final SecureRandom random = new SecureRandom();
    private final ContentSecurityPolicy policy;

    PageNonce(ContentSecurityPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::mark);
    }

    private void mark(IndexHtmlResponse response) {
        var nonce = create();
        response.getDocument()
                .select("script, link[rel=modulepreload], link[as=script]")
                .attr("nonce", nonce);
        response.getVaadinRequest().setAttribute(ATTRIBUTE, nonce);
        response.getVaadinResponse().setHeader(ContentSecurityPolicy.HEADER, policy.ofPage(nonce));
        response.getVaadinResponse().setHeader("Cache-Control", "no-store");
    }

    private String create() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
