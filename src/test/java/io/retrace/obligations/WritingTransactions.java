package io.retrace.obligations;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every method of a service that may start a transaction and write in it, as {@code Service.method}. */
final class WritingTransactions {

    private WritingTransactions() {}

    static Set<String> found() {
        var found = new TreeSet<String>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.retrace").stream()
                        .filter(type -> type.isAnnotatedWith(Service.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(WritingTransactions::startsAndWrites)
                        .forEach(method -> found.add(method.getOwner().getSimpleName() + "." + method.getName()));
        return found;
    }

    private static boolean startsAndWrites(JavaMethod method) {
        if (method.isAnnotatedWith(Transactional.class)) return writes(method.getAnnotationOfType(Transactional.class));
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getOwner()
                        .tryGetAnnotationOfType(Transactional.class)
                        .filter(WritingTransactions::writes)
                        .isPresent();
    }

    private static boolean writes(Transactional transaction) {
        return !transaction.readOnly()
                && switch (transaction.propagation()) {
                    case REQUIRED, REQUIRES_NEW, NESTED -> true;
                    case MANDATORY, SUPPORTS, NOT_SUPPORTED, NEVER -> false;
                };
    }
}
