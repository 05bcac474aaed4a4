package org.relais.shell.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.CacheControlConfig;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/**
 * What every answer tells the browser besides its content: what it may load, that it stands in no frame, that its
 * address is told to nobody else (the address of a record names a person), and that nothing of it is kept. Applied to
 * every chain of filters that is built.
 */
@Component
class SecurityHeaders implements Customizer<HttpSecurity> {

    /** No device, no sensor, no payment; a passkey and the full screen are the user's own. */
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
                .cacheControl(CacheControlConfig::disable)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICE))
                .addHeaderWriter(this::write)
                .withObjectPostProcessor(new BeforeTheAnswer()));
        // An error is told to whoever caused it, signed in or not
        http.authorizeHttpRequests(requests ->
                requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll());
    }

    private void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                ContentSecurityPolicy.HEADER,
                request.getAttribute(PageNonce.ATTRIBUTE) instanceof String nonce
                        ? policy.ofPage(nonce)
                        : policy.ofOtherAnswers());
        // A file that may be kept says so itself, later
        response.setHeader("Cache-Control", "no-store");
    }

    /**
     * Writes the headers before the answer begins. The usual way, when it is committed, misses the pages: Tomcat commits
     * an answer that was forwarded to the screens behind the back of whoever waits for that.
     */
    private static final class BeforeTheAnswer implements ObjectPostProcessor<HeaderWriterFilter> {

        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
