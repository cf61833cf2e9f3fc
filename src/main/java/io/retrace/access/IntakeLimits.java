package io.retrace.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code retrace.access.intake.*}: how much a company may send for one obligation.
 *
 * @param file the longest file
 * @param obligation all files of one obligation
 * @param files how many
 * @param zipEntries entries of one archive
 * @param zipExpanded all entries of one archive, expanded
 * @param zipRatio how many times its own size an archive may expand to
 */
@ConfigurationProperties("retrace.access.intake")
public record IntakeLimits(
        @DefaultValue("512MB") DataSize file,
        @DefaultValue("4GB") DataSize obligation,
        @DefaultValue("200") int files,
        @DefaultValue("10000") int zipEntries,
        @DefaultValue("2GB") DataSize zipExpanded,
        @DefaultValue("100") int zipRatio) {

    public IntakeLimits {
        if (zipEntries < 1 || zipEntries > 65_535) throw new IllegalArgumentException("zip-entries: 1 to 65535");
        if (file.toBytes() < 1 || file.toBytes() > obligation.toBytes())
            throw new IllegalArgumentException("retrace.access.intake.file: at least one byte, at most .obligation");
    }
}
