using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Identity.Keys;
using LiveBoard.Web.Identity.SecondSteps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>B-40 to B-42: the keys that protect sign-ins.</summary>
public sealed class KeyTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("liveboard-keys-");

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Revoked_NoCookieOfBeforeIsGood_EvenIfItsSessionWere()
    {
        string cookie;
        await using (var app = Start())
        {
            cookie = await SignInAsync(app, await app.CreateAdministratorAsync());
            await using var scope = app.Services.CreateAsyncScope();
            await using var db = app.CreateDbContext();
            var session = await db.SignInSessions.SingleAsync(Cancellation);

            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<KeyRevocation>().RevokeAsync());

            Assert.True(await db.AuditEntries.AnyAsync(e => e.Kind == AuditKind.KeysRevoked, Cancellation));
            db.ChangeTracker.Clear();
            db.SignInSessions.Add(session);
            await db.SaveChangesAsync(Cancellation);
        }

        await using var later = Start();
        Assert.False(await IsSignedInAsync(later, cookie));
    }

    [Fact]
    public async Task Revoked_ThisProcessAlsoRefusesWhatIsOpen()
    {
        await using var app = Start();
        var cookie = await SignInAsync(app, await app.CreateAdministratorAsync());
        await using var scope = app.Services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<KeyRevocation>().RevokeAsync();

        Assert.False(await IsSignedInAsync(app, cookie));
    }

    [Fact]
    public async Task Revoked_SecondStepsStay()
    {
        var secret = AuthenticatorCode.CreateSecret();
        string kept;
        await using (var app = Start())
        {
            await app.CreateAdministratorAsync();
            kept = app.Services.GetRequiredService<SecondStepSecrets>().Protect(secret);
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<KeyRevocation>().RevokeAsync();
        }

        await using var later = Start();
        _ = later.CreateBrowser();
        Assert.Equal(secret, later.Services.GetRequiredService<SecondStepSecrets>().Unprotect(kept));
    }

    [Fact]
    public async Task WithACertificate_TheDatabaseAloneOpensNothing()
    {
        var (certificate, previous) = (WriteCertificate("new"), WriteCertificate("old"));
        string cookie;
        await using (var app = Start(previous))
        {
            cookie = await SignInAsync(app, await app.CreateAdministratorAsync());
            await using var db = app.CreateDbContext();
            var keys = await db.DataProtectionKeys.Select(k => k.Xml!).ToListAsync(Cancellation);
            Assert.All(keys, xml => Assert.Contains("EncryptedData", xml, StringComparison.Ordinal));
            Assert.All(keys, xml => Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal));
        }

        await using (var renewed = Start(certificate).With("LiveBoard:Keys:PreviousCertificate", previous))
        {
            Assert.True(await IsSignedInAsync(renewed, cookie));
        }

        await using var thief = Start();
        Assert.False(await IsSignedInAsync(thief, cookie));
    }

    [Theory]
    [InlineData("missing.pfx", "there is no file")]
    [InlineData("broken.pfx", "cannot be used")]
    public void ACertificateThatCannotBeUsed_IsRefusedInWords(string name, string why)
    {
        var file = Path.Combine(_directory.FullName, name);
        File.WriteAllText(Path.Combine(_directory.FullName, "broken.pfx"), "not a certificate");

        _ = new KeySettings { Certificate = file }.Load(out var problem);

        Assert.StartsWith("LiveBoard:Keys:Certificate: ", problem, StringComparison.Ordinal);
        Assert.Contains(file, problem, StringComparison.Ordinal);
        Assert.Contains(why, problem, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private LiveBoardApp Start(string? certificate = null)
    {
        var app = new LiveBoardApp { Directory = _directory.FullName, IsDirectoryKept = true };
        return certificate is null ? app : app.With("LiveBoard:Keys:Certificate", certificate);
    }

    private string WriteCertificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.Combine(_directory.FullName, $"{name}.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12));
        return file;
    }

    private static async Task<string> SignInAsync(LiveBoardApp app, TestUser user)
    {
        using var browser = app.CreateBrowser();
        using var response = await browser.SubmitAsync(
            "/signin",
            "signin",
            ("Email", user.Email),
            ("Password", user.Password)
        );
        return response
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("LiveBoard=", StringComparison.Ordinal))
            .Split(';')[0];
    }

    private static async Task<bool> IsSignedInAsync(LiveBoardApp app, string cookie)
    {
        using var browser = app.CreateBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/profile");
        request.Headers.Add("Cookie", cookie);
        using var response = await browser.SendAsync(request, Cancellation);
        return response.StatusCode == HttpStatusCode.OK;
    }
}
