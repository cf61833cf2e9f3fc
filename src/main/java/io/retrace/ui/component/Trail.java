package io.retrace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The signature picture: from “You uploaded this” a line to each company, and on from there to whom it told. */
@Tag("retrace-trail")
@JsModule("./components/retrace-trail.ts")
public final class Trail extends Component {

    public Trail(String label, String you, String uploaded, List<Branch> branches) {
        var element = getElement();
        element.setProperty("label", label);
        element.setProperty("you", you);
        element.setProperty("uploaded", uploaded);
        element.setPropertyJson("branches", json(branches));
    }

    /**
     * A line and its tip.
     *
     * @param href where more is said of it; empty if nowhere
     * @param via position of the branch it grows from, or {@code null} if it comes from the platform
     * @param tone class of the company’s word, with {@code word}; both {@code null} where it was never asked
     */
    public record Branch(
            String name,
            String href,
            String purpose,
            String note,
            @Nullable Integer via,
            @Nullable String tone,
            @Nullable String word) {}

    private static ArrayNode json(List<Branch> branches) {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var branch : branches) {
            var node = all.addObject();
            node.put("name", branch.name());
            node.put("href", branch.href());
            node.put("purpose", branch.purpose());
            node.put("note", branch.note());
            node.put("via", branch.via());
            node.put("tone", branch.tone());
            node.put("word", branch.word());
        }
        return all;
    }
}
