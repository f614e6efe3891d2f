const declarationLength = 300;

// The file as its XML declaration says, which may be that of Windows: fetch would read everything as UTF-8.
export async function textOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
  const start = new TextDecoder("iso-8859-1").decode(bytes.subarray(0, declarationLength));
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/.exec(start)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(marked || declared).decode(bytes);
  } catch {
    // An encoding that browsers do not know.
    return new TextDecoder().decode(bytes);
  }
}

// The style sheet of a part that is loaded on demand; the drawing begins once it is there.
export function style(address: string): Promise<void> {
  return new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.onload = link.onerror = () => done();
    document.head.append(link);
  });
}

// The page's own colours, so that the drawing follows light and dark, also when they change while it is shown (app.css has them for paper).
export const colours = { defaultFillColor: "var(--pu-paper)", defaultStrokeColor: "var(--pu-ink)", defaultLabelColor: "var(--pu-ink)" };
