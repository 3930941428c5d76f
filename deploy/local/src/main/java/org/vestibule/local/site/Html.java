package org.vestibule.local.site;

/** Small pages in one look; every inserted text is escaped. */
final class Html {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      :root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 18%%,transparent)}
      body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1.25rem}
      h1{font-size:1.5rem;margin:0 0 .5rem} h2{font-size:1.05rem;margin:1.75rem 0 .25rem}
      p{margin:.5rem 0} .muted{opacity:.7}
      article,pre{border:1px solid var(--line);border-radius:.6rem;padding:.9rem 1.1rem}
      article{margin:1rem 0} pre{font-size:.85rem;white-space:pre-wrap}
      pre,a,.muted,code{overflow-wrap:anywhere}
      label{display:block;margin:.75rem 0 .2rem} input{font:inherit;padding:.45rem .6rem;
      border:1px solid var(--line);border-radius:.4rem;width:100%%;box-sizing:border-box}
      button{font:inherit;margin-top:1rem;padding:.5rem 1.1rem;border:0;border-radius:.4rem;
      background:#2457d6;color:#fff;cursor:pointer} code{font-size:.9em}
      </style></head><body><main>
      """;

  private Html() {}

  /** A whole page around a body that is HTML already. */
  static String page(String title, String body) {
    return String.format(HEAD, escape(title))
        + "<h1>"
        + escape(title)
        + "</h1>\n"
        + body
        + "\n</main></body></html>\n";
  }

  static String escape(String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
  }
}
