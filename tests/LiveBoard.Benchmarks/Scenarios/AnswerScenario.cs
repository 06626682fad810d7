using System.Diagnostics;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// P-30 and P-2: whether an answer's time tells what its words do not. Each pair is asked in turns, so that what the
/// machine does meanwhile falls on both.
/// </summary>
internal sealed class AnswerScenario : IAsyncDisposable
{
    private readonly LiveBoardApp _app = new LiveBoardApp()
        .With("contentRoot", ProductServer.ProjectDirectory)
        .With("Logging:LogLevel:Default", "Warning")
        .With("LiveBoard:Limits:SignInsPerMinute", "100000")
        .With("LiveBoard:Limits:SignInsPerMinuteAndSource", "100000")
        // Tests hash with fewer rounds than the product, which would hide what is to be seen here.
        .With(services => services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000));
    private readonly Guid _foreignBoard = Guid.CreateVersion7();
    private HttpClient _nobody = null!;
    private HttpClient _stranger = null!;
    private TestUser _bo = null!;
    private Guid _foreignCard;
    private string _formToken = "";

    /// <summary>Asks each so often.</summary>
    public async Task<IReadOnlyList<AnswerResult>> RunAsync(int times)
    {
        await StartAsync();
        var unknown = Guid.CreateVersion7();
        return
        [
            await CompareAsync(
                "sign-in: no such account / wrong password",
                times,
                () => SignInAsync("nobody@example.org"),
                () => SignInAsync(_app.Administrator.Email)
            ),
            await CompareAsync(
                "page of a board: no such one / somebody else's",
                times,
                () => GetAsync($"b/{unknown}"),
                () => GetAsync($"b/{_foreignBoard}")
            ),
            await CompareAsync(
                "command: no such board / somebody else's",
                times,
                () => RenameAsync(unknown, _foreignCard),
                () => RenameAsync(_foreignBoard, _foreignCard)
            ),
            await CompareAsync(
                "card: no such one / somebody else's",
                times,
                () => CardAsync(unknown, unknown),
                () => CardAsync(_foreignBoard, _foreignCard)
            ),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        _nobody.Dispose();
        _stranger.Dispose();
        await _app.DisposeAsync();
    }

    private static async Task<AnswerResult> CompareAsync(
        string what,
        int times,
        Func<Task> askUnknown,
        Func<Task> askKnown
    )
    {
        Progress.Say($"Asking: {what}");
        List<double> unknown = [];
        List<double> known = [];
        // The first few find nothing compiled yet.
        for (var i = -20; i < times; i++)
        {
            var first = await TimeAsync(i % 2 == 0 ? askUnknown : askKnown);
            var second = await TimeAsync(i % 2 == 0 ? askKnown : askUnknown);
            if (i >= 0)
            {
                unknown.Add(i % 2 == 0 ? first : second);
                known.Add(i % 2 == 0 ? second : first);
            }
        }

        return new AnswerResult(what, new Latencies(unknown), new Latencies(known));
    }

    private static async Task<double> TimeAsync(Func<Task> ask)
    {
        var start = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private async Task StartAsync()
    {
        await _app.CreateAdministratorAsync();
        await _app
            .Services.GetRequiredService<BoardCommandHandler>()
            .HandleAsync(
                new ImportBoard
                {
                    BoardId = _foreignBoard,
                    WorkspaceId = _app.WorkspaceId,
                    Plan = SampleBoard.Create(LiveScenario.BoardSize),
                },
                _app.Administrator.Actor
            );
        var directory = _app.Services.GetRequiredService<DirectoryService>();
        var elsewhere = await directory.CreateWorkspaceAsync(_app.Administrator.Actor, "Elsewhere");
        _bo = await _app.CreateUserAsync(elsewhere.Value);
        _stranger = await _app.CreateBrowserAsync(_bo);
        _nobody = _app.CreateBrowser();
        _formToken = await _nobody.GetAntiforgeryTokenAsync("/signin");
        _foreignCard = (await _app.Services.GetRequiredService<BoardReader>().ReadAsync(_foreignBoard))!
            .Columns[0]
            .Cards[0]
            .Id;
    }

    private async Task SignInAsync(string email)
    {
        using var content = new FormUrlEncodedContent([
            KeyValuePair.Create("_handler", "signin"),
            KeyValuePair.Create("__RequestVerificationToken", _formToken),
            KeyValuePair.Create("Email", email),
            KeyValuePair.Create("Password", "not the password"),
        ]);
        using var response = await _nobody.PostAsync(new Uri("signin", UriKind.Relative), content);
        var page = await response.Content.ReadAsStringAsync();
        if (!page.Contains(AccountTexts.SignInWrong, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Sign-in answered something else: {response.StatusCode}");
        }
    }

    private async Task GetAsync(string path)
    {
        using var response = await _stranger.GetAsync(new Uri(path, UriKind.Relative));
    }

    private Task RenameAsync(Guid boardId, Guid cardId) =>
        _app
            .Services.GetRequiredService<BoardCommandHandler>()
            .HandleAsync(
                new RenameCard
                {
                    BoardId = boardId,
                    CardId = cardId,
                    Title = "Mine",
                    ExpectedTitle = "Yours",
                },
                _bo.Actor
            );

    private async Task CardAsync(Guid boardId, Guid cardId) =>
        _ = await _app.Services.GetRequiredService<CardReader>().ReadAsync(boardId, cardId, _bo.Actor);
}

/// <summary>Times of two answers that say the same.</summary>
/// <param name="What">What was asked.</param>
/// <param name="Unknown">Where there is nothing.</param>
/// <param name="Known">Where there is something that must not be told of.</param>
internal sealed record AnswerResult(string What, Latencies Unknown, Latencies Known);
