using System.Net;
using System.Text.RegularExpressions;
using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>The product with an identity provider, and browsers that go there and come back.</summary>
public sealed partial class ProviderApp : IAsyncLifetime
{
    private ProviderProcess _provider = null!;

    public LiveBoardApp App { get; } = new LiveBoardApp().With("LiveBoard:Limits:SignInsPerMinute", "1000");

    /// <summary>The same, where whoever the provider knows may make an account.</summary>
    public LiveBoardApp OpenApp { get; } = new LiveBoardApp().With("LiveBoard:Limits:RegistrationsPerHour", "1000");

    public async ValueTask InitializeAsync()
    {
        _provider = await ProviderProcess.StartAsync();
        await _provider.Connect(App).CreateAdministratorAsync();
        await _provider.Connect(OpenApp, isOpen: true).CreateAdministratorAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await OpenApp.DisposeAsync();
        await _provider.DisposeAsync();
    }

    /// <summary>Goes to the provider, says who one is there, and comes back.</summary>
    /// <returns>Where the browser ends up.</returns>
    public static async Task<string> ComeAsync(HttpClient browser, Vouched person, string start = "/signin/provider")
    {
        var back = await AskAsync(browser, person, start);
        return await FollowAsync(browser, back.PathAndQuery);
    }

    /// <summary>The address by which the provider sends the browser back.</summary>
    public static async Task<Uri> AskAsync(HttpClient browser, Vouched person, string start = "/signin/provider")
    {
        using var away = await browser.GetAsync(new Uri(start, UriKind.Relative));
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var there = new HttpClient(handler);
        var page = await there.GetStringAsync(away.Headers.Location);
        var fields = Hidden()
            .Matches(page)
            .ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
        fields["sub"] = person.Key;
        fields["name"] = person.Name;
        fields["email"] = person.Address;
        foreach (
            var (name, isOn) in ((string, bool)[])
                [("verified", person.IsChecked), ("mfa", person.IsStrong), ("stale", person.IsStale)]
        )
        {
            if (isOn)
            {
                fields[name] = "on";
            }
        }

        using var form = new FormUrlEncodedContent(fields);
        using var allowed = await there.PostAsync(new Uri(away.Headers.Location!, "/authorize"), form);
        return allowed.Headers.Location!;
    }

    /// <summary>Follows redirects within the product.</summary>
    public static async Task<string> FollowAsync(HttpClient browser, string address)
    {
        for (var hops = 0; hops < 10; hops++)
        {
            using var response = await browser.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
            if (response.Headers.Location is not { } next)
            {
                return address;
            }

            address = new Uri(browser.BaseAddress!, next).PathAndQuery;
        }

        throw new InvalidOperationException("The browser was sent round in circles.");
    }

    [GeneratedRegex(
        "type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Hidden();
}

/// <summary>What somebody says at the provider.</summary>
/// <param name="Key">The provider's key of the person.</param>
/// <param name="Address">E-mail address.</param>
/// <param name="IsChecked">Whether the provider has checked it.</param>
/// <param name="Name">Their name.</param>
/// <param name="IsStrong">Whether more than a password was asked for.</param>
/// <param name="IsStale">Whether that was long ago.</param>
public sealed record Vouched(
    string Key,
    string Address,
    bool IsChecked = true,
    string Name = "Pat",
    bool IsStrong = false,
    bool IsStale = false
);
