using System.Net;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Testing;

/// <summary>
/// The whole product on a database file of its own. In memory by default; call <see cref="StartOnSocket"/> first for a
/// real address that browsers and load clients can reach.
/// </summary>
public class LiveBoardApp : WebApplicationFactory<Program>
{
    private const string DefaultPassword = "seven green bicycles";

    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private readonly List<Action<IServiceCollection>> _services = [];
    private int _users;

    // A machine allows a user some 128 file watchers in all, and a test run starts more applications than that. The
    // host reads this while it is being made, before any setting that a test could hand to it.
    static LiveBoardApp() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");

    /// <summary>Folder of the database file; goes with the application unless it was given.</summary>
    public string Directory
    {
        get => field ??= System.IO.Directory.CreateTempSubdirectory("liveboard-").FullName;
        init;
    }

    /// <summary>The database file.</summary>
    public string DatabaseFile => Path.Combine(Directory, "liveboard.db");

    /// <summary>The workspace that <see cref="CreateAdministratorAsync"/> made.</summary>
    public Guid WorkspaceId { get; private set; }

    /// <summary>The account that <see cref="CreateAdministratorAsync"/> made.</summary>
    public TestUser Administrator { get; private set; } = null!;

    /// <summary>Production unless changed before the first use.</summary>
    public string EnvironmentName { get; init; } = "Production";

    /// <summary>False to keep the folder for another instance.</summary>
    public bool IsDirectoryKept { get; set; }

    /// <summary>A setting, before the first use.</summary>
    public LiveBoardApp With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Other services than the product's, before the first use.</summary>
    public LiveBoardApp With(Action<IServiceCollection> services)
    {
        _services.Add(services);
        return this;
    }

    /// <summary>Listens on a free port of this machine.</summary>
    /// <returns>The address, without a slash at the end.</returns>
    public string StartOnSocket()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    /// <summary>A client that keeps cookies and does not follow redirects.</summary>
    public HttpClient CreateBrowser() =>
        CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A client signed in as this user.</summary>
    public async Task<HttpClient> CreateBrowserAsync(TestUser user)
    {
        var client = CreateBrowser();
        await SignInAsync(client, user);
        return client;
    }

    /// <summary>Signs the client in through the sign-in page.</summary>
    public static async Task SignInAsync(HttpClient client, TestUser user)
    {
        using var response = await client.SubmitAsync(
            "/signin",
            "signin",
            ("Email", user.Email),
            ("Password", user.Password)
        );
        if (response.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException(
                $"Sign-in answered {response.StatusCode}: {await response.Content.ReadAsStringAsync()}"
            );
        }
    }

    /// <summary>Sets the product up by its services: the administrator, and the first workspace, which they own.</summary>
    public async Task<TestUser> CreateAdministratorAsync(string name = "Ada Admin")
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountService>();
        var wish = Wish(name);
        var workspaceId = Guid.CreateVersion7();
        var result = await accounts.SetUpAsync(wish, "Team", workspaceId, isRegistrationOpen: false, default);
        WorkspaceId = workspaceId;
        return Administrator = Made(result, wish);
    }

    /// <summary>Makes an account that is a member of a workspace of the administrator's; of the first one by default.</summary>
    public async Task<TestUser> CreateUserAsync(
        Guid? workspaceId = null,
        WorkspaceRole role = WorkspaceRole.Member,
        string? name = null
    )
    {
        await using var scope = Services.CreateAsyncScope();
        var invitation = await scope
            .ServiceProvider.GetRequiredService<InvitationService>()
            .CreateAsync(Administrator.Actor, workspaceId ?? WorkspaceId, role);
        var wish = Wish(name ?? $"User {_users + 1}");
        var result = await scope
            .ServiceProvider.GetRequiredService<AccountService>()
            .RegisterInvitedAsync(wish, invitation.Value, default);
        return Made(result, wish);
    }

    /// <summary>A context on the product's database.</summary>
    public LiveBoardDbContext CreateDbContext() =>
        Services.GetRequiredService<IDbContextFactory<LiveBoardDbContext>>().CreateDbContext();

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("ConnectionStrings:Sqlite", $"Data Source={DatabaseFile}");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        // Hashing is slow on purpose; tests that make many accounts have no use for that.
        builder.ConfigureTestServices(services =>
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000)
        );
        _services.ForEach(services => builder.ConfigureTestServices(services));
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        // Idle connections would hold the file; ones in use elsewhere are not disturbed.
        SqliteConnection.ClearAllPools();
        if (!IsDirectoryKept && System.IO.Directory.Exists(Directory))
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }

    private NewAccount Wish(string name) =>
        new(name, $"user{Interlocked.Increment(ref _users)}@example.com", DefaultPassword);

    private static TestUser Made(AccountResult result, NewAccount wish) =>
        result.User is { } user
            ? new TestUser(user.Id, wish.Name!, wish.Email!, wish.Password!)
            : throw new InvalidOperationException($"No account was made: {result.Refusal}");
}
