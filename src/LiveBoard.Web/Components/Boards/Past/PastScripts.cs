using System.Globalization;
using LiveBoard.Web.Components.Shared;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Boards.Past;

/// <summary>
/// The time machine's other half in the browser: it moves the slider by itself and asks here only when the board looks
/// different at the moment that was reached. Moments travel as milliseconds since 1970; answers as one text, since JSON has
/// to learn any other type anew in each circuit.
/// </summary>
public sealed class PastScripts : IAsyncDisposable
{
    private readonly PastPage _page;
    private readonly IJSRuntime _js;
    private readonly string _key = Guid.NewGuid().ToString();
    private readonly DotNetObjectReference<PastScripts> _self;

    internal PastScripts(PastPage page, IJSRuntime js)
    {
        (_page, _js) = (page, js);
        _self = DotNetObjectReference.Create(this);
    }

    public Task AttachAsync() => _js.TryInvokeVoidAsync("LiveBoard.attachPast", _key, _self);

    /// <summary>Shows the board as it was at a moment.</summary>
    [JSInvokable]
    public string Show(double at) => Words(_page.ShowAt(Moment(at)));

    /// <summary>Goes one change back or on.</summary>
    [JSInvokable]
    public string Step(int by) => Words(_page.StepBy(Math.Sign(by)));

    /// <summary>Goes to the beginning of the day, of the one before, or of the next.</summary>
    [JSInvokable]
    public string StepDay(double at, int by) => Words(_page.StepDay(Moment(at), Math.Sign(by)));

    /// <summary>Shows the board as it is.</summary>
    [JSInvokable]
    public string Now() => Words(_page.ShowNow());

    public async ValueTask DisposeAsync()
    {
        await _js.TryInvokeVoidAsync("LiveBoard.detachPast", _key);
        _self.Dispose();
    }

    /// <summary>Rounded up: a browser's clock knows no finer parts, and must not come back with a moment before the one it was given.</summary>
    internal static string Milliseconds(DateTime at) =>
        (((at - DateTime.UnixEpoch).Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond).ToString(
            CultureInfo.InvariantCulture
        );

    /// <summary>Whatever a browser sends is a moment that the calendar has.</summary>
    private static DateTime Moment(double at) =>
        double.IsFinite(at)
            ? DateTime.UnixEpoch.AddMilliseconds(Math.Clamp(at, 0, TimeSpan.FromDays(365_000).TotalMilliseconds))
            : DateTime.UnixEpoch;

    private static string Words(PastPlace place) =>
        $"{(place.At is { } at ? Milliseconds(at) : "")}|{(place.Until is { } until ? Milliseconds(until) : "")}";
}

/// <summary>Where somebody is in a board's past.</summary>
/// <param name="At">UTC; null for now.</param>
/// <param name="Until">When it changes next, UTC; null when it does not.</param>
internal readonly record struct PastPlace(DateTime? At, DateTime? Until);
