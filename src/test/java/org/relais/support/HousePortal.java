package org.relais.support;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

import org.relais.Portal;

/** The portal of {@link PortalProcess#withHouseSignIn}. */
public final class HousePortal {

    private HousePortal() {}

    /** Arguments: properties, as {@code --name=value}. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(Portal.class, HouseSignIn.class);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("noTests", new NoTests()));
        application.run(arguments);
    }

    /** The tests' own components lie beside the portal's on the class path, and are no part of it. */
    static final class NoTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) {
            return type.getAnnotationMetadata().isAnnotated(TestComponent.class.getName())
                    || type.getAnnotationMetadata()
                            .isAnnotated("org.springframework.boot.test.context.TestConfiguration")
                    || type.getClassMetadata().getClassName().contains("Tests");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoTests;
        }

        @Override
        public int hashCode() {
            return NoTests.class.hashCode();
        }
    }
}
