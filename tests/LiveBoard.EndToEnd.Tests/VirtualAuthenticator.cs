using System.Text.Json;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A device that keeps passkeys and looks at its owner, built into the browser for tests (W3C Web Authentication, automation).</summary>
public sealed class VirtualAuthenticator
{
    private readonly ICDPSession _browser;
    private readonly string _id;

    private VirtualAuthenticator(ICDPSession browser, string id) => (_browser, _id) = (browser, id);

    public static async Task<VirtualAuthenticator> AddAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        var added = await browser.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["options"] = new
                {
                    protocol = "ctap2",
                    transport = "internal",
                    hasResidentKey = true,
                    hasUserVerification = true,
                    isUserVerified = true,
                    automaticPresenceSimulation = true,
                },
            }
        );
        return new VirtualAuthenticator(browser, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether it recognises who sits in front of it.</summary>
    public Task SetOwnerPresentAsync(bool isPresent) =>
        _browser.SendAsync(
            "WebAuthn.setUserVerified",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["authenticatorId"] = _id,
                ["isUserVerified"] = isPresent,
            }
        );

    /// <summary>Carries its passkeys to another browser's device, as a synchronised account does.</summary>
    public async Task CopyToAsync(VirtualAuthenticator other)
    {
        var all = await _browser.SendAsync(
            "WebAuthn.getCredentials",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["authenticatorId"] = _id }
        );
        foreach (var credential in all!.Value.GetProperty("credentials").EnumerateArray())
        {
            await other._browser.SendAsync(
                "WebAuthn.addCredential",
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["authenticatorId"] = other._id,
                    ["credential"] = JsonSerializer.Deserialize<Dictionary<string, object>>(credential)!,
                }
            );
        }
    }
}
