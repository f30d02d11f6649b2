/**
 * What strangers' HTML may try, and what it has to become. One row per attack or per source (Word, Google Docs, web pages).
 * `{host}` stands for the address of the test's own listener: a request to it is a failure.
 */
import type { Block, TextBlock } from '../../shared/document/blocks.ts'

export interface PasteRow {
  readonly name: string
  readonly html: string
  readonly blocks: readonly Block[]
  /** Expected counts; absent means none. */
  readonly leftOut?: { readonly images?: number; readonly hidden?: number; readonly links?: number }
}

function p(text: string): TextBlock {
  return { kind: 'p', runs: [{ text }] }
}

const seen = [p('seen')]

/** Each of these stands beside the words "seen" and must vanish without a trace but the count. */
const hiding: readonly [name: string, html: string][] = [
  ['display none', '<p style="display:none">secret</p>'],
  ['display none in capitals', '<p style="DISPLAY : NoNe !important">secret</p>'],
  ['display none in CSS escapes', '<p style="d\\69splay: no\\6e e">secret</p>'],
  ['display none between comments', '<p style="display/**/:/**/none">secret</p>'],
  ['visibility hidden', '<p style="visibility:hidden">secret</p>'],
  ['visibility collapse', '<p style="visibility:collapse">secret</p>'],
  ['the hidden attribute', '<p hidden>secret</p>'],
  ['font size 0', '<p style="font-size:0">secret</p>'],
  ['font size 0 by shorthand', '<p style="font:0/0 a">secret</p>'],
  ['font size 1px', '<p style="font-size:1px">secret</p>'],
  ['font sizes that shrink to nothing', '<p style="font-size:30%"><span style="font-size:30%">secret</span></p>'],
  ['opacity 0', '<p style="opacity:0">secret</p>'],
  ['opacity 0 around', '<div style="opacity:0.001"><p style="opacity:1">secret</p></div>'],
  ['opacity by filter', '<p style="filter:opacity(0%)">secret</p>'],
  ['white on white', '<p style="color:#fff">secret</p>'],
  ['white on white by name', '<p style="color:white;background:white">secret</p>'],
  ['nearly white', '<p style="color:rgb(254,254,254)">secret</p>'],
  ['white by font tag', '<p><font color="#ffffff">secret</font></p>'],
  ['white in hsl', '<p style="color:hsl(0 0% 100%)">secret</p>'],
  ['white in oklch', '<p style="color:oklch(1 0 0)">secret</p>'],
  ['black on black', '<div style="background:#000"><p style="color:#010101">secret</p></div>'],
  ['transparent', '<p style="color:transparent">secret</p>'],
  ['transparent fill', '<p style="-webkit-text-fill-color:transparent">secret</p>'],
  ['off the screen', '<p style="position:absolute;left:-9999px">secret</p>'],
  ['off the screen in em', '<p style="position:fixed;top:-200em">secret</p>'],
  ['text indent', '<p style="text-indent:-9999px">secret</p>'],
  ['clipped by rect', '<p style="position:absolute;clip:rect(0,0,0,0)">secret</p>'],
  ['clipped by path', '<p style="clip-path:inset(50%)">secret</p>'],
  ['one pixel wide', '<p style="width:1px;height:1px;overflow:hidden">secret</p>'],
  ['no height', '<p style="max-height:0;overflow:hidden">secret</p>'],
  ['scaled to nothing', '<p style="transform:scale(0)">secret</p>'],
  ['moved away', '<p style="transform:translateX(-10000px)">secret</p>'],
  ['hidden by Word', '<p><span style="mso-hide:all">secret</span></p>'],
  ['hidden by a class', '<style>.x{display:none}</style><p class="x">secret</p>'],
  ['hidden by a class in an Office sheet', '<style><!-- p.x {mso-hide:all;} --></style><p class=x>secret</p>'],
  ['white by a class', '<style>span.c1{color:#ffffff}</style><p><span class="c1">secret</span></p>'],
  ['tag characters', '<p>\u{e0073}\u{e0065}\u{e0063}\u{e0072}\u{e0065}\u{e0074}</p>'],
]

/** Each of these stands beside the words "seen" and must vanish, or leave only what is said. */
const dropping: readonly PasteRow[] = [
  {
    name: 'script',
    html: '<script>window.__pwned=1</script><script src="{host}/s.js"></script><p>seen</p>',
    blocks: seen,
  },
  {
    name: 'script in svg',
    html: '<svg><script>window.__pwned=1</script><text>x</text></svg><p>seen</p>',
    blocks: seen,
  },
  { name: 'svg onload', html: '<svg onload="window.__pwned=1"></svg><p>seen</p>', blocks: seen },
  { name: 'handler', html: '<p onclick="window.__pwned=1" onmouseover="window.__pwned=1">seen</p>', blocks: seen },
  {
    name: 'image with handler',
    html: '<img src=x onerror="window.__pwned=1"><p>seen</p>',
    blocks: seen,
    leftOut: { images: 1 },
  },
  {
    name: 'remote images',
    html: '<p>seen<img src="{host}/a.png" srcset="{host}/b.png 2x"></p><picture><source srcset="{host}/c.png"><img src="{host}/d.png"></picture>',
    blocks: seen,
    leftOut: { images: 2 },
  },
  {
    name: 'image as data',
    html: '<img src="data:image/png;base64,iVBORw0KGgo="><p>seen</p>',
    blocks: seen,
    leftOut: { images: 1 },
  },
  { name: 'background image', html: '<p style="background:url({host}/bg.png)">seen</p>', blocks: seen },
  {
    name: 'style sheet that loads',
    html: '<style>@import "{host}/i.css"; p{background:url({host}/p.png)}</style><p>seen</p>',
    blocks: seen,
  },
  {
    name: 'font that loads',
    html: '<style>@font-face{font-family:x;src:url({host}/f.woff)}</style><p style="font-family:x">seen</p>',
    blocks: seen,
  },
  {
    name: 'link to a sheet, preload, prefetch',
    html: '<link rel=stylesheet href="{host}/l.css"><link rel=preload as=image href="{host}/l.png"><link rel=dns-prefetch href="{host}"><p>seen</p>',
    blocks: seen,
  },
  {
    name: 'base address',
    html: '<base href="{host}/"><p>seen</p><a href="relative">there</a>',
    blocks: [p('seen'), p('there')],
    leftOut: { links: 1 },
  },
  { name: 'refresh', html: '<meta http-equiv=refresh content="0;url={host}/m"><p>seen</p>', blocks: seen },
  {
    name: 'frame',
    html: '<iframe src="{host}/f"></iframe><iframe srcdoc="<script>parent.__pwned=1</script>"></iframe><p>seen</p>',
    blocks: seen,
  },
  {
    name: 'object and embed',
    html: '<object data="{host}/o"><p>inside</p></object><embed src="{host}/e"><p>seen</p>',
    blocks: seen,
  },
  {
    name: 'video and audio',
    html: '<video src="{host}/v" poster="{host}/p" autoplay>no</video><audio src="{host}/a">no</audio><p>seen</p>',
    blocks: seen,
  },
  {
    name: 'form',
    html: '<form action="{host}/f"><input value="x" autofocus onfocus="window.__pwned=1"><button>go</button><textarea>t</textarea><select><option>o</option></select><p>seen</p></form>',
    blocks: seen,
  },
  {
    name: 'javascript link',
    html: '<a href="javascript:window.__pwned=1">seen</a>',
    blocks: seen,
  },
  {
    name: 'javascript link with white space',
    html: '<a href=" java\tscript:window.__pwned=1">seen</a>',
    blocks: seen,
  },
  {
    name: 'javascript link by entity',
    html: '<a href="&#106;avascript&colon;window.__pwned=1">seen</a>',
    blocks: seen,
  },
  {
    name: 'data link',
    html: '<a href="data:text/html,<script>1</script>">seen</a>',
    blocks: seen,
    leftOut: { links: 1 },
  },
  {
    name: 'file, blob, vbscript, app and intent links',
    html: '<p><a href="file:///etc/passwd">a</a> <a href="blob:{host}/x">b</a> <a href="vbscript:x">c</a> <a href="app://countersign/x">d</a> <a href="ms-word:ofe|u|http://x">e</a></p>',
    blocks: [p('a b c d e')],
    leftOut: { links: 5 },
  },
  {
    name: 'link with ping',
    html: '<p><a href="https://example.org/x" ping="{host}/ping">seen</a></p>',
    blocks: [{ kind: 'p', runs: [{ text: 'seen', link: 'https://example.org/x' }] }],
  },
  {
    name: 'comments and conditional content',
    html: '<!--[if gte mso 9]><xml><o:x>office</o:x></xml><![endif]--><!-- secret --><p>se<!-- x -->en</p><![if !vml]><![endif]>',
    blocks: seen,
  },
  {
    name: 'Office islands',
    html: '<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><p>seen<o:p>&nbsp;</o:p></p>',
    blocks: [p('seen\u00a0')],
  },
  {
    name: 'template and noscript',
    html: '<p>seen</p><template><p>t</p></template><noscript><p>n</p></noscript>',
    blocks: seen,
  },
  {
    name: 'shadow root',
    html: '<div><template shadowrootmode="open"><p>shadow</p></template><p>seen</p></div>',
    blocks: seen,
  },
  {
    name: 'mutating markup',
    html: '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.__pwned=1&gt;"></table></mtext></math><p>seen</p>',
    blocks: seen,
    leftOut: { images: 1 },
  },
  { name: 'unclosed markup', html: '<p>seen</p><img src="{host}/x?', blocks: seen },
  {
    name: 'clobbering names',
    html: '<form id=body name=children><p>seen</p></form><a id=blocksOfHtml></a>',
    blocks: seen,
  },
  { name: 'control characters', html: '<p>se\u0001\u0008e\u007fn\ufeff</p>', blocks: seen },
  {
    name: 'direction marks and joiners stay',
    html: '<p>\u2067\u05e9\u05dc\u05d5\u05dd\u2069 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u202etxt\u202c</p>',
    blocks: [
      p('\u2067\u05e9\u05dc\u05d5\u05dd\u2069 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u202etxt\u202c'),
    ],
  },
  {
    name: 'flags of tag characters stay',
    html: '<p>\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}</p>',
    blocks: [p('\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}')],
  },
]

const sources: readonly PasteRow[] = [
  {
    name: 'Word: headings, marks and lists written as paragraphs',
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;} --></style></head><body lang=EN-GB><!--StartFragment-->
      <h1>What we saw<o:p></o:p></h1>
      <p class=MsoNormal>The <b style='mso-bidi-font-weight:normal'>model</b> <i>follows</i>
      it<o:p></o:p></p>
      <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>First<o:p></o:p></p>
      <p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New";mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>Inner</p>
      <p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Counted</p>
      <p class=MsoQuote>Quoted</p><!--EndFragment--></body></html>`,
    blocks: [
      { kind: 'h2', runs: [{ text: 'What we saw' }] },
      {
        kind: 'p',
        runs: [
          { text: 'The ' },
          { text: 'model', marks: ['bold'] },
          { text: ' ' },
          { text: 'follows', marks: ['italic'] },
          { text: ' it' },
        ],
      },
      { kind: 'bullet', runs: [{ text: 'First' }] },
      { kind: 'bullet', indent: 1, runs: [{ text: 'Inner' }] },
      { kind: 'number', runs: [{ text: 'Counted' }] },
      { kind: 'quote', runs: [{ text: 'Quoted' }] },
    ],
  },
  {
    name: 'Google Docs: wrapper that is bold only by name, lists, check list',
    html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400">Why it matters</span></h2><p dir="ltr"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">Plain, </span><span style="font-weight:700;font-style:italic">loud</span><span style="text-decoration:line-through;-webkit-text-decoration-skip:none">, gone</span></p><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>one</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>two</span></p></li></ul></ul><ul><li role="checkbox" aria-checked="true" aria-level="1"><p><span>done</span></p></li></ul></b><br class="Apple-interchange-newline">`,
    blocks: [
      { kind: 'h2', runs: [{ text: 'Why it matters' }] },
      {
        kind: 'p',
        runs: [
          { text: 'Plain, ' },
          { text: 'loud', marks: ['bold', 'italic'] },
          { text: ', gone', marks: ['strikethrough'] },
        ],
      },
      { kind: 'bullet', runs: [{ text: 'one' }] },
      { kind: 'bullet', indent: 1, runs: [{ text: 'two' }] },
      { kind: 'check', isChecked: true, runs: [{ text: 'done' }] },
    ],
  },
  {
    name: 'web page: nested lists, quote, code, line breaks, links',
    html: '<h3>T</h3><p>a<br>b <a href="https://example.org">site</a> <a href="mailto:a@example.org">mail</a> <code>x=1</code></p><ol><li>one<ul><li>inner<p>more</p></li></ul></li><li><p>two</p></li></ol><blockquote><p>said</p><p>again</p></blockquote><pre><code>if (x) {\n  y()\n}\n</code></pre><hr><p>end</p>',
    blocks: [
      { kind: 'h3', runs: [{ text: 'T' }] },
      {
        kind: 'p',
        runs: [
          { text: 'a\nb ' },
          { text: 'site', link: 'https://example.org/' },
          { text: ' ' },
          { text: 'mail', link: 'mailto:a@example.org' },
          { text: ' ' },
          { text: 'x=1', marks: ['code'] },
        ],
      },
      { kind: 'number', runs: [{ text: 'one' }] },
      { kind: 'bullet', indent: 1, runs: [{ text: 'inner\nmore' }] },
      { kind: 'number', runs: [{ text: 'two' }] },
      { kind: 'quote', runs: [{ text: 'said' }] },
      { kind: 'quote', runs: [{ text: 'again' }] },
      { kind: 'code', runs: [{ text: 'if (x) {\n  y()\n}' }] },
      p('end'),
    ],
  },
  {
    name: 'code editor: lines of coloured spans',
    html: '<div style="color:#d4d4d4;background-color:#1e1e1e;font-family:Menlo, Monaco, \'Courier New\', monospace;white-space:pre;"><div><span style="color:#569cd6">const</span> x</div><div>  = 1</div></div>',
    blocks: [{ kind: 'code', runs: [{ text: 'const x\n  = 1' }] }],
  },
  {
    name: 'table with head, merged cells and a short row',
    html: '<table><thead><tr><th>A<th>B<th>C</thead><tr><td colspan=2><b>wide</b><td>c<tr><td>1</table>',
    blocks: [
      {
        kind: 'table',
        rows: [
          ['A', 'B', 'C'].map((text) => ({ isHeader: true, blocks: [p(text)] })),
          [
            { blocks: [{ kind: 'p', runs: [{ text: 'wide', marks: ['bold'] }] }] },
            { blocks: [] },
            { blocks: [p('c')] },
          ],
          [{ blocks: [p('1')] }, { blocks: [] }, { blocks: [] }],
        ],
      },
    ],
  },
  {
    name: 'table that only arranges a page',
    html: '<table role=presentation><tr><td><p>left</p><td><table><tr><td>x<td>y</table></table>',
    blocks: [p('left'), { kind: 'table', rows: [[{ blocks: [p('x')] }, { blocks: [p('y')] }]] }],
  },
  {
    name: 'check list of a code forge',
    html: '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled checked> done</li><li><input type="checkbox" disabled> open</li></ul>',
    blocks: [
      { kind: 'check', isChecked: true, runs: [{ text: 'done' }] },
      { kind: 'check', runs: [{ text: 'open' }] },
    ],
  },
  {
    name: 'light text of a dark page stays',
    html: '<div style="background-color:rgb(13,17,23)"><p style="color:rgb(255,255,255)">seen</p></div>',
    blocks: seen,
  },
]

export const pasteRows: readonly PasteRow[] = [
  ...hiding.map(([name, html]) => ({
    name: `hidden: ${name}`,
    html: `<p>seen</p>${html}`,
    blocks: seen,
    leftOut: { hidden: 1 },
  })),
  ...dropping,
  ...sources,
]
