package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.evidence.verify.ReceiptRefused;
import io.retrace.evidence.verify.ReceiptVerifier;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever happens to a receipt file: it says what was issued, or it is refused and somebody can read why. */
class ReceiptProperties {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectNode GENUINE = genuine();
    private static final byte[] FILE = GENUINE.toString().getBytes(StandardCharsets.UTF_8);

    @Property(tries = 1500)
    void a_byte_changed_anywhere_is_refused_in_plain_words_or_changes_nothing_that_is_said(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll byte other) {
        var file = FILE.clone();
        file[place % file.length] = other;
        refusedOrTheSame(file);
    }

    @Property(tries = 300)
    void so_is_what_is_cut_or_put_in_anywhere(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll boolean cut, @ForAll byte other) {
        int at = place % FILE.length;
        var file = Arrays.copyOf(FILE, FILE.length + (cut ? -1 : 1));
        System.arraycopy(FILE, cut ? at + 1 : at, file, cut ? at : at + 1, FILE.length - at - (cut ? 1 : 0));
        if (!cut) file[at] = other;
        refusedOrTheSame(file);
    }

    @Property(tries = 200)
    void order_and_blanks_do_not_matter(@ForAll long seed) throws ReceiptRefused {
        var shuffled = spelled(GENUINE, new Random(seed));
        assertThat(ReceiptVerifier.verify(shuffled.getBytes(StandardCharsets.UTF_8), null)
                        .companies())
                .isEqualTo(2);
        assertThat(KeptReceipt.canonical(JSON.readTree(shuffled))).isEqualTo(KeptReceipt.canonical(GENUINE));
    }

    private static void refusedOrTheSame(byte[] file) {
        try {
            ReceiptVerifier.verify(file, null);
            var read = (ObjectNode) JSON.readTree(file);
            assertThat(KeptReceipt.canonical(read.get("statement")))
                    .isEqualTo(KeptReceipt.canonical(GENUINE.get("statement")));
            assertThat(read.at("/evidence/entry")).isEqualTo(GENUINE.at("/evidence/entry"));
        } catch (ReceiptRefused e) {
            for (var locale : new Locale[] {Locale.ROOT, Locale.GERMAN}) {
                var texts = ResourceBundle.getBundle("vaadin-i18n.translations", locale);
                assertThat(new MessageFormat(
                                        texts.getString(
                                                "verify.flaw." + e.flaw().key()),
                                        Locale.ENGLISH)
                                .format(e.arguments().toArray()))
                        .hasSizeGreaterThan(20)
                        .doesNotContain("{", "Exception");
            }
        }
    }

    /** The same value with its members in another order and blanks wherever they may be. */
    private static String spelled(JsonNode value, Random random) {
        var blank = " ".repeat(random.nextInt(3));
        if (value instanceof ObjectNode members) {
            var names = new ArrayList<>(members.propertyNames());
            Collections.shuffle(names, random);
            var parts = new ArrayList<String>();
            for (var name : names)
                parts.add(blank + JSON.writeValueAsString(name) + blank + ":" + spelled(members.get(name), random));
            return blank + "{" + String.join(",", parts) + "\n}" + blank;
        }
        if (!value.isArray()) return blank + value + "\t";
        var parts = new ArrayList<String>();
        for (var element : value) parts.add(spelled(element, random));
        return "[" + blank + String.join(blank + ",", parts) + "]";
    }

    private static ObjectNode genuine() {
        try (var evidence = EvidenceFixture.fresh()) {
            return new KeptReceipt(evidence).make();
        }
    }
}
