/**
 * Mail bodies are somebody else's HTML: shown in a frame that may run nothing. It shares this page's origin, so that its
 * links lead nowhere but to `onLink`.
 */
export const Body = ({ html, onLink }: { html: string; onLink?: (href: string) => void }) => (
  <iframe
    class="body"
    title="Message"
    sandbox="allow-same-origin"
    onLoad={({ currentTarget }) => {
      currentTarget.contentDocument?.addEventListener('click', (click) => {
        const link = (click.target as Element).closest?.('a[href]');
        if (link === null || link === undefined) return;
        click.preventDefault();
        onLink?.(link.getAttribute('href') ?? '');
      });
    }}
    srcdoc={`<style>body{font:14px/1.5 'Segoe UI',system-ui,sans-serif;margin:0;color:#242424;background:#fff}</style>${html}`}
  />
);
