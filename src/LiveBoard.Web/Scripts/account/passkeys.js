// Buttons that ask for a passkey, or make one, and send their form with what came of it (W3C Web Authentication).

/**
 * Shows the buttons where the browser knows passkeys.
 * @param {Document} [page]
 * @param {typeof globalThis} [browser]
 */
export function offerPasskeys(page = document, browser = globalThis) {
  if (!knowsPasskeys(browser)) {
    return;
  }
  for (const button of page.querySelectorAll("button[data-passkey]")) {
    button.hidden = false;
    button.form.querySelector("[data-passkey-missing]")?.remove();
    button.addEventListener("click", () => use(button, browser));
    // Enter in a field of the form means the button as well.
    button.form.addEventListener("submit", (event) => {
      if (!button.form.elements[button.dataset.field].value) {
        event.preventDefault();
        use(button, browser);
      }
    });
  }
}

/** A passkey belongs to a name: at an address of digits there are none. */
function knowsPasskeys({ PublicKeyCredential, location }) {
  const isNumeric = /^[\d.]+$|:/.test(location.hostname);
  return (
    !isNumeric && PublicKeyCredential?.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON
  );
}

async function use(button, browser) {
  const { form, dataset } = button;
  if (button.disabled || !form.reportValidity()) {
    return;
  }
  const note = form.querySelector("[data-passkey-note]");
  note.hidden = true;
  button.disabled = true;
  try {
    const credential = await ask(dataset.passkey, form, browser);
    form.elements[dataset.field].value = JSON.stringify(credential);
    form.submit();
  } catch (error) {
    // Closing the browser's own window is no failure: whoever did it knows.
    if (error.name !== "AbortError") {
      note.textContent = dataset.textFailed;
      note.hidden = false;
    }
    button.disabled = false;
  }
}

async function ask(kind, form, { fetch, navigator, PublicKeyCredential }) {
  const token = form.elements["__RequestVerificationToken"].value;
  const answer = await fetch(`passkeys/${kind}-options`, {
    method: "POST",
    headers: { RequestVerificationToken: token },
    credentials: "same-origin",
  });
  if (!answer.ok) {
    throw new Error(`The options were refused: ${answer.status}`);
  }
  const options = await answer.json();
  return kind === "creation"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
