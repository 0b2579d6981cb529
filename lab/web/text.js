import { html, nothing } from "lit";
import * as store from "./store.js";

/**
 * Draws the blocks of a text that the server sends.
 * @param {any[]} blocks @param {string} key under which answers are kept
 */
export function text(blocks, key) {
  let number = 0;
  return blocks.map((block) => node(block, () => `${key}/${number++}`));
}

function node(block, key) {
  const inside = () => block.content.map((each) => node(each, key));
  switch (block.type) {
    case "text": return block.text;
    case "code": return html`<code>${block.text}</code>`;
    case "em": return html`<em>${inside()}</em>`;
    case "strong": return html`<strong>${inside()}</strong>`;
    case "a": return html`<a href=${block.href}>${inside()}</a>`;
    case "br": return html`<br>`;
    case "p": return html`<p>${inside()}</p>`;
    case "h3": return html`<h3>${inside()}</h3>`;
    case "ul": return html`<ul>${inside()}</ul>`;
    case "ol": return html`<ol>${inside()}</ol>`;
    case "li": return html`<li>${inside()}</li>`;
    case "quote": return html`<blockquote>${inside()}</blockquote>`;
    case "pre": return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    case "misconception": return html`<aside class="misconception"><strong>Easily believed, and wrong</strong>${inside()}</aside>`;
    case "choice": return html`<hd-choice .block=${block} .key=${key()}></hd-choice>`;
    case "question": return html`<hd-question .block=${block} .key=${key()}></hd-question>`;
    default: return nothing;
  }
}

/** @param {any[]} blocks */
export const plain = (blocks) => text(blocks, "");

export { store };
