using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>What axe finds on the pages that it is shown, in light and in dark; all of it together in one answer.</summary>
public sealed class AccessibilityReport
{
    /// <summary>For a browser that lets the checker in, and whose pages stand still while they are looked at.</summary>
    public static readonly BrowserNewContextOptions Browser = new()
    {
        BypassCSP = true,
        ReducedMotion = ReducedMotion.Reduce,
        ViewportSize = new() { Width = 1280, Height = 900 },
    };

    private const string Look = """
        async (rules) => {
            await Promise.allSettled(document.getAnimations()
                .filter(a => a.effect.getComputedTiming().iterations !== Infinity).map(a => a.finished));
            const result = await axe.run(document, { resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) });
            return result.violations
                .filter(v => v.impact === "serious" || v.impact === "critical")
                .flatMap(v => v.nodes.map(n => `${v.id} (${v.impact}) at ${n.target}: ${n.html}\n${n.failureSummary}`));
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>A theme changes nothing but colours, so that the second one needs no second look at all the rest.</summary>
    private static readonly (ColorScheme Theme, string[]? Rules)[] Looks =
    [
        (ColorScheme.Light, null),
        (ColorScheme.Dark, ["color-contrast"]),
    ];

    private readonly List<string> _found = [];

    /// <summary>Looks at the page as it stands.</summary>
    /// <param name="page">What is on the screen.</param>
    /// <param name="what">Its name in the answer.</param>
    public async Task LookAtAsync(IPage page, string what)
    {
        // While a page becomes live its head is drawn anew.
        await page.WaitForFunctionAsync("() => document.title !== ''");
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        foreach (var (theme, rules) in Looks)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            var found = await page.EvaluateAsync<string[]>(Look, rules);
            _found.AddRange(found.Select(f => $"{what}, {theme}: {f}"));
        }
    }

    public void ExpectNothing() => Assert.True(_found.Count == 0, string.Join("\n\n", _found));
}
