package io.retrace.evidence.verify;

import io.retrace.evidence.verify.Json.Elements;
import io.retrace.evidence.verify.Json.Members;
import io.retrace.evidence.verify.Json.Text;
import java.util.List;
import java.util.Set;

/** Takes the members out of a JSON object that must be there, and says which one is not, by its path. */
record Member(String path, Members parent) {

    String text(String name) throws ReceiptRefused {
        if (parent.byName().get(name) instanceof Text text) return text.value();
        throw missing(name);
    }

    Member object(String name) throws ReceiptRefused {
        if (parent.byName().get(name) instanceof Members members) return new Member(in(name), members);
        throw missing(name);
    }

    /** The elements, or none where there is no such member. */
    List<Json> elements(String name) throws ReceiptRefused {
        var value = parent.byName().get(name);
        if (value == null) return List.of();
        if (value instanceof Elements elements) return elements.inOrder();
        throw missing(name);
    }

    boolean has(String name) {
        return parent.byName().containsKey(name);
    }

    void nothingBut(Set<String> names) throws ReceiptRefused {
        for (var name : parent.byName().keySet()) {
            if (!names.contains(name)) throw new ReceiptRefused(Flaw.UNCOVERED, in(name));
        }
    }

    ReceiptRefused missing(String name) {
        return new ReceiptRefused(Flaw.INCOMPLETE, in(name));
    }

    private String in(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
