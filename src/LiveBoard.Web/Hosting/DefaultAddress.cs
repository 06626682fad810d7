namespace LiveBoard.Web.Hosting;

/// <summary>Where the product listens when nobody said where: on this machine only.</summary>
internal static class DefaultAddress
{
    public const string Url = "http://localhost:5080";

    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    public static void ListenLocallyUnlessConfigured(this WebApplicationBuilder builder)
    {
        var isConfigured =
            Array.Exists(Settings, name => !string.IsNullOrEmpty(builder.Configuration[name]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isConfigured)
        {
            builder.WebHost.UseUrls(Url);
        }
    }
}
