package org.relais.demo;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;

/** Stands for the click an act comes from, so that who acts is looked up once an act as it is once a request. */
final class PlayedRequest implements RequestAttributes {

    private final Map<String, Object> attributes = new HashMap<>();

    @Override
    public @Nullable Object getAttribute(String name, int scope) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value, int scope) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name, int scope) {
        attributes.remove(name);
    }

    @Override
    public String[] getAttributeNames(int scope) {
        return attributes.keySet().toArray(String[]::new);
    }

    @Override
    public void registerDestructionCallback(String name, Runnable callback, int scope) {
        // Nothing that lives as long as a request is kept here
    }

    @Override
    public @Nullable Object resolveReference(String key) {
        return null;
    }

    @Override
    public String getSessionId() {
        return "demonstration";
    }

    @Override
    public Object getSessionMutex() {
        return this;
    }
}
