package io.guanxi.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the application of a Spring Boot test the {@link TestPlatform}: a store with a database of its own for each
 * application context, the broker, and the key that {@link TestTokens} are signed with. Topics are shared by all tests of
 * a run, so a test uses a tenant of its own.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunsOnPlatform {}
