package org.relais.shell.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes "ask again before using it" into "do not keep it": the screens say the first about what they answer, which would
 * leave it on the disk of a shared machine.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class NothingKept extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Unkept(response));
    }

    private static final class Unkept extends HttpServletResponseWrapper {

        Unkept(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, strict(name, value));
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, strict(name, value));
        }

        private static String strict(String name, String value) {
            return name.equalsIgnoreCase("Cache-Control") && value.equals("no-cache") ? "no-store" : value;
        }
    }
}
