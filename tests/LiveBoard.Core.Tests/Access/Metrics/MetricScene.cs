using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Access.Metrics;

/// <summary>A workspace with an owner, a member, a series "deploys" and a token, on a database of its own.</summary>
internal sealed class MetricScene : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private MetricScene(TestDatabase database)
    {
        Database = database;
        Metrics = new MetricService(database, database.Access, database.Writes, database.Refusals, database.Time);
        Tokens = new ApiTokenService(database, database.Access, database.Writes, database.Refusals, database.Time);
        Directory = new DirectoryService(database, database.Access, database.Writes, database.Refusals, database.Time);
        Intake = OpenIntake();
    }

    public TestDatabase Database { get; }

    public MetricService Metrics { get; }

    public ApiTokenService Tokens { get; }

    public DirectoryService Directory { get; }

    public MetricIntake Intake { get; }

    public FakeTimeProvider Time => (FakeTimeProvider)Database.Time;

    public DateTime Now => Time.GetUtcNow().UtcDateTime;

    public Guid Workspace { get; private set; }

    public Actor Owner { get; private set; }

    public Actor Member { get; private set; }

    public Guid Series { get; private set; }

    public string Secret { get; private set; } = "";

    public static async Task<MetricScene> CreateAsync(Provider provider = Provider.Sqlite)
    {
        var scene = new MetricScene(await provider.CreateDatabaseAsync(time: new FakeTimeProvider(Start)));
        scene.Workspace = await scene.Database.AddWorkspaceAsync();
        scene.Owner = await scene.Database.AddUserAsync(scene.Workspace, WorkspaceRole.Owner);
        scene.Member = await scene.Database.AddUserAsync(scene.Workspace);
        scene.Series = await scene.AddSeriesAsync("deploys");
        scene.Secret = (await scene.Tokens.CreateAsync(scene.Owner, scene.Workspace, "Build server")).Value!;
        return scene;
    }

    /// <summary>An intake with a queue of its own, as another node has it.</summary>
    public MetricIntake OpenIntake() => new(Database, new Core.Data.WriteQueue(isPerBoard: true), Database.Time);

    public async Task<Guid> AddSeriesAsync(string key)
    {
        var made = await Metrics.CreateSeriesAsync(Owner, Workspace, new MetricWish(key, $"Name of {key}"));
        Assert.Null(made.Refusal);
        return made.Value;
    }

    public async Task<ApiPass> PassAsync() => (await Intake.FindAsync(Secret))!;

    public async Task<MetricReceipt> PushAsync(params MetricInput[] points) =>
        await Intake.TakeAsync(await PassAsync(), [Push("deploys", points)]);

    public static MetricPush Push(string key, params MetricInput[] points) =>
        new(key, $"series.{key}", $"series.{key}", points);

    /// <summary>What is stored of the series, oldest first.</summary>
    public async Task<List<MetricPoint>> PointsAsync(Guid? series = null)
    {
        await using var db = Database.CreateDbContext();
        var id = series ?? Series;
        return await db.MetricPoints.Where(p => p.SeriesId == id).OrderBy(p => p.At).ToListAsync();
    }

    /// <summary>What directory listeners hear of from now on.</summary>
    public List<DirectoryEvent> Listen()
    {
        var heard = new List<DirectoryEvent>();
        Database.Inner.SubscribeDirectory(change =>
        {
            lock (heard)
            {
                heard.Add(change);
            }
        });
        return heard;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
