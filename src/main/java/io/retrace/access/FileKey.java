package io.retrace.access;

/** The key of one company file: of its own, so that nothing else opens with it, and bound to what it is for. */
record FileKey(CompanyFileId file, byte[] bytes) {

    static FileKey of(CompanyFileId file) {
        return new FileKey(file, SealedFormat.newKey());
    }

    /** What every chunk is bound to, and under which the key itself is sealed. */
    String context() {
        return context(file);
    }

    static String context(CompanyFileId file) {
        return "company-file:" + file;
    }

    /** What the sealed file is called where it lies. */
    String stored() {
        return file.toString();
    }
}
