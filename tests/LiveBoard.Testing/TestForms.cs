using System.Text.RegularExpressions;

namespace LiveBoard.Testing;

/// <summary>Fills in and posts the product's static forms, as a browser does.</summary>
public static partial class TestForms
{
    /// <summary>Gets the page, takes its hidden fields, and posts them with these.</summary>
    /// <param name="client">Keeps cookies.</param>
    /// <param name="page">Address of the page.</param>
    /// <param name="form">Name of the form on it.</param>
    /// <param name="fields">What the person types.</param>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client,
        string page,
        string form,
        params IEnumerable<(string Name, string Value)> fields
    )
    {
        var token = await client.GetAntiforgeryTokenAsync(page);
        var all = fields
            .Append(("_handler", form))
            .Append(("__RequestVerificationToken", token))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        using var content = new FormUrlEncodedContent(all);
        return await client.PostAsync(new Uri(page, UriKind.Relative), content);
    }

    /// <summary>Signs out as the button on this page does.</summary>
    public static Task<HttpResponseMessage> SignOutAsync(this HttpClient client, string page = "/profile") =>
        client.PressAsync(page, "/signout");

    /// <summary>Posts a form of this page that has a button and nothing else.</summary>
    public static async Task<HttpResponseMessage> PressAsync(this HttpClient client, string page, string action)
    {
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", await client.GetAntiforgeryTokenAsync(page)),
        ]);
        return await client.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    /// <summary>The page's antiforgery token; the client keeps the cookie that goes with it.</summary>
    public static async Task<string> GetAntiforgeryTokenAsync(this HttpClient client, string page)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var token = HiddenToken().Match(html);
        return token.Success
            ? token.Groups["token"].Value
            : throw new InvalidOperationException($"There is no form on {page}: {html}");
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HiddenToken();
}
