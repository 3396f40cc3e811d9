// Undo what Python has compressed.

/**
 * @param {BlobPart} bytes
 * @param {CompressionFormat} format
 */
export function inflate(bytes, format) {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)));
}

/**
 * Undo `kit.widgets.embedding.compress`: base64, deflated JSON.
 * @param {string} compressed
 * @returns {Promise<any>}
 */
export function decompress(compressed) {
  const bytes = Uint8Array.from(atob(compressed), (letter) => letter.charCodeAt(0));
  return inflate(bytes, "deflate-raw").json();
}
