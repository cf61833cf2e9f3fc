package io.retrace.evidence;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receipt as people keep it: format {@code retrace-receipt/v1}, the same bytes each time.
 *
 * @param json the file’s text
 * @param name what to call the file
 */
public record ReceiptFile(String json, String name) {

    public static final String FORMAT = "retrace-receipt/v1";
    private static final JsonMapper JSON = JsonMapper.shared();

    static ReceiptFile of(String statement, Map<String, Object> evidence) {
        var read = JSON.readTree(statement);
        var file = new LinkedHashMap<String, Object>();
        file.put("format", FORMAT);
        file.put("statement", read);
        file.put("evidence", evidence);
        var version = read.path("receipt").path("version").asInt();
        var about = read.path("kind").asString("").equals("company")
                ? read.path("companies").path(0).path("reference").asString("")
                : read.path("request").path("reference").asString("");
        return new ReceiptFile(
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n",
                "receipt-" + about + (version == 1 ? "" : "-" + version));
    }

    /** What it says: exactly this is what people read. */
    public JsonNode statement() {
        return JSON.readTree(json).path("statement");
    }

    /** SHA-256 of the canonical statement: what the log committed to. */
    public String fingerprint() {
        return JSON.readTree(json).at("/evidence/body/statement").asString();
    }

    public byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
