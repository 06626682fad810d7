using LiveBoard.Core.Dashboards;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>Somebody who looks at a dashboard until it shows what they wait for.</summary>
internal sealed class DashboardViewer : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<(
        Func<DashboardPicture, bool> IsWanted,
        TaskCompletionSource<DashboardPicture> Seen
    )> _waiting = [];

    public DashboardView? View { get; set; }

    public int PictureCount { get; private set; }

    public Task ShowAsync(DashboardPicture picture)
    {
        lock (_gate)
        {
            PictureCount++;
            foreach (var (_, seen) in _waiting.Where(w => w.IsWanted(picture)))
            {
                seen.TrySetResult(picture);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The first picture like this, shown already or to come.</summary>
    public Task<DashboardPicture> WaitForAsync(Func<DashboardPicture, bool> isWanted)
    {
        lock (_gate)
        {
            if (isWanted(View!.Picture))
            {
                return Task.FromResult(View.Picture);
            }

            var seen = new TaskCompletionSource<DashboardPicture>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((isWanted, seen));
            return seen.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The picture in which a number is this.</summary>
    public Task<DashboardPicture> WaitForNumberAsync(Guid widgetId, double value) =>
        WaitForAsync(picture =>
            picture.Widgets.GetValueOrDefault(widgetId)?.Data is NumberData number && number.Value == value
        );

    public ValueTask DisposeAsync() => View?.DisposeAsync() ?? ValueTask.CompletedTask;
}
