/**
 * What Office.js looks for in MicrosoftAjax.js, which it loads from Microsoft's network: enough of it to go on. The
 * real one adds to the prototypes of strings, lists and dates as well.
 */
export const MS_AJAX = `(() => {
  const part = (root, name) => name.split('.').reduce((at, one) => (at[one] = at[one] || {}), root);
  window.Type = window.Type || {};
  Type.registerNamespace = (name) => part(window, name);
  Type.registerClass = () => {};
  Function.prototype.registerClass = function (name, base) {
    if (base) Object.setPrototypeOf(this.prototype, base.prototype);
    return this;
  };
  Function.prototype.initializeBase = function () {};
  Function.prototype.callBaseMethod = function () {};
  Function._validateParams = () => null;
  Function.createDelegate = (self, method) => (...given) => method.apply(self, given);
  Function.createCallback = (method, context) => (...given) => method(...given, context);
  Function.emptyMethod = () => {};
  const error = (name) => (message) => Object.assign(new Error(message), { name });
  for (const name of ['argument', 'argumentNull', 'argumentOutOfRange', 'argumentType', 'invalidOperation',
    'notImplemented', 'parameterCount']) Error[name] = error('Sys.' + name);
  Error.create = (message, more) => Object.assign(new Error(message), more);
  window.Sys = { StringBuilder: class { #parts = []; append(one) { this.#parts.push(one); return this; }
      toString() { return this.#parts.join(''); } },
    Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: (text) => JSON.parse(text) } },
    EventArgs: class {}, CultureInfo: { CurrentCulture: { name: 'en-US' } } };
})();`;
