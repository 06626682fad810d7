using System.Collections.Concurrent;
using System.Net;
using System.Text;
using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;
using LiveBoard.Testing;
using LiveBoard.Web.Tests.Identity.SecondSteps;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>A-68: with everything logged that anything logs, no secret is in it.</summary>
public sealed class LogSafetyTests : IAsyncLifetime
{
    private readonly Recorder _log = new();
    private readonly SecondStepApp _setUp = new();

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _setUp
            .App.With("Logging:LogLevel:Default", "Debug")
            .With("Logging:LogLevel:Microsoft.AspNetCore", "Debug")
            .With("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Debug")
            .With(services => services.AddSingleton<ILoggerProvider>(_log));
        return _setUp.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _setUp.DisposeAsync();

    [Fact]
    public async Task NoPasswordTokenCodeOrCookie_IsEverWrittenDown()
    {
        var secrets = new List<string>();
        var bo = await _setUp.EnrolAsync();
        using var wrong = await _setUp.EnterPasswordAsync(bo.User);
        var code = bo.App.CodeAt(_setUp.Time.GetUtcNow());
        using var entered = await SecondStepApp.EnterCodeAsync(wrong, code);
        using var guess = _setUp.App.CreateBrowser();
        using var refused = await guess.SubmitAsync(
            "/signin",
            "signin",
            ("Email", bo.User.Email),
            ("Password", "a wrong password")
        );
        using var recovering = await _setUp.EnterPasswordAsync(bo.User);
        using var recovered = await SecondStepApp.EnterCodeAsync(recovering, bo.Codes[0], isRecovery: true);
        var reset = await _setUp
            .App.Services.GetRequiredService<AccountAdministration>()
            .CreateResetAsync(_setUp.App.Administrator.Actor, bo.User.Id, Cancellation);
        using var set = await guess.SubmitAsync(
            $"/reset/{reset.Value}",
            "reset",
            ("NewPassword", "eight purple umbrellas")
        );
        secrets.AddRange([bo.User.Password, "a wrong password", "eight purple umbrellas", bo.App.Secret, .. bo.Codes]);
        secrets.Add(reset.Value!);
        secrets.AddRange(
            recovered
                .Headers.GetValues("Set-Cookie")
                .Select(cookie => cookie.Split('=', ';')[1])
                .Where(value => value.Length > 20)
        );

        AssertKept(secrets);
    }

    [Fact]
    public async Task NoSecretOfALinkOrAToken_IsEverWrittenDown()
    {
        var app = _setUp.App;
        var services = app.Services;
        var invitation = await services
            .GetRequiredService<InvitationService>()
            .CreateAsync(
                app.Administrator.Actor,
                app.WorkspaceId,
                WorkspaceRole.Member,
                cancellationToken: Cancellation
            );
        var token = await services
            .GetRequiredService<ApiTokenService>()
            .CreateAsync(app.Administrator.Actor, app.WorkspaceId, "Build", cancellationToken: Cancellation);
        using var guest = app.CreateBrowser();
        using var invited = await guest.SubmitAsync(
            $"/invite/{invitation.Value}",
            "invited",
            ("Name", "Cleo"),
            ("Email", "cleo@example.com"),
            ("Password", "nine amber lanterns")
        );
        using var shared = await guest.GetAsync($"/share/{invitation.Value}", Cancellation);
        using var push = new HttpRequestMessage(HttpMethod.Post, "/api/v1/metrics/deploys");
        push.Headers.Authorization = new("Bearer", token.Value);
        push.Content = new StringContent("{ \"value\": 1 }", Encoding.UTF8, "application/json");
        using var pushed = await guest.SendAsync(push, Cancellation);

        Assert.NotEqual(HttpStatusCode.Unauthorized, pushed.StatusCode);
        AssertKept([invitation.Value!, token.Value!, "nine amber lanterns"]);
    }

    private void AssertKept(IEnumerable<string> secrets)
    {
        Assert.True(_log.Lines.Count > 100);
        Assert.All(
            secrets,
            secret => Assert.DoesNotContain(_log.Lines, line => line.Contains(secret, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task WhatABrowserClaims_BeginsNoLineOfItsOwn()
    {
        using var browser = await _setUp.App.CreateBrowserAsync(_setUp.App.Administrator);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.TryAddWithoutValidation("Origin", "http://evil.example/\u001b[31m\u0085forged");

        using var response = await browser.SendAsync(request, Cancellation);

        var line = Assert.Single(_log.Lines, l => l.Contains("Refused a live connection", StringComparison.Ordinal));
        Assert.Contains("evil.example", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
    }

    /// <summary>Keeps everything that is logged.</summary>
    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Add($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
