// Connects to an MCP server, does what standard input says, and prints what came back.
//   node client.mjs http URL [API_KEY]
//   node client.mjs stdio COMMAND ARGUMENT...
// Input: {"list": true, "calls": [{"name": "match", "arguments": {...}}, ...]}; in a string argument {{i.path}} is the
// value at that path of the i-th answer, which is JSON. Output: {"server", "tools", "results"} as JSON.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [kind, target, ...rest] = process.argv.slice(2);
const transport =
  kind === "stdio"
    ? new StdioClientTransport({ command: target, args: rest, env: { ...process.env } })
    : new StreamableHTTPClientTransport(new URL(target), {
        requestInit: rest[0] ? { headers: { Authorization: `Bearer ${rest[0]}` } } : {},
      });

let text = "";
for await (const chunk of process.stdin) text += chunk;
const script = JSON.parse(text);
const results = [];

function fill(value) {
  if (typeof value !== "string") return value;
  const whole = /^\{\{(\d+)\.([\w.]+)\}\}$/.exec(value);
  return whole ? whole[2].split(".").reduce((at, key) => at[key], JSON.parse(results[whole[1]].content[0].text)) : value;
}

const client = new Client({ name: "motif-tests", version: "1.0.0" });
await client.connect(transport);
const tools = script.list ? (await client.listTools()).tools : [];
for (const call of script.calls ?? []) {
  const filled = Object.fromEntries(Object.entries(call.arguments).map(([key, value]) => [key, fill(value)]));
  results.push(await client.callTool({ name: call.name, arguments: filled }));
}
console.log(JSON.stringify({ server: client.getServerVersion(), tools, results }));
await client.close();
