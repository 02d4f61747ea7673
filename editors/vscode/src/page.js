// The page of the picture: nothing in it but what is in this extension.

const VIEW_NAMES = [["blueprint", "Blueprint"], ["handoffs", "Handoffs"], ["flow", "Flow"]];

/** Its HTML. `script`, `style` and `fonts` are addresses, `source` is where the page may load from. */
export function pageOf({ nonce, source, script, style, fonts }) {
  // `default-src` speaks neither of forms nor of what addresses are seen from.
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-${nonce}'; style-src ${source}; font-src ${source}`;
  const views = VIEW_NAMES.map(([key, word]) => `<option value="${key}">${word}</option>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Service blueprint</title>
<link rel="stylesheet" href="${fonts}">
<link rel="stylesheet" href="${style}">
</head>
<body>
<form id="choices" aria-label="What is drawn">
  <label>View <select id="view">${views}</select></label>
  <label>Phase <select id="phase"></select></label>
  <label>Service <select id="service"></select></label>
  <label>Scenario <select id="scenario"></select></label>
</form>
<p id="problem" role="status"></p>
<div id="viewport" tabindex="0" role="group" aria-label="Picture of the service" aria-describedby="keys"><div id="stage"></div></div>
<p id="keys" class="unseen">Arrow keys move the picture, plus and minus zoom, 0 shows all of it. Tab goes on to the boxes:
  there arrow keys go from box to box, and Enter shows the line of the text.</p>
<a id="link" hidden></a>
<div id="zoom" role="group" aria-label="Zoom">
  <button type="button" id="closer" aria-label="Zoom in" title="Zoom in (+)">+</button>
  <button type="button" id="wider" aria-label="Zoom out" title="Zoom out (−)">−</button>
  <button type="button" id="fit" title="Show all (0)">Fit</button>
</div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
