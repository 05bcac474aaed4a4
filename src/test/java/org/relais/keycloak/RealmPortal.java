package org.relais.keycloak;

import java.util.LinkedHashMap;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Lets the portal of a test sign people in at the real Keycloak, where the realm expects it. */
class RealmPortal implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = new LinkedHashMap<String, Object>(Realm.get().properties());
        properties.put("server.port", Realm.get().portalPort());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("realm", properties));
    }
}
