namespace LiveBoard.Core.Access;

/// <summary>
/// The network address that what is done now was asked from. Flows with the asynchronous call, so each request and each
/// open page has its own; set by the host, read by the audit trail.
/// </summary>
public static class AuditSource
{
    private static readonly AsyncLocal<string?> Ambient = new();

    /// <summary>The address; empty for what nobody asked for over the network.</summary>
    public static string Current => Ambient.Value ?? "";

    /// <summary>Says where the rest of this call was asked from.</summary>
    public static void Set(string address) => Ambient.Value = address;
}
