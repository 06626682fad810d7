using System.Diagnostics;
using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// How long somebody still sees a board after a right was taken, counted from before it is asked for until the words are
/// in their browser, while others go on moving cards. Product and clients share this process; sockets are real.
/// </summary>
internal sealed class RevocationScenario : IAsyncDisposable
{
    private const int Onlookers = 20;
    private const int MovesAfterwards = 3;
    private const string ToSignIn = "signin?returnUrl";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MovePause = TimeSpan.FromMilliseconds(50);

    private readonly LiveBoardApp _app = new LiveBoardApp()
        .With("contentRoot", ProductServer.ProjectDirectory)
        .With("Logging:LogLevel:Default", "Warning")
        .With("LiveBoard:Limits:SignInsPerMinute", "100000")
        .With("LiveBoard:Limits:SignInsPerMinuteAndSource", "100000")
        .With("LiveBoard:Limits:ConnectionsPerMinute", "100000")
        .With("LiveBoard:Limits:ConnectionsPerMinuteAndUser", "100000")
        .With("LiveBoard:Limits:CircuitsPerUser", "10000")
        .With("LiveBoard:Limits:CircuitsPerSource", "10000");
    private readonly CancellationTokenSource _closing = new();
    private readonly Guid _boardId = Guid.CreateVersion7();
    private Wire _wire = null!;
    private CircuitCrowd _crowd = null!;
    private Task _moving = Task.CompletedTask;
    private int _moves;

    /// <summary>Takes each kind of right this often.</summary>
    public async Task<IReadOnlyList<RevocationResult>> RunAsync(int rounds)
    {
        await StartAsync();
        List<RevocationResult> results = [];
        foreach (var (name, way) in Ways())
        {
            Progress.Say($"Taking a right: {name}");
            List<double> latencies = [];
            var leaked = 0;
            // The first few find nothing compiled yet.
            for (var i = -2; i < rounds; i++)
            {
                var (latency, after) = await way();
                if (i >= 0)
                {
                    latencies.Add(latency);
                    leaked += after;
                }
            }

            results.Add(new RevocationResult(name, new Latencies(latencies), leaked));
        }

        return results;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _moving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _crowd.DisposeAsync();
        _wire.Dispose();
        await _app.DisposeAsync();
        _closing.Dispose();
    }

    private T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    private IEnumerable<(string Name, Func<Task<(double, int)>> Way)> Ways()
    {
        var ada = _app.Administrator.Actor;
        yield return (
            "removed from the workspace (B-1)",
            () =>
                AsMemberAsync(
                    BoardTexts.NoBoard,
                    bo => Get<DirectoryService>().RemoveMemberAsync(ada, _app.WorkspaceId, bo.Id)
                )
        );
        yield return (
            "removed from a private board (B-1)",
            async () =>
            {
                await SetAccessAsync(BoardVisibility.Private, BoardRole.Editor);
                var bo = await _app.CreateUserAsync();
                await SetRoleAsync(bo, BoardRole.Editor);
                var ticket = await CircuitTicket.SignInAsync(_wire, bo, isCompressed: true);
                var path = $"b/{_boardId}";
                var result = await LookAsync(ticket, path, BoardTexts.NoBoard, () => SetRoleAsync(bo, BoardRole.None));
                await SetAccessAsync(BoardVisibility.Workspace, BoardRole.Editor);
                return result;
            }
        );
        yield return (
            "editor made a viewer: nothing to edit with any more (B-3)",
            async () =>
            {
                var (latency, _) = await AsMemberAsync(
                    "data-readonly",
                    _ => SetAccessAsync(BoardVisibility.Workspace, BoardRole.Viewer)
                );
                await SetAccessAsync(BoardVisibility.Workspace, BoardRole.Editor);
                // They go on looking.
                return (latency, 0);
            }
        );
        yield return (
            "account deleted (B-2)",
            () => AsMemberAsync(ToSignIn, bo => Get<AccountAdministration>().DeleteAsync(ada, bo.Id))
        );
        yield return (
            "account disabled (B-2)",
            () => AsMemberAsync(ToSignIn, bo => Get<AccountAdministration>().SetDisabledAsync(ada, bo.Id, true))
        );
        yield return (
            "password reset (B-2)",
            () =>
                AsMemberAsync(
                    ToSignIn,
                    async bo =>
                    {
                        var secret = await Get<AccountAdministration>().CreateResetAsync(ada, bo.Id);
                        await Get<PasswordResets>().UseAsync(secret.Value, "no password");
                    }
                )
        );
        yield return (
            "signed out in another tab (B-6)",
            async () =>
            {
                var bo = await _app.CreateUserAsync();
                using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
                using var tab = new HttpClient(handler) { BaseAddress = _wire.Address };
                await LiveBoardApp.SignInAsync(tab, bo);
                var cookies = handler.CookieContainer.GetCookieHeader(_wire.Address);
                return await LookAsync(
                    new CircuitTicket(_wire, cookies, IsCompressed: true),
                    $"b/{_boardId}",
                    ToSignIn,
                    async () => (await tab.SignOutAsync()).Dispose()
                );
            }
        );
        yield return (
            "board made private (B-4)",
            async () =>
            {
                var result = await AsMemberAsync(
                    BoardTexts.NoBoard,
                    _ => SetAccessAsync(BoardVisibility.Private, BoardRole.Editor)
                );
                await SetAccessAsync(BoardVisibility.Workspace, BoardRole.Editor);
                return result;
            }
        );
        yield return ("guest link withdrawn (B-4)", AsGuestAsync);
        yield return ("let in again, until the board is there (B-7)", LetInAgainAsync);
    }

    private async Task<(double, int)> LetInAgainAsync()
    {
        var bo = await _app.CreateUserAsync();
        var ticket = await CircuitTicket.SignInAsync(_wire, bo, isCompressed: true);
        await using var client = await CircuitClient.OpenAsync(ticket, $"b/{_boardId}", default);
        var gone = new RevocationWatch(BoardTexts.NoBoard);
        client.Watch = gone;
        await SetAccessAsync(BoardVisibility.Private, BoardRole.Editor);
        await gone.Ended.WaitAsync(Patience);
        var back = new RevocationWatch("class=\"tile");
        client.Watch = back;
        var start = Stopwatch.GetTimestamp();
        await SetAccessAsync(BoardVisibility.Workspace, BoardRole.Editor);
        var end = await back.Ended.WaitAsync(Patience);
        return (Stopwatch.GetElapsedTime(start, end).TotalMilliseconds, 0);
    }

    private async Task<(double, int)> AsMemberAsync(string farewell, Func<TestUser, Task> take)
    {
        var bo = await _app.CreateUserAsync();
        var ticket = await CircuitTicket.SignInAsync(_wire, bo, isCompressed: true);
        return await LookAsync(ticket, $"b/{_boardId}", farewell, () => take(bo));
    }

    private async Task<(double, int)> AsGuestAsync()
    {
        var (ada, links) = (_app.Administrator.Actor, Get<GuestLinkService>());
        var secret = await links.CreateAsync(ada, _boardId, new GuestLinkWish());
        var id = (await links.ListAsync(ada, _boardId))[0].Id;
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = _wire.Address };
        using var entered = await browser.GetAsync(new Uri($"share/{secret.Value}", UriKind.Relative));
        var cookies = handler.CookieContainer.GetCookieHeader(_wire.Address);
        return await LookAsync(
            new CircuitTicket(_wire, cookies, IsCompressed: true),
            $"guest/{id}",
            GuestTexts.EndedTitle,
            () => links.WithdrawAsync(ada, id)
        );
    }

    /// <returns>Milliseconds until it was over, and cards that came afterwards all the same.</returns>
    private async Task<(double, int)> LookAsync(CircuitTicket ticket, string path, string farewell, Func<Task> take)
    {
        await using var client = await CircuitClient.OpenAsync(ticket, path, default);
        var watch = new RevocationWatch(farewell);
        client.Watch = watch;
        var start = Stopwatch.GetTimestamp();
        await take();
        var end = await watch.Ended.WaitAsync(Patience);
        var goal = Volatile.Read(ref _moves) + MovesAfterwards;
        while (Volatile.Read(ref _moves) < goal)
        {
            await Task.Delay(MovePause);
        }

        return (Stopwatch.GetElapsedTime(start, end).TotalMilliseconds, watch.Leaked);
    }

    private async Task StartAsync()
    {
        _wire = new Wire(new Uri(_app.StartOnSocket()));
        await _app.CreateAdministratorAsync();
        var import = new ImportBoard
        {
            BoardId = _boardId,
            WorkspaceId = _app.WorkspaceId,
            Plan = SampleBoard.Create(LiveScenario.BoardSize),
        };
        await Get<BoardCommandHandler>().HandleAsync(import, _app.Administrator.Actor);
        var ticket = await CircuitTicket.SignInAsync(_wire, _app.Administrator, isCompressed: true);
        _crowd = await CircuitCrowd.OpenAsync([ticket], $"b/{_boardId}", Onlookers);
        var layout = BoardLayout.Of((await Get<BoardReader>().ReadAsync(_boardId))!);
        var mover = new CardMover(_crowd.Clients[0], layout);
        _moving = Task.Run(async () =>
        {
            while (!_closing.IsCancellationRequested)
            {
                await mover.MoveAsync((_, _) => { });
                Interlocked.Increment(ref _moves);
                await Task.Delay(MovePause, _closing.Token);
            }
        });
    }

    private Task SetAccessAsync(BoardVisibility visibility, BoardRole role) =>
        DoAsync(
            new SetBoardAccess
            {
                BoardId = _boardId,
                Visibility = visibility,
                WorkspaceRole = role,
            }
        );

    private Task SetRoleAsync(TestUser person, BoardRole role) =>
        DoAsync(
            new SetBoardMember
            {
                BoardId = _boardId,
                PersonId = person.Id,
                Role = role,
            }
        );

    private async Task DoAsync(BoardCommand command)
    {
        var result = await Get<BoardCommandHandler>().HandleAsync(command, _app.Administrator.Actor);
        if (result.Rejection is { } rejection)
        {
            throw new InvalidOperationException($"{command.GetType().Name} was refused: {rejection}");
        }
    }
}

/// <summary>How long a taken right was still of use.</summary>
/// <param name="Way">How it was taken.</param>
/// <param name="Latency">Until the viewer's browser had the words.</param>
/// <param name="Leaked">Cards that came afterwards.</param>
internal sealed record RevocationResult(string Way, Latencies Latency, int Leaked);
