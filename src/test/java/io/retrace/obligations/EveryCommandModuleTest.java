package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks all commands (T4). A command is what starts a transaction that writes: each is found by reflection, and each is
 * either shown here to leave exactly one leaf, and none when it is repeated or refused, or named with the reason why it
 * is no change of state.
 */
class EveryCommandModuleTest {

    private static final String OWN_TRACE = "an attempt on the wire; the change it leads to is Asking.reached";
    private static final String VERDICT = "what was refused changes nothing; it is kept with its verdict (T8)";
    private static final String READS = "only reads";
    private static final String JOURNALED = "what is written outside the database is no change in it";
    private static final String SHOWN = "shown in ErasingModuleTest and RestoreModuleTest";

    private static final Map<String, String> NO_CHANGE = Map.ofEntries(
            Map.entry("Deliveries.claim", OWN_TRACE),
            Map.entry("Deliveries.record", OWN_TRACE),
            Map.entry("Deliveries.queueUp", OWN_TRACE),
            Map.entry("Deliveries.take", OWN_TRACE),
            Map.entry("ReplayWork.turn", OWN_TRACE),
            Map.entry("DisabledEndpoints.remove", "part of EndpointStates.useAgain"),
            Map.entry("MailLinks.askForCode", "a mail to the address on file, kept in link_mail; it decides nothing"),
            Map.entry("MailLinks.askForLink", "a mail to the address on file, kept in link_mail; it decides nothing"),
            Map.entry(
                    "MailLinks.enter",
                    "who came in and when is part of the answer’s proof, and of nothing without one"),
            Map.entry("Watchdog.look", "puts back a row of the queue; what it wakes leaves its own leaf"),
            Map.entry("SleepingObligations.wake", "puts back a row of the queue; what it wakes leaves its own leaf"),
            Map.entry("OpenDsrReports.received", OWN_TRACE),
            Map.entry("LostQuestions.take", "corrects what is noted of an attempt; the obligation stays as it is"),
            Map.entry("LostLetters.take", "corrects what is noted of a mail"),
            Map.entry("InboundLog.stray", VERDICT),
            Map.entry("InboundLog.refused", VERDICT),
            Map.entry("InboundLog.forged", VERDICT),
            Map.entry("InboundLog.refusedFile", VERDICT),
            Map.entry("InboundLog.forgetOld", VERDICT),
            Map.entry("ErasingLife.accountGone", "a turn of the erasing that ErasingLife.finish completes"),
            Map.entry("ErasingLife.repeat", SHOWN),
            Map.entry("OwnAccount.closing", READS),
            Map.entry("OwnFilings.waiting", READS),
            Map.entry("TakeBackJournal.write", JOURNALED),
            Map.entry("KeptDrafts.forget", "a draft is nobody’s decision yet"),
            Map.entry("KeptDrafts.keep", "a draft is nobody’s decision yet"),
            Map.entry("KeptDrafts.read", READS),
            Map.entry("UploadedExceptions.receive", "a list declares nothing until an attestation names it"),
            Map.entry("UploadedExceptions.remove", "a list declares nothing until an attestation names it"),
            Map.entry("MemberProgress.attestations", READS),
            Map.entry("MemberProgress.companies", READS),
            Map.entry("MemberProgress.copies", READS),
            Map.entry("MemberProgress.passedOn", READS),
            Map.entry("MemberProgress.timeline", READS),
            Map.entry("MemberProgress.words", READS),
            Map.entry("MemberProgress.wordsFor", READS),
            Map.entry("MemberRequests.all", READS),
            Map.entry("MemberRequests.request", READS),
            Map.entry("MemberRequests.timeline", READS));

    private static final String PACKAGES = "walked in PackageLifeModuleTest";

    private static final String DELIVERY = "walked in ReplayModuleTest and EndpointModuleTest";

    private static final String SETTINGS = "walked in SettingsModuleTest and SettingUndoModuleTest";

    /** Commands that need another world than this one, and where each is shown to leave exactly one leaf. */
    private static final Map<String, String> WALKED_ELSEWHERE = Map.ofEntries(
            Map.entry("MemberPackages.makeAgain", PACKAGES),
            Map.entry("MemberPackages.download", PACKAGES),
            Map.entry("PackageLife.finish", PACKAGES),
            Map.entry("PackageLife.expire", PACKAGES),
            Map.entry("Replays.order", DELIVERY),
            Map.entry("TestEvents.order", "walked in TestEventModuleTest"),
            Map.entry("EndpointStates.useAgain", DELIVERY),
            Map.entry("DisabledEndpoints.add", DELIVERY),
            Map.entry("RegistryService.rotateKey", "walked in WebhookRotationModuleTest"),
            Map.entry("SettingsService.change", SETTINGS),
            Map.entry("SettingsService.undo", SETTINGS),
            Map.entry("UndoLinks.undo", SETTINGS));

    private final World world = World.shared();

    private Map<String, Runnable> commands() {
        var all = new TreeMap<String, Runnable>();
        for (var walk : List.of(
                new RequestCommands(world),
                new ObligationCommands(world),
                new CopyCommands(world),
                new AccountCommands(world),
                new AgentCommands(world),
                new StaffCommands(world))) all.putAll(walk.commands());
        return all;
    }

    @TestFactory
    Stream<DynamicTest> every_command_leaves_exactly_one_leaf() {
        return commands().entrySet().stream()
                .map(command -> DynamicTest.dynamicTest(command.getKey(), command.getValue()::run));
    }

    @Test
    void no_command_is_forgotten() {
        var known = new TreeSet<>(commands().keySet());
        known.addAll(NO_CHANGE.keySet());
        known.addAll(WALKED_ELSEWHERE.keySet());
        assertThat(WritingTransactions.found()).as("transactions that write").isEqualTo(known);
    }
}
