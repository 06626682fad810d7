using System.Reflection;
using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Tests.Commands;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Access;

/// <summary>
/// P-2, A-62: the same as for commands, for everything else that changes something: each id of each operation is swapped
/// for one of another workspace, whose owner asked nobody.
/// </summary>
public sealed class ForeignOperationTests : IAsyncLifetime
{
    private static readonly DateTime PointAt = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    private TestDatabase _database = null!;
    private Side _mine = null!;
    private Side _theirs = null!;

    /// <summary>The account's own, or the instance's administrators', who are asked for in tables of their own.</summary>
    private static readonly Type[] Services =
    [
        typeof(DirectoryService),
        typeof(InvitationService),
        typeof(GuestLinkService),
        typeof(BookmarkService),
        typeof(MetricService),
        typeof(ApiTokenService),
    ];

    public static TheoryData<string, string, string> Pairs =>
        [
            .. from service in Services
            from method in service.GetMethods()
            where method.GetParameters().Any(p => p.ParameterType == typeof(Actor))
            from id in method.GetParameters()
            where id.ParameterType == typeof(Guid) || id.ParameterType == typeof(Guid?)
            select new TheoryDataRow<string, string, string>(service.Name, method.Name, id.Name!),
        ];

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _mine = await Side.CreateAsync(_database);
        _theirs = await Side.CreateAsync(_database);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Operation_WithAForeignId_DoesNothing(string service, string operation, string id)
    {
        var type = Services.Single(t => t.Name == service);
        var method = type.GetMethods().Single(m => m.Name == operation && m.GetParameters().Any(p => p.Name == id));
        var before = await DatabaseText.OfAsync(_database);

        var refusal = await AskAsync(method, Make(type), id);

        Assert.Equal(DirectoryRefusal.NotFound, refusal);
        Assert.Equal(before, await DatabaseText.OfAsync(_database));
    }

    /// <summary>That the ones above are refused for the id, and for nothing else.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Operation_WithOnesOwnIds_FindsWhatItIsAbout(string service, string operation, string id)
    {
        var type = Services.Single(t => t.Name == service);
        var method = type.GetMethods().Single(m => m.Name == operation && m.GetParameters().Any(p => p.Name == id));
        if (method.Name == nameof(BookmarkService.ReadAsync))
        {
            await Make<BookmarkService>().SetStarAsync(_mine.Board.Owner, _mine.Board.Id, isStarred: true);
        }

        Assert.Null(await AskAsync(method, Make(type), swapped: ""));
    }

    /// <returns>Why it was refused; not found also for an answer with nothing in it.</returns>
    private async Task<DirectoryRefusal?> AskAsync(MethodInfo method, object service, string swapped)
    {
        var arguments = method.GetParameters().Select(p => ValueOf(p, p.Name == swapped ? _theirs : _mine)).ToArray();
        var task = (Task)method.Invoke(service, arguments)!;
        await task;
        var answer = task.GetType().GetProperty("Result")!.GetValue(task);
        return answer switch
        {
            null => DirectoryRefusal.NotFound,
            DirectoryResult result => result.Refusal,
            DirectoryResult<Guid> result => result.Refusal,
            DirectoryResult<string> result => result.Refusal,
            System.Collections.IEnumerable many => many.Cast<object>().Any() ? null : DirectoryRefusal.NotFound,
            BoardBookmark { IsStarred: false, LastVisitedAt: null } => DirectoryRefusal.NotFound,
            _ => null,
        };
    }

    private object? ValueOf(ParameterInfo parameter, Side side) =>
        (parameter.Name, parameter.ParameterType) switch
        {
            (_, { } type) when type == typeof(Actor) => _mine.Board.Owner,
            ("workspaceId", _) => side.Board.WorkspaceId,
            ("boardId", _) => side.Board.Id,
            ("dashboardId", _) => side.DashboardId,
            ("personId", _) => side.Member.PersonId,
            ("linkId", _) => side.LinkId,
            ("invitationId", _) => side.InvitationId,
            ("seriesId", _) => side.SeriesId,
            ("tokenId", _) => side.TokenId,
            ("at", _) => PointAt,
            ("newAt", _) => PointAt.AddHours(1),
            ("expiresAt", _) => null,
            (_, { } type) when type == typeof(MetricWish) => new MetricWish("other", "Other"),
            (_, { } type) when type == typeof(double) => 7.0,
            (_, { } type) when type == typeof(int) => 10,
            (_, { } type) when type == typeof(long) => 1L,
            (_, { } type) when type == typeof(string) => "Other",
            (_, { } type) when type == typeof(WorkspaceRole) => WorkspaceRole.Owner,
            (_, { } type) when type == typeof(GuestLinkWish) => new GuestLinkWish(),
            (_, { } type) when type == typeof(bool) => true,
            (_, { } type) when type == typeof(CancellationToken) => CancellationToken.None,
            _ => throw new InvalidOperationException($"What is {parameter}?"),
        };

    private T Make<T>() => (T)Make(typeof(T));

    private object Make(Type type) =>
        type.Name switch
        {
            nameof(DirectoryService) => _mine.People,
            nameof(InvitationService) => _mine.Invitations,
            nameof(GuestLinkService) => _database.GuestLinks,
            nameof(MetricService) => _mine.Metrics,
            nameof(ApiTokenService) => _mine.Tokens,
            _ => new BookmarkService(_database, _database.Access, _database.Writes, _database.Refusals, _database.Time),
        };

    /// <summary>A workspace with everything that an id may name.</summary>
    private sealed record Side(
        TestBoard Board,
        DirectoryService People,
        InvitationService Invitations,
        Actor Member,
        MetricService Metrics,
        ApiTokenService Tokens,
        Guid LinkId,
        Guid InvitationId,
        Guid SeriesId,
        Guid TokenId,
        Guid DashboardId
    )
    {
        public static async Task<Side> CreateAsync(TestDatabase database)
        {
            var board = await TestBoard.CreateAsync(database);
            var people = new DirectoryService(
                database,
                database.Access,
                database.Writes,
                database.Refusals,
                database.Time
            );
            var invitations = new InvitationService(
                database,
                database.Access,
                database.Writes,
                database.Refusals,
                database.Time
            );
            var member = await database.AddUserAsync(board.WorkspaceId);
            Assert.True((await database.GuestLinks.CreateAsync(board.Owner, board.Id, new GuestLinkWish())).IsDone);
            Assert.True((await invitations.CreateAsync(board.Owner, board.WorkspaceId, WorkspaceRole.Member)).IsDone);
            var metrics = new MetricService(
                database,
                database.Access,
                database.Writes,
                database.Refusals,
                database.Time
            );
            var tokens = new ApiTokenService(
                database,
                database.Access,
                database.Writes,
                database.Refusals,
                database.Time
            );
            var series = await metrics.CreateSeriesAsync(
                board.Owner,
                board.WorkspaceId,
                new MetricWish("deploys", "Deploys")
            );
            Assert.True((await metrics.EnterPointAsync(board.Owner, series.Value, PointAt, 1)).IsDone);
            Assert.True((await tokens.CreateAsync(board.Owner, board.WorkspaceId, "Build server")).IsDone);
            return new Side(
                board,
                people,
                invitations,
                member,
                metrics,
                tokens,
                (await database.GuestLinks.ListAsync(board.Owner, board.Id))[0].Id,
                (await invitations.ListAsync(board.Owner, board.WorkspaceId))[0].Id,
                series.Value,
                (await tokens.ListAsync(board.Owner, board.WorkspaceId))[0].Id,
                (await board.AddDashboardAsync()).Id
            );
        }
    }
}
