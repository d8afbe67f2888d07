// PostgreSQL with pgvector on a free port of loopback. Prints the port, and ends when its standard input does.
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { createServer } from "node:net";

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const db = await PGlite.create({ extensions: { vector } });
const port = await freePort();
const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port, maxConnections: 20 });
await server.start();
console.log(port);
process.stdin.on("end", () => process.exit(0)).resume();
