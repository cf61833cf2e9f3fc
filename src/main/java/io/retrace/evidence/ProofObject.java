package io.retrace.evidence;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The member {@code evidence} of a receipt: all that it takes to check one leaf without us. */
final class ProofObject {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProofObject() {}

    /**
     * @param entry the leaf’s bytes
     * @param proof C2SP tlog-proof with its checkpoint
     * @param key the log’s verifier key; informative, whoever checks may pin another
     */
    static Map<String, Object> of(byte[] salt, String body, String entry, String proof, String key) {
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("salt", HexFormat.of().formatHex(salt));
        evidence.put("body", JSON.readTree(body));
        evidence.put("entry", entry);
        evidence.put("proof", proof);
        evidence.put("key", key);
        return evidence;
    }
}
