package io.retrace.obligations.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.retrace.obligations.CompanyDesk;
import io.retrace.obligations.CompanyItem;
import io.retrace.obligations.ObligationId;
import io.retrace.shared.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** All items of an obligation as one file, written as it is read: page by page, whatever their number. */
@RestController
@RequestMapping("/api/v1/obligations/{id}")
@Tag(name = "Obligations")
@ApiResponse(responseCode = "200", description = "All items; a broken connection means that some are missing")
class ItemFiles {

    private static final int PAGE = 1000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final CompanyDesk desk;

    ItemFiles(CompanyDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/items.csv")
    @Operation(
            summary = "All items as CSV (RFC 4180)",
            description = "Columns item, sha256, disclosed_at, purposes; no value needs quoting")
    void csv(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        write(id, response, "text/csv", "item,sha256,disclosed_at,purposes\r\n", ItemFiles::line);
    }

    @GetMapping("/items.ndjson")
    @Operation(summary = "All items as NDJSON, one a line, each as in the list")
    void ndjson(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        write(
                id,
                response,
                "application/x-ndjson",
                "",
                item -> JSON.writeValueAsString(ObligationJson.ItemJson.of(item)) + '\n');
    }

    private interface Line {
        String of(CompanyItem item);
    }

    private void write(UUID id, HttpServletResponse response, String type, String head, Line line) throws IOException {
        var obligation = new ObligationId(id);
        var slice = desk.items(obligation, null, PAGE);
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment");
        var file = response.getOutputStream();
        file.write(head.getBytes(StandardCharsets.UTF_8));
        write(slice, file, line);
        while (slice.next() != null) {
            slice = next(obligation, slice.next());
            write(slice, file, line);
        }
    }

    /** A fault in the middle breaks the connection: a file that ends well is whole. */
    private Slice<CompanyItem> next(ObligationId obligation, String after) throws IOException {
        try {
            return desk.items(obligation, after, PAGE);
        } catch (RuntimeException e) {
            throw new IOException("the list of items broke off", e);
        }
    }

    private static void write(Slice<CompanyItem> slice, OutputStream file, Line line) throws IOException {
        var text = new StringBuilder();
        slice.items().forEach(item -> text.append(line.of(item)));
        file.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(CompanyItem item) {
        return item.ref() + "," + item.sha256() + ',' + item.disclosedAt() + ',' + String.join(" ", item.purposes())
                + "\r\n";
    }
}
