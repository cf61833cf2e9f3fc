package io.retrace.agents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.retrace.identity.Subjects;
import io.retrace.ledger.MyLedger;
import io.retrace.testing.UseCase;
import org.junit.jupiter.api.Test;

/** What answers an agent has no way to ask who anybody is, so that neither its answer nor the time it takes can tell. */
class BlindDoorTest {

    @Test
    @UseCase("UC-025/7")
    void whoever_answers_agents_cannot_look_for_people() {
        var agents = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.retrace.agents");
        noClasses()
                .that()
                .doNotBelongToAnyOf(PersonSearch.class, Matching.class) // these are work of the queue
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Subjects.class, MyLedger.class)
                .check(agents);
        noClasses()
                .that()
                .belongToAnyOf(AgentDoor.class, FilingIntake.class, Filings.class, Pairing.class, Statuses.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(PersonSearch.class, Matching.class, OwnFilings.class)
                .check(agents);
    }
}
