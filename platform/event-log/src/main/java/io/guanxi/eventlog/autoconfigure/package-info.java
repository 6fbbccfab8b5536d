/** What a Spring Boot application gets when it has an event catalogue. */
@NullMarked
package io.guanxi.eventlog.autoconfigure;

import org.jspecify.annotations.NullMarked;
