using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>
/// Tells whether a page made more of people's text than text: a script that ran, a dialog, an element or an attribute
/// that arose for however short a time, or a policy that had to step in.
/// </summary>
internal sealed class HostilityWatch
{
    private const string Watch = $$"""
        (() => {
            window.h = () => report("A script ran.");
            addEventListener("securitypolicyviolation", e =>
                report(`The policy had to stop ${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
            const isUnsafe = a =>
                a.name.startsWith("on")
                || (["href", "src", "action", "formaction", "xlink:href", "data", "srcdoc"].includes(a.name)
                    && !/^(https?:|mailto:|[^:]*$|[^:]*[/?#])/i.test(a.value));
            const look = element => {
                for (const e of [element, ...element.querySelectorAll("*")]) {
                    if (e.localName === "{{HostileText.Element}}" || [...e.attributes].some(isUnsafe)) {
                        report(e.cloneNode().outerHTML);
                    }
                }
            };
            new MutationObserver(changes => changes.forEach(change => {
                if (change.type === "attributes") {
                    look(change.target);
                } else {
                    change.addedNodes.forEach(node => node.nodeType === Node.ELEMENT_NODE && look(node));
                }
            })).observe(document, { subtree: true, childList: true, attributes: true });
        })();
        """;

    private readonly ConcurrentQueue<string> _found = new();

    /// <summary>Watches every page that is shown from now on; the one that is shown already is not.</summary>
    public async Task WatchAsync(IPage page)
    {
        page.Dialog += async (_, dialog) =>
        {
            _found.Enqueue($"A dialog said {dialog.Message}");
            await dialog.DismissAsync();
        };
        await page.ExposeFunctionAsync(
            "report",
            (string what) =>
            {
                _found.Enqueue($"{page.Url}: {what}");
                return true;
            }
        );
        await page.AddInitScriptAsync(Watch);
    }

    public void ExpectNothing() => Assert.True(_found.IsEmpty, string.Join("\n\n", _found));
}
