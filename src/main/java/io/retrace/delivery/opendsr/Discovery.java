package io.retrace.delivery.opendsr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a processor says it can do (OpenDSR 2.0 §7.1). */
public record Discovery(@Nullable String certificateUrl, List<String> types) {

    public Discovery {
        types = List.copyOf(types);
    }

    public static Discovery read(byte[] body) throws Malformed {
        var fields = Fields.of(body);
        var types = new ArrayList<String>();
        for (var type : fields.node("supported_subject_request_types")) if (type.isString()) types.add(type.asString());
        return new Discovery(fields.text("processor_certificate"), types);
    }

    public boolean supports(RequestType type) {
        return types.contains(type.wire());
    }
}
