// What the server's answer to a file means, in words.

/**
 * @param {{ status: number, responseURL: string, responseText: string, getResponseHeader: (name: string) => string | null }} request
 * @param {Record<string, string>} words
 * @param {boolean} isOnline
 * @returns {{ text: string, mayRetry: boolean } | null} null when the file was taken
 */
export function problemOf(request, words, isOnline) {
  const { status } = request;
  if (status === 0) {
    return { text: isOnline ? words.failed : words.offline, mayRetry: true };
  }
  // Whoever is not signed in any more is led to another page, which is there.
  if (new URL(request.responseURL).pathname === "/signin") {
    return { text: words.signedOut, mayRetry: false };
  }
  if (status === 200) {
    return null;
  }
  if (status === 429) {
    return { text: words.tooMany, mayRetry: true };
  }
  const isInWords = request.getResponseHeader("Content-Type")?.startsWith("text/plain") && request.responseText;
  return { text: isInWords ? request.responseText : words.failed, mayRetry: status >= 500 && status !== 507 };
}
