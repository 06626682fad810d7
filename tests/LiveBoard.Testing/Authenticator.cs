using System.Net;
using System.Text.RegularExpressions;
using OtpNet;

namespace LiveBoard.Testing;

/// <summary>An authenticator app, which reads its secret from the page and computes codes by itself.</summary>
public sealed partial class Authenticator(string secret)
{
    /// <summary>In base 32, as it is typed in.</summary>
    public string Secret => secret;

    private readonly Totp _totp = new(Base32Encoding.ToBytes(secret));

    /// <summary>Takes the secret from the page that shows it.</summary>
    public static Authenticator Scan(string html) =>
        new(
            Shown().Match(WebUtility.HtmlDecode(html)).Groups["secret"].Value.Replace(" ", "", StringComparison.Ordinal)
        );

    /// <summary>The code that it shows at this moment.</summary>
    /// <param name="now">Of the clock.</param>
    /// <param name="steps">Half minutes later, or earlier.</param>
    public string CodeAt(DateTimeOffset now, int steps = 0) =>
        _totp.ComputeTotp(now.UtcDateTime.AddSeconds(30 * steps));

    [GeneratedRegex("<code class=\"secret\">(?<secret>[A-Z2-7 ]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();
}
