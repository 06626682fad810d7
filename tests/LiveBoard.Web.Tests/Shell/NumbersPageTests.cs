using Bunit;
using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Pages.Numbers;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Shell;

public sealed class NumbersPageTests : DirectoryPageTest
{
    private static readonly DateTime Ten = new(2026, 1, 1, 10, 0, 0, DateTimeKind.Utc);

    private TestUser _bo = null!;

    private MetricService Metrics => App.Services.GetRequiredService<MetricService>();

    private ApiTokenService Tokens => App.Services.GetRequiredService<ApiTokenService>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _bo = await App.CreateUserAsync(name: "Bo Berg");
        Services.AddSingleton(Metrics);
        Services.AddSingleton(Tokens);
        Services.AddSingleton(new DueDates(TimeZoneInfo.Utc));
    }

    [Fact]
    public async Task SeriesPushAndTypedValue_AppearByThemselves()
    {
        SignIn(_bo);
        var page = Open();
        page.WaitForAssertion(() =>
            Assert.Contains("There are no numbers here yet", page.Markup, StringComparison.Ordinal)
        );

        var id = await AddAsync(
            "deploys",
            new MetricWish("deploys", "Deploys", "a week", 5, MetricDirection.HigherIsBetter)
        );
        page.WaitForAssertion(() =>
            Assert.Contains("No value yet", page.Find(".num-last").TextContent, StringComparison.Ordinal)
        );
        await PushAsync(4.5);

        page.WaitForAssertion(() => Assert.Equal("4.5 a week", page.Find(".num-last b").TextContent));
        Assert.Contains("Target 5 a week", page.Find(".num-aim").TextContent, StringComparison.Ordinal);
        Assert.Contains("Not reached", page.Find(".num-aim").TextContent, StringComparison.Ordinal);
        Assert.Contains("Higher is better", page.Find(".num-aim").TextContent, StringComparison.Ordinal);
        Assert.True((await Metrics.EnterPointAsync(Ada.Actor, id, at: null, 5, Stop)).IsDone);
        page.WaitForAssertion(() =>
            Assert.Contains("Reached", page.Find(".chip.done").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Member_TypesAValue_ChangesIt_MovesIt_AndTakesItAway()
    {
        var id = await AddAsync("deploys");
        SignIn(_bo);
        var page = Open();
        await page.WaitForElement(".num-open").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("No values yet", page.Markup, StringComparison.Ordinal));

        await page.Find(".num-entry input[type=datetime-local]").ChangeAsync(new() { Value = "2026-01-01T10:00" });
        await page.Find(".num-entry input[type=number]").ChangeAsync(new() { Value = "12.5" });
        await page.Find(".num-entry").SubmitAsync(EventArgs.Empty);
        page.WaitForAssertion(() => Assert.Equal("12.5", ValueField(page)));
        Assert.Equal("Bo Berg", page.Find(".num-from").TextContent.Trim());
        Assert.Equal("", page.Find(".num-entry input[type=number]").GetAttribute("value") ?? "");

        await page.Find("tbody input[type=number]").ChangeAsync(new() { Value = "-3" });
        page.WaitForAssertion(() => Assert.Equal("-3", ValueField(page)));
        await page.Find("tbody input[type=datetime-local]").ChangeAsync(new() { Value = "2026-01-01T11:30:00" });
        page.WaitForAssertion(() =>
            Assert.Equal("2026-01-01T11:30:00", page.Find("tbody input[type=datetime-local]").GetAttribute("value"))
        );
        var stored = Assert.Single((await Metrics.ReadPointsAsync(_bo.Actor, id, 9, Stop))!.Points);
        Assert.Equal((Ten.AddMinutes(90), -3d), (stored.At, stored.Value));

        await page.Find("tbody button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("No values yet", page.Markup, StringComparison.Ordinal));
    }

    /// <summary>The field shows whole seconds, and a program may have sent more than that.</summary>
    [Fact]
    public async Task ChangedValue_KeepsTheMillisecondsOfItsTime()
    {
        var id = await AddAsync("deploys");
        await Metrics.EnterPointAsync(Ada.Actor, id, Ten.AddMilliseconds(250), 1, Stop);
        SignIn(_bo);
        var page = Open();
        await page.WaitForElement(".num-open").ClickAsync(new());

        await page.WaitForElement("tbody input[type=number]").ChangeAsync(new() { Value = "2" });

        page.WaitForAssertion(() => Assert.Equal("2", ValueField(page)));
        var stored = Assert.Single((await Metrics.ReadPointsAsync(_bo.Actor, id, 9, Stop))!.Points);
        Assert.Equal(Ten.AddMilliseconds(250), stored.At);
    }

    [Theory]
    [InlineData("tbody input[type=number]", "", "not a number")]
    [InlineData("tbody input[type=datetime-local]", "", "not a date and time")]
    [InlineData("tbody input[type=datetime-local]", "1999-01-01T00:00:00", "between the year 2000")]
    [InlineData("tbody input[type=datetime-local]", "2026-01-01T09:00:00", "another value at this time")]
    public async Task WhatCannotBeTaken_IsSaid_AndTheStoredValueStandsThereAgain(
        string field,
        string typed,
        string words
    )
    {
        var id = await AddAsync("deploys");
        await Metrics.EnterPointAsync(Ada.Actor, id, Ten, 1, Stop);
        await Metrics.EnterPointAsync(Ada.Actor, id, Ten.AddHours(-1), 0, Stop);
        SignIn(_bo);
        var page = Open();
        await page.WaitForElement(".num-open").ClickAsync(new());
        var before = page.WaitForElement(field);

        await before.ChangeAsync(new() { Value = typed });

        page.WaitForAssertion(() =>
            Assert.Contains(words, page.Find(".num-points .refused").TextContent, StringComparison.Ordinal)
        );
        Assert.NotSame(before, page.Find(field));
        Assert.Equal("1", ValueField(page));
        Assert.Equal(2, (await Metrics.ReadPointsAsync(_bo.Actor, id, 9, Stop))!.Points.Count);
    }

    [Fact]
    public async Task OlderValues_ComeWhenAskedFor()
    {
        var id = await AddAsync("deploys");
        for (var i = 0; i < 51; i++)
        {
            await Metrics.EnterPointAsync(Ada.Actor, id, Ten.AddHours(i), i, Stop);
        }

        SignIn(_bo);
        var page = Open();
        await page.WaitForElement(".num-open").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(50, page.FindAll("tbody tr").Count));

        await page.Find(".num-more").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(51, page.FindAll("tbody tr").Count));
        Assert.Empty(page.FindAll(".num-more"));
    }

    [Fact]
    public async Task Member_SeesNeitherTokensNorWhatOwnersDo()
    {
        await AddAsync("deploys");
        await Tokens.CreateAsync(Ada.Actor, App.WorkspaceId, "Build server", cancellationToken: Stop);
        SignIn(_bo);

        var page = Open();

        page.WaitForElement(".num-open");
        Assert.Empty(page.FindAll(".num-acts, .btn.pri, section[aria-label='Tokens for programs']"));
        Assert.DoesNotContain("Build server", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owner_SeesWhenATokenWasUsed_AndThatItIsGone()
    {
        await AddAsync("deploys");
        SignIn(Ada);
        var page = Open();
        page.WaitForAssertion(() =>
            Assert.Contains("No program sends numbers yet", page.Markup, StringComparison.Ordinal)
        );

        await PushAsync(1);

        page.WaitForAssertion(() =>
            Assert.Contains("Last used", page.Find(".ln").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("made by Ada Admin", page.Find(".ln").TextContent, StringComparison.Ordinal);
        var token = Assert.Single(await Tokens.ListAsync(Ada.Actor, App.WorkspaceId, Stop));
        await Tokens.RevokeAsync(Ada.Actor, token.Id, Stop);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".ln")));
    }

    [Fact]
    public async Task RemovedPerson_SeesNothingOfItAnyMore()
    {
        await AddAsync("deploys");
        SignIn(_bo);
        var page = Open();
        page.WaitForElement(".num-row");

        await App
            .Services.GetRequiredService<DirectoryService>()
            .RemoveMemberAsync(Ada.Actor, App.WorkspaceId, _bo.Id, Stop);

        page.WaitForAssertion(() =>
            Assert.Contains("There is no such workspace", page.Markup, StringComparison.Ordinal)
        );
        Assert.Empty(page.FindAll(".num-row"));
    }

    private static string? ValueField(IRenderedComponent<NumbersPage> page) =>
        page.Find("tbody input[type=number]").GetAttribute("value");

    private IRenderedComponent<NumbersPage> Open() =>
        Render<NumbersPage>(p => p.Add(w => w.WorkspaceId, App.WorkspaceId));

    private async Task<Guid> AddAsync(string key, MetricWish? wish = null)
    {
        var made = await Metrics.CreateSeriesAsync(
            Ada.Actor,
            App.WorkspaceId,
            wish ?? new MetricWish(key, "Deploys"),
            Stop
        );
        Assert.Null(made.Refusal);
        return made.Value;
    }

    /// <summary>As a program does, to the series "deploys".</summary>
    private async Task PushAsync(double value)
    {
        var intake = App.Services.GetRequiredService<MetricIntake>();
        var made = await Tokens.CreateAsync(Ada.Actor, App.WorkspaceId, "Build server", cancellationToken: Stop);
        var pass = (await intake.FindAsync(made.Value, Stop))!;
        var push = new MetricPush("deploys", "key", "", [new MetricInput(At: Ten, value)]);
        Assert.Null((await intake.TakeAsync(pass, [push], Stop)).Refusal);
    }
}
