package io.guanxi.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Makes {@link RunsOnPlatform} work; Spring finds it by its name in {@code META-INF/spring.factories}. */
final class PlatformContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, RunsOnPlatform.class)
                ? new PlatformCustomizer()
                : null;
    }

    /** Equal to every other, so that tests of the same configuration share a context and with it a database. */
    private record PlatformCustomizer() implements ContextCustomizer {

        private static final AtomicInteger DATABASES = new AtomicInteger();

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            String database = "test_%d_%d".formatted(ProcessHandle.current().pid(), DATABASES.incrementAndGet());
            Map<String, Object> properties = Map.copyOf(TestPlatform.properties(database));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test platform", properties));
        }
    }
}
