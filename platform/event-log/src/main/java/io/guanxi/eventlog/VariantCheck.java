package io.guanxi.eventlog;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;

/** Finds sealed values inside events whose implementations have no written name. */
final class VariantCheck {

    private final Set<Class<?>> named;
    private final Set<Class<?>> seen = new HashSet<>();

    private VariantCheck(Set<Class<?>> named) {
        this.named = named;
    }

    static void check(Class<?> event, Set<Class<?>> named) {
        new VariantCheck(named).components(event);
    }

    private void components(Class<?> type) {
        if (seen.add(type) && type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                value(component.getGenericType());
            }
        }
    }

    private void value(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                value(argument);
            }
        } else if (type instanceof Class<?> plain && plain.isSealed() && plain.isInterface()) {
            variants(plain);
        } else if (type instanceof Class<?> plain) {
            components(plain);
        }
    }

    private void variants(Class<?> sealed) {
        for (Class<?> variant : sealed.getPermittedSubclasses()) {
            if (variant.isInterface() && variant.isSealed()) {
                variants(variant);
            } else if (!named.contains(variant)) {
                throw new IllegalArgumentException(
                        "variant of " + sealed.getName() + " without a name: " + variant.getName());
            } else {
                components(variant);
            }
        }
    }
}
