package org.relais.support;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

import org.relais.Portal;

/**
 * Another node of the portal, in this process: on the database of a test's context, with the test's clock, and with its
 * sign-in, so that whoever acts in a thread acts on both.
 */
public final class OtherNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private OtherNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param name of the node in the access log */
    public static OtherNode start(ApplicationContext first, String name) {
        var strategy = first.getBean(SecurityContextHolderStrategy.class);
        var clock = first.getBean(Clock.class);
        var application = new SpringApplication(Portal.class, HouseSignIn.class);
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(properties(first, name));
            context.getBeanFactory().registerSingleton("noTests", new HousePortal.NoTests());
            ((GenericApplicationContext) context)
                    .registerBean("testClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
            context.addBeanFactoryPostProcessor(factory -> {
                for (var own : factory.getBeanNamesForType(SecurityContextHolderStrategy.class, true, false)) {
                    ((BeanDefinitionRegistry) factory).removeBeanDefinition(own);
                }
                factory.registerSingleton("signInOfTheTest", strategy);
            });
        });
        var context = application.run();
        SecurityContextHolder.setContextHolderStrategy(strategy);
        return new OtherNode(context);
    }

    /** A bean of this node. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static PropertySource<?> properties(ApplicationContext first, String name) {
        var source = ((ConfigurableEnvironment) first.getEnvironment())
                .getPropertySources()
                .get("test database");
        var properties = new LinkedHashMap<String, Object>();
        if (source == null || !(source.getSource() instanceof Map<?, ?> shared)) {
            throw new IllegalStateException("No database of a test");
        }
        shared.forEach((key, value) -> properties.put(String.valueOf(key), value));
        properties.put("server.port", "0");
        properties.put("relais.log.node", name);
        // What a node remembers of the seals lies beside the other's, the key is one
        properties.computeIfPresent(
                "relais.log.sealing.checkpoints",
                (_, folder) -> Path.of(folder.toString()).resolveSibling(name).toString());
        return new MapPropertySource("other node", properties);
    }
}
