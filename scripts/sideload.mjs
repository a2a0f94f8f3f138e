/**
 * For a person with Outlook: the exact steps from the built pane to the button in the ribbon.
 * Where office-addin-dev-certs is installed, serves dist/ at https://localhost:3000 with a trusted certificate.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:https';
import { extname, join, normalize } from 'node:path';
import { root } from './packages.mjs';

const KINDS = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.png': 'image/png',
};

const STEPS = `
Put the pane into your Outlook
------------------------------
1. Register an application in Microsoft Entra (entra.microsoft.com > App registrations > New):
   - platform "Single-page application", redirect addresses
       https://localhost:3000/auth.html
       https://localhost:3000/sign-in.html
       brk-multihub://localhost:3000
     (Outlook does not accept the brk-multihub address as the first of the list);
   - delegated permissions of Microsoft Graph: User.Read, Calendars.Read, MailboxSettings.Read, Mail.Read,
     Mail.ReadWrite, Mail.Send, OnlineMeetings.Read, OnlineMeetingArtifact.Read.All,
     Files.ReadWrite.AppFolder.
     Only the first two are asked for at once; without any of the others the pane does less and says so.
   Write its application id into dist/config.json as "clientId".
2. Serve the folder dist/ at https://localhost:3000 with a certificate your computer trusts.
3. Open https://aka.ms/olksideload in a browser: Outlook opens "Add-Ins for Outlook".
   My add-ins > Custom Addins > Add a custom add-in > Add from File… > ${join(root, 'dist', 'manifest.xml')}
4. Open a meeting that repeats in Outlook's calendar and choose Loopkeeper under Apps.

To serve the pane from another address: PUBLIC_URL=https://your.address npm run build, and step 3 with that manifest.
To take it out again: the same dialog, "…" beside Loopkeeper, Remove.
`;

async function trustedCertificate() {
  try {
    // Not a dependency: it changes the computer's trust store, so its presence is the person's consent.
    const certificates = await import('office-addin-dev-certs');
    return await (certificates.default ?? certificates).getHttpsServerOptions();
  } catch {
    return null;
  }
}

function answer(request, response) {
  const { pathname } = new URL(request.url, 'https://localhost:3000');
  const path = join(root, 'dist', normalize(decodeURIComponent(pathname)));
  const file = path.startsWith(join(root, 'dist')) && statSync(path, { throwIfNoEntry: false });
  if (!file?.isFile?.()) return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': KINDS[extname(path)] ?? 'application/octet-stream' });
  createReadStream(path).pipe(response);
}

const build = spawnSync('node', ['node_modules/webpack/bin/webpack.js'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
process.stdout.write(STEPS);

const certificate = await trustedCertificate();
if (certificate === null) {
  console.log(`
Step 2 is yours: office-addin-dev-certs is not installed, and without it no certificate is made here.
  npm install --no-save office-addin-dev-certs && npm run sideload
makes one, asks you to trust it, and serves dist/ for you.`);
} else {
  createServer(certificate, answer).listen(3000, 'localhost', () => {
    console.log('\nServing dist/ at https://localhost:3000 (step 2 is done; Ctrl+C ends it).');
  });
}
