package io.retrace.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What another mail server sends back, as {@code docs/faults.md} has it under “Mails that come back”. */
public final class Dsn {

    private static final String HEAD = """
            From: MAILER-DAEMON@mx.company.example
            To: updates@retrace.example
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            """;
    private static final String REPORT =
            HEAD + "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n";
    private static final String TALK = "--b\nContent-Type: text/plain\n\nI am sorry.\n\n";

    private Dsn() {}

    /** The rows of the table, each with what it comes to in this column. */
    public static List<List<String>> rows(int column) {
        return FaultTable.under("Mails that come back").stream()
                .map(row -> List.of(row.get(0), row.get(column)))
                .toList();
    }

    /** @param messageId with its angle brackets, as our mail had it */
    public static byte[] of(String fault, String messageId) {
        if (fault.equals("nothing")) return new byte[0];
        if (fault.equals("bytes at random")) {
            var bytes = new byte[50_000];
            new Random(7).nextBytes(bytes);
            return bytes;
        }
        var status = status(fault);
        var mail = returned(fault, messageId);
        return text(fault, status, mail).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String fault, String status, String mail) {
        var what = fault.contains(", ") ? fault.substring(fault.indexOf(", ") + 2) : "";
        return switch (what) {
            case "as plain text" -> HEAD + "Content-Type: text/plain\n\n" + status + mail;
            case "as a vacation note" ->
                (REPORT + TALK + status + mail + "--b--\n").replace("delivery-status", "disposition-notification");
            case "after a megabyte of talk" ->
                REPORT + TALK + "sorry ".repeat(180_000) + "\n" + status + mail + "--b--\n";
            case "after ten thousand parts" -> REPORT + TALK.repeat(10_000) + status + mail + "--b--\n";
            case "in parts within parts" -> {
                var nested = status + mail;
                for (int depth = 0; depth < 200; depth++) {
                    nested = "--b\nContent-Type: multipart/report; boundary=\"b" + depth + "\"\n\n"
                            + nested.replace("--b", "--b" + depth) + "\n";
                }
                yield REPORT + nested + "--b--\n";
            }
            case "with a boundary that never comes" -> (REPORT + TALK + status + mail).replace("--b", "--c");
            default -> REPORT + TALK + status + mail + "--b--\n";
        };
    }

    private static String status(String fault) {
        var words = fault.replace(",", "").split(" ");
        var code = words.length > 2 && words[2].matches("\\d{3}") ? words[2] : "";
        var status = new StringBuilder(
                "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.company.example\n\n");
        if (fault.endsWith("a thousand recipients")) {
            for (int i = 0; i < 1000; i++)
                status.append("Final-Recipient: rfc822; x").append(i).append("@company.example\n\n");
        }
        status.append("Final-Recipient: rfc822; privacy@company.example\nAction: ")
                .append(words[0])
                .append('\n');
        if (words.length > 1 && words[1].matches("\\d\\.\\d\\.\\d"))
            status.append("Status: ").append(words[1]).append('\n');
        if (!code.isEmpty())
            status.append("Diagnostic-Code: smtp; ").append(code).append(" no\n");
        return status.append('\n').toString();
    }

    private static String returned(String fault, String messageId) {
        var id = switch (fault.substring(fault.indexOf(", ") + 1).strip()) {
            case "of a mail we never sent" -> "<msg_00000000000000000000000000000000@retrace.example>";
            case "of another domain" -> messageId.replace("@", "@evil.");
            case "of two mails at once" -> messageId + "\nMessage-ID: <other@retrace.example>";
            default -> messageId;
        };
        var header = fault.endsWith("without saying of which mail") ? "" : "Message-ID: " + id + "\n";
        return "--b\nContent-Type: text/rfc822-headers\n\nFrom: updates@retrace.example\n" + header + "\n";
    }
}
