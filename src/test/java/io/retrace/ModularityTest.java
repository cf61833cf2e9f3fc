package io.retrace;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.Options;

/** The module graph is the one of {@code docs/modules}: nobody reaches below, around or back. */
class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(RetraceApplication.class);

    @Test
    void modules_use_only_what_they_declare_and_never_in_a_circle() {
        MODULES.verify();
    }

    @Test
    void the_module_map_is_drawn_from_the_code() {
        new Documenter(
                        MODULES,
                        Options.defaults()
                                .withOutputFolder(Path.of("target/modules").toString()))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml();
    }
}
