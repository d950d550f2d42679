/** Text that authors write, safe inside a page's elements and attributes. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};
  return text.replace(/[&<>"']/g, character => entities[character]!);
}
