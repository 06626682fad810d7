using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LiveBoard.Web.Identity.Keys;

/// <summary>
/// What protects the keys that protect sign-ins, from <c>LiveBoard:Keys</c>. Without a certificate whoever reads the
/// database has them.
/// </summary>
internal sealed class KeySettings
{
    public const string Section = "LiveBoard:Keys";

    /// <summary>A file with a certificate and its private key (PFX); empty for none.</summary>
    public string Certificate { get; init; } = "";

    public string CertificatePassword { get; init; } = "";

    /// <summary>A file with the certificate of before, for as long as keys are kept that it protects.</summary>
    public string PreviousCertificate { get; init; } = "";

    public string PreviousCertificatePassword { get; init; } = "";

    /// <summary>Reads both.</summary>
    /// <param name="problem">Why one cannot be used; null when both can.</param>
    public (X509Certificate2? Current, X509Certificate2? Previous) Load(out string? problem)
    {
        problem = null;
        return (
            Load(Certificate, CertificatePassword, nameof(Certificate), ref problem),
            Load(PreviousCertificate, PreviousCertificatePassword, nameof(PreviousCertificate), ref problem)
        );
    }

    private static X509Certificate2? Load(string file, string password, string name, ref string? problem)
    {
        if (file.Length == 0)
        {
            return null;
        }

        if (!File.Exists(file))
        {
            problem = $"{Section}:{name}: there is no file {file}.";
            return null;
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            if (certificate.HasPrivateKey)
            {
                return certificate;
            }

            certificate.Dispose();
            problem = $"{Section}:{name}: {file} has no private key.";
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            problem = $"{Section}:{name}: {file} cannot be used: {error.Message}";
        }

        return null;
    }
}
