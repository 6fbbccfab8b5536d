package io.guanxi.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Stream;

/** Web, messaging and process of a service, each as one slice. */
record TopLayers(String basePackage) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return Stream.of(Layer.WEB, Layer.MESSAGING, Layer.PROCESS)
                .filter(layer -> JavaClass.Predicates.resideInAPackage(layer.within(basePackage))
                        .test(type))
                .findFirst()
                .map(layer -> SliceIdentifier.of(layer.name()))
                .orElse(SliceIdentifier.ignore());
    }

    @Override
    public String getDescription() {
        return "web, messaging and process";
    }
}
