// The first paint is in what the pane wore last (app/apply-theme.ts), not in the system's colours.
try {
  const worn = localStorage.getItem('loopkeeper.worn');
  if (worn === 'light' || worn === 'dark') document.documentElement.setAttribute('data-theme', worn);
} catch {
  // Storage denied: the system's preference holds until Outlook speaks.
}
