namespace LiveBoard.Web.Identity.Providers;

/// <summary>The identity provider that accounts may sign in with (OpenID Connect), from <c>LiveBoard:OpenIdConnect</c>.</summary>
internal sealed class ProviderSettings
{
    public const string Section = "LiveBoard:OpenIdConnect";

    /// <summary>Its address, as its own configuration page has it; empty for none.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>What people call it: "Sign in with {0}".</summary>
    public string Name { get; init; } = "OpenID Connect";

    /// <summary>True when whoever the provider knows may make an account here, with registration closed as well.</summary>
    public bool AllowNewAccounts { get; init; }

    public bool IsSet => Authority.Length > 0;

    /// <summary>Why it cannot be used as it is set; null when it can, or is not set.</summary>
    public string? Problem =>
        !IsSet ? null
        : ClientId.Length == 0 ? $"{Section}: ClientId is missing."
        : !Uri.TryCreate(Authority, UriKind.Absolute, out var address) ? $"{Section}: Authority is not an address."
        : address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback
            ? $"{Section}: Authority must begin with https://; only on this machine itself may it be http."
        : null;
}
