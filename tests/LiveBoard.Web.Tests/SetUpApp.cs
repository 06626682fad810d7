using LiveBoard.Testing;

namespace LiveBoard.Web.Tests;

/// <summary>One application with its first account, shared by the tests of a class.</summary>
public sealed class SetUpApp : IAsyncLifetime
{
    public LiveBoardApp App { get; } = new LiveBoardApp().With("LiveBoard:Limits:SignInsPerMinute", "1000");

    /// <summary>The administrator.</summary>
    public TestUser User { get; private set; } = null!;

    public async ValueTask InitializeAsync() => User = await App.CreateAdministratorAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
