package org.relais.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/**
 * What every answer tells the browser besides its content: what it may load, that it stands in no frame, that its
 * address is told to nobody else (the address of a record names a person), and that nothing of it is kept.
 */
@Component
class SecurityHeaders implements Customizer<HttpSecurity> {

    private static final String NO_DEVICE =
            "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), "
                    + "display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), hid=(), "
                    + "magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(self), "
                    + "screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    private final ContentSecurityPolicy policy;

    SecurityHeaders(ContentSecurityPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void customize(HttpSecurity http) {
        http.headers(headers -> headers.frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICE))
                .addHeaderWriter(this::writePolicy));
    }

    private void writePolicy(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(ContentSecurityPolicy.HEADER)) {
            response.setHeader(
                    ContentSecurityPolicy.HEADER,
                    request.getAttribute(PageNonce.ATTRIBUTE) instanceof String nonce
                            ? policy.ofPage(nonce)
                            : policy.ofOtherAnswers());
        }
    }
}
