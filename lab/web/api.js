// Talks to the server that this page came from.

/** @param {string} path */
export async function get(path) {
  const response = await fetch(path, { headers: { Accept: "application/json" } });
  if (!response.ok) {
    throw new Error(await reason(response));
  }
  return response.json();
}

/** @param {string} path @param {object} body @param {AbortSignal} [signal] */
export async function post(path, body, signal) {
  const response = await send(path, body, signal);
  return response.status === 204 ? null : response.json();
}

/**
 * Sends a request whose answer comes line by line, and hands on each line.
 * @param {string} path @param {object} body @param {(line: any) => void} tell @param {AbortSignal} [signal]
 */
export async function stream(path, body, tell, signal) {
  const response = await send(path, body, signal);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    lines.filter((line) => line).forEach((line) => tell(JSON.parse(line)));
  }
}

async function send(path, body, signal) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok) {
    throw new Error(await reason(response));
  }
  return response;
}

async function reason(response) {
  if (response.status === 401) {
    return "This browser has no key: open the address that heddle lab printed.";
  }
  const text = (await response.text()).trim();
  return text && text.length < 300 ? text : `The workshop answered ${response.status}.`;
}
