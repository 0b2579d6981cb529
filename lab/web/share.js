// A shared link holds the program itself, behind the #: it needs no account and no storage anywhere.

/** @param {object} shared */
export async function pack(shared) {
  const stream = new Blob([JSON.stringify(shared)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let text = "";
  bytes.forEach((byte) => (text += String.fromCharCode(byte)));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} packed */
export async function unpack(packed) {
  const text = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const shared = JSON.parse(await new Response(stream).text());
  if (!Array.isArray(shared.files) || !shared.files.every((f) => typeof f.name === "string" && typeof f.text === "string")) {
    throw new Error("not a shared program");
  }
  return shared;
}
