"use strict";
/* Checks a receipt of format retrace-receipt/v1 in this browser alone, step by step as docs/receipt-format.md says.
   The same rules and the same sentences as ./retrace verify-receipt. */
(() => {
  const LARGEST = 8 << 20, DEEPEST = 64, LONGEST_FIGURE = 40, LONGEST_PATH = 63, MOST_SIGNATURES = 64;
  const FORMAT = "retrace-receipt/v1", ENTRY = "commitment time type v", RECEIPT = "receipt-issued", ANSWER = "obligation-answered";

  class Refused extends Error {
    constructor(flaw, ...values) {
      super(flaw);
      this.flaw = flaw;
      this.values = values;
    }
  }
  const refuse = (flaw, ...values) => { throw new Refused(flaw, ...values); };

  // --- JSON in which nothing can hide: objects are Maps, everything else is what JavaScript has ---

  function readJson(text) {
    let at = 0, depth = 0;
    const bad = (where = at) => refuse("not-json", where + 1);
    const peek = () => at < text.length ? text[at] : bad();
    const take = (wanted) => peek() === wanted && ++at > 0;
    const expect = (wanted) => take(wanted) || bad();
    const blanks = () => { while (at < text.length && " \t\n\r".includes(text[at])) at++; };

    function value() {
      blanks();
      if (++depth > DEEPEST) bad();
      const read = { "{": members, "[": elements, "\"": string, t: () => word("true", true), f: () => word("false", false), n: () => word("null", null) };
      const found = (read[peek()] ?? figure)();
      depth--;
      return found;
    }
    function members() {
      const found = new Map();
      at++;
      blanks();
      if (take("}")) return found;
      do {
        blanks();
        const start = at, name = string();
        blanks();
        expect(":");
        const one = value();
        if (found.has(name)) bad(start);
        found.set(name, one);
        blanks();
      } while (take(","));
      expect("}");
      return found;
    }
    function elements() {
      const found = [];
      at++;
      blanks();
      if (take("]")) return found;
      do {
        found.push(value());
        blanks();
      } while (take(","));
      expect("]");
      return found;
    }
    function string() {
      expect("\"");
      const start = at;
      let found = "";
      while (!take("\"")) {
        const c = peek();
        if (c < " ") bad();
        at++;
        found += c === "\\" ? escaped() : c;
      }
      if (/\p{Surrogate}/u.test(found)) bad(start);
      return found;
    }
    function escaped() {
      const c = peek();
      at++;
      if (c === "u") return unicode();
      return { "\"": "\"", "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" }[c] ?? bad();
    }
    function unicode() {
      let code = 0;
      for (let i = 0; i < 4; i++, at++) {
        if (!/[0-9a-fA-F]/.test(peek())) bad();
        code = code * 16 + parseInt(text[at], 16);
      }
      return String.fromCharCode(code);
    }
    function figure() {
      const found = /^-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/.exec(text.slice(at, at + LONGEST_FIGURE)) ?? bad();
      const number = Number(found[0]), whole = found[1] === undefined && found[2] === undefined;
      if (!Number.isFinite(number) || (whole && !Number.isSafeInteger(number))) bad();
      at += found[0].length;
      return number;
    }
    function word(wanted, meaning) {
      if (!text.startsWith(wanted, at)) bad();
      at += wanted.length;
      return meaning;
    }

    const whole = value();
    blanks();
    if (at < text.length) bad();
    return whole;
  }

  /** RFC 8785. JSON.stringify spells strings and numbers as it asks, and sort() compares UTF-16 code units. */
  function canonical(value) {
    if (value instanceof Map) {
      return "{" + [...value.keys()].sort().map((name) => JSON.stringify(name) + ":" + canonical(value.get(name))).join(",") + "}";
    }
    return Array.isArray(value) ? "[" + value.map(canonical).join(",") + "]" : JSON.stringify(value);
  }

  function member(parent, name, is, path) {
    const found = parent.get(name);
    return is(found) ? found : refuse("incomplete", path ? path + "." + name : name);
  }
  const isText = (value) => typeof value === "string";
  const isObject = (value) => value instanceof Map;
  function nothingBut(parent, names, path) {
    for (const name of parent.keys()) if (!names.includes(name)) refuse("uncovered", path + name);
  }

  // --- Bytes and hashes ---

  const utf8 = (text) => new TextEncoder().encode(text);
  const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
  const unhex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  function join(...parts) {
    const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
    parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
    return whole;
  }
  const hash = async (algorithm, ...parts) => new Uint8Array(await crypto.subtle.digest(algorithm, join(...parts)));
  const sha256 = (...parts) => hash("SHA-256", ...parts);
  const equal = (one, other) => hex(one) === hex(other);

  /** Base64 with exactly one spelling per value. */
  function base64(text, flaw) {
    try {
      const binary = atob(text);
      if (btoa(binary) === text) return Uint8Array.from(binary, (c) => c.charCodeAt(0));
    } catch {
      // said below
    }
    return refuse(flaw);
  }
  function hashOf(text, flaw) {
    const bytes = base64(text, flaw);
    return bytes.length === 32 ? bytes : refuse(flaw);
  }
  const number = (text, flaw) => /^(?:0|[1-9][0-9]{0,17})$/.test(text) ? BigInt(text) : refuse(flaw);

  // --- Ed25519 (RFC 8032): the browser’s own, or where it has none, the same in integers. Nothing here is secret. ---

  async function signed(key, message, signature) {
    try {
      const own = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
      return await crypto.subtle.verify({ name: "Ed25519" }, own, signature, message);
    } catch {
      return signedByIntegers(key, message, signature);
    }
  }

  const P = 2n ** 255n - 19n, ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
  const mod = (a) => ((a % P) + P) % P;
  function power(base, exponent) {
    let result = 1n;
    for (base = mod(base); exponent > 0n; exponent >>= 1n) {
      if (exponent & 1n) result = result * base % P;
      base = base * base % P;
    }
    return result;
  }
  const inverse = (a) => power(a, P - 2n);
  const D = mod(-121665n * inverse(121666n)), ROOT = power(2n, (P - 1n) / 4n);
  const integer = (bytes) => BigInt("0x" + hex(Uint8Array.from(bytes).reverse()));

  function point(bytes) {
    const encoded = integer(bytes), sign = encoded >> 255n, y = encoded & (2n ** 255n - 1n);
    if (y >= P) return null;
    const u = mod(y * y - 1n), v = mod(D * y * y + 1n);
    let x = mod(u * v ** 3n * power(u * v ** 7n, (P - 5n) / 8n));
    if (mod(v * x * x) === mod(-u)) x = mod(x * ROOT);
    if (mod(v * x * x) !== u || (x === 0n && sign === 1n)) return null;
    if ((x & 1n) !== sign) x = P - x;
    return [x, y, 1n, mod(x * y)];
  }
  function plus([x1, y1, z1, t1], [x2, y2, z2, t2]) {
    const a = mod((y1 - x1) * (y2 - x2)), b = mod((y1 + x1) * (y2 + x2)), c = mod(2n * D * t1 * t2), d = mod(2n * z1 * z2);
    const e = b - a, f = d - c, g = d + c, h = b + a;
    return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
  }
  function times(factor, base) {
    let sum = [0n, 1n, 1n, 0n];
    for (; factor > 0n; factor >>= 1n) {
      if (factor & 1n) sum = plus(sum, base);
      base = plus(base, base);
    }
    return sum;
  }
  async function signedByIntegers(key, message, signature) {
    if (key.length !== 32 || signature.length !== 64) return false;
    const a = point(key), s = integer(signature.slice(32));
    if (a === null || s >= ORDER) return false;
    const k = integer(await hash("SHA-512", signature.slice(0, 32), key, message)) % ORDER;
    const base = point(unhex("58" + "66".repeat(31)));
    const [x, y, z] = plus(times(s, base), times(k, [mod(-a[0]), a[1], a[2], mod(-a[3])]));
    const zi = inverse(z), encoded = mod(y * zi) | ((mod(x * zi) & 1n) << 255n);
    return encoded === integer(signature.slice(0, 32));
  }

  // --- The log: verifier key, signed note, checkpoint, proof (C2SP), inclusion (RFC 9162 §2.1.3.2) ---

  const isName = (name) => /^[^\p{Z}+\u0000-\u0020]+$/u.test(name);

  /** Points of small order, sign bit aside: under such a key anybody can sign, and browsers differ in whether they notice. */
  const SMALL = ["00".repeat(32), "01" + "00".repeat(31), ...["ec", "ed", "ee"].map((low) => low + "ff".repeat(30) + "7f"),
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"];
  const isSmall = (point) => SMALL.includes(hex([...point.slice(0, 31), point[31] & 0x7f]));

  async function verifierKey(text) {
    const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? refuse("key");
    const bytes = base64(parts[3], "key");
    if (!isName(parts[1]) || bytes.length !== 33 || bytes[0] !== 1 || isSmall(bytes.slice(1))) refuse("key");
    const id = (await sha256(utf8(parts[1] + "\n"), bytes)).slice(0, 4);
    if (hex(id) !== parts[2]) refuse("key");
    return { name: parts[1], id, bytes: bytes.slice(1), text };
  }

  async function checkpoint(note, key) {
    const end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) refuse("signature");
    const text = note.slice(0, end + 1);
    if (/[\u0000-\u0009\u000b-\u001f]|\p{Surrogate}/u.test(text)) refuse("signature");
    const claims = note.slice(end + 2, -1).split("\n");
    if (claims.length > MOST_SIGNATURES) refuse("signature");
    let good = 0;
    for (const claim of claims) {
      const parts = /^— ([^ ]+) ([^ ]+)$/u.exec(claim) ?? refuse("signature");
      const blob = base64(parts[2], "signature");
      if (!isName(parts[1]) || blob.length <= 4) refuse("signature");
      if (parts[1] !== key.name || !equal(blob.slice(0, 4), key.id)) continue; // somebody else’s
      if (!await signed(key.bytes, utf8(text), blob.slice(4))) refuse("signature");
      good++;
    }
    const lines = text.slice(0, -1).split("\n");
    if (good === 0 || lines.length < 3 || lines.includes("") || lines[0] !== key.name) refuse("signature");
    return { origin: lines[0], size: number(lines[1], "signature"), root: hashOf(lines[2], "signature") };
  }

  function parseProof(text) {
    const end = text.indexOf("\n\n");
    const lines = end < 0 ? [] : text.slice(0, end).split("\n");
    if (lines.shift() !== "c2sp.org/tlog-proof@v1") refuse("proof");
    if (lines[0]?.startsWith("extra ")) base64(lines.shift().slice(6), "proof");
    if (!lines[0]?.startsWith("index ")) refuse("proof");
    const index = number(lines.shift().slice(6), "proof");
    if (lines.length > LONGEST_PATH) refuse("proof");
    return { index, path: lines.map((line) => hashOf(line, "proof")), note: text.slice(end + 2) };
  }

  async function included(leaf, index, { size, root }, path) {
    if (index >= size) return false;
    const node = (left, right) => sha256([1], left, right);
    let fn = index, sn = size - 1n, found = await sha256([0], leaf);
    for (const step of path) {
      if (sn === 0n) return false;
      if ((fn & 1n) === 1n || fn === sn) {
        found = await node(step, found);
        while ((fn & 1n) === 0n && fn !== 0n) { fn >>= 1n; sn >>= 1n; }
      } else {
        found = await node(found, step);
      }
      fn >>= 1n;
      sn >>= 1n;
    }
    return sn === 0n && equal(found, root);
  }

  // --- The receipt ---

  function commitment(evidence, path) {
    const salt = member(evidence, "salt", (value) => isText(value) && /^[0-9a-f]{64}$/.test(value), path);
    return {
      salt,
      body: member(evidence, "body", isObject, path),
      entry: member(evidence, "entry", isText, path),
      proof: member(evidence, "proof", isText, path),
      path: path + ".body",
    };
  }

  function openEntry(text) {
    try {
      const entry = readJson(text);
      if (isObject(entry) && [...entry.keys()].sort().join(" ") === ENTRY && entry.get("v") === 1 && canonical(entry) === text) return entry;
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
    }
    return refuse("entry");
  }

  async function prove(committed, type, key) {
    const entry = openEntry(committed.entry);
    const digest = hex(await sha256(unhex(committed.salt), utf8(canonical(committed.body))));
    if (member(entry, "commitment", isText, "evidence.entry") !== "sha256:" + digest) refuse("commitment");
    const occurred = member(committed.body, "occurredAt", isText, committed.path);
    const time = /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8})(?:\.[0-9]{1,9})?Z$/.exec(occurred);
    if (member(entry, "type", isText, "evidence.entry") !== type || time === null
        || member(entry, "time", isText, "evidence.entry") !== time[1] + "Z") refuse("other-entry");
    const proof = parseProof(committed.proof);
    if (!proof.note.startsWith(key.name + "\n")) refuse("other-log", key.name);
    const head = await checkpoint(proof.note, key);
    if (!await included(utf8(committed.entry), proof.index, head, proof.path)) refuse("inclusion");
    return { index: proof.index, time: entry.get("time"), head };
  }

  async function verify(bytes, givenKey) {
    if (bytes.length > LARGEST) refuse("too-large", LARGEST >> 20);
    let text;
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      refuse("not-utf8");
    }
    const receipt = readJson(text);
    if (!isObject(receipt) || !receipt.has("format") || member(receipt, "format", isText, "") !== FORMAT) refuse("not-a-receipt");
    nothingBut(receipt, ["format", "statement", "evidence"], "");
    const evidence = member(receipt, "evidence", isObject, "");
    nothingBut(evidence, ["salt", "body", "entry", "proof", "key"], "evidence.");
    const key = await verifierKey(givenKey || member(evidence, "key", isText, "evidence"));
    const statement = member(receipt, "statement", isObject, "");
    const committed = commitment(evidence, "evidence");
    const digest = hex(await sha256(utf8(canonical(statement))));
    if (member(committed.body, "statement", isText, committed.path) !== digest) refuse("statement");
    const proved = await prove(committed, RECEIPT, key);
    const request = member(committed.body, "request", isText, committed.path);
    const companies = statement.has("companies") ? member(statement, "companies", Array.isArray, "statement") : [];
    const answers = [];
    for (const [i, company] of companies.entries()) {
      const path = "companies[" + i + "]";
      if (!isObject(company)) refuse("incomplete", path);
      if (!company.has("evidence")) continue;
      const answer = commitment(member(company, "evidence", isObject, path), path + ".evidence");
      const said = hex(await sha256(utf8(canonical(member(company, "attestation", isObject, path)))));
      if (member(answer.body, "form", isText, answer.path) !== said) refuse("attestation", i + 1);
      if (member(answer.body, "request", isText, answer.path) !== request) refuse("other-entry");
      answers.push(await prove(answer, ANSWER, key));
    }
    const bySize = new Map();
    for (const { head } of [proved, ...answers]) {
      if ((bySize.get(head.size) ?? hex(head.root)) !== hex(head.root)) refuse("fork");
      bySize.set(head.size, hex(head.root));
    }
    return { statement, key, keyGiven: Boolean(givenKey), proved, answers: answers.length, companies: companies.length };
  }

  // --- The page ---

  const texts = JSON.parse(document.getElementById("texts").textContent);
  const $ = (id) => document.getElementById(id);
  let language = navigator.language.startsWith("de") ? "de" : "en";
  let shown = null;

  function say(key, ...values) {
    const spell = (value) => typeof value === "string" ? value : value.toLocaleString(language === "de" ? "de" : "en");
    return texts[language][key].replace(/\{(\d)\}/g, (_, i) => spell(values[i]));
  }
  function speak() {
    document.documentElement.lang = language;
    document.title = say("verify.page.title") + " · Retrace";
    for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    if (shown) shown();
  }

  function tree(value) {
    if (!(value instanceof Map) && !Array.isArray(value)) {
      const text = document.createElement("span");
      text.textContent = value === null ? "–" : String(value);
      return text;
    }
    const list = document.createElement(value instanceof Map ? "dl" : "ol");
    for (const [name, one] of value.entries()) {
      if (name === "evidence") continue; // proofs of answers: for the check, not for reading
      const item = document.createElement(value instanceof Map ? "dd" : "li");
      if (value instanceof Map) list.appendChild(document.createElement("dt")).textContent = name;
      item.append(tree(one));
      list.append(item);
    }
    return list;
  }
  function show(good, headline, findings, statement) {
    $("result").className = good ? "good" : "bad";
    $("result").hidden = false;
    $("verdict").textContent = headline;
    $("findings").replaceChildren(...findings.map((sentence) => {
      const item = document.createElement("li");
      item.textContent = sentence;
      return item;
    }));
    $("said").hidden = !statement;
    $("statement").replaceChildren(...(statement ? [tree(statement)] : []));
  }
  function showGenuine(result) {
    const { index, head, time } = result.proved;
    const findings = [say("verify.statement"), say("verify.entry", index + 1n, head.size, head.origin), say("verify.recorded", time)];
    if (result.companies > 0) findings.push(say("verify.answers", result.answers, result.companies));
    findings.push(say(result.keyGiven ? "verify.key.given" : "verify.key.taken", result.key.text));
    show(true, say("verify.genuine"), findings, result.statement);
  }

  async function check(bytes) {
    try {
      if (!globalThis.crypto?.subtle) throw new Refused("browser");
      const result = await verify(bytes, $("key").value.trim());
      shown = () => showGenuine(result);
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      shown = () => show(false, say("verify.refused"), [say("verify.flaw." + problem.flaw, ...problem.values)], null);
    }
    shown();
    $("result").focus();
  }
  const checkFile = async (file) => check(new Uint8Array(await file.slice(0, LARGEST + 1).arrayBuffer()));

  $("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if ($("text").value) check(utf8($("text").value));
    else if ($("file").files.length) checkFile($("file").files[0]);
    else $("file").focus();
  });
  $("file").addEventListener("change", () => {
    $("text").value = "";
    if ($("file").files.length) checkFile($("file").files[0]);
  });
  for (const name of ["dragenter", "dragover"]) {
    addEventListener(name, (event) => { event.preventDefault(); $("drop").classList.add("over"); });
  }
  addEventListener("dragleave", () => $("drop").classList.remove("over"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    $("drop").classList.remove("over");
    if (event.dataTransfer.files.length) checkFile(event.dataTransfer.files[0]);
  });
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => { language = button.dataset.language; speak(); });
  }
  $("keep").hidden = !location.protocol.startsWith("http");
  speak();
})();
